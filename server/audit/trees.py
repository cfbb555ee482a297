"""The tree over a log: its complete subtrees are kept, the rest follows from the log."""

from collections.abc import Iterable
from uuid import UUID

from server.audit.merkle import Subtree, complete, folded, leaf, node
from server.database import Database
from server.queries import query

STEP = 8
"""Subtrees are kept at every eighth height: what is below one, 256 hashes, is read at once."""
HEIGHTS = range(STEP, 63, STEP)
AT_ONCE = 16


class StoredTree:
    """Grows beside the log, with flat memory; nothing that appends waits for it."""

    def __init__(self, database: Database, organization_id: UUID) -> None:
        self._database = database
        self._organization_id = organization_id

    async def grow(self, size: int) -> None:
        """Keep every subtree that is complete in a tree of a size, lower ones first."""
        for height in HEIGHTS:
            wanted = size >> height
            if not wanted:
                return
            [row] = await self._database.fetch(self._organization_id, "subtrees_kept", height)
            for first in range(row["kept"], wanted, AT_ONCE):
                await self._keep(height, first, min(first + AT_ONCE, wanted))

    async def root(self, size: int) -> bytes:
        """The root over the first facts, as many as are said."""
        return await self._top((0, size))

    async def hashes(self, subtrees: Iterable[Subtree]) -> list[bytes]:
        """What a proof consists of."""
        return [await self._top(each) for each in subtrees]

    async def _top(self, subtree: Subtree) -> bytes:
        return folded([await self._complete(*each) for each in complete(subtree)])

    async def _complete(self, begin: int, end: int) -> bytes:
        """The hash above as many leaves as a power of two, from what is kept right below it."""
        height = (end - begin).bit_length() - 1
        below = height - height % STEP
        return _merged(await self._row(below, begin >> below, end >> below))

    async def _keep(self, height: int, first: int, end: int) -> None:
        below = await self._row(height - STEP, first << STEP, end << STEP)
        tops = [_merged(below[at : at + (1 << STEP)]) for at in range(0, len(below), 1 << STEP)]
        async with self._database.transaction(self._organization_id) as connection:
            await connection.execute(
                query("keep_subtrees"), self._organization_id, height, first, tops
            )

    async def _row(self, height: int, first: int, end: int) -> list[bytes]:
        """The hashes of one height, side by side."""
        whose = self._organization_id
        if height == 0:
            rows = await self._database.fetch(whose, "leaves", first, end)
            return [leaf(row["chain"]) for row in rows]
        rows = await self._database.fetch(whose, "subtrees", height, first, end)
        return [row["hash"] for row in rows]


def _merged(hashes: list[bytes]) -> bytes:
    """The one hash above as many as a power of two."""
    while len(hashes) > 1:
        hashes = [node(left, right) for left, right in zip(hashes[::2], hashes[1::2], strict=True)]
    [top] = hashes
    return top
