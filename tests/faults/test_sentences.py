"""What cannot be done is told in one sentence on stderr, with status 1 and never a traceback."""

import socket
from pathlib import Path

import pytest

from server.settings import Settings
from tests.faults.conftest import Told
from tests.faults.processes import result


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["export", "--format", "xml"], "The format 'xml' is not known; known are ndjson"),
        (["token", "--person", "Ada"], "Invalid value for '--person': "),
        (["token"], "Missing option '--person'."),
        (["organize"], "No such command 'organize'."),
        (["organization"], "Missing command."),
        (["serve", "--port", "99999"], "OKRLOG_PORT is 99999: "),
        (["serve", "--host", "host.invalid"], "host.invalid port 8000 cannot be listened on: "),
        (["verify", "nowhere.ndjson"], "Invalid value for 'file': 'nowhere.ndjson': No such file"),
    ],
)
def test_what_was_said_wrong_is_named(told: Told, arguments: list[str], expected: str) -> None:
    assert told(*arguments).startswith(expected)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"port": "x"}, "OKRLOG_PORT is 'x': "),
        ({"pool_size": "1"}, "OKRLOG_POOL_SIZE is '1': "),
        ({"trusted_proxies": "127.0.0.1"}, "OKRLOG_TRUSTED_PROXIES is no JSON: "),
        ({"documents": "some"}, "OKRLOG_DOCUMENTS is 'some': "),
        ({"documents": "only"}, "OKRLOG_DOCUMENTS_DIR is None: "),
        ({"documents_dir": "/nowhere"}, "OKRLOG_DOCUMENTS_DIR is '/nowhere': "),
        ({"data_dir": "/proc/data"}, "/proc/data cannot hold the embedded PostgreSQL: "),
        (
            {"database_url": "postgresql://okrlog@127.0.0.1:1/okrlog"},
            "The database cannot be reached: ",
        ),
        ({"database_url": "mysql://okrlog"}, "The database cannot be used: invalid DSN: "),
    ],
)
def test_what_was_set_wrong_is_named(told: Told, settings: dict[str, str], expected: str) -> None:
    assert told("serve", **{"port": "0", **settings}).startswith(expected)


def test_a_port_that_is_taken_is_named_before_anything_is_opened(
    told: Told, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for command in ("serve", "demo"):
            assert told(command, "--port", str(port)) == (
                f"127.0.0.1 port {port} cannot be listened on: Address already in use."
            )
    assert not (tmp_path / "data").exists()


def test_an_ill_formed_export_is_named_by_its_line(told: Told, tmp_path: Path) -> None:
    file = tmp_path / "export.ndjson"
    file.write_bytes(b"\xff\xfe")
    assert told("verify", str(file)) == "line 1: this is no JSON"


def test_help_says_every_command_and_every_setting() -> None:
    helped = result("--help")
    for command in ("serve", "demo", "migrate", "rebuild", "token", "export", "verify", "schema"):
        assert f" {command} " in helped
    assert result() == helped
    settings = result("serve", "--help")
    for name in Settings.model_fields:
        assert f"OKRLOG_{name.upper()}: " in settings
