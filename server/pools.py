"""Connections for requests: they own nothing, and each looks up names in one version of the state.

There is a pool for each version in use; while a rebuild swaps organizations in one by one there are
two. What takes long has a pool of its own.
"""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import UUID
from weakref import WeakSet

import asyncpg

from server import statements
from server.losses import Busy, TookTooLong, given_up_after, loss_is_told
from server.measures import POOL_WAIT_SECONDS
from server.pace import Pace
from server.queries import query
from server.tenants import CONNECT_SECONDS, GRACE_SECONDS, Tenant, answering, connected

ROLE = "okrlog_request"
IDLE_SECONDS = 60
CLOSE_SECONDS = 5
STATEMENTS = 50
LONGEST_STATEMENT = 256 * 1024
ALL_IN_USE = "All connections were in use."
TENSES = ("now", "past")
"""The past is shown on top of the present: what a person may see is a matter of today."""

Connection = asyncpg.Connection | asyncpg.pool.PoolConnectionProxy
Kind = tuple[int, str, Pace]
"""What distinguishes pools: the version of the state, the tense, and how long something takes."""


def search_path(version: int, tense: str) -> str:
    """Where names of requests are looked up: what is shown in a tense, the tables, the log."""
    shown = [f"state_{version}_{each}" for each in TENSES[: TENSES.index(tense) + 1]]
    return ", ".join([*reversed(shown), f"state_{version}", "log", "pg_temp"])


def settings_of(kind: Kind) -> dict[str, str]:
    """What is set in PostgreSQL for the requests of a pool."""
    version, tense, pace = kind
    return {
        "role": ROLE,
        "search_path": search_path(version, tense),
        "timezone": "UTC",
        "jit": "off",
        # Planning a page takes longer than answering it, and its plan is the same for all.
        "plan_cache_mode": "force_generic_plan",
        "statement_timeout": str(pace.milliseconds),
        "idle_in_transaction_session_timeout": "5000",
        "default_transaction_isolation": "read committed",
    }


def name_of(kind: Kind) -> str:
    """What a pool is called; what is read of the past by requests has one of its own."""
    _, tense, pace = kind
    return "past" if tense == "past" and pace.name == "requests" else pace.name


async def leave_as_it_is(_: Connection) -> None:
    """Nothing of a connection has to be reset but whom it serves, which each request says anew."""


Sizes = tuple[str, int, int, int, int]
"""Of a pool its name, how many connections are open, idle, and at most, and what they keep."""


def sums(pools: Iterable[Sizes]) -> Iterator[Sizes]:
    """The same of each name: there is a pool for each server, and for each version of the state."""
    found: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for name, *sizes in pools:
        found[name].append(tuple(sizes))
    for name, each in found.items():
        open_, idle, most, prepared = (sum(of) for of in zip(*each, strict=True))
        yield name, open_, idle, most, prepared


class Pools:
    """The connections of a process to one server, opened as they are needed.

    Behind a pooler that gives each transaction another connection, like PgBouncer in transaction
    mode, nothing outlives a transaction: settings are made in each, and statements prepared anew.
    """

    def __init__(self, url: str, *, pooled: bool, watched: bool) -> None:
        self._url = url
        self._pooled = pooled
        self._watched = watched
        self._pools: dict[Kind, asyncpg.Pool] = {}
        self._opened: dict[Kind, WeakSet[Tenant]] = defaultdict(WeakSet)
        self._opening = asyncio.Lock()

    async def newest(self) -> int | None:
        """The version of the state that was adopted last, if the database knows of any."""
        connection = await connected(self._url, statement_cache_size=0)
        with answering(connection):
            try:
                async with connection.transaction():
                    await self._set(connection, {"role": ROLE})
                    version: int | None = await connection.fetchval(query("latest_state_version"))
            finally:
                await connection.close()
        return version

    @asynccontextmanager
    async def connection(
        self, kind: Kind, organization_id: UUID | None, *, waits: bool
    ) -> AsyncIterator[Connection]:
        """A connection that sees one organization, or no rows that belong to any.

        It is waited for as long as a statement, or a new connection, may take. What ``waits`` for
        its turn has used up its time with that; all else can be said again. Raises TookTooLong or
        Busy.
        """
        *_, pace = kind
        longest = pace.milliseconds / 1000
        with loss_is_told(), given_up_after(pace.milliseconds):
            pool = await self._pool(kind)
            begun = time.perf_counter()
            try:
                connection = await pool.acquire(
                    timeout=longest if waits else max(longest, CONNECT_SECONDS + 1)
                )
            except TimeoutError as error:
                raise TookTooLong(pace.milliseconds) if waits else Busy(ALL_IN_USE) from error
            try:
                POOL_WAIT_SECONDS.labels(name_of(kind)).observe(time.perf_counter() - begun)
                with loss_is_told(connection):
                    async with self._ready(connection, kind, organization_id):
                        yield connection
            finally:
                await pool.release(connection)

    def told(self) -> Iterator[Sizes]:
        """Of each pool its name, the connections that are open, the idle ones, and the most.

        Last how many statements are prepared on them.
        """
        for kind, pool in self._pools.items():
            sizes = pool.get_size(), pool.get_idle_size(), pool.get_max_size()
            yield name_of(kind), *sizes, sum(each.prepared for each in self._opened[kind])

    async def close(self) -> None:
        """Let all go; those that are kept waiting are cut off."""
        for pool in self._pools.values():
            with suppress(TimeoutError):
                async with asyncio.timeout(CLOSE_SECONDS):
                    await pool.close()

    @asynccontextmanager
    async def _ready(
        self, connection: Any, kind: Kind, organization_id: UUID | None
    ) -> AsyncIterator[None]:
        if not self._pooled:
            await connection.serve(organization_id)
            yield
            return
        async with connection.transaction(isolation="read_committed"):
            served = {"okrlog.organization": str(organization_id or "")}
            await self._set(connection, settings_of(kind) | served)
            yield

    async def _set(self, connection: Connection, settings: dict[str, str]) -> None:
        await connection.fetch(query("set_locally"), json.dumps(settings))

    async def _pool(self, kind: Kind) -> asyncpg.Pool:
        async with self._opening:
            if kind not in self._pools:
                self._pools[kind] = await self._open(kind)
        return self._pools[kind]

    async def _open(self, kind: Kind) -> asyncpg.Pool:
        *_, pace = kind

        async def prepare(connection: Any) -> None:
            connection.patience = pace.milliseconds / 1000 + GRACE_SECONDS
            self._opened[kind].add(connection)
            if self._watched:
                connection.add_query_logger(statements.told)

        return await asyncpg.create_pool(
            self._url,
            connect=connected,
            min_size=0,  # so that versions of the state that are left let go of theirs
            max_size=pace.connections,
            max_inactive_connection_lifetime=IDLE_SECONDS,
            init=prepare,
            connection_class=Tenant,
            reset=leave_as_it_is,
            statement_cache_size=0 if self._pooled else STATEMENTS,
            max_cacheable_statement_size=LONGEST_STATEMENT,
            server_settings={
                "application_name": "okrlog",
                **({} if self._pooled else settings_of(kind)),
            },
        )
