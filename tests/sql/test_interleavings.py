"""Many writers, many organizations, any order: no gap, nothing twice, nothing lost."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
from hypothesis import given, settings
from hypothesis import strategies as st

from server.commands import Handler
from server.database import Database
from server.log import Entry, KeyUse, Log, Outcome
from server.okr.events import CheckInRecorded, Fact, PersonAdded, PersonRenamed
from server.okr.now import Guard
from tests.entries import append, arrival, entry
from tests.samples import Organization

WRITERS = 32
ORGANIZATIONS = 1000
AT_ONCE = 100
"""More would wait longer for a connection than a statement may take, and be turned away."""


async def test_32_writers_in_one_organization(
    organization: Organization, other_database: Database
) -> None:
    elsewhere = Handler(database=other_database, log=Log(other_database))
    key_results = [await organization.key_result() for _ in range(4)]
    before = len(await organization.log())

    async def write(number: int) -> list[Any]:
        served = organization.served_by(elsewhere) if number % 2 else organization
        key_result = key_results[number % len(key_results)]
        written: list[Any] = []
        for value in range(6):
            written.append(await served.check_in(key_result, value, note=f"{number}.{value}"))
            written.append(await served.person(f"{number}.{value}"))
        return written

    facts = [fact for each in await asyncio.gather(*map(write, range(WRITERS))) for fact in each]
    log = await organization.log()
    assert [event["position"] for event in log] == [*range(1, before + len(facts) + 1)]
    logged = await organization.handler.log.facts(organization.id, before + 1, len(log))
    assert sorted(map(repr, logged)) == sorted(map(repr, facts))
    await in_order(organization, logged)


async def in_order(organization: Organization, logged: list[Fact]) -> None:
    """What each writer wrote comes in the order in which they wrote it."""
    notes = [fact.note or "" for fact in logged if isinstance(fact, CheckInRecorded)]
    for number in range(WRITERS):
        own = [note for note in notes if note.startswith(f"{number}.")]
        assert own == [f"{number}.{value}" for value in range(6)]
    shown = await organization.rows("select note from check_ins where org_id = $1 order by place")
    assert [row["note"] for row in shown] == notes


async def test_a_thousand_organizations(handler: Handler, owner: asyncpg.Connection) -> None:
    """Takes about as long as 6,000 commands; organizations do not wait for each other."""
    turn = asyncio.Semaphore(AT_ONCE)

    async def live(_: int) -> UUID:
        async with turn:
            organization = await Organization.begin(handler)
            await asyncio.gather(*(organization.person() for _ in range(3)))
            return organization.id

    ids = set(await asyncio.gather(*map(live, range(ORGANIZATIONS))))
    logs = await owner.fetch(
        "select e.org_id, count(*), min(e.position), max(e.position), h.position as head,"
        " bool_and(e.chain = h.chain) filter (where e.position = h.position) as chained"
        " from log.event e join log.head h using (org_id)"
        " where e.org_id = any ($1) group by e.org_id, h.position",
        ids,
    )
    assert {log["org_id"] for log in logs} == ids
    assert {
        (log["count"], log["min"], log["max"], log["head"], log["chained"]) for log in logs
    } == {(6, 1, 6, 6, True)}
    people = await owner.fetchval(
        "select count(*) from people where org_id = any ($1) and to_position > 10^18", ids
    )
    assert people == 4 * ORGANIZATIONS


@dataclass(frozen=True)
class Said:
    """A command as drawn: about whom, decided how long ago, resting on whom, under which key."""

    about: tuple[int | None, ...]
    ago: int
    rests_on: tuple[tuple[int, bool], ...]
    key: int | None


PEOPLE = 3
said = st.builds(
    Said,
    about=st.lists(st.one_of(st.none(), st.integers(0, PEOPLE - 1)), min_size=1, max_size=3).map(
        tuple
    ),
    ago=st.integers(0, 6),
    rests_on=st.lists(st.tuples(st.integers(0, PEOPLE - 1), st.booleans()), max_size=2).map(tuple),
    key=st.one_of(st.none(), st.integers(0, 4)),
)


class Model:
    """What the log of one organization must be, said once more in a few lines."""

    def __init__(self, organization: Organization, people: list[UUID]) -> None:
        self.organization = organization
        self.people = people
        self.facts: list[tuple[UUID, str]] = []
        self.keys: set[str] = set()

    @classmethod
    async def begin(cls, handler: Handler) -> "Model":
        organization = await Organization.begin(handler)
        people = [(await organization.person()).person_id for _ in range(PEOPLE)]
        model = cls(organization, people)
        model.facts = [(e["stream_id"], e["type"]) for e in await organization.log()]
        return model

    def entry(self, drawn: Said, position: int) -> Entry:
        facts: list[Fact] = [
            arrival() if who is None else PersonRenamed(person_id=self.people[who], name="Ann")
            for who in drawn.about
        ]
        made = entry(self.organization, *facts, decided_at=max(position - drawn.ago, 0))
        made.guards = [
            Guard(stream=self.people[who], kinds=(PersonAdded,) if other else ())
            for who, other in drawn.rests_on
        ]
        if drawn.key is not None:
            made.key = KeyUse(text=f"key {drawn.key}", salt=b"salt", digest=b"digest")
        return made

    def expect(self, made: Entry) -> Outcome:
        """What becomes of an entry; if it is appended, the model has it from here on."""
        if made.key and made.key.text in self.keys:
            return Outcome(status="repeated")
        if self.moved(made, len(self.facts)):
            return Outcome(status="moved")
        first = len(self.facts) + 1
        self.facts += [(fact.person_id, type(fact).__name__) for fact in persons(made)]
        self.keys |= {made.key.text} if made.key else set()
        return Outcome(status="appended", first=first, last=len(self.facts))

    def moved(self, made: Entry, position: int) -> bool:
        """Whether anything came between that the entry rests on."""
        between = self.facts[made.decided_at : position]
        return any(
            stream == guard.stream
            and (not guard.kinds or kind in {k.__name__ for k in guard.kinds})
            for stream, kind in between
            for guard in made.guards
        )

    async def check(self) -> None:
        versions: Counter[UUID] = Counter()
        log = await self.organization.log()
        assert [(e["stream_id"], e["type"]) for e in log] == self.facts
        for position, event in enumerate(log, 1):
            versions[event["stream_id"]] += 1
            assert (event["position"], event["version"]) == (position, versions[event["stream_id"]])


def persons(made: Entry) -> list[PersonAdded | PersonRenamed]:
    return [fact for fact in made.facts if isinstance(fact, PersonAdded | PersonRenamed)]


@given(calls=st.lists(st.lists(said, min_size=1, max_size=5), min_size=1, max_size=6))
@settings(max_examples=40)
async def test_each_call_does_what_the_model_says(
    handler: Handler, calls: list[list[Said]]
) -> None:
    model = await Model.begin(handler)
    for call in calls:
        entries = [model.entry(each, len(model.facts)) for each in call]
        assert await append(model.organization, *entries) == [
            model.expect(each) for each in entries
        ]
    await model.check()


@given(writers=st.lists(st.lists(said, min_size=1, max_size=4), min_size=2, max_size=8))
@settings(max_examples=25)
async def test_writers_at_once_leave_a_log_that_explains_their_outcomes(
    handler: Handler, other_database: Database, writers: list[list[Said]]
) -> None:
    logs = [handler.log, Log(other_database)]
    model = await Model.begin(handler)
    outcomes: list[tuple[Entry, Outcome]] = []

    async def write(log: Log, drawn: list[Said]) -> None:
        for each in drawn:
            (head,) = await model.organization.rows("select * from log.head where org_id = $1")
            made = model.entry(each, head["position"])
            outcomes.append((made, await log.append(made)))

    await asyncio.gather(*(write(logs[i % 2], drawn) for i, drawn in enumerate(writers)))
    model.facts = [(e["stream_id"], e["type"]) for e in await model.organization.log()]
    await model.check()
    explained(model, outcomes)


def explained(model: Model, outcomes: list[tuple[Entry, Outcome]]) -> None:
    """Each outcome follows from the order in which the log has the facts."""
    taken = [(made, outcome) for made, outcome in outcomes if outcome.status == "appended"]
    positions = [p for _, outcome in taken for p in range(outcome.first, outcome.last + 1)]
    assert sorted(positions) == [
        *range(len(model.facts) - len(positions) + 1, len(model.facts) + 1)
    ]
    for made, outcome in taken:
        facts = [(fact.person_id, type(fact).__name__) for fact in persons(made)]
        assert model.facts[outcome.first - 1 : outcome.last] == facts
        assert not model.moved(made, outcome.first - 1)
    keys = Counter(made.key.text for made, _ in taken if made.key)
    assert set(keys.values()) <= {1}
    for made, outcome in outcomes:
        if outcome.status == "repeated":
            assert made.key
            assert made.key.text in keys
        elif outcome.status == "moved":
            assert model.moved(made, len(model.facts))
