"""The PostgreSQL servers over which organizations are spread, as requests use them."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import asyncpg
import structlog

from server.directory import Directory, Server
from server.losses import DatabaseUnavailable, DatabaseUnfit, TookTooLong
from server.pools import Pools, Sizes, sums
from server.settings import Settings

log = structlog.get_logger()

Ask = Callable[..., Awaitable[list[asyncpg.Record]]]
"""Asks one server a question by its name."""

PAUSE_SECONDS = 5
ANSWER_SECONDS = 2
SILENT = "It did not answer, and has not done so since."
NOT_READY = "The database is not ready for requests: `okrlog migrate` makes it so."


@dataclass(kw_only=True, eq=False)
class Replica:
    """A server that follows the primary; for a while it is not asked after it did not answer."""

    pools: Pools
    _paused_until: float = field(default=0.0, init=False)
    _look: "asyncio.Future[Any] | None" = field(default=None, init=False)

    @property
    def rests(self) -> bool:
        """Whether it is let be for now."""
        waits = self._look is not None and not self._look.done()
        return waits or time.monotonic() < self._paused_until

    def let_be(self, look: "asyncio.Future[Any] | None" = None) -> None:
        """Ask it nothing for a while, and as long as a look at it goes on."""
        self._paused_until, self._look = time.monotonic() + PAUSE_SECONDS, look


class Shard:
    """A server: connections, replicas, and which version of the state organizations use there."""

    def __init__(self, settings: Settings, url: str, replica_url: str | None) -> None:
        self.pools, *replicas = (
            Pools(each, pooled=settings.pooled, watched=settings.watched)
            for each in (url, *(replica_url or "").split())
        )
        self.replicas = [Replica(pools=each) for each in replicas]
        self.versions: dict[UUID, int] = {}
        self.latest = 0
        self._look: asyncio.Task[bool] | None = None
        self._opening: asyncio.Task[str | None] | None = None
        self._silent = False

    async def open(self) -> None:
        """Look which version of the state was adopted last; raises DatabaseUnfit."""
        try:
            version = await self.pools.newest()
        except (asyncpg.PostgresError, ValueError) as error:
            raise DatabaseUnfit(f"{NOT_READY} ({error})") from error
        if version is None:
            raise DatabaseUnfit(NOT_READY)
        self.latest = version

    async def opened(self) -> None:
        """The same, once for all who want it; what does not fit is as good as silent."""
        if self.latest:
            return
        if self._opening is None or self._opening.done():
            self._opening = asyncio.create_task(self._why_not_opened())
        opening = self._opening
        await asyncio.wait({opening})
        if why := opening.result():
            raise DatabaseUnavailable(why)

    async def _why_not_opened(self) -> str | None:
        try:
            await self.open()
        except (DatabaseUnavailable, DatabaseUnfit) as error:
            return str(error)
        return None

    async def close(self) -> None:
        """Let all connections go."""
        for look in (self._look, self._opening):
            if look is not None:
                look.cancel()
        for each in (self.pools, *(replica.pools for replica in self.replicas)):
            await each.close()

    async def answers(self, ask: Ask) -> bool:
        """Whether it can be asked right now."""
        look = self._looked_at(ask)
        await asyncio.wait({look}, timeout=ANSWER_SECONDS)
        return look.done() and look.result()

    async def asked(self, ask: Ask, name: str, *values: Any) -> list[asyncpg.Record]:
        """The rows of an answer; once there was none, nobody waits until it can be asked again."""
        if self._silent and self._look is not None and self._look.done():
            self._silent = not self._look.result()
        if self._silent:
            self._looked_at(ask)
            raise DatabaseUnavailable(SILENT)
        try:
            await self.opened()
            return await ask(self, name, *values)
        except DatabaseUnavailable:
            self._silent = True
            self._looked_at(ask)
            raise

    def _looked_at(self, ask: Ask) -> "asyncio.Task[bool]":
        if self._look is None or self._look.done():
            self._look = asyncio.create_task(self._is_asked(ask))
        return self._look

    async def _is_asked(self, ask: Ask) -> bool:
        """Taking as long as it may: whoever wants to know does not wait for that."""
        try:
            await self.opened()
            await ask(self, "server_version")
        except (DatabaseUnavailable, TookTooLong, asyncpg.PostgresError):
            return False
        return True

    def version(self, organization_id: UUID) -> int:
        """In which version of the state an organization is asked here."""
        return self.versions.get(organization_id, self.latest)

    def read_by(self, pools: Pools | None) -> Pools:
        """The replica that a request has chosen, if it is one of this server."""
        if pools is not None and any(each.pools is pools for each in self.replicas):
            return pools
        return self.pools


class Shards:
    """All of them: the one that settings name, which is home, and those of the directory."""

    def __init__(self, settings: Settings, url: str) -> None:
        self._settings = settings
        self._directory = Directory(settings.directory)
        self.home = Shard(settings, url, settings.replica_url)
        self._shards: dict[Server, Shard] = {}

    async def open(self) -> None:
        """Look what is there; who is at home does not wait for a server that does not answer."""
        await self.home.open()
        for name, server in self._directory.servers.items():
            try:
                await self._at(server)
            except DatabaseUnavailable as error:
                log.warning("a server does not answer", server=name, cause=str(error))

    async def close(self) -> None:
        """Let all connections go."""
        for each in (self.home, *self._shards.values()):
            await each.close()

    @property
    def known(self) -> list[Shard]:
        """Those that were asked anything so far, but for what has left the directory."""
        servers = self._directory.servers.values()
        return [self.home, *(self._shards[each] for each in servers if each in self._shards)]

    async def of(self, organization_id: UUID) -> Shard:
        """Where an organization is: the one place where that is asked."""
        return await self._at(self._directory.of(organization_id))

    async def all_over(
        self, ask: Ask, name: str, *values: Any
    ) -> AsyncIterator[tuple[Shard, asyncpg.Record]]:
        """What all of them answer at once; where one does not, why is raised behind the others."""
        servers = None, *self._directory.servers.values()
        asked = (_asked(self._shard(each), ask, name, *values) for each in servers)
        answers = await asyncio.gather(*asked, return_exceptions=True)
        failures = [each for each in answers if isinstance(each, BaseException)]
        for answer in answers:
            if not isinstance(answer, BaseException):
                shard, rows = answer
                for row in rows:
                    yield shard, row
        for failure in failures:
            raise failure

    def told(self) -> Iterator[Sizes]:
        """Of each pool its name, the connections that are open, the idle ones, and the most."""
        return sums(each for shard in self.known for each in shard.pools.told())

    async def _at(self, server: Server | None) -> Shard:
        shard = self._shard(server)
        await shard.opened()
        return shard

    def _shard(self, server: Server | None) -> Shard:
        """A server of the directory, which may have come into it only now."""
        if server is None:
            return self.home
        if server not in self._shards:
            self._shards[server] = Shard(self._settings, server.database_url, server.replica_url)
        return self._shards[server]


async def _asked(
    shard: Shard, ask: Ask, name: str, *values: Any
) -> tuple[Shard, list[asyncpg.Record]]:
    return shard, await shard.asked(ask, name, *values)
