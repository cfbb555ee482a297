"""Brings a database up to date: numbered migrations for what lasts, then the state."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import structlog

from server.database import OLDEST
from server.losses import DatabaseUnfit, loss_is_told
from server.queries import SQL, query
from server.rebuild import MadeByALaterRelease, Rebuilt, StateBuilder, Told, unheard
from server.tenants import answering, connected

log = structlog.get_logger()

LOCK_TIMEOUT, PATIENCE, PAUSE_SECONDS = "500ms", 30, 1
"""It gives way before PostgreSQL looks for a deadlock, of which others would be the victims."""
APART = ".apart.sql"
"""How a migration is called that makes an index while others write."""

RIGHTS = (
    "The login lacks a right ({error}): name one that may create schemas and roles in "
    "OKRLOG_OWNER_DATABASE_URL, or let an administrator run: create role okrlog_request; "
    "grant okrlog_request to <login>; grant create on database <name> to <login>;"
)


async def connect(url: str) -> asyncpg.Connection:
    """The owner's connection, for migration and rebuild; DatabaseUnfit says what is wrong."""
    try:
        connection = await connected(url, server_settings={"timezone": "UTC", "jit": "off"})
    except (asyncpg.PostgresError, ValueError) as error:
        raise DatabaseUnfit(f"The database cannot be used: {error}") from error
    with answering(connection):
        number = int(await connection.fetchval(query("server_version")))
    if number < OLDEST:
        await connection.close()
        raise DatabaseUnfit(
            f"PostgreSQL {number // 10_000} is too old: okrlog needs {OLDEST // 10_000} or later."
        )
    return connection


@asynccontextmanager
async def owner_of(url: str) -> AsyncIterator[asyncpg.Connection]:
    """The same, for as long as the block lasts."""
    connection = await connect(url)
    try:
        yield connection
    finally:
        await connection.close()


async def migrate(
    connection: asyncpg.Connection, request_login: str | None = None, told: Told = unheard
) -> list[Rebuilt]:
    """Apply what is missing; rebuild where the state's text changed, and answer what changed.

    What a later release made is left as it is.
    """
    async with alone(connection):
        await _migrate_log(connection)
        if request_login is not None:
            await connection.execute(query("admit"), request_login)
        try:
            rebuilt = await StateBuilder(connection, told).renew()
        except MadeByALaterRelease as error:
            log.warning("not migrated", cause=str(error))
            return []
        await count(connection)
    return rebuilt


async def rebuild(connection: asyncpg.Connection, told: Told = unheard) -> list[Rebuilt]:
    """Replay the log beside the server's writing; swap in what equals the live state."""
    async with alone(connection):
        rebuilt = await StateBuilder(connection, told).rebuild()
        await count(connection)
    return rebuilt


async def go_back(connection: asyncpg.Connection, told: Told = unheard) -> list[Rebuilt]:
    """Swap the version of the state before in again, with all that was recorded since."""
    async with alone(connection):
        return await StateBuilder(connection, told).back()


@asynccontextmanager
async def alone(connection: asyncpg.Connection) -> AsyncIterator[None]:
    """Under the lock of whoever changes schemas, and told in one sentence what may not be done."""
    await connection.execute(query("lock_migration"))
    try:
        with loss_is_told(connection):
            yield
    except asyncpg.InsufficientPrivilegeError as error:
        raise DatabaseUnfit(RIGHTS.format(error=error)) from error
    finally:
        # With a connection that was lost the lock went too.
        if not connection.is_closed():
            await connection.execute(query("unlock_migration"))


async def count(connection: asyncpg.Connection) -> None:
    """Plans for small tables, or for unknown ones, are not to wait for autovacuum."""
    if await connection.fetchval(query("statistics_are_old")):
        await connection.execute(query("analyze_state"))


async def _migrate_log(connection: asyncpg.Connection) -> None:
    await connection.execute(query("prepare_log"))
    applied = {row["name"] for row in await connection.fetch(query("applied_migrations"))}
    for path in sorted((SQL / "migrations").glob("*.sql")):
        if path.name not in applied:
            apply = _apply_apart if path.name.endswith(APART) else _apply
            await apply(connection, path.name, path.read_text())
            log.info("migrated", migration=path.name)


async def _apply(connection: asyncpg.Connection, name: str, text: str) -> None:
    """Whole or not at all; whoever waits for a lock keeps all others waiting, so not for long."""
    for _ in range(PATIENCE):
        try:
            async with connection.transaction():
                await connection.fetchval(query("set_lock_timeout"), LOCK_TIMEOUT)
                await connection.execute(query("note_migration"), name)
                await connection.execute(text)
        except (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError):
            log.info("others are using what is to be migrated", migration=name)
            await asyncio.sleep(PAUSE_SECONDS)
        else:
            return
    raise DatabaseUnfit(f"{name} waited for others {PATIENCE} times and was not applied.")


async def _apply_apart(connection: asyncpg.Connection, name: str, text: str) -> None:
    """Statement by statement, where none may stand in a transaction; begun again, it is done."""
    for statement in text.split(";\n"):
        if statement.strip():
            await connection.execute(statement)
    await connection.execute(query("note_migration"), name)
