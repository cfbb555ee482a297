"""Mixed load at half of what is possible, for long: what should stay flat, as a table and a plot.

python -m tests.benchmarks.soak --minutes 30 --picture soak.png
"""

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg
import structlog

from tests.benchmarks.databases import server
from tests.benchmarks.listeners import Crowd
from tests.benchmarks.mixed import SHARES, Mix, followed, founded
from tests.benchmarks.plotting import plot
from tests.benchmarks.results import against, heading, line
from tests.benchmarks.serving import okrlog
from tests.benchmarks.timing import machine, rate
from tests.benchmarks.watching import TOKEN, Held, Watch

CLIENTS = 16
FOLLOWERS = 50
WARM_SECONDS = 15
CAPACITY_SECONDS = 30
MINUTE = 60
HELD_FLAT = 1.1
TOOK_FLAT = 1.3
"""How much more may be held in the end, and how much longer it may take, on a quiet machine."""
SETTINGS = {
    "OKRLOG_METRICS_TOKEN": TOKEN,
    "OKRLOG_PERSON_LIMIT": "1000",
    "OKRLOG_ADDRESS_LIMIT": "1000",
}
COLUMNS = (
    "minute  load  requests/s  p50 ms  p99 ms  server MB  files  PostgreSQL MB  files"
    "  connections  prepared each  facts  dead rows %  bytes a fact"
)
FORMAT = (
    "{:6} {:5.1f} {:11.1f} {:7.1f} {:7.1f} {:10.1f} {:6} {:14.1f} {:6}"
    " {:12} {:14.1f} {:6} {:12.1f} {:13,.0f}"
)


@dataclass(kw_only=True)
class Minute:
    """What was done in it, in seconds each by kind, and what was held at its end."""

    number: int
    took: dict[str, list[float]] = field(default_factory=lambda: {each: [] for each in SHARES})
    held: Held
    bytes_a_fact: float = 0

    @property
    def requests(self) -> float:
        """How many a second."""
        return sum(map(len, self.took.values())) / MINUTE

    def latency(self, share: float, *kinds: str) -> float:
        """Milliseconds within which this share was answered, counted from when it was due."""
        took = sorted(each for kind in kinds or SHARES for each in self.took[kind])
        return took[int(share * (len(took) - 1))] * 1000

    def __str__(self) -> str:
        held = self.held
        return FORMAT.format(
            self.number,
            held.load,
            self.requests,
            self.latency(0.5),
            self.latency(0.99),
            held.memory,
            held.files,
            held.database_memory,
            held.database_files,
            held.connections,
            held.prepared,
            held.facts,
            held.dead,
            self.bytes_a_fact,
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--picture", type=Path, default=Path("soak.png"))
    said = parser.parse_args()
    if said.minutes < 1:
        parser.error("--minutes: at least 1")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with tempfile.TemporaryDirectory(prefix="okrlog-soak-") as scratch:
        asyncio.run(soaked(Path(scratch), said.minutes, said.picture))


async def soaked(scratch: Path, minutes: int, picture: Path) -> None:
    """Print each minute when it is over, then how the last third differs from the first."""
    print(machine())
    async with ready(scratch) as (mix, watch):
        await rate(mix.once, CLIENTS, WARM_SECONDS)
        capacity = await rate(mix.once, CLIENTS, CAPACITY_SECONDS)
        print(f"{capacity:.1f} requests/s by {CLIENTS} clients; half of that for {minutes} minutes")
        print(COLUMNS)
        found: list[Minute] = []
        before = await watch.look()
        async for each in paced(mix, watch, capacity / 2, minutes):
            grown = each.held.facts - before.facts
            each.bytes_a_fact = (each.held.bytes - before.bytes) / max(1, grown)
            found.append(each)
            print(each, flush=True)
    print(machine())
    print(heading())
    for row in compared(found):
        print(row)
    plot(found, picture, f"Half of {capacity:.0f} requests/s, {minutes} minutes")
    print(f"drawn in {picture}")


@asynccontextmanager
async def ready(scratch: Path) -> AsyncIterator[tuple[Mix, Watch]]:
    """A server with an organization, followers, and clients that wait for the clock."""
    async with AsyncExitStack() as stack:
        folder, keys = scratch / "soak", scratch / "keys"
        url = stack.enter_context(server(folder))
        town = await founded(url, keys)
        served = stack.enter_context(okrlog(url, keys, **SETTINGS))
        crowd = await Crowd.gather(served.port, [followed(town.reader)] * FOLLOWERS)
        stack.callback(crowd.close)
        connection = await asyncpg.connect(url)
        stack.push_async_callback(connection.close)
        mix = await stack.enter_async_context(Mix(port=served.port, town=town, clients=CLIENTS))
        postmaster = folder / "postgres" / "postmaster.pid"
        yield mix, Watch(served=served, postmaster=postmaster, connection=connection)


async def paced(mix: Mix, watch: Watch, requests: float, minutes: int) -> AsyncIterator[Minute]:
    """So many requests a second, whether or not those before were answered."""
    took: list[tuple[str, float]] = []
    begun = time.perf_counter()
    clients = [
        asyncio.create_task(_client(mix, each, begun, CLIENTS / requests, minutes, took))
        for each in range(CLIENTS)
    ]
    try:
        for number in range(1, minutes + 1):
            await asyncio.sleep(max(0, begun + MINUTE * number - time.perf_counter()))
            for each in clients:
                if each.done():
                    each.result()  # whoever was answered otherwise ends it all
            minute = Minute(number=number, held=await watch.look())
            for kind, seconds in took:
                minute.took[kind].append(seconds)
            took.clear()
            yield minute
        await asyncio.gather(*clients)
    finally:
        for each in clients:
            each.cancel()


async def _client(
    mix: Mix,
    number: int,
    begun: float,
    interval: float,
    minutes: int,
    took: list[tuple[str, float]],
) -> None:
    due = begun + interval * number / CLIENTS
    while due < begun + MINUTE * minutes:
        await asyncio.sleep(max(0, due - time.perf_counter()))
        kind = await mix.once(number)
        took.append((kind, time.perf_counter() - due))
        due += interval


def compared(found: list[Minute]) -> list[str]:
    """The last third beside the first, after a first minute in which everything is new."""
    third = max(1, (len(found) - 1) // 3)
    first, last = found[1 : 1 + third] or found, found[-third:]
    held: dict[str, tuple[str, Callable[[Minute], float]]] = {
        "server, resident memory": ("MB", lambda each: each.held.memory),
        "server, open files": ("files", lambda each: each.held.files),
        "PostgreSQL, memory": ("MB", lambda each: each.held.database_memory),
        "PostgreSQL, open files": ("files", lambda each: each.held.database_files),
        "statements prepared on a connection": ("statements", lambda each: each.held.prepared),
        "dead rows of a hundred": ("rows", lambda each: each.held.dead),
        "log and state, a fact": ("bytes", lambda each: each.bytes_a_fact),
    }
    took: dict[str, tuple[str, Callable[[Minute], float]]] = {
        "page, p50": ("ms", lambda each: each.latency(0.5, "page")),
        "page, p99": ("ms", lambda each: each.latency(0.99, "page")),
        "check-in, p50": ("ms", lambda each: each.latency(0.5, "check-in")),
        "check-in, p99": ("ms", lambda each: each.latency(0.99, "check-in")),
    }
    return [
        line(against(name, unit, [*map(value, last)], [*map(value, first)], at_most=flat))
        for values, flat in ((held, HELD_FLAT), (took, TOOK_FLAT))
        for name, (unit, value) in values.items()
    ]


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
