"""A new field takes one line of its noun and one column, and nothing else: shown on a copy."""

import inspect
import os
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server.auth import Tokens
from server.commands import Handler
from server.database import Database
from server.keys import signing_key
from server.log import Log
from server.okr import terms
from server.okr.events import KeyResultAdded
from server.settings import Settings
from tests.conftest import Clone
from tests.graph.client import Client
from tests.samples import Organization
from tests.serving import ROOT, running

PARTS = ("server", "schema", "sql", "tests")
WORDS = "What keeps the author from going on."
FIELD = f'    blockers: Annotated[Text | None, "{WORDS}"] = None\n'
COLUMN = "  blockers text,\n"
TABLES = {
    "Alignment": "alignments",
    "CheckIn": "check_ins",
    "Cycle": "cycles",
    "Evidence": "evidence",
    "KeyResult": "key_results",
    "Metric": "key_results",
    "Milestone": "milestones",
    "Objective": "objectives",
    "Person": "people",
    "Policy": "policies",
    "Team": "teams",
}
REPORTS = """
  query ($id: ID!) {
    node(id: $id) { ... on KeyResult { checkIns { nodes { note blockers } } } } }"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The whole tree, to be changed at will."""
    checkout = tmp_path / "checkout"
    for part in PARTS:
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, checkout / part, ignore=without)
    shutil.copy(ROOT / "pyproject.toml", checkout)
    return checkout


def add_field(copy: Path, noun: str, line: str) -> None:
    """One line where the noun is said."""
    said = Path(inspect.getfile(getattr(terms, noun))).name
    add_line(
        copy / "server" / "okr" / said, rf'class {noun}(?:\([\w, ]+\))?:\n    """.+"""\n\n', line
    )


def add_column(copy: Path, table: str, line: str) -> None:
    """One line in the table's file."""
    add_line(copy / "sql" / "state" / f"{table}.sql", r"  like versioned including all,\n", line)


def add_line(path: Path, after: str, line: str) -> None:
    text, times = re.subn(f"({after})", lambda found: found[1] + line, path.read_text())
    assert times == 1, f"{path.name} has {times} places for {line}"
    path.write_text(text)


class Company:
    """An organization with one report, and how two of its people reach a server."""

    def __init__(self, url: str, keys: Path) -> None:
        self.url = url
        self.keys = keys

    async def begin(self) -> None:
        """All of it through the unchanged code."""
        async with Database(Settings(), self.url) as database:
            handler = Handler(database=database, log=Log(database))
            organization = await Organization.begin(handler)
            self.key_result: KeyResultAdded = await organization.key_result()
            await organization.check_in(self.key_result, 1, note="Before there were blockers.")
            reader = await organization.person()
            tokens = Tokens(key=signing_key(self.keys, "tokens"), database=database)
            self._people = {
                id_: tokens.issue(organization.id, id_, 3600)
                for id_ in (organization.actor.id, reader.person_id)
            }

    def reached(self, http: httpx.AsyncClient) -> tuple[Client, Client]:
        """The one who reports, and somebody else."""
        one, other = (
            Client(http=http, token=token, person_id=id_) for id_, token in self._people.items()
        )
        return one, other


@pytest.fixture
async def company(clone: Clone, tmp_path: Path) -> AsyncIterator[Company]:
    async with clone() as url:
        company = Company(url, tmp_path)
        await company.begin()
        yield company


async def test_one_line_and_one_column_carry_a_field_all_the_way(
    copy: Path, company: Company
) -> None:
    add_field(copy, "CheckIn", FIELD)
    add_column(copy, "check_ins", COLUMN)

    with running(company.url, company.keys, copy) as address:
        async with httpx.AsyncClient(base_url=address, timeout=30) as http:
            author, reader = company.reached(http)
            id_ = str(company.key_result.key_result_id)
            said = {"keyResultId": id_, "note": "Now.", "blockers": "A wall."}

            told = await author.do("recordCheckIn", "checkIn { id blockers }", **said)
            corrected = await author.do(
                "correctCheckIn", "checkIn { blockers }", checkInId=told["id"], reason="A slip."
            )
            seen = (await reader.ask(REPORTS, id=id_))["node"]["checkIns"]["nodes"]
            sdl = (await http.get("/schema.graphql")).text

    assert told["blockers"] == corrected["blockers"] == "A wall."
    assert seen[:2] == [
        {"note": "Before there were blockers.", "blockers": None},
        {"note": "Now.", "blockers": "A wall."},
    ]
    assert sdl.count(f'"""{WORDS}"""') == 4, "where it is said, where it is shown, in both facts"


def house_tests(copy: Path, postgres: str, *which: str) -> subprocess.CompletedProcess[str]:
    """Run tests of the copy's house, in the copy."""
    own = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))
    }
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *(f"--basetemp={copy.parent / 'nested'}", *which),
        ],
        cwd=copy,
        env={**own, "OKRLOG_TEST_DATABASE_URL": postgres},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_field_of_any_noun_goes_the_same_way(copy: Path, postgres: str) -> None:
    for noun, table in TABLES.items():
        name = f"remark_on_{noun.lower()}"
        add_field(copy, noun, f'    {name}: Annotated[Text | None, "A remark."] = None\n')
        add_column(copy, table, f"  {name} text,\n")

    ran = house_tests(copy, postgres, "tests/house/test_nouns.py", "tests/house/test_columns.py")

    assert ran.returncode == 0, ran.stdout


def test_a_field_without_a_column_is_noticed(copy: Path, postgres: str) -> None:
    add_field(copy, "CheckIn", FIELD)

    ran = house_tests(copy, postgres, "tests/house/test_columns.py")

    assert ran.returncode == 1, ran.stdout
    assert "check_ins does not keep a CheckIn as it is stated" in ran.stdout
