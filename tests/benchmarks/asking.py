"""Requests made before the clock runs, asked in turn over connections that are kept open."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import cycle

from tests.benchmarks.results import Row, against
from tests.benchmarks.timing import Side, compare
from tests.benchmarks.wire import Client

CLIENTS = 16
SECONDS = 1.5
ROUNDS = 5


@asynccontextmanager
async def asking(
    port: int, requests: Sequence[bytes], clients: int = 1, status: int = 200
) -> AsyncIterator[Side]:
    """Ready to be measured; another status than this one ends the measurement."""
    prepared = cycle(requests)
    async with AsyncExitStack() as stack:
        connections = [await Client.connect(port) for _ in range(clients)]
        for each in connections:
            stack.push_async_callback(each.close)

        async def ask(client: int) -> None:
            await connections[client].ask(next(prepared), status)

        yield Side(act=ask)


async def slower(name: str, ours: Side, theirs: Side, at_most: float) -> Row:
    """How many times as long a request takes, asked one after another."""
    await compare([ours, theirs], 1, seconds=SECONDS, rounds=ROUNDS)
    mine, other = ([1000 / each for each in side.rates] for side in (ours, theirs))
    return against(name, "ms", mine, other, at_most=at_most)
