"""What commands of the shell share: settings, running until told to stop, whose log it is."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any
from uuid import UUID

from server.commands import Handler
from server.failures import Sentence
from server.settings import Settings


def settings(**changed: Any) -> Settings:
    """The environment's settings, with what the command line says above them."""
    return Settings(**{name: value for name, value in changed.items() if value is not None})


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """Run until done, or until told to stop: then everything that was opened is closed."""

    async def stoppable() -> Any:
        # Ctrl-C cancels the work; SIGTERM shall do no less, or it would leave the database running,
        # also where Ctrl-C is ignored, as shells have it for what they start in the background.
        loop, under_way = asyncio.get_running_loop(), asyncio.ensure_future(work)

        def stop(*_: object) -> None:
            loop.call_soon_threadsafe(under_way.cancel)

        before = signal.signal(signal.SIGTERM, stop)
        try:
            return await under_way
        finally:
            signal.signal(signal.SIGTERM, before)

    try:
        return asyncio.run(stoppable())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


async def chosen_organization(handler: Handler, stated: UUID | None) -> UUID:
    """The one that was stated, or the only one there is."""
    ids: list[UUID] = []
    async for row in handler.database.all_over("heads"):
        if row["org_id"] == stated:
            return stated
        ids.append(row["org_id"])
    if stated is not None:
        raise Sentence(f"There is no organization {stated}.")
    if len(ids) != 1:
        raise Sentence(f"There are {len(ids)} organizations: say which with --organization.")
    return ids[0]
