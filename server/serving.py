"""Runs the server and looks after its database: listening, migrating, rebuilding."""

import signal
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import structlog
import uvicorn

from server import migrate as migration
from server.app import Okrlog, app, bring_up_to_date, located, opened
from server.digests import telling
from server.queries import query
from server.rebuild import Rebuilt
from server.settings import Settings
from server.signing import signing

log = structlog.get_logger()

GRACE = 5
STOPPING = (signal.SIGINT, signal.SIGTERM)


@dataclass(kw_only=True)
class Epoch:
    """A branch of an organization's log, and the position that its next fact takes."""

    organization_id: UUID
    epoch: int
    first_position: int


class CannotListen(Exception):
    """The address is taken, or none of this machine."""


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
    with bound(settings) as listener:
        async with opened(settings) as okrlog:
            await listen(okrlog, listener, announced)


async def announced(address: str) -> None:
    """Say where the server listens."""
    log.info("serving", address=address)


@contextmanager
def bound(settings: Settings) -> Iterator[socket.socket]:
    """The address, held before anything is opened or loaded; requests are let in later."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Only of a socket that says it is TCP asyncio sends everything at once; else the end of an
    # answer waits for the client to acknowledge its beginning, which takes 40 ms.
    with socket.socket(family, proto=socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with _taken_is_told(settings):
            listener.bind((settings.host, settings.port))
        yield listener


@contextmanager
def _taken_is_told(settings: Settings) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotListen(
            f"{settings.host} port {settings.port} cannot be listened on: {error.strerror}."
        ) from error


async def listen(
    okrlog: Okrlog, listener: socket.socket, announce: Callable[[str], Awaitable[None]]
) -> None:
    """Answer requests until SIGINT or SIGTERM; requests under way are finished."""
    config = uvicorn.Config(
        app(okrlog),
        log_level="warning",
        lifespan="off",
        timeout_graceful_shutdown=GRACE,
        server_header=False,
        ws="websockets-sansio",
        ws_max_size=okrlog.settings.body_limit,
        ws_per_message_deflate=False,
        forwarded_allow_ips=okrlog.settings.trusted_proxies,
    )
    with _taken_is_told(okrlog.settings):
        listener.listen(config.backlog)
    host, port = listener.getsockname()[:2]
    await announce(f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}")
    async with (
        okrlog.hub,
        signing(okrlog.issuer, okrlog.settings),
        telling(okrlog.database, okrlog.settings),
    ):
        await Server(config, okrlog).serve(sockets=[listener])


async def migrate(settings: Settings) -> None:
    """Bring the database up to date and say what that changed."""
    async with located(settings) as urls:
        for each in await bring_up_to_date(urls):
            log.info(
                "rebuilt",
                organization=str(each.organization_id),
                facts=each.facts,
                changed=each.differences,
            )


async def begin_epochs(settings: Settings, reason: str) -> list[Epoch]:
    """Let every organization's log go on in a branch of its own."""
    async with located(settings) as urls:
        owner = await migration.connect(urls.owner)
        try:
            rows = await owner.fetch(query("begin_epoch"), reason, None)
        finally:
            await owner.close()
    return [
        Epoch(organization_id=org_id, epoch=epoch, first_position=first)
        for org_id, epoch, first in rows
    ]


async def rebuild(settings: Settings) -> list[Rebuilt]:
    """Replay every organization's log and compare."""
    async with located(settings) as urls:
        connection = await migration.connect(urls.owner)
        try:
            return await migration.rebuild(connection)
        finally:
            await connection.close()
