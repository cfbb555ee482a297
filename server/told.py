"""What a client is told when something goes wrong: a sentence, a stable code, a status."""

from typing import Any

import asyncpg
import structlog
from graphql import GraphQLError, GraphQLSyntaxError
from starlette.responses import JSONResponse

from server.identified import fault_number
from server.live.followers import Ending
from server.losses import Busy, DatabaseUnavailable, TookTooLong
from server.media import RESPONSE
from server.observed import turned_out
from server.rates import TooBusy, TooOften

log = structlog.get_logger()

UNSTORABLE = (asyncpg.CharacterNotInRepertoireError, UnicodeEncodeError)
BUSY = "Others hold what this needs at this moment; nothing was done: send it again."
OURS = "Something went wrong on our side."
OUTAGE = (
    "The database cannot answer this at the moment. Send it again; "
    "a command is done only once under the same idempotency key."
)
STATUSES = {"UNAVAILABLE": 503, "INTERNAL": 500, "TIMEOUT": 504, "RATE_LIMITED": 429}
"""All else that keeps an operation from being carried out is 422."""

ENDINGS = {
    Ending.NOT_ALLOWED: "UNAUTHENTICATED",
    Ending.LAGGING: "RESYNC",
    Ending.MOVED: "UNAVAILABLE",
    Ending.TIMEOUT: "TIMEOUT",
    Ending.FAULT: "INTERNAL",
}


class NotAnswered(Exception):
    """Why a request is no operation that is carried out here."""

    def __init__(self, status: int, message: str, code: str = "INVALID", **headers: str) -> None:
        super().__init__(message)
        self.answer = refused(message, code, status, headers)
        self.told = [{"message": message, "extensions": {"code": code}}]


def refused(
    message: str, code: str, status: int, headers: dict[str, str] | None = None, **more: Any
) -> JSONResponse:
    """An answer that has nothing to tell but why there is none."""
    turned_out(code)
    # The message may repeat a name that the request made up, in letters that are none.
    printable = message.encode(errors="replace").decode()
    body = {"errors": [{"message": printable, "extensions": {"code": code, **more}}]}
    return JSONResponse(body, status_code=status, headers=headers, media_type=RESPONSE)


def told(error: GraphQLError) -> Any:
    """An error as the client sees it."""
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    if cause is not None and isinstance(cause.__cause__ or cause, UNSTORABLE):
        error = GraphQLError("This has characters that cannot be looked for.", path=error.path)
    elif isinstance(cause, Busy):
        error = GraphQLError(BUSY, path=error.path, extensions={"code": "UNAVAILABLE"})
    elif isinstance(cause, TooBusy):
        error = GraphQLError(str(cause), extensions={"code": "UNAVAILABLE"})
    elif isinstance(cause, TooOften):
        soon = {"code": "RATE_LIMITED", "retryAfter": cause.seconds}
        error = GraphQLError(str(cause), extensions=soon)
    elif isinstance(cause, TookTooLong):
        late = {"code": "TIMEOUT", "limit": cause.limit}
        error = GraphQLError(str(cause), path=error.path, extensions=late)
    elif isinstance(cause, DatabaseUnavailable):
        log.warning("unavailable", cause=str(cause), path=error.path)
        error = GraphQLError(OUTAGE, path=error.path, extensions={"code": "UNAVAILABLE"})
    elif cause is not None:
        error = _masked(error, cause)
    told_ = error.formatted
    told_["extensions"] = {"code": "INVALID"} | (error.extensions or {})
    turned_out(told_["extensions"]["code"])
    return told_


def fault(error: Exception) -> list[Any]:
    """What went wrong with a whole operation that is not answered by a response of its own."""
    return [told(GraphQLError(str(error), original_error=error))]


def ended(why: Ending, cursor: str | None = None) -> Any:
    """Why nothing more is told, and from where on it can be followed again."""
    extensions = {"code": ENDINGS[why]} | ({"after": cursor} if cursor else {})
    return {"message": why.value, "extensions": extensions}


def status(errors: list[GraphQLError], codes: list[str]) -> int:
    """The status of an answer without data."""
    if any(isinstance(each, GraphQLSyntaxError) for each in errors):
        return 400
    return max(STATUSES.get(each, 422) for each in codes)


def faulted(cause: BaseException, **where: Any) -> str:
    """The number under which a fault is in the log, the one thing that a client learns of it."""
    number = fault_number()
    log.error("fault", fault=number, exc_info=cause, **where)
    return number


def _masked(error: GraphQLError, cause: BaseException) -> GraphQLError:
    number = faulted(cause, path=error.path)
    return GraphQLError(OURS, path=error.path, extensions={"code": "INTERNAL", "fault": number})
