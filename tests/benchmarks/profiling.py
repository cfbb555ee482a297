"""Where the time of an append and of a replay goes: by processor, by database function."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import psutil

from server.log import Log
from server.migrate import owner_of
from server.rebuild import StateBuilder
from tests.benchmarks.databases import migrated, server, settled
from tests.benchmarks.generated import FOUR_LEVELS, organization
from tests.benchmarks.results import Row, alone
from tests.benchmarks.timing import rate

SECONDS = 5
WRITERS = 32
SHOWN = 15
MICRO = 1_000_000

FUNCTIONS = """
select funcname as name, sum(calls)::float as calls, sum(self_time)::float * 1000 as microseconds
from pg_stat_user_functions group by funcname order by 3 desc limit $1"""


async def measure(scratch: Path) -> AsyncIterator[Row]:
    """Counting itself takes time: the shares count, not the sums."""
    with server(scratch / "profile") as url:
        async with owner_of(url) as owner:
            await owner.execute("alter database okrlog set track_functions = 'all'")
            async for row in _appending(url, owner, scratch / "profile/postgres/postmaster.pid"):
                yield row
        async for row in _replaying(url):
            yield row


async def _appending(url: str, owner: asyncpg.Connection, pid: Path) -> AsyncIterator[Row]:
    made = organization(FOUR_LEVELS)
    async with migrated(url) as database:
        log = Log(database)
        await made.found(log)
        await settled(url)
        await owner.execute("select pg_stat_reset()")
        first, before = made.position, _processor(pid)
        rates = [await rate(lambda _: made.check_in(log), WRITERS, SECONDS)]
        after, facts = _processor(pid), made.position - first
    yield alone("append, one organization, 32 writers, counted", "check-ins/s", rates)
    for place in before:
        spent = (after[place] - before[place]) * MICRO / facts
        yield alone(f"append: processor time, {place}", "us/fact", [spent])
    for row in await _functions("append", owner, facts):
        yield row


def _processor(pid: Path) -> dict[str, float]:
    """Seconds of processor time so far, here and in all processes of the database."""
    postmaster = psutil.Process(int(pid.read_text().split()[0]))
    times = [each.cpu_times() for each in postmaster.children()]
    return {
        "Python": time.process_time(),
        "PostgreSQL": sum(each.user + each.system for each in times),
    }


async def _replaying(url: str) -> AsyncIterator[Row]:
    async with owner_of(url) as connection:
        builder = StateBuilder(connection)
        version = await builder._create()
        await connection.execute("select pg_stat_reset()")
        begun = time.perf_counter()
        [rebuilt] = await builder._shadows(version)
        seconds = time.perf_counter() - begun
        yield alone("replay with roll-up, counted", "facts/s", [rebuilt.facts / seconds])
        for row in await _functions("replay", connection, rebuilt.facts):
            yield row


async def _functions(what: str, connection: asyncpg.Connection, facts: int) -> list[Row]:
    """The functions in which most time was spent, without those that they call."""
    await connection.execute("select pg_stat_force_next_flush()")
    return [
        alone(
            f"{what}: in {each['name']}, {each['calls'] / facts:.1f} calls a fact",
            "us/fact",
            [each["microseconds"] / facts],
        )
        for each in await connection.fetch(FUNCTIONS, SHOWN)
    ]
