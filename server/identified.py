"""Each request has an id: in what is logged, in its answer, and in the number of a fault."""

import re
import secrets
import time
from contextvars import ContextVar

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAME = b"x-request-id"
WELL_FORMED = re.compile(rb"[0-9a-fA-F-]{8,64}|[0-9A-HJKMNP-TV-Z]{26}")
"""Numbers in hexadecimal, UUIDs and ULIDs: nobody's name is one."""
KNOWN = ("/graphql", "/health", "/audit", "/metrics", "/schema.graphql")

REQUEST: ContextVar[str | None] = ContextVar("request", default=None)
log = structlog.get_logger()


class Identified:
    """Takes over the id that a request brings, or makes one, and tells it back."""

    def __init__(self, app: ASGIApp, *, logged: bool) -> None:
        self._app = app
        self._logged = logged

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        request, status, begun = id_of(scope), 0, time.perf_counter()
        REQUEST.set(request)
        structlog.contextvars.bind_contextvars(request=request)

        async def send_on(message: Message) -> None:
            nonlocal status
            if message["type"] in ("http.response.start", "websocket.accept"):
                status = message.get("status", 101)
                message["headers"] = [*message.get("headers", ()), (NAME, request.encode())]
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        finally:
            structlog.contextvars.unbind_contextvars("request")
            if self._logged:
                took = round((time.perf_counter() - begun) * 1000, 3)
                tell(scope, request, status, took)


def tell(scope: Scope, request: str, status: int, milliseconds: float) -> None:
    """A line about a request: nothing of what it says, and not from where it came."""
    place = next((each for each in KNOWN if scope["path"].startswith(each)), "elsewhere")
    method = scope.get("method", "WEBSOCKET")
    known = method if method in ("GET", "POST", "OPTIONS", "WEBSOCKET") else "OTHER"
    log.info(
        "answered",
        request=request,
        method=known,
        place=place,
        status=status,
        milliseconds=milliseconds,
    )


def id_of(scope: Scope) -> str:
    """What a request is called."""
    brought = next((value for name, value in scope["headers"] if name == NAME), b"")
    return brought.decode() if WELL_FORMED.fullmatch(brought) else secrets.token_hex(16)


def fault_number() -> str:
    """Under which a fault is looked up: the request's id, and which of its faults it is."""
    request, one = REQUEST.get(), secrets.token_hex(4)
    return f"{request}-{one}" if request else f"{one}{secrets.token_hex(4)}"
