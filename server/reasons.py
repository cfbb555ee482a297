"""Why a request to the graph gets no answer, each with its status and what helps."""

import structlog
from starlette.responses import Response

from server.auth import Unauthenticated
from server.live.crowds import TooMany
from server.losses import Busy, DatabaseUnavailable, TookTooLong
from server.rates import TooBusy, TooOften
from server.requests import TooLarge, TooSlow
from server.told import BUSY, OUTAGE, NotAnswered, refused

log = structlog.get_logger()

TOLD: dict[type[Exception], tuple[str, int]] = {
    TooLarge: ("TOO_LARGE", 413),
    TooSlow: ("TIMEOUT", 408),
    TooMany: ("LIMIT_REACHED", 429),
    TooOften: ("RATE_LIMITED", 429),
    TooBusy: ("UNAVAILABLE", 503),
    DatabaseUnavailable: ("UNAVAILABLE", 503),
    TookTooLong: ("TIMEOUT", 504),
    Unauthenticated: ("UNAUTHENTICATED", 401),
}
REASONS: tuple[type[Exception], ...] = (NotAnswered, *TOLD)


def why(error: Exception) -> Response:
    """The answer to what is not carried out."""
    if isinstance(error, NotAnswered):
        return error.answer
    code, status = next(TOLD[kind] for kind in type(error).__mro__ if kind in TOLD)
    match error:
        case Unauthenticated():
            message = "Send a valid token: Authorization: Bearer …"
            return refused(message, code, status, {"WWW-Authenticate": "Bearer"})
        case TookTooLong():
            return refused(str(error), code, status, limit=error.limit)
        case TooOften():
            return refused(str(error), code, status, retryAfter=error.seconds)
        case DatabaseUnavailable():
            return refused(_outage(error), code, status)
    return refused(str(error), code, status)


def _outage(error: DatabaseUnavailable) -> str:
    if isinstance(error, Busy):
        return BUSY
    log.warning("unavailable", cause=str(error))
    return OUTAGE
