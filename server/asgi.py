"""The server as an application: `granian --interface asgi server.asgi:application` runs it.

Everything is opened when it starts and closed when it ends, in each process of its own.
"""

import asyncio
from contextlib import AsyncExitStack
from typing import Any

import structlog
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from server.app import app, opened
from server.failures import FAILURES, sentence
from server.logs import log_to_stderr
from server.serving import at_work
from server.settings import Settings

log = structlog.get_logger()


class Application:
    """Nothing is asked before it has started."""

    def __init__(self) -> None:
        self._routes: ASGIApp = PlainTextResponse("Not started.", 503)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        await self._routes(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        async with AsyncExitStack() as stack:
            try:
                await self._open(stack)
            except FAILURES as error:
                told = sentence(error)
                log.error("not started", reason=told)  # noqa: TRY400 - all is said
                await send({"type": "lifespan.startup.failed", "message": told})
                return
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})

    async def _open(self, stack: AsyncExitStack) -> None:
        log_to_stderr()
        settings = Settings()
        okrlog = await stack.enter_async_context(opened(settings))
        await stack.enter_async_context(at_work(okrlog))
        stack.push_async_callback(okrlog.hub.drain, settings.drain_seconds)
        # Whoever runs it may look at who was forwarded already: then there is nothing left to see.
        routes: Any = app(okrlog)
        found: Any = ProxyHeadersMiddleware(routes, settings.trusted_proxies)
        self._routes = found
        log.info("serving", loop=type(asyncio.get_running_loop()).__name__)


application = Application()
