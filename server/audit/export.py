"""The log as lines of JSON, one fact each, made by the database and read piece by piece."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

from server.database import Database

AT_ONCE = 1_000
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
    # No transaction spans it: whoever reads may take their time.
    until = min(until, await head(database, organization_id))
    while after < until:
        last = min(after + AT_ONCE, until)
        row = await database.fetch_row(organization_id, "export", after, last)
        if row is None or row["lines"] is None:
            return
        yield Piece(lines=row["lines"], last=last, telling=row["telling"])
        after = last


async def lines(database: Database, organization_id: UUID, after: int = 0) -> AsyncIterator[str]:
    """Every fact after a position, a line each."""
    async for piece in pieces(database, organization_id, after):
        for line in piece.lines.decode().removesuffix("\n").split("\n"):
            yield line


async def head(database: Database, organization_id: UUID) -> int:
    """How far the log goes."""
    row = await database.fetch_row(organization_id, "head")
    return int(row["position"]) if row else 0
