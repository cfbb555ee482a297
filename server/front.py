"""The GraphQL endpoint over HTTP: who asks, how much they may send, and how they are answered."""

from typing import Any

import structlog
from cross_web import AsyncHTTPRequestAdapter
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from schema.context import Context
from schema.declared import core_of
from schema.graph import graph
from schema.node import VIEWS
from schema.planned import Raw
from server.auth import Tokens, Unauthenticated, Viewer
from server.commands import Handler
from server.documents import Documents
from server.losses import DatabaseUnavailable, TookTooLong
from server.media import JSON, RESPONSE, answered_as
from server.reads.answers import Answers
from server.reads.loader import Loader
from server.requests import asked, in_body, in_url
from server.settings import Settings
from server.told import OUTAGE, NotAnswered, refused, status, told
from server.unchanged import VARY, Unchanged, edition, is_among, kept_under, tag_of

log = structlog.get_logger()
METHODS = ("GET", "POST")
PARTIAL = 294


class TooLarge(Exception):
    """The body is larger than the limit."""


class Told(dict[str, Any]):
    """An answer with the status that goes with it."""

    status = 200


class Front(GraphQL[Context, None]):
    """Strawberry's endpoint, for those who have a token."""

    def __init__(self, handler: Handler, tokens: Tokens, settings: Settings) -> None:
        schema = graph(
            depth=settings.depth_limit,
            tokens=settings.tokens_limit,
            aliases=settings.aliases_limit,
        )
        super().__init__(schema, graphql_ide=None)
        self._answers = Answers(
            schema=core_of(schema),
            views=VIEWS,
            database=handler.database,
            limit=settings.cost_limit,
            tree=settings.tree_cost,
        )
        self._handler = handler
        self._tokens = tokens
        self._edition = edition(schema.as_str())
        self._documents = Documents.read(settings.documents, settings.documents_dir)
        self._body_limit = settings.body_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing is parsed for who has no token."""
        request = Request(scope)
        try:
            scope["viewer"] = await self._tokens.viewer(request.headers.get("authorization"))
            await super().__call__(scope, self._limited(receive), send)
        except Unauthenticated:
            headers = {"WWW-Authenticate": "Bearer"}
            answer = refused(
                "Send a valid token: Authorization: Bearer …", "UNAUTHENTICATED", 401, headers
            )
            await answer(scope, receive, send)
        except TooLarge:
            message = f"The request is larger than {self._body_limit} bytes."
            await refused(message, "TOO_LARGE", 413)(scope, receive, send)
        except (NotAnswered, Unchanged) as error:
            await error.answer(scope, receive, send)
        except TookTooLong as error:
            await refused(str(error), "TIMEOUT", 504)(scope, receive, send)
        except DatabaseUnavailable as error:
            log.warning("unavailable", cause=str(error))
            soon = {"Retry-After": "1"}
            await refused(OUTAGE, "UNAVAILABLE", 503, soon)(scope, receive, send)

    async def get_sub_response(self, request: Request | WebSocket) -> Response:
        """What goes with the answer, whatever it is; raises NotAnswered where nobody takes one."""
        if request.scope["type"] == "http" and request.scope["method"] not in METHODS:
            allowed = ", ".join(METHODS)
            raise NotAnswered(405, f"Ask by one of {allowed}.", Allow=allowed)
        kind = answered_as(request.headers.get("accept"))
        if kind is None:
            raise NotAnswered(406, f"Answers are {RESPONSE} or {JSON}.")
        return Response(media_type=kind)

    def should_render_graphql_ide(self, _: Any) -> bool:
        """There is none at this address."""
        return False

    async def parse_http_body(self, request: AsyncHTTPRequestAdapter) -> GraphQLRequestData:
        """What is asked for; raises NotAnswered where that cannot be told."""
        if request.method == "GET":
            return asked(in_url(request.query_params), self._documents)
        return asked(in_body(request.content_type, await request.get_body()), self._documents)

    async def execute_operation(self, **asked: Any) -> Any:  # type: ignore[override]
        """What came of it; raises Unchanged before anything is read, where the client has that."""
        request, said, beside = (
            asked[each] for each in ("request", "request_data", "sub_response")
        )
        if request.method == "GET":
            viewer: Viewer = request.scope["viewer"]
            tag = tag_of(said, viewer, beside.media_type, self._edition)
            if is_among(tag, request.headers.get("if-none-match")):
                raise Unchanged(tag)
            beside.headers["etag"] = tag
        return await super().execute_operation(**asked)

    async def execute_single(  # type: ignore[override]
        self,
        *,
        request_adapter: AsyncHTTPRequestAdapter,
        request_data: GraphQLRequestData,
        context: Context,
        **_: Any,
    ) -> ExecutionResult:
        """What came of the operation; raises NotAnswered where there is none, or not by GET."""
        reading = request_adapter.method == "GET"
        try:
            return await self.schema.execute(
                request_data.query,
                variable_values=request_data.variables,
                context_value=context,
                operation_name=request_data.operation_name,
                allowed_operation_types={OperationType.QUERY} if reading else set(OperationType),
                operation_extensions=request_data.extensions,
            )
        except CannotGetOperationTypeError as error:
            raise NotAnswered(422, error.as_http_error_reason()) from error
        except InvalidOperationTypeError as error:
            message = "What changes something is said by POST."
            raise NotAnswered(405, message, Allow="POST") from error

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
        """Errors with stable codes; without ``data`` where the operation was not carried out."""
        answer: Any = Told(data=result.data)
        if result.errors:
            answer["errors"] = [told(error) for error in result.errors]
            answer.status = PARTIAL
            if result.data is None and all(each.path is None for each in result.errors):
                del answer["data"]
                codes = [each["extensions"]["code"] for each in answer["errors"]]
                answer.status = status(result.errors, codes)
        if result.extensions:
            answer["extensions"] = result.extensions
        found: GraphQLHTTPResponse = answer
        return found

    def create_response(self, response_data: Any, sub_response: Response) -> Response:
        """The answer in the media type that the client takes.

        Plain JSON of any other status than 2xx may come from whoever stands in between.
        """
        done = "data" in response_data
        tag = None if "errors" in response_data else sub_response.headers.get("etag")
        return Response(
            self.encode_json(response_data),
            status_code=response_data.status,
            media_type=sub_response.media_type if done else RESPONSE,
            headers=kept_under(tag) if tag else {"Vary": VARY},
        )

    def encode_json(self, data: Any) -> str | bytes:
        """What the database wrote goes on as it is."""
        if isinstance(data, dict) and isinstance(data.get("data"), Raw):
            more = {name: value for name, value in data.items() if name != "data"}
            rest = f",{self.encode_json_string(more)[1:]}" if more else "}"
            return f'{{"data":{data["data"].text}{rest}'
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
