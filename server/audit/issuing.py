"""Signs how far a log has come, and proves from it what is asked for."""

import asyncio
from dataclasses import dataclass, field
from uuid import UUID

import asyncpg

from server.audit.checkpoints import Checkpoint
from server.audit.merkle import consistency, inclusion
from server.audit.notes import Signer
from server.audit.proofs import growth_text, inclusion_text
from server.audit.trees import StoredTree
from server.database import Database
from server.queries import query


class NotTheSignedLog(Exception):
    """The log is another one than was signed, or ends before: nothing more of it is signed."""

    def __init__(self, organization_id: UUID, signed: int, head: int) -> None:
        self.signed = signed
        super().__init__(
            f"The log of organization {organization_id}, which ends at position {head}, is not "
            f"the one that was signed up to position {signed}: somebody changed the database."
        )


class NotThatFar(Exception):
    """A proof was asked for about a position that the log does not have."""

    def __init__(self, head: int) -> None:
        super().__init__(f"The log ends at position {head}.")


@dataclass(frozen=True, kw_only=True)
class Issuer:
    """Issues checkpoints of the logs of a database, and proofs that go with them."""

    database: Database
    signer: Signer
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    async def checkpoint(self, organization_id: UUID, at_least: int = 0) -> Checkpoint:
        """Of all that the log tells now, and of a position; answers when all of it is durable.

        That the log was taken away, if nothing came after it, is left for next time: a checkpoint
        that is asked for after an export fits what was exported.
        """
        # One at a time: while a standby is away each would hold a connection until it is back.
        async with self._turn:
            return await self._newest(organization_id, at_least)

    async def _newest(self, organization_id: UUID, at_least: int) -> Checkpoint:
        row = await self.database.fetch_row(organization_id, "signed")
        if row is None:
            raise NotThatFar(0)
        signed = row["signed"] or 0
        if row["rewritten"] or row["head"] < signed:
            raise NotTheSignedLog(organization_id, signed, row["head"])
        if at_least > row["head"]:
            raise NotThatFar(row["head"])
        position = max(row["telling"], signed, at_least)
        if position != signed:
            await self._sign(organization_id, position)
        return await self._signed(organization_id, position)

    async def note(self, organization_id: UUID) -> str:
        """The same as it is given away."""
        return (await self.checkpoint(organization_id)).signed(self.signer)

    async def inclusion(self, organization_id: UUID, position: int) -> str:
        """The proof that the fact at a position is in the log as it is signed now."""
        newest = await self.checkpoint(organization_id, position)
        tree = StoredTree(self.database, organization_id)
        hashes = await tree.hashes(inclusion(position - 1, newest.position))
        return inclusion_text(position, hashes, newest.signed(self.signer))

    async def growth(self, organization_id: UUID, since: int) -> str:
        """The proof that the log as it is signed now begins with what it was at a position."""
        newest = await self.checkpoint(organization_id, since)
        tree = StoredTree(self.database, organization_id)
        hashes = await tree.hashes(consistency(since, newest.position))
        return growth_text(since, hashes, newest.signed(self.signer))

    async def _sign(self, organization_id: UUID, position: int) -> None:
        """Note the root; the commit is durable, and with it everything that was written before."""
        tree = StoredTree(self.database, organization_id)
        await tree.grow(position)
        root = await tree.root(position)
        [last] = await self.database.fetch(organization_id, "leaves", position - 1, position)
        async with self.database.transaction(organization_id) as connection:
            await connection.fetchval(query("wait_until_durable"))
            await connection.execute(
                query("keep_checkpoint"), organization_id, position, last["chain"], root
            )

    async def _signed(self, organization_id: UUID, position: int) -> Checkpoint:
        row = await self.database.fetch_row(organization_id, "checkpoint", position)
        if row is None:
            raise NotTheSignedLog(organization_id, position, position)
        return checkpoint_of(organization_id, row)


def checkpoint_of(organization_id: UUID, row: asyncpg.Record) -> Checkpoint:
    """What was noted of a log."""
    return Checkpoint(
        organization=str(organization_id),
        epoch=row["epoch"],
        position=row["position"],
        root=row["root"],
        chain=row["chain"],
    )
