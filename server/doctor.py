"""`okrlog doctor`: looks at all that a server needs, and says of each what to do about it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import asyncpg

from server.app import Urls, located
from server.diagnoses import (
    Finding,
    bad,
    clock,
    connections,
    directory,
    durability,
    feed,
    migrations,
    open_logs,
    rights,
    version,
    walls,
)
from server.embedded import EmbeddedPostgresFailed
from server.losses import DatabaseUnavailable, DatabaseUnfit, TookTooLong
from server.migrate import owner_of
from server.of_this_machine import disk, keys, secrets, server_here
from server.settings import Settings

Look = Callable[[asyncpg.Connection, Settings], Awaitable[Finding]]
IN_DATABASE: dict[str, Look] = {
    "version": version,
    "clock": clock,
    "durability": durability,
    "migrations": migrations,
    "walls": walls,
    "connections": connections,
    "logs": open_logs,
}
NOT_SEEN = DatabaseUnavailable, DatabaseUnfit, TookTooLong, asyncpg.PostgresError, OSError
NOT_LOOKED_AT = "could not be looked at: {error}"
SECONDS = 20


@dataclass(frozen=True, kw_only=True)
class Told:
    """A finding and what was looked at."""

    what: str
    finding: Finding

    def __str__(self) -> str:
        return f"{self.finding.state:<4}  {self.what}: {self.finding.told}"


async def examined(settings: Settings) -> AsyncIterator[Told]:
    """Everything, one after another, whatever is wrong with one of them."""
    for what, look in (("disk", disk), ("keys", keys), ("secrets", secrets)):
        yield Told(what=what, finding=look(settings))
    yield Told(what="server", finding=await asyncio.to_thread(server_here, settings))
    try:
        async with located(settings) as urls:
            async for each in _in_databases(urls, settings):
                yield each
    except EmbeddedPostgresFailed as error:
        yield Told(what="database", finding=bad(f"{error} Look into its log."))
    except DatabaseUnfit as error:
        yield Told(what="directory", finding=bad(f"{error} Correct the entry."))


async def _in_databases(urls: Urls, settings: Settings) -> AsyncIterator[Told]:
    """What is found on another server than the one that settings name says so."""
    async for each in _in_database(urls, settings):
        yield each
    for name, other in urls.others.items():
        async for each in _in_database(other, settings):
            yield Told(what=f"{name}, {each.what}", finding=each.finding)
    if settings.directory is not None:
        yield Told(what="directory", finding=await _looked(directory(urls, settings)))


async def _in_database(urls: Urls, settings: Settings) -> AsyncIterator[Told]:
    try:
        async with owner_of(urls.owner) as owner:
            for what, look in IN_DATABASE.items():
                yield Told(what=what, finding=await _looked(look(owner, settings)))
    except (DatabaseUnavailable, DatabaseUnfit) as error:
        yield Told(
            what="database",
            finding=bad(f"{error} Look whether it runs, and at OKRLOG_DATABASE_URL."),
        )
        return
    yield Told(what="rights", finding=await _looked(rights(urls.requests, pooled=settings.pooled)))
    yield Told(what="feed", finding=await _looked(feed(urls, settings)))


async def _looked(finding: Awaitable[Finding]) -> Finding:
    """What cannot be looked at is a finding, too."""
    try:
        async with asyncio.timeout(SECONDS):
            return await finding
    except TimeoutError:
        return bad(f"took more than {SECONDS} seconds. Look at what the database is doing.")
    except NOT_SEEN as error:
        return bad(NOT_LOOKED_AT.format(error=error))
