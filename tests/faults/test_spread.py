"""Organizations on two PostgreSQL servers, by a directory that real servers and commands read."""

import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest

from server.directory import Directory, write
from server.doctor import examined
from server.losses import DatabaseUnfit
from server.settings import Settings
from tests.faults.conftest import Spread
from tests.faults.processes import Serving, begun, result, sentence, until

NAME = "{ organization { name } }"
ADD = 'mutation { addPerson(input: { name: "Zoe" }) { position } }'
NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"


async def test_each_organization_is_asked_where_the_directory_says_and_commands_ask_all_of_them(
    spread: Spread,
) -> None:
    near, far = begun(**spread.settings), begun(**spread.far_alone)
    with Serving(**spread.settings) as serving:
        assert serving.post(far["token"], NAME).status_code == 401
        spread.list(far["organizationId"])
        until(lambda: "data" in serving.ask(far["token"], NAME))
        assert serving.ask(far["token"], ADD) == {"data": {"addPerson": {"position": 4}}}
        assert serving.ask(near["token"], ADD) == {"data": {"addPerson": {"position": 4}}}
        spread.file.write_text("{")
        until(lambda: "the directory stays as it was" in serving.said())
        assert "data" in serving.ask(far["token"], NAME)
        spread.list(far["organizationId"])
    assert "Zoe" in result("export", "--organization", far["organizationId"], **spread.settings)
    assert result("token", "--person", far["personId"], **spread.settings)
    assert len(result("rebuild", **spread.settings).splitlines()) == 2
    assert await of_directory(spread) == (
        "ok    directory: it leads to the logs of 2 organizations on 2 servers."
    )
    spread.list(near["organizationId"], far["organizationId"])
    astray = (
        f"bad   directory: it leads to 'far' for {near['organizationId']}, whose log is default."
    )
    assert (await of_directory(spread)).startswith(astray)


async def of_directory(spread: Spread) -> str:
    """What `okrlog doctor` says of it, behind all else."""
    *others, last = [str(each) async for each in examined(Settings(**spread.settings))]
    assert any(each.startswith("ok    far, migrations:") for each in others)
    return last


async def test_who_is_at_home_does_not_notice_that_another_server_is_gone(spread: Spread) -> None:
    near = begun(**spread.settings)
    lost = "00000000-0000-4000-8000-000000000001"
    spread.file.write_text(
        json.dumps(
            {"servers": {"gone": {"database_url": NOWHERE}}, "organizations": {lost: "gone"}}
        )
    )
    with Serving(**spread.settings) as serving:
        assert serving.ask(near["token"], ADD) == {"data": {"addPerson": {"position": 4}}}
    assert sentence("migrate", **spread.settings).startswith("gone: The database cannot be reached")
    assert result("export", "--organization", near["organizationId"], **spread.settings)
    assert result("token", "--person", near["personId"], **spread.settings)
    restored = "--server", "default", "--reason", "It was restored."
    assert near["organizationId"] in result("recover", *restored, **spread.settings)


async def test_a_server_that_cannot_be_used_is_as_good_as_gone(spread: Spread) -> None:
    near, far = begun(**spread.settings), begun(**spread.far_alone)
    spread.far += "_missing"
    spread.list(far["organizationId"])
    with Serving(**spread.settings) as serving:
        assert "data" in serving.ask(near["token"], NAME)
        [error] = serving.ask(far["token"], NAME)["errors"]
        assert error["extensions"]["code"] == "UNAVAILABLE"
    *_, last = [str(each) async for each in examined(Settings(**spread.settings))]
    assert last.startswith("bad   directory: could not be looked at:")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ('{"organizations": {"acme": "far"}}', "organizations.acme: Input should be a valid UUID"),
        ('{"servers": {"Far!": {"database_url": "x"}}}', "servers.Far!: String should match"),
        ('{"servers": {"far": {}}}', "servers.far.database_url: Field required"),
        ('{"servers": {"far": {"database_url": "x", "url": 1}}}', "servers.far.url: Extra"),
        ('{"servers": {"default": {"database_url": "x"}}}', "servers.default is that of"),
        (
            '{"organizations": {"00000000-0000-4000-8000-000000000001": "far"}}',
            "organizations.00000000-0000-4000-8000-000000000001: there is no server 'far'",
        ),
    ],
)
def test_an_entry_that_is_wrong_is_named(tmp_path: Path, said: str, wrong: str) -> None:
    file = tmp_path / "directory"
    file.write_text(said)
    with pytest.raises(DatabaseUnfit, match=re.escape(wrong)):
        Directory(file)


def test_the_file_is_written_where_it_is_for_those_who_could_read_it(tmp_path: Path) -> None:
    file, link = tmp_path / "etc" / "directory", tmp_path / "directory"
    file.parent.mkdir()
    file.write_text("{}")
    file.chmod(0o664)
    os.chown(file, os.geteuid() or 65534, -1)
    link.symlink_to(file)
    before = file.stat()
    with ThreadPoolExecutor() as pool:
        said = [pool.submit(write, link, UUID(int=number), "far") for number in range(20)]
    assert [each.exception() for each in said] == [None] * 20
    after = file.stat()
    assert (after.st_mode, after.st_uid) == (before.st_mode, before.st_uid)
    assert link.is_symlink()
    assert set(json.loads(file.read_text())["organizations"].values()) == {"far"}
    assert len(json.loads(file.read_text())["organizations"]) == 20
    assert list(file.parent.iterdir()) == [file]
