"""What is asked most finds its rows by indexes, however much else there is."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from server.commands import Handler
from server.database import Database
from server.log import Log
from server.migrate import owner_of
from server.okr import events
from server.okr.events import Fact
from server.settings import Settings
from tests.benchmarks.company import company
from tests.benchmarks.history import MAKERS
from tests.benchmarks.readers import DOCUMENTS
from tests.conftest import Clone
from tests.samples import Organization
from tests.sql.plans import UNWATCHED, Reader, Text, large, wasteful

OBJECTIVES = 60
VERSIONS = 50
NODE = "query ($id: ID!) { node(id: $id) { id ... on Objective { title state } } }"
KEY_RESULT = """
  query ($id: ID!) { node(id: $id) { ... on KeyResult {
    title current progress { value }
    lastCheckIn { value note author { name } }
    contributions { nodes { target current person { name } } } } } }"""
VIEWER = "{ viewer { permissions person { id name } organization { name } } }"


async def nothing() -> None:
    """Nobody has looked at what there is."""


@dataclass(kw_only=True)
class Grown:
    """An organization whose rows have versions, others beside it, and who reads in it."""

    owner: asyncpg.Connection
    reader: Reader
    past: int
    objective: UUID
    key_result: UUID

    async def texts(self) -> dict[str, Text]:
        """What is asked most, now and as of a position."""
        page = (DOCUMENTS / "page.graphql").read_text()
        asked: dict[str, tuple[str, dict[str, Any]]] = {
            "page": (page, {"first": 20}),
            "node": (NODE, {"id": str(self.objective)}),
            "key result": (KEY_RESULT, {"id": str(self.key_result)}),
            "viewer": (VIEWER, {}),
        }
        found = {"request": self.reader.of_each_request()}
        for tense, position in (("now", None), ("past", self.past)):
            for name, (document, said) in asked.items():
                text = await self.reader.text_of(document, position, **said)
                found[f"{name}, {tense}"] = text
        return found

    async def wasteful(self, *modes: str, done: bool) -> dict[str, list[str]]:
        """By what is asked and how it is planned: the steps that are not as they should be."""
        tables, found = await large(self.owner), {}
        for name, text in (await self.texts()).items():
            for mode in modes:
                plan = await self.reader.plan_of(text, mode, done=done)
                if steps := [*wasteful(plan, tables)]:
                    found[f"{name}, {mode}"] = steps
        return found


@pytest.fixture(params=[1, 1_000])
async def grown(clone: Clone, request: pytest.FixtureRequest) -> AsyncIterator[Grown]:
    """Others are small, and there are many of them; statistics are those of empty tables."""
    whole = company(OBJECTIVES)
    async with clone() as url, owner_of(url) as owner, Database(Settings(), url) as database:
        await owner.execute(UNWATCHED)
        await owner.execute("analyze")
        await whole.found(Log(database), nothing)
        await whole.go_on(Log(database), 2 * VERSIONS)
        await owner.execute(MAKERS.read_text())
        await _lived(owner, whole.id, whole.made.position)
        if request.param > 1:
            other = await _other(Handler(database=database, log=Log(database)))
            await _lived(owner, other.id, 20 + 2 * VERSIONS)
            await owner.execute(
                "call pg_temp.found_others('state_1', $1, $2)", other.id, request.param - 2
            )
        yield Grown(
            owner=owner,
            reader=Reader(database=database, organization_id=whole.id, person_id=whole.viewer_id),
            past=whole.made.position - VERSIONS,
            objective=_first(whole.facts, events.ObjectiveCreated).objective_id,
            key_result=_first(whole.facts, events.KeyResultAdded).key_result_id,
        )


def _first(facts: list[Fact], kind: type[Any]) -> Any:
    return next(each for each in facts if isinstance(each, kind))


async def _lived(owner: asyncpg.Connection, organization: Any, head: int) -> None:
    for name in ("revise_often", "report_often"):
        call = f"call pg_temp.{name}('state_1', $1, $2, $3)"
        await owner.execute(call, organization, VERSIONS, head)


async def _other(handler: Handler) -> Organization:
    other = await Organization.begin(handler)
    key_result = await other.key_result(await other.objective(team=await other.team()))
    await other.contributor(key_result, await other.person())
    await other.check_in(key_result, 1)
    return other


async def test_nothing_large_is_read_from_end_to_end(grown: Grown) -> None:
    """With statistics of empty tables, then with those of what there is."""
    assert await grown.wasteful("generic", "custom", done=False) == {}
    await grown.owner.execute("analyze")
    assert await grown.wasteful("generic", "custom", done=False) == {}


async def test_no_more_is_read_than_is_shown(grown: Grown) -> None:
    """Also where the planner takes the organization for a small one, because the others are."""
    await grown.owner.execute("analyze")
    assert await grown.wasteful("generic", "custom", done=True) == {}


@pytest.mark.parametrize("grown", [1], indirect=True)
@pytest.mark.parametrize(
    "index",
    [
        "check_ins_org_id_key_result_id_occurred_on_place_created_po_idx",
        "key_results_org_id_objective_id_created_position_idx",
    ],
)
async def test_a_missing_index_is_noticed(grown: Grown, index: str) -> None:
    await grown.owner.execute(f"drop index state_1.{index}")
    await grown.owner.execute("analyze")
    assert await grown.wasteful("generic", done=True) != {}
