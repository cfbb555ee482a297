"""However long the log is, a window of it is read by an index: of all, or of what it is about."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from server.commands import Handler
from server.database import Database
from server.log import Log
from server.migrate import owner_of
from server.settings import Settings
from tests.conftest import Clone
from tests.samples import Organization
from tests.sql.plans import Reader, steps

FACTS = 20_000
WINDOW = 20
MOST = 5 * WINDOW
"""So many rows one step of a statement may come upon that shows a window."""
LONGER = """
  insert into log.event
  select
    e.org_id, e.epoch, n, e.stream_id, n, gen_random_uuid(), e.command_id, e.type, e.schema_version,
    e.recorded_at + n * interval '1 ms', e.actor_id, e.body, e.body_digest, e.chain
  from log.event e, generate_series($2::bigint + 1, $2 + $3) n
  where e.org_id = $1 and e.position = $2"""
MENTIONED = """
  insert into state_1.mentions (org_id, id, from_position, created_position, visibility)
  select m.org_id, m.id, n, n, m.visibility
  from state_1.mentions m, generate_series($2::bigint + 1, $2 + $3) n
  where m.org_id = $1 and m.from_position = $2"""
HEAD = "update log.head set position = position + $2 where org_id = $1"
SHOWS = (
    "events({said}) {{ nodes {{ id actor {{ name }} ... on CheckInRecorded {{ value note }} }} }}"
)
ALL = "query ($filter: EventFilter) {{ organization {{ {events} }} }}"
OF = "query ($id: ID!) {{ node(id: $id) {{ ... on {kind} {{ {events} }} }} }}"


@dataclass(kw_only=True)
class Long:
    """An organization with a long log, in which nearly all is about one key result."""

    organization: Organization
    reader: Reader
    ids: dict[str, str]
    head: int

    async def rows(self, document: str, position: int | None = None, **said: Any) -> list[int]:
        """How many rows of the log each step of a statement comes upon in all."""
        text = await self.reader.text_of(document, position, **said)
        plan = await self.reader.plan_of(text, "generic", done=True)
        return [
            round(each["Actual Rows"] * each["Actual Loops"]) + _dropped(each)
            for each in steps(plan)
            if each.get("Relation Name") in ("event", "mentions")
        ]


def _dropped(step: dict[str, Any]) -> int:
    return int(step.get("Rows Removed by Filter", 0)) * int(step["Actual Loops"])


@pytest.fixture(scope="module")
async def long(clone: Clone) -> AsyncIterator[Long]:
    async with clone() as url, owner_of(url) as owner, Database(Settings(), url) as database:
        organization = await Organization.begin(Handler(database=database, log=Log(database)))
        key_result = await organization.key_result()
        await organization.check_in(key_result, 1)
        head = (await organization.log())[-1]["position"]
        for text in (LONGER, MENTIONED):
            await owner.execute(text, organization.id, head, FACTS)
        await owner.execute(HEAD, organization.id, FACTS)
        await owner.execute("vacuum (analyze)")
        actor = organization.actor.id
        yield Long(
            organization=organization,
            reader=Reader(database=database, organization_id=organization.id, person_id=actor),
            ids={
                "KeyResult": str(key_result.key_result_id),
                "Objective": str(key_result.objective_id),
                "Person": str(actor),
            },
            head=head + FACTS,
        )


@pytest.mark.parametrize("end", ["first", "last"])
async def test_a_window_is_read_from_either_end(long: Long, end: str) -> None:
    shows = SHOWS.format(said=f"{end}: {WINDOW}")

    assert max(await long.rows(ALL.format(events=shows))) <= MOST
    for kind, id_ in long.ids.items():
        assert max(await long.rows(OF.format(kind=kind, events=shows), id=id_)) <= MOST


@pytest.mark.parametrize("position", [FACTS // 2, None])
async def test_so_it_is_in_the_past(long: Long, position: int | None) -> None:
    shows = SHOWS.format(said=f"last: {WINDOW}")

    assert max(await long.rows(ALL.format(events=shows), position)) <= MOST


@pytest.mark.parametrize("end", ["first", "last"])
async def test_so_it_is_where_it_is_narrowed(long: Long, end: str) -> None:
    document = ALL.format(events=SHOWS.format(said=f"{end}: {WINDOW}, filter: $filter"))
    narrowed: list[dict[str, Any]] = [
        {"types": ["CheckInRecorded"]},
        {"types": ["PersonAdded"]},
        {"objectiveId": long.ids["Objective"]},
        {"keyResultId": long.ids["KeyResult"]},
        {"actorId": long.ids["Person"]},
        {"personId": long.ids["Person"]},
        {"objectiveId": long.ids["Objective"], "types": ["CheckInRecorded"]},
    ]
    for each in narrowed:
        assert max(await long.rows(document, filter=each)) <= MOST, each
