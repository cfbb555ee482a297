"""Runs the server and looks after its database: listening, migrating, rebuilding."""

import socket
from collections.abc import Awaitable, Callable

import structlog
import uvicorn

from server import migrate as migration
from server.app import Okrlog, app, bring_up_to_date, located, opened
from server.rebuild import Rebuilt
from server.settings import Settings

log = structlog.get_logger()

GRACE = 5


def described() -> str:
    """What can be set from outside, for the command line's help."""
    lines = (
        f"OKRLOG_{name.upper()}: {each.description}" for name, each in Settings.model_fields.items()
    )
    return "\n\n".join(["Settings, as environment variables:", *lines])


async def serve(settings: Settings) -> None:
    """Open everything and listen until told to stop."""
    async with opened(settings) as okrlog:
        await listen(okrlog, announced)


async def announced(address: str) -> None:
    """Say where the server listens."""
    log.info("serving", address=address)


async def listen(okrlog: Okrlog, announce: Callable[[str], Awaitable[None]]) -> None:
    """Answer requests until SIGINT or SIGTERM; requests under way are finished."""
    settings = okrlog.settings
    listener = socket.create_server((settings.host, settings.port))
    host, port = listener.getsockname()[:2]
    config = uvicorn.Config(
        app(okrlog),
        log_level="warning",
        lifespan="off",
        timeout_graceful_shutdown=GRACE,
        server_header=False,
    )
    await announce(f"http://{host}:{port}")
    await uvicorn.Server(config).serve(sockets=[listener])


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


async def rebuild(settings: Settings) -> list[Rebuilt]:
    """Replay every organization's log and compare."""
    async with located(settings) as urls:
        connection = await migration.connect(urls.owner)
        try:
            return await migration.rebuild(connection)
        finally:
            await connection.close()
