"""Runs the server and looks after its database: listening, migrating, rebuilding."""

import os
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

import structlog
import uvicorn

from server import migrate as migration
from server.app import Okrlog, Urls, app, bring_up_to_date, located, opened
from server.digests import telling
from server.listening import (
    BACKLOG,
    GRACE,
    STOPPING,
    address_of,
    bound,
    ended_with_whoever_began_us,
    taken_is_told,
)
from server.meanwhile import meanwhile
from server.progress import shown
from server.rebuild import NoWayBack, Rebuilt, Told
from server.settings import Settings
from server.signing import signing
from server.spending import Spending
from server.tracing import traced
from server.workers import supervise

log = structlog.get_logger()


class Server(uvicorn.Server):
    """Told to stop, it stops, and whoever started it goes on to close what was opened."""

    def __init__(self, config: uvicorn.Config, okrlog: Okrlog) -> None:
        super().__init__(config)
        self._okrlog = okrlog

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let nobody in any more, then let those go who follow something, then end all requests."""
        for server in self.servers:
            server.close()
        await self._okrlog.hub.drain(self._okrlog.settings.drain_seconds)
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Uvicorn's own raises the signal again, which ends us before the database is closed."""
        before = {number: signal.signal(number, self.handle_exit) for number in STOPPING}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def described() -> str:
    """What can be set from outside, for the command line's help."""
    lines = (
        f"OKRLOG_{name.upper()}: {each.description}" for name, each in Settings.model_fields.items()
    )
    return "\n\n".join(["Settings, as environment variables:", *lines])


async def serve(settings: Settings) -> None:
    """Open everything and listen until told to stop."""
    if settings.workers > 1:
        await supervise(settings)
        return
    with bound(settings) as listener:
        async with opened(settings) as okrlog:
            await listen(okrlog, listener, announced)


async def serve_as_worker(settings: Settings, descriptor: int) -> None:
    """The same at a socket that whoever began this process holds."""
    ended_with_whoever_began_us()
    with socket.socket(fileno=descriptor) as listener:
        async with opened(settings) as okrlog:
            await listen(okrlog, listener, working)


async def working(_: str) -> None:
    """Say that this is one of those that serve."""
    log.info("a worker serves", process=os.getpid())


async def announced(address: str) -> None:
    """Say where the server listens."""
    log.info("serving", address=address)


async def listen(
    okrlog: Okrlog, listener: socket.socket, announce: Callable[[str], Awaitable[None]]
) -> None:
    """Answer requests until SIGINT or SIGTERM; requests under way are finished."""
    config = uvicorn.Config(
        app(okrlog),
        log_config=None,
        log_level="warning",
        access_log=False,
        lifespan="off",
        backlog=BACKLOG,
        timeout_graceful_shutdown=GRACE,
        server_header=False,
        ws="websockets-sansio",
        ws_max_size=okrlog.settings.body_limit,
        ws_per_message_deflate=False,
        forwarded_allow_ips=okrlog.settings.trusted_proxies,
    )
    with taken_is_told(okrlog.settings):
        listener.listen(BACKLOG)
    await announce(address_of(listener))
    async with at_work(okrlog):
        await Server(config, okrlog).serve(sockets=[listener])


@asynccontextmanager
async def at_work(okrlog: Okrlog) -> AsyncIterator[None]:
    """What goes on beside the requests, for as long as the block lasts."""
    async with (
        traced(okrlog.settings),
        meanwhile(Spending(okrlog.database, okrlog.gate, okrlog.hub.notices).go()),
        okrlog.hub,
        signing(okrlog.issuer, okrlog.settings),
        telling(okrlog.database, okrlog.settings),
        meanwhile(okrlog.metrics.go()),
    ):
        yield


async def migrate(settings: Settings) -> None:
    """Bring the database up to date and say what that changed."""
    async with located(settings) as urls:
        with shown("Migrating") as told:
            rebuilt = await bring_up_to_date(urls, told)
        for each in rebuilt:
            log.info(
                "rebuilt",
                organization=str(each.organization_id),
                facts=each.facts,
                changed=each.differences,
            )


async def rebuild(settings: Settings, *, back: bool = False) -> list[Rebuilt]:
    """Replay every organization's log and compare, or go back to what it was before."""
    async with located(settings) as urls:
        with shown("Going back" if back else "Rebuilding") as told:
            if not back:
                return [each for of in urls.all.values() for each in await _rebuilt(of, told)]
            return await _all_back(urls, told)


async def _all_back(urls: Urls, told: Told) -> list[Rebuilt]:
    """A server that came later may have no version before; raises NoWayBack where none has."""
    gone: list[list[Rebuilt]] = []
    for each in urls.all.values():
        with suppress(NoWayBack):
            gone.append(await _rebuilt(each, told, migration.go_back))
    if not gone:
        raise NoWayBack
    return [each for of in gone for each in of]


async def _rebuilt(
    urls: Urls, told: Told, how: Callable[..., Awaitable[list[Rebuilt]]] = migration.rebuild
) -> list[Rebuilt]:
    async with migration.owner_of(urls.owner) as owner:
        return await how(owner, told)
