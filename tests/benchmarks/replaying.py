"""Replayed facts per second: a generated log folded into a fresh state, as a rebuild does it."""

import random
import time
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import islice
from pathlib import Path

from server.ids import new_id
from server.log import Log
from server.migrate import owner_of
from server.okr import events, terms
from server.okr.events import Fact
from server.rebuild import StateBuilder
from tests.benchmarks.databases import migrated, new_database, server, settled
from tests.benchmarks.generated import FOUR_LEVELS, Organization, check_in, organization
from tests.benchmarks.results import Row, alone

ROUNDS = 3
FACTS_OF_A_COMMAND = 50

Life = Callable[[Organization], Iterator[Fact]]


async def measure(scratch: Path) -> AsyncIterator[Row]:
    """Two logs, each in a database of its own and replayed several times."""
    with server(scratch / "replay") as url:
        yield alone(
            "replay with roll-up: check-ins, four levels, 100 objectives",
            "facts/s",
            await replayed(url, check_ins, 2_000),
            at_least=5_000,
        )
        yield alone(
            "replay, folds alone: people, teams, words of objectives",
            "facts/s",
            await replayed(url, without_numbers, 10_000),
            at_least=20_000,
        )


def check_ins(made: Organization) -> Iterator[Fact]:
    """Facts that move numbers on all four levels."""
    while True:
        yield check_in(random.choice(made.reported))


def without_numbers(made: Organization) -> Iterator[Fact]:
    """Facts that no progress rests on, of several kinds in turn."""
    while True:
        person, team = new_id(), new_id()
        yield events.PersonAdded(person_id=person, name="Bob")
        yield events.TeamAdded(team_id=team, name="Team", kind=terms.TeamKind.TEAM)
        yield events.TeamMemberAdded(team_id=team, person_id=person, role=terms.TeamRole.MEMBER)
        yield events.PersonRenamed(person_id=person, name="Bill")
        yield events.ObjectiveEdited(
            objective_id=random.choice(made.reported).objective_id,
            changes={"title": "Make every customer want to stay"},
        )


async def replayed(url: str, life: Life, facts: int) -> list[float]:
    """Facts per second, several times, for a new organization whose log goes on like this."""
    async with new_database(url, life.__name__) as (own, _):
        async with migrated(own) as database:
            await _live(own, Log(database), life, facts)
        return [await _replay(own) for _ in range(ROUNDS)]


async def _live(url: str, log: Log, life: Life, facts: int) -> None:
    """An organization with a hundred objectives, and then so many facts."""
    made = organization(FOUR_LEVELS)
    await made.found(log)
    await settled(url)
    lived = islice(life(made), facts)
    while some := list(islice(lived, FACTS_OF_A_COMMAND)):
        await log.append(made.entry(some))


async def _replay(url: str) -> float:
    """Into tables that are empty; making and dropping them is not counted."""
    async with owner_of(url) as connection:
        builder = StateBuilder(connection)
        version = await builder._create()
        begun = time.perf_counter()
        [rebuilt] = await builder._shadows(version)
        seconds = time.perf_counter() - begun
        await builder._discard(version)
        return rebuilt.facts / seconds
