"""What the database is asked, where an organization is, and in the version of its state there."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import Any, Self
from uuid import UUID

import asyncpg

from server.losses import Busy, DatabaseUnavailable, Moved
from server.pace import Pace
from server.pools import Connection, Pools, Sizes
from server.queries import query
from server.settings import Settings
from server.shards import Replica, Shard, Shards

OLDEST = 150_000
LOCK_TIMEOUT = "500ms"

READING: ContextVar[Pools | None] = ContextVar("reading", default=None)
"""Where this request reads, if not where it is written."""


@contextmanager
def reading_from(pools: Pools | None) -> Iterator[None]:
    """Let questions be asked there while the block lasts; what is written goes where it belongs."""
    before = READING.set(pools)
    try:
        yield
    finally:
        READING.reset(before)


class Rehearsal:
    """Reads inside a transaction that will be rolled back, one after another."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._turn = asyncio.Lock()

    async def read(
        self, organization_id: UUID, text: str, *values: Any, as_of: int | None = None
    ) -> list[asyncpg.Record]:
        """The rows that answer a statement as of a position of this transaction."""
        async with self._turn:
            await self.connection.fetchval(query("set_as_of"), str(as_of))
            return await self.connection.fetch(text, organization_id, *values)


class Trees:
    """Reads of much at once, on few connections of their own: no other read waits for them."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    async def read(
        self, organization_id: UUID, text: str, *values: Any, as_of: int | None = None
    ) -> list[asyncpg.Record]:
        """The rows that answer a statement, now or as of a position."""
        return await self._database.read(
            organization_id, text, *values, as_of=as_of, pace=self._database.slow
        )


class Database:
    """What can be asked of it, and written, for one organization at a time."""

    def __init__(self, settings: Settings, url: str) -> None:
        self.quick = Pace(
            name="requests",
            milliseconds=settings.statement_timeout,
            connections=settings.pool_size,
        )
        self.slow = Pace(
            name="trees",
            milliseconds=settings.tree_timeout,
            connections=settings.tree_pool_size,
        )
        self.thorough = Pace(
            name="redactions", milliseconds=settings.redaction_timeout, connections=1
        )
        self.trees = Trees(self)
        self._shards = Shards(settings, url)

    async def __aenter__(self) -> Self:
        await self._shards.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._shards.close()

    async def fetch(self, organization_id: UUID, name: str, *values: Any) -> list[asyncpg.Record]:
        """The rows that answer a named question; the organization is always its first value."""
        return await self.read(organization_id, query(name), *values)

    async def fetch_row(
        self, organization_id: UUID, name: str, *values: Any
    ) -> asyncpg.Record | None:
        """The first row that answers a named question, or None."""
        rows = await self.fetch(organization_id, name, *values)
        return rows[0] if rows else None

    async def fetch_newest(
        self, organization_id: UUID, name: str, *values: Any
    ) -> asyncpg.Record | None:
        """The same, of a question that also answers in which `state_version` it is to be asked.

        With it each request begins, so that a swap of the state is noticed before anything is read.
        """
        shard = await self._shards.of(organization_id)
        version = shard.version(organization_id)
        try:
            rows = await self._read(shard, organization_id, query(name), *values)
        except (asyncpg.UndefinedTableError, asyncpg.UndefinedFunctionError):
            # After two swaps that went unnoticed the version is gone.
            if await self._follow(shard, organization_id) in (None, version):
                raise
            return await self.fetch_newest(organization_id, name, *values)
        row = rows[0] if rows else None
        if row is not None and row["state_version"] == version:
            return row
        found = await self._follow(shard, organization_id)
        if found not in (None, version):
            return await self.fetch_newest(organization_id, name, *values)
        if row is None and found is not None:
            # The organization may have come back only now.
            return await self.fetch_row(organization_id, name, *values)
        return row

    async def anywhere(self, name: str, *values: Any) -> list[asyncpg.Record]:
        """The rows that answer what any server of the database could be asked, or told."""
        return await self._ask(self._shards.home, name, *values)

    async def all_over(self, name: str, *values: Any) -> AsyncIterator[asyncpg.Record]:
        """The rows with which all servers answer a question about the logs as such.

        Where one does not answer, the rows of the others come first; then it raises why.
        """
        async for _, row in self._shards.all_over(self._ask, name, *values):
            yield row

    async def fetch_at_once(
        self, organization_id: UUID, tense: str, text: str, *values: Any
    ) -> asyncpg.Record | None:
        """The row of a statement that also tells its `state_version`; None if that is another.

        As of when it reads the past it sets itself.
        """
        shard = await self._shards.of(organization_id)
        version = shard.version(organization_id)
        try:
            async with self._connection(
                shard, version, organization_id, tense, reads=True
            ) as connection:
                rows = await connection.fetch(text, organization_id, *values)
        except (asyncpg.UndefinedTableError, asyncpg.UndefinedFunctionError):
            return None
        return rows[0] if rows and rows[0]["state_version"] == version else None

    async def everywhere(self, name: str, *values: Any) -> list[asyncpg.Record]:
        """The rows that answer an operator's question, which is asked of one after another.

        Where a server does not answer, it is raised only if there are none on the others.
        """
        found: list[asyncpg.Record] = []
        try:
            async for shard, head in self._shards.all_over(self._ask, "heads"):
                version, organization_id = head["state_version"], head["org_id"]
                async with self._connection(shard, version, organization_id) as connection:
                    found += await connection.fetch(query(name), *values)
        except DatabaseUnavailable:
            if not found:
                raise
        return found

    async def read(
        self,
        organization_id: UUID,
        text: str,
        *values: Any,
        as_of: int | None = None,
        pace: Pace | None = None,
    ) -> list[asyncpg.Record]:
        """The rows that answer a statement, now or as of a position."""
        shard = await self._shards.of(organization_id)
        return await self._read(shard, organization_id, text, *values, as_of=as_of, pace=pace)

    async def _read(
        self,
        shard: Shard,
        organization_id: UUID,
        text: str,
        *values: Any,
        as_of: int | None = None,
        pace: Pace | None = None,
    ) -> list[asyncpg.Record]:
        version = shard.version(organization_id)
        if as_of is None:
            async with self._connection(
                shard, version, organization_id, pace=pace, reads=True
            ) as connection:
                return await connection.fetch(text, organization_id, *values)
        past = "past", pace
        async with (
            self._connection(shard, version, organization_id, *past, reads=True) as connection,
            connection.transaction(),
        ):
            await connection.fetchval(query("set_as_of"), str(as_of))
            return await connection.fetch(text, organization_id, *values)

    @asynccontextmanager
    async def transaction(
        self, organization_id: UUID, pace: Pace | None = None
    ) -> AsyncIterator[Connection]:
        """A transaction in which this organization, and no other, can be written to."""
        shard = await self._shards.of(organization_id)
        version = shard.version(organization_id)
        async with (
            self._connection(shard, version, organization_id, pace=pace) as connection,
            connection.transaction(isolation="read_committed"),
        ):
            await connection.fetchval(query("set_organization"), str(organization_id))
            yield connection

    @asynccontextmanager
    async def rehearsal(self, organization_id: UUID) -> AsyncIterator[Rehearsal]:
        """A transaction in which everything can be tried and nothing stays; it waits for no one."""
        shard = await self._shards.of(organization_id)
        version = shard.version(organization_id)
        try:
            async with self._connection(shard, version, organization_id, "past") as connection:
                transaction = connection.transaction(isolation="read_committed")
                await transaction.start()
                try:
                    await connection.fetchval(query("set_organization"), str(organization_id))
                    await connection.fetchval(query("set_lock_timeout"), LOCK_TIMEOUT)
                    yield Rehearsal(connection)
                finally:
                    await transaction.rollback()
        except asyncpg.LockNotAvailableError as error:
            raise Busy("Others were writing.") from error

    async def follow(self, organization_id: UUID) -> bool:
        """Use the version of the state that the organization was swapped to; whether there is one.

        Raises Moved where it is on another server.
        """
        shard = await self._shards.of(organization_id)
        return await self._follow(shard, organization_id) is not None

    async def look_up_newest(self) -> None:
        """Let organizations that begin now use the version of the state that was adopted last."""
        [row] = await self.anywhere("latest_state_version")
        self._shards.home.latest = int(row[0])

    async def replicas(self, organization_id: UUID) -> list[Replica]:
        """Those of the server where an organization is."""
        return (await self._shards.of(organization_id)).replicas

    def pools(self) -> Iterator[Sizes]:
        """Of each pool its name, its connections, and the statements prepared on them."""
        return self._shards.told()

    async def answers(self) -> bool:
        """Whether any server of the database can be asked right now."""
        asked = (each.answers(self._ask) for each in self._shards.known)
        return any(await asyncio.gather(*asked))

    async def _follow(self, shard: Shard, organization_id: UUID) -> int | None:
        rows = await self._read(shard, organization_id, query("head"))
        if not rows:
            # Whoever has an old directory is not to take it for one that never was.
            for mark in await self._read(shard, organization_id, query("moved")):
                raise Moved(mark["server"])
            return None
        version: int = rows[0]["state_version"]
        if version != shard.version(organization_id):
            shard.versions[organization_id] = version
        return version

    async def _ask(self, shard: Shard, name: str, *values: Any) -> list[asyncpg.Record]:
        async with self._connection(shard, shard.latest, None) as connection:
            return await connection.fetch(query(name), *values)

    def _connection(
        self,
        shard: Shard,
        version: int,
        organization_id: UUID | None,
        tense: str = "now",
        pace: Pace | None = None,
        *,
        reads: bool = False,
    ) -> AbstractAsyncContextManager[Connection]:
        kind = version, tense, pace or self.quick
        pools = shard.read_by(READING.get() if reads else None)
        return pools.connection(kind, organization_id, waits=pace is self.slow)
