"""What a check-in, a read, a follower and a fact that is kept cost, by processor time and bytes.

docs/operations/capacity.md shows a run of it, and what so many people need by that.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import asyncpg
import psutil

from server.auth import Tokens
from server.keys import signing_key
from server.log import Log
from tests.benchmarks.asking import asking
from tests.benchmarks.databases import opened, server, settled
from tests.benchmarks.generated import FOUR_LEVELS, Organization, organization
from tests.benchmarks.live import FOLLOWED, greeting, ours
from tests.benchmarks.mixed import Mix, founded
from tests.benchmarks.needs import PEOPLE, Cost, Costs, needed
from tests.benchmarks.over_http import mutations
from tests.benchmarks.processes import Process
from tests.benchmarks.reads_again import tagged
from tests.benchmarks.results import Row
from tests.benchmarks.serving import okrlog
from tests.benchmarks.watching import MEGABYTE

READS = {"page": 400, "past": 200, "tree": 30}
UNCHANGED = 1_000
CHECK_INS = 1_500
AT_ONCE = 32
FOLLOWERS = 1_000
VIEWS = 70
FACTS = 20
SHOWN = Path(__file__).with_suffix(".sql")


@dataclass(kw_only=True)
class Meter:
    """How much processor time one server and its PostgreSQL have taken for what was done."""

    process: Process
    postmaster: Path

    async def cost(self, times: int, act: Callable[[], Awaitable[object]]) -> Cost:
        """Milliseconds of each for one of so many, one after another, after some for nothing."""
        for _ in range(max(1, times // 10)):
            await act()
        before = self._spent()
        for _ in range(times):
            await act()
        after = self._spent()
        own, database = ((b - a) * 1000 / times for a, b in zip(before, after, strict=True))
        return Cost(server=own, database=database)

    def _spent(self) -> tuple[float, float]:
        postmaster = psutil.Process(int(self.postmaster.read_text().split()[0]))
        ended = postmaster.cpu_times()
        running = sum(map(_seconds, postmaster.children()))
        own = _seconds(psutil.Process(self.process.pid))
        return own, running + ended.children_user + ended.children_system


async def measure(scratch: Path) -> AsyncIterator[Row]:
    """One server over one database; those who follow have another one to themselves."""
    folder, keys, made = scratch / "capacity", scratch / "keys", organization(FOUR_LEVELS)
    with server(folder) as url:
        town = await founded(url, keys)
        async with opened(url) as database:
            await made.found(Log(database))
            tokens = Tokens(key=signing_key(keys, "tokens"), database=database)
            token = tokens.issue(made.id, made.person_id, 36_000)
        await settled(url)
        postmaster = folder / "postgres" / "postmaster.pid"
        costs = Costs()
        async with AsyncExitStack() as stack:
            served = stack.enter_context(okrlog(url, keys))
            meter = Meter(process=served.process, postmaster=postmaster)
            mix = await stack.enter_async_context(Mix(port=served.port, town=town, clients=1))
            for name, times in READS.items():
                costs.of[name] = await meter.cost(times, partial(mix.of, name, 0))
            _, again = await tagged(served.port, {"Authorization": f"Bearer {town.reader}"})
            async with asking(served.port, [again], status=304) as side:
                costs.of["unchanged"] = await meter.cost(UNCHANGED, lambda: side.act(0))
            await _check_ins(costs, meter, served.port, url, made, token)
            costs.server_megabytes = _resident(served.process)
            costs.connection_megabytes = _connection(postmaster)
        await _followers(costs, postmaster, url, keys, made, token)
    for row in costs.rows():
        yield row
    for people in PEOPLE:
        for row in needed(people, costs):
            yield row


async def _check_ins(
    costs: Costs, meter: Meter, port: int, url: str, made: Organization, token: str
) -> None:
    connection = await asyncpg.connect(url)
    try:
        before = await connection.fetchrow(SHOWN.read_text())
        async with asking(port, mutations(made, token), AT_ONCE) as side:
            costs.of["check-in"] = await meter.cost(CHECK_INS, lambda: side.act(0))

            async def together() -> None:
                await asyncio.gather(*map(side.act, range(AT_ONCE)))

            some = await meter.cost(CHECK_INS // AT_ONCE, together)
            costs.of["check-in among 32"] = some / AT_ONCE
        after = await connection.fetchrow(SHOWN.read_text())
    finally:
        await connection.close()
    assert before is not None
    assert after is not None
    grown = {name: after[name] - before[name] for name in ("facts", "log", "state", "wal")}
    costs.bytes = {name: grown[name] / grown["facts"] for name in ("log", "state", "wal")}


async def _followers(
    costs: Costs, postmaster: Path, url: str, keys: Path, made: Organization, token: str
) -> None:
    """Of one view, then each of another one; the check-in that tells them counts elsewhere."""
    one = [greeting(token, FOLLOWED)] * FOLLOWERS
    async with ours(url, keys, made, token, one) as us:
        meter = Meter(process=us.process, postmaster=postmaster)
        costs.follower_kilobytes = us.memory / FOLLOWERS / 1024
        whole = await meter.cost(FACTS, us.turn)
        costs.of["delivery"] = (whole - costs.of["check-in"]) / FOLLOWERS
    many = [greeting(token, 1 + each) for each in range(VIEWS)]
    async with ours(url, keys, made, token, many) as us:
        meter = Meter(process=us.process, postmaster=postmaster)
        whole = await meter.cost(FACTS, us.turn)
        costs.of["view"] = (whole - costs.of["check-in"]) / VIEWS


def _seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _resident(process: Process) -> float:
    return float(psutil.Process(process.pid).memory_info().rss / MEGABYTE)


def _connection(postmaster: Path) -> float:
    """Megabytes that nobody shares, of the largest process that serves a connection."""
    children = psutil.Process(int(postmaster.read_text().split()[0])).children()
    return float(max(each.memory_full_info().uss for each in children) / MEGABYTE)
