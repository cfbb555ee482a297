"""One fact to many who follow, beside a bare broadcast of its bytes and a plain subscription."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import psutil

from server.auth import Tokens
from server.keys import signing_key
from server.log import Log
from tests.benchmarks.databases import migrated, server, settled
from tests.benchmarks.generated import FOUR_LEVELS, Organization, organization
from tests.benchmarks.listeners import Crowd, Heard, room_for
from tests.benchmarks.over_http import DOCUMENT
from tests.benchmarks.processes import Process, free_port, running
from tests.benchmarks.results import Row, Skipped, against, alone
from tests.benchmarks.serving import okrlog
from tests.benchmarks.wire import Client, post

SIZES = (100, 1_000, 10_000)
IDIOMATIC = 1_000
ROUNDS = 5
FOLLOWED = 20
QUIET_SECONDS = 11
"""After so long a connection that does nothing has told what it did."""
HEADER = 4
"""Bytes of a frame before its text, if that is not very short or very long."""
VIEW = """
subscription ($first: Int) { organization { keyResults(first: $first) { nodes {
  title current progress { value } } } } }"""
WIDE = {
    "OKRLOG_PERSON_LIMIT": "100000",
    "OKRLOG_ADDRESS_LIMIT": "100000",
    "OKRLOG_LOOK_SECONDS": "3600",
    "OKRLOG_CHECKPOINT_SECONDS": "0",
}


@dataclass(kw_only=True)
class Side:
    """A server with listeners, and what makes it tell them something."""

    process: Process
    crowd: Crowd
    trigger: Callable[[], Awaitable[Any]]
    memory: float = 0
    heard: list[Heard] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)

    async def turn(self) -> None:
        """Tell everybody once; processor seconds are those of the server."""
        before = _processor(self.process)
        self.heard.append(await self.crowd.hear(self.trigger))
        self.spent.append(_processor(self.process) - before)

    @property
    def last(self) -> list[float]:
        """Milliseconds until the last delivery."""
        return [each.last * 1000 for each in self.heard]


async def measure(scratch: Path) -> AsyncIterator[Row | Skipped]:
    """Each size anew, both servers at once, each told in its turn."""
    room = room_for(max(SIZES))
    made, keys = organization(FOUR_LEVELS), scratch / "keys"
    with server(scratch / "live") as url:
        async with migrated(url) as database:
            await made.found(Log(database))
            await settled(url)
            tokens = Tokens(key=signing_key(keys, "tokens"), database=database)
            token = tokens.issue(made.id, made.person_id, 36_000)
        statements: dict[int, float] = {}
        for size in SIZES:
            if size > room:
                why = f"{room} descriptors are allowed; raise `ulimit -n`"
                yield Skipped(name=f"one fact to {size} subscribers", reason=why)
                continue
            async for row in _one_view(size, url, keys, made, token, statements):
                yield row
        async for row in _statements(statements):
            yield row
        yield await _different(url, keys, made, token)


async def _one_view(
    size: int, url: str, keys: Path, made: Organization, token: str, statements: dict[int, float]
) -> AsyncIterator[Row]:
    says = [greeting(token, FOLLOWED)] * size
    # One after the other: together they would need twice as many descriptors.
    async with ours(url, keys, made, token, says) as us:
        text = us.crowd.listeners[0].last[HEADER:]
        for _ in range(ROUNDS):
            await us.turn()
        spent, last = sum(us.spent), us.last
        first = [heard.first * 1000 for heard in us.heard]
        statements[size] = await _transactions(url, us)
    them = await _told("broadcast", [()] * size, text)
    name = f"one fact to {size:,} subscribers of one view"
    goal = 1.5 if size == max(SIZES) else None
    yield against(f"{name}, last delivery", "ms", last, them.last, at_most=goal)
    yield alone(f"{name}, first delivery", "ms", first)
    if size >= IDIOMATIC:  # less is not seen: the clock of processes ticks every 10 ms
        each = [[1e6 * seconds / ROUNDS / size] for seconds in (spent, sum(them.spent))]
        yield against(f"{name}, processor time per delivery", "us", *each)
    memory = [us.memory / size / 1024], [them.memory / size / 1024]
    yield against(f"{size:,} subscribers, memory of each", "kB", *memory, at_most=goal)
    if size == IDIOMATIC:
        plain = await _told("subscribing", [greeting("", FOLLOWED)] * size, b"")
        yield against(f"{name}, beside a plain subscription", "ms", last, plain.last)


async def _told(rival: str, says: Sequence[Any], text: bytes) -> Side:
    """A rival that has told everybody as often as we have."""
    with _rival(rival) as (port, process):
        async with _theirs(port, process, says, text) as side:
            for _ in range(ROUNDS):
                await side.turn()
    return side


async def _statements(statements: dict[int, float]) -> AsyncIterator[Row]:
    if statements:
        few, many = statements[min(statements)], statements[max(statements)]
        name = f"transactions per fact, {max(statements):,} subscribers beside {min(statements)}"
        yield against(name, "transactions", [many], [few], at_most=1)


async def _different(url: str, keys: Path, made: Organization, token: str) -> Row:
    """Everybody follows something else: each is asked and told alone."""
    says = [greeting(token, 1 + number % 100, number) for number in range(IDIOMATIC)]
    async with ours(url, keys, made, token, says) as us:
        for _ in range(ROUNDS):
            await us.turn()
    return alone(f"one fact to {IDIOMATIC:,} different views, last delivery", "ms", us.last)


def greeting(token: str, first: int, number: int = 0) -> list[Any]:
    query = VIEW.replace("keyResults", f"v{number}: keyResults", 1) if number else VIEW
    return [
        {"type": "connection_init", "payload": {"Authorization": f"Bearer {token}"}},
        {
            "type": "subscribe",
            "id": "1",
            "payload": {"query": query, "variables": {"first": first}},
        },
    ]


@asynccontextmanager
async def ours(
    url: str, keys: Path, made: Organization, token: str, says: Sequence[Any]
) -> AsyncIterator[Side]:
    values = count(1)
    with okrlog(url, keys, **WIDE) as ours:
        client = await Client.connect(ours.port)
        reported = made.reported[0].key_result_id

        async def report() -> None:
            said = {"input": {"keyResultId": str(reported), "value": str(next(values))}}
            body = json.dumps({"query": DOCUMENT, "variables": said}).encode()
            answer = await client.ask(post("/graphql", body, Authorization=f"Bearer {token}"))
            assert b'"refusals":[]' in answer, answer

        before = _resident(ours.process)
        crowd = await Crowd.gather(ours.port, says)
        side = Side(process=ours.process, crowd=crowd, trigger=report)
        side.memory = _resident(ours.process) - before
        yield side
        crowd.close()
        await client.close()


@asynccontextmanager
async def _theirs(
    port: int, process: Process, says: Sequence[Any], text: bytes = b""
) -> AsyncIterator[Side]:
    client = await Client.connect(port)

    async def say() -> None:
        await client.ask(post("/say", text))

    before = _resident(process)
    crowd = await Crowd.gather(port, says)
    side = Side(process=process, crowd=crowd, trigger=say)
    side.memory = _resident(process) - before
    yield side
    crowd.close()
    await client.close()


@contextmanager
def _rival(name: str) -> Iterator[tuple[int, Process]]:
    port = free_port()
    command = [sys.executable, "-m", f"tests.benchmarks.rivals.{name}", str(port)]
    with running(command, port, {}) as process:
        yield port, process


async def _transactions(url: str, us: Side) -> float:
    """How many transactions one fact takes until everybody was told."""
    connection = await asyncpg.connect(url)
    try:
        before = await _committed(connection)
        for _ in range(ROUNDS):
            await us.turn()
        return (await _committed(connection) - before) / ROUNDS
    finally:
        await connection.close()


async def _committed(connection: asyncpg.Connection) -> int:
    await asyncio.sleep(QUIET_SECONDS)
    text = "select xact_commit from pg_stat_database where datname = current_database()"
    return int(await connection.fetchval(text))


def _processor(process: Process) -> float:
    times = psutil.Process(process.pid).cpu_times()
    return float(times.user + times.system)


def _resident(process: Process) -> int:
    return int(psutil.Process(process.pid).memory_info().rss)
