"""The log as lines of JSON, one fact each, made by the database and read piece by piece."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

from server.database import Database

AT_ONCE = 500
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

    async def piece(after: int) -> Piece | None:
        last = min(after + AT_ONCE, until)
        row = await database.fetch_row(organization_id, "export", after, last)
        return Piece(last=last, **row) if row and row["lines"] else None

    # No transaction spans it: whoever reads may take their time. The next piece is made meanwhile.
    coming = asyncio.create_task(piece(after))
    try:
        while found := await coming:
            coming = asyncio.create_task(piece(found.last))
            yield found
    finally:
        coming.cancel()


async def lines(database: Database, organization_id: UUID, after: int = 0) -> AsyncIterator[str]:
    """Every fact after a position, a line each."""
    async for piece in pieces(database, organization_id, after):
        for line in piece.lines.decode().removesuffix("\n").split("\n"):
            yield line


async def head(database: Database, organization_id: UUID) -> int:
    """How far the log goes."""
    row = await database.fetch_row(organization_id, "head")
    return int(row["position"]) if row else 0
