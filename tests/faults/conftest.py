"""A data directory with an organization in it, made once per run and copied per test.

And two PostgreSQL servers over which organizations are spread.
"""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import structlog

from server.__main__ import main
from server.embedded import EmbeddedPostgres
from tests.conftest import Clone
from tests.faults.processes import Serving, begun, postmaster

Told = Callable[..., str]
PEOPLE = 50
LONG = "Wolfeschlegelsteinhausenbergerdorff " * 100


@dataclass(kw_only=True)
class Home:
    """A data directory, and its organization's administrator."""

    data_dir: Path
    organization_id: str
    person_id: str
    token: str

    @property
    def told(self) -> dict[str, str]:
        """What was told of it when it began."""
        return {"personId": self.person_id, "token": self.token}

    def knows_its_people(self, serving: Serving) -> bool:
        """Whether a server has what was recorded here."""
        answer = serving.ask(self.token, "{ organization { name people { totalCount } } }")
        expected = {"name": "Acme", "people": {"totalCount": PEOPLE + 1}}
        return bool(answer == {"data": {"organization": expected}})


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


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """An organization whose export is longer than a pipe holds."""
    data_dir = tmp_path_factory.mktemp("furnished") / "data"
    told = begun(data_dir=data_dir)
    said = " ".join(
        f"a{number}: addPerson(input: {{name: {json.dumps(LONG)}}}) {{ position }}"
        for number in range(PEOPLE)
    )
    with Serving(data_dir=data_dir) as serving:
        assert "errors" not in serving.ask(told["token"], f"mutation {{ {said} }}")
    return Home(
        data_dir=data_dir,
        organization_id=told["organizationId"],
        person_id=told["personId"],
        token=told["token"],
    )


@pytest.fixture
def home(furnished: Home, tmp_path: Path) -> Iterator[Home]:
    """A copy of it, whose database is ended whatever became of the test."""
    data_dir = tmp_path / "data"
    subprocess.run(["cp", "-a", furnished.data_dir, data_dir], check=True)
    yield Home(
        data_dir=data_dir,
        organization_id=furnished.organization_id,
        person_id=furnished.person_id,
        token=furnished.token,
    )
    if postmaster(data_dir):
        EmbeddedPostgres.open(data_dir).close()


@pytest.fixture
async def spread(clone: Clone, tmp_path: Path) -> AsyncIterator[Spread]:
    async with clone() as home, clone() as far:
        spread = Spread(home=home, far=far, file=tmp_path / "directory", keys=tmp_path / "keys")
        spread.list()
        yield spread


@pytest.fixture
def told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Told]:
    """The sentence with which a command ends."""
    monkeypatch.setenv("OKRLOG_DATA_DIR", str(tmp_path / "data"))

    def told(*arguments: str, **settings: str) -> str:
        monkeypatch.setattr(sys, "argv", ["okrlog", *arguments])
        for name, value in settings.items():
            monkeypatch.setenv(f"OKRLOG_{name.upper()}", value)
        with pytest.raises(SystemExit) as ended:
            main()
        printed, said = capsys.readouterr()
        assert (ended.value.code, printed) == (1, ""), said
        [line] = said.splitlines()
        return line.removeprefix("okrlog: ")

    yield told
    structlog.reset_defaults()
