"""Organizations on two PostgreSQL servers, by a directory that real servers and commands read."""

import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from server.directory import Directory
from server.losses import DatabaseUnfit
from tests.conftest import Clone
from tests.faults.processes import Serving, begun, okrlog, result, sentence, until

NAME = "{ organization { name } }"
ADD = 'mutation { addPerson(input: { name: "Zoe" }) { position } }'
NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"


@dataclass(kw_only=True)
class Spread:
    """Two servers, of which the second is named `far`, and the file that says who is there."""

    home: str
    far: str
    file: Path
    keys: Path

    def list(self, *organizations: str, **servers: str) -> None:
        """Say who is far away; other servers may be named, too."""
        named = {"far": self.far, **servers}
        self.file.write_text(
            json.dumps(
                {
                    "servers": {name: {"database_url": url} for name, url in named.items()},
                    "organizations": dict.fromkeys(organizations, "far"),
                }
            )
        )

    @property
    def settings(self) -> dict[str, Any]:
        return {"database_url": self.home, "directory": self.file, "keys_dir": self.keys}

    @property
    def far_alone(self) -> dict[str, Any]:
        """As if there were no other server."""
        return {"database_url": self.far, "keys_dir": self.keys}


@pytest.fixture
async def spread(clone: Clone, tmp_path: Path) -> AsyncIterator[Spread]:
    async with clone() as home, clone() as far:
        spread = Spread(home=home, far=far, file=tmp_path / "directory", keys=tmp_path / "keys")
        spread.list()
        yield spread


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
    told = result("doctor", **spread.settings)
    assert "ok    directory: it leads to the logs of 2 organizations on 2 servers." in told
    spread.list(near["organizationId"], far["organizationId"])
    astray = f"leads to 'far' for {near['organizationId']}, whose log is default."
    assert astray in okrlog("doctor", **spread.settings).stdout


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
