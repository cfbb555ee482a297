"""What the database is asked, in the version of the state that an organization uses."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import Any, Self
from uuid import UUID

import asyncpg

from server.losses import Busy, DatabaseUnavailable, TookTooLong
from server.pace import Pace
from server.pools import Connection, Pools
from server.queries import query
from server.settings import Settings

OLDEST = 150_000
ANSWER_SECONDS = 2
LOCK_TIMEOUT = "500ms"
NOT_READY = "The database is not ready for requests: `okrlog migrate` makes it so."


class DatabaseUnfit(Exception):
    """The database cannot be used as it is; the message says what would help."""


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
        self._pools = Pools(url, pooled=settings.pooled, watched=settings.watched)
        self._versions: dict[UUID, int] = {}
        self._latest = 0

    async def __aenter__(self) -> Self:
        try:
            version = await self._pools.newest()
        except asyncpg.PostgresError as error:
            raise DatabaseUnfit(f"{NOT_READY} ({error})") from error
        if version is None:
            raise DatabaseUnfit(NOT_READY)
        self._latest = version
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._pools.close()

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
        version = self._version(organization_id)
        try:
            row = await self.fetch_row(organization_id, name, *values)
        except (asyncpg.UndefinedTableError, asyncpg.UndefinedFunctionError):
            # After two swaps that went unnoticed the version is gone.
            if not await self.follow(organization_id):
                raise
            return await self.fetch_newest(organization_id, name, *values)
        certain = row is not None and row["state_version"] == version
        if not certain and await self.follow(organization_id):
            return await self.fetch_newest(organization_id, name, *values)
        return row

    async def anywhere(self, name: str, *values: Any) -> list[asyncpg.Record]:
        """The rows that answer a question about the server, or about the logs as such."""
        async with self._connection(self._latest, None) as connection:
            return await connection.fetch(query(name), *values)

    async def fetch_at_once(
        self, organization_id: UUID, tense: str, text: str, *values: Any
    ) -> asyncpg.Record | None:
        """The row of a statement that also tells its `state_version`; None if that is another.

        As of when it reads the past it sets itself.
        """
        version = self._version(organization_id)
        try:
            async with self._connection(version, organization_id, tense, reads=True) as connection:
                rows = await connection.fetch(text, organization_id, *values)
        except (asyncpg.UndefinedTableError, asyncpg.UndefinedFunctionError):
            return None
        return rows[0] if rows and rows[0]["state_version"] == version else None

    async def everywhere(self, name: str, *values: Any) -> list[asyncpg.Record]:
        """The rows that answer an operator's question, which is asked of one after another."""
        found: list[asyncpg.Record] = []
        for head in await self.anywhere("heads"):
            async with self._connection(head["state_version"], head["org_id"]) as connection:
                found += await connection.fetch(query(name), *values)
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
        version = self._version(organization_id)
        if as_of is None:
            async with self._connection(
                version, organization_id, pace=pace, reads=True
            ) as connection:
                return await connection.fetch(text, organization_id, *values)
        async with (
            self._connection(version, organization_id, "past", pace, reads=True) as connection,
            connection.transaction(),
        ):
            await connection.fetchval(query("set_as_of"), str(as_of))
            return await connection.fetch(text, organization_id, *values)

    @asynccontextmanager
    async def transaction(
        self, organization_id: UUID, pace: Pace | None = None
    ) -> AsyncIterator[Connection]:
        """A transaction in which this organization, and no other, can be written to."""
        async with (
            self._connection(
                self._version(organization_id), organization_id, pace=pace
            ) as connection,
            connection.transaction(isolation="read_committed"),
        ):
            await connection.fetchval(query("set_organization"), str(organization_id))
            yield connection

    @asynccontextmanager
    async def rehearsal(self, organization_id: UUID) -> AsyncIterator[Rehearsal]:
        """A transaction in which everything can be tried and nothing stays; it waits for no one."""
        version = self._version(organization_id)
        try:
            async with self._connection(version, organization_id, "past") as connection:
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
        """Use the version of the state that the organization was swapped to, if it was."""
        head = await self.fetch_row(organization_id, "head")
        if head is None or head["state_version"] == self._version(organization_id):
            return False
        self._versions[organization_id] = head["state_version"]
        return True

    async def look_up_newest(self) -> None:
        """Let organizations that begin now use the version of the state that was adopted last."""
        [row] = await self.anywhere("latest_state_version")
        self._latest = int(row[0])

    def pools(self) -> Iterator[tuple[str, int, int, int, int]]:
        """Of each pool its name, its connections, and the statements prepared on them."""
        return self._pools.told()

    async def answers(self) -> bool:
        """Whether the database can be asked right now."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self.anywhere("server_version")
        except (DatabaseUnavailable, TookTooLong, TimeoutError, asyncpg.PostgresError):
            return False
        return True

    def _version(self, organization_id: UUID) -> int:
        return self._versions.get(organization_id, self._latest)

    def _connection(
        self,
        version: int,
        organization_id: UUID | None,
        tense: str = "now",
        pace: Pace | None = None,
        *,
        reads: bool = False,
    ) -> AbstractAsyncContextManager[Connection]:
        kind = version, tense, pace or self.quick
        pools = (READING.get() if reads else None) or self._pools
        return pools.connection(kind, organization_id, waits=pace is self.slow)
