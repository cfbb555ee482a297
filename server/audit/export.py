"""The log as lines of JSON, one fact each, made by the database and read piece by piece."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from server.database import Database

AT_ONCE = 500
AHEAD = 2
FARTHEST = 2**62


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Lines of facts that follow each other; ``telling`` where they tell more than of exports."""

    lines: bytes
    last: int
    telling: bool


async def pieces(
    database: Database, organization_id: UUID, after: int = 0, until: int = FARTHEST
) -> AsyncIterator[Piece]:
    """The facts between two positions; words about what is private are withheld, digests stay."""
    until = min(until, await head(database, organization_id))

    async def piece(after: int) -> Piece:
        last = min(after + AT_ONCE, until)
        [row] = await database.fetch(organization_id, "export", after, last)
        return Piece(last=last, **row)

    # No transaction spans it: whoever reads may take their time. The next ones are made meanwhile.
    places = iter(range(after, until, AT_ONCE))
    coming = deque(asyncio.create_task(piece(each)) for each in islice(places, AHEAD))
    try:
        while coming:
            found = await coming.popleft()
            coming.extend(asyncio.create_task(piece(each)) for each in islice(places, 1))
            yield found
    finally:
        for each in coming:
            each.cancel()


async def lines(database: Database, organization_id: UUID, after: int = 0) -> AsyncIterator[str]:
    """Every fact after a position, a line each."""
    async for piece in pieces(database, organization_id, after):
        for line in piece.lines.decode().removesuffix("\n").split("\n"):
            yield line


async def head(database: Database, organization_id: UUID) -> int:
    """How far the log goes."""
    row = await database.fetch_row(organization_id, "head")
    return int(row["position"]) if row else 0
