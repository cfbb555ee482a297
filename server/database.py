"""The pools, the named queries of sql/queries, and which version of the state an organization uses."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any, Self
from uuid import UUID

import asyncpg

from server.settings import Settings

SQL = Path(__file__).parent.parent / "sql"
OLDEST = 150_000

Connection = asyncpg.Connection | asyncpg.pool.PoolConnectionProxy


class DatabaseUnfit(Exception):
    """The database cannot be used as it is; the message says what would help."""


@cache
def query(name: str) -> str:
    """The text of a named question in sql/queries."""
    return (SQL / "queries" / f"{name}.sql").read_text()


def search_path(version: int) -> str:
    """Where unqualified names of requests are looked up: what is shown, then the tables, then the log."""
    return f"state_{version}_now, state_{version}, log, pg_temp"


class Database:
    """Connections that own nothing: they read, and execute `append`.

    There is a pool for each version of the state in use; while a rebuild swaps organizations in one by one
    there are two.
    """

    def __init__(self, settings: Settings, url: str) -> None:
        self._settings = settings
        self._url = url
        self._pools: dict[int, asyncpg.Pool] = {}
        self._versions: dict[UUID, int] = {}
        self._latest = 0
        self._opening = asyncio.Lock()

    async def __aenter__(self) -> Self:
        connection = await asyncpg.connect(self._url, server_settings={"role": "okrlog_request"})
        try:
            self._latest = int(await connection.fetchval(query("latest_state_version")))
        finally:
            await connection.close()
        await self._pool(self._latest)
        return self

    async def __aexit__(self, *_: object) -> None:
        for pool in self._pools.values():
            await pool.close()

    async def fetch(self, organization_id: UUID, name: str, *values: Any) -> list[asyncpg.Record]:
        """The rows that answer a named question; the organization is always its first value."""
        pool = await self._pool_of(organization_id)
        return await pool.fetch(query(name), organization_id, *values)

    async def fetch_row(
        self, organization_id: UUID, name: str, *values: Any
    ) -> asyncpg.Record | None:
        """The first row that answers a named question, or None."""
        rows = await self.fetch(organization_id, name, *values)
        return rows[0] if rows else None

    async def everywhere(self, name: str, *values: Any) -> list[asyncpg.Record]:
        """The rows that answer a question asked across organizations; only the operator's commands do."""
        pool = await self._pool(self._latest)
        return await pool.fetch(query(name), *values)

    async def read(self, organization_id: UUID, text: str, *values: Any) -> list[asyncpg.Record]:
        """The rows that answer a statement of the planner."""
        pool = await self._pool_of(organization_id)
        return await pool.fetch(text, organization_id, *values)

    @asynccontextmanager
    async def transaction(self, organization_id: UUID) -> AsyncIterator[Connection]:
        """A transaction in which this organization, and no other, can be written to."""
        pool = await self._pool_of(organization_id)
        async with pool.acquire() as connection, connection.transaction(isolation="read_committed"):
            await connection.fetchval(query("set_organization"), str(organization_id))
            yield connection

    async def follow(self, organization_id: UUID) -> None:
        """Use the version of the state that the organization was swapped to."""
        head = await self.fetch_row(organization_id, "head")
        if head is not None:
            self.use(organization_id, head["state_version"])

    def use(self, organization_id: UUID, version: int) -> None:
        """Read and write this organization in this version of the state from here on."""
        if version != self._latest or organization_id in self._versions:
            self._versions[organization_id] = version

    async def answers(self) -> bool:
        """Whether the database can be asked right now."""
        try:
            pool = await self._pool(self._latest)
            await pool.fetchval(query("latest_state_version"), timeout=2)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
            return False
        return True

    async def _pool_of(self, organization_id: UUID) -> asyncpg.Pool:
        return await self._pool(self._versions.get(organization_id, self._latest))

    async def _pool(self, version: int) -> asyncpg.Pool:
        async with self._opening:
            if version not in self._pools:
                self._pools[version] = await self._open(version)
        return self._pools[version]

    async def _open(self, version: int) -> asyncpg.Pool:
        return await asyncpg.create_pool(
            self._url,
            min_size=1,
            max_size=self._settings.pool_size,
            server_settings={
                "role": "okrlog_request",
                "search_path": search_path(version),
                "application_name": "okrlog",
                "timezone": "UTC",
                "jit": "off",
                "statement_timeout": str(self._settings.statement_timeout),
                "idle_in_transaction_session_timeout": "5000",
                "default_transaction_isolation": "read committed",
            },
        )
