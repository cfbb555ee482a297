"""Why a request to the graph gets no answer, each with its status and what helps."""

import structlog
from starlette.responses import Response

from server.auth import Unauthenticated
from server.live.crowds import TooMany
from server.losses import DatabaseUnavailable, TookTooLong
from server.requests import TooLarge
from server.told import OUTAGE, NotAnswered, refused
from server.unchanged import Unchanged

log = structlog.get_logger()

Reason = (
    NotAnswered
    | Unchanged
    | Unauthenticated
    | TooLarge
    | TooMany
    | TookTooLong
    | DatabaseUnavailable
)
REASONS: tuple[type[Reason], ...] = (
    NotAnswered,
    Unchanged,
    Unauthenticated,
    TooLarge,
    TooMany,
    TookTooLong,
    DatabaseUnavailable,
)


def why(error: Reason) -> Response:
    """The answer to what is not carried out."""
    match error:
        case NotAnswered() | Unchanged():
            return error.answer
        case Unauthenticated():
            asks = {"WWW-Authenticate": "Bearer"}
            message = "Send a valid token: Authorization: Bearer …"
            return refused(message, "UNAUTHENTICATED", 401, asks)
        case TooLarge():
            return refused(str(error), "TOO_LARGE", 413)
        case TooMany():
            return refused(str(error), "LIMIT_REACHED", 429)
        case TookTooLong():
            return refused(str(error), "TIMEOUT", 504, limit=error.limit)
        case DatabaseUnavailable():
            log.warning("unavailable", cause=str(error))
            return refused(OUTAGE, "UNAVAILABLE", 503, {"Retry-After": "1"})
