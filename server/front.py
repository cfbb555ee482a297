"""The GraphQL endpoint over HTTP: who asks, how much they may send, and how errors are told."""

import secrets
from typing import Any

import asyncpg
import structlog
from cross_web import HTTPException
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse
from strawberry.types import ExecutionResult

from schema.context import Context
from schema.declared import core_of
from schema.graph import graph
from schema.node import VIEWS
from schema.planned import Raw
from server.auth import Tokens, Unauthenticated, Viewer
from server.commands import Handler
from server.database import Busy, DatabaseUnavailable
from server.reads.answers import Answers
from server.reads.loader import Loader

log = structlog.get_logger()

UNSTORABLE = (asyncpg.CharacterNotInRepertoireError, UnicodeEncodeError)

OUTAGE = (
    "The database cannot be reached at the moment. Send this again; "
    "a command is done only once under the same idempotency key."
)


BUSY = "Others are writing at this moment; send the dry run again."


class TooLarge(Exception):
    """The body is larger than the limit."""


class Front(GraphQL[Context, None]):
    """Strawberry's endpoint, for those who have a token."""

    def __init__(
        self, handler: Handler, tokens: Tokens, body_limit: int, limits: dict[str, int]
    ) -> None:
        schema = graph(**limits)
        super().__init__(schema, graphql_ide=None, allow_queries_via_get=False)
        self._answers = Answers(
            schema=core_of(schema),
            views=VIEWS,
            database=handler.database,
        )
        self._handler = handler
        self._tokens = tokens
        self._body_limit = body_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing is parsed for who has no token."""
        request = Request(scope)
        try:
            scope["viewer"] = await self._tokens.viewer(request.headers.get("authorization"))
            await super().__call__(scope, self._limited(receive), send)
        except Unauthenticated:
            headers = {"WWW-Authenticate": "Bearer"}
            answer = _refused(
                "Send a valid token: Authorization: Bearer …", "UNAUTHENTICATED", 401, headers
            )
            await answer(scope, receive, send)
        except TooLarge:
            message = f"The request is larger than {self._body_limit} bytes."
            await _refused(message, "TOO_LARGE", 413)(scope, receive, send)
        except DatabaseUnavailable as error:
            log.warning("unavailable", cause=str(error))
            soon = {"Retry-After": "1"}
            await _refused(OUTAGE, "UNAVAILABLE", 503, soon)(scope, receive, send)

    async def run(self, *args: Any, **kwargs: Any) -> Any:
        """What is no GraphQL request is told so in GraphQL's own words."""
        try:
            return await super().run(*args, **kwargs)
        except HTTPException as error:
            # The reason may repeat a name that the request made up, in letters that are none.
            reason = error.reason.encode(errors="replace").decode()
            return _refused(reason, "INVALID", error.status_code)

    def parse_json(self, data: str | bytes) -> Any:
        """A body that is one JSON object, or a list of them, which is refused in turn."""
        try:
            parsed = super().parse_json(data)
        except (ValueError, RecursionError) as error:
            raise HTTPException(400, "Unable to parse request body as JSON") from error
        if not isinstance(parsed, (dict, list)):
            raise HTTPException(400, "The request body is not a JSON object")
        return parsed

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> Context:
        """What resolvers of this request may touch."""
        viewer: Viewer = request.scope["viewer"]
        loader = Loader(self._handler.database, viewer.organization_id, viewer.person_id)
        return Context(viewer=viewer, handler=self._handler, reads=loader, answers=self._answers)

    async def process_result(
        self, request: Request, result: ExecutionResult
    ) -> GraphQLHTTPResponse:
        """Errors with stable codes; a fault is logged under an id and shown by that id alone."""
        answer: GraphQLHTTPResponse = {"data": result.data}
        if result.errors:
            answer["errors"] = [told(error) for error in result.errors]
        return answer

    def encode_json(self, data: Any) -> str | bytes:
        """What the database wrote goes on as it is."""
        if isinstance(data, dict) and isinstance(data.get("data"), Raw):
            return f'{{"data":{data["data"].text}}}'
        return super().encode_json(data)

    def _limited(self, receive: Receive) -> Receive:
        received = 0

        async def limited() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._body_limit:
                raise TooLarge
            return message

        return limited


def told(error: GraphQLError) -> Any:
    """An error as the client sees it."""
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    if cause is not None and isinstance(cause.__cause__ or cause, UNSTORABLE):
        error = GraphQLError("This has characters that cannot be looked for.", path=error.path)
    elif isinstance(cause, Busy):
        error = GraphQLError(BUSY, path=error.path, extensions={"code": "UNAVAILABLE"})
    elif isinstance(cause, DatabaseUnavailable):
        log.warning("unavailable", cause=str(cause), path=error.path)
        error = GraphQLError(OUTAGE, path=error.path, extensions={"code": "UNAVAILABLE"})
    elif cause is not None:
        error = _masked(error, cause)
    told_ = error.formatted
    told_["extensions"] = {"code": "INVALID"} | (error.extensions or {})
    return told_


def _masked(error: GraphQLError, cause: BaseException) -> GraphQLError:
    number = secrets.token_hex(8)
    log.error("fault", fault=number, path=error.path, exc_info=cause)
    return GraphQLError(
        "Something went wrong on our side.",
        path=error.path,
        extensions={"code": "INTERNAL", "fault": number},
    )


def _refused(
    message: str, code: str, status: int, headers: dict[str, str] | None = None
) -> JSONResponse:
    body = {"errors": [{"message": message, "extensions": {"code": code}}]}
    return JSONResponse(body, status_code=status, headers=headers)
