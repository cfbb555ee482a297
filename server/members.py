"""Addresses beside the graph that answer members of an organization."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import structlog
from starlette.requests import Request
from starlette.responses import Response

from server.auth import Tokens, Unauthenticated
from server.losses import DatabaseUnavailable, TookTooLong
from server.told import OUTAGE, refused

log = structlog.get_logger()

SEND_A_TOKEN = "Send a valid token: Authorization: Bearer …"  # noqa: S105 - a sentence
Answer = Callable[[Request, UUID], Awaitable[Response]]


def for_members(tokens: Tokens, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """Answer whoever has a token, about the organization that it speaks for."""

    async def endpoint(request: Request) -> Response:
        try:
            viewer = await tokens.viewer(request.headers.get("authorization"))
            return await answer(request, viewer.organization_id)
        except Unauthenticated:
            headers = {"WWW-Authenticate": "Bearer"}
            return refused(SEND_A_TOKEN, "UNAUTHENTICATED", 401, headers)
        except TookTooLong as error:
            return refused(str(error), "TIMEOUT", 504)
        except DatabaseUnavailable as error:
            log.warning("unavailable", cause=str(error))
            return refused(OUTAGE, "UNAVAILABLE", 503, {"Retry-After": "1"})

    return endpoint
