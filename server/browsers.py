"""What browsers may do with answers: which other sites' pages may ask, and that nothing runs."""

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.identified import Identified
from server.settings import Settings
from server.told import OURS, faulted, refused

SAID = ("Authorization", "Content-Type", "If-None-Match", "Last-Event-ID")
SHOWN = ("ETag", "Okrlog-Cursor", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID")
SECURED = {
    b"cache-control": b"no-store",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
    b"cross-origin-resource-policy": b"same-origin",
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
}
"""Of an answer that does not say otherwise."""


class Secured:
    """Tells browsers to do nothing with an answer but to hand it on; a fault becomes one, too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_on(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                said = {name for name, _ in message["headers"]}
                more = [each for each in SECURED.items() if each[0] not in said]
                message["headers"] = [*message["headers"], *more]
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        except Exception as error:
            if begun:
                raise
            answer = refused(OURS, "INTERNAL", 500, fault=faulted(error))
            await answer(scope, receive, send_on)


def guards(settings: Settings) -> list[Middleware]:
    """What every answer passes on its way out."""
    identified = Middleware(Identified, logged=settings.log_requests)
    secured = Middleware(Secured)
    if not settings.allowed_origins:
        return [identified, secured]
    shared = Middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins,
        allow_methods=("GET", "POST"),
        allow_headers=SAID,
        expose_headers=SHOWN,
    )
    return [identified, secured, shared]
