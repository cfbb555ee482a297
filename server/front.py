"""The GraphQL endpoint over HTTP: who asks, how much they may send, and how they are answered."""

from collections.abc import Collection
from json import JSONDecodeError
from typing import Any

from cross_web import AsyncHTTPRequestAdapter
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry import UNSET
from strawberry.asgi import GraphQL
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from schema.context import Context
from schema.declared import core_of
from schema.graph import graph
from schema.limits import Limits
from schema.node import VIEWS
from schema.planned import Followed, Raw
from server.at_once import AtOnce, Heard
from server.auth import Tokens, Viewer
from server.commands import Handler
from server.documents import Documents
from server.live.crowds import Crowds
from server.live.hub import Hub
from server.media import JSON, RESPONSE, answered_as, takes_stream
from server.observed import observed, over
from server.rates import Gate, Turn, telling
from server.reads.answers import Answers
from server.reads.loader import Loader
from server.reasons import REASONS, why
from server.replicas import Replicas
from server.requests import asked, in_body, in_url, limited
from server.settings import Settings
from server.sockets import Socket, address_of
from server.streams import Stream
from server.told import NotAnswered, status, told
from server.unchanged import VARY, edition, kept_under, tag_of
from server.ways import check_method, not_this_way

ANSWERED = {OperationType.QUERY, OperationType.MUTATION}
PARTIAL = 294


class Told(dict[str, Any]):
    """An answer with the status that goes with it."""

    status = 200


class Front(GraphQL[Context, None]):
    """Strawberry's endpoint, for those who have a token."""

    graphql_transport_ws_handler_class = Socket

    def __init__(
        self,
        handler: Handler,
        tokens: Tokens,
        hub: Hub,
        gate: Gate,
        replicas: Replicas,
        settings: Settings,
    ) -> None:
        schema = graph(Limits.of(settings))
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL],
            allowed_origins=settings.allowed_origins,
        )
        self.settings = settings
        self.tokens = tokens
        self.hub = hub
        self.crowds = Crowds(of_person=settings.person_limit, of_address=settings.address_limit)
        self._answers = Answers(
            schema=core_of(schema),
            views=VIEWS,
            database=handler.database,
            limit=settings.cost_limit,
            tree=settings.tree_cost,
        )
        self.gate = gate
        self._handler = handler
        self.sdl = schema.as_str()
        self._edition = edition(self.sdl)
        self._documents = Documents.read(settings.documents, settings.documents_dir)
        self._at_once = AtOnce(
            tokens=tokens,
            answers=self._answers,
            documents=self._documents,
            edition=self._edition,
            replicas=replicas,
        )
        self._replicas = replicas

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing is parsed for who has no token; on a WebSocket they say later who they are."""
        if scope["type"] == "websocket":
            await super().__call__(scope, receive, send)
            return
        turn = scope["turn"] = Turn(self.gate, address_of(scope))
        send = telling(turn, send)
        with observed(scope["headers"]) as operation:
            try:
                turn.knock()
                await self._answer(turn, scope, receive, send)
            except REASONS as error:
                answer = why(error)
                operation.end()
                await answer(scope, receive, send)

    async def _answer(self, turn: Turn, scope: Scope, receive: Receive, send: Send) -> None:
        limits = self.settings.body_limit, self.settings.body_timeout
        heard = Heard(receive=limited(receive, *limits))
        request = Request(scope, heard)
        known = await self._at_once.answer(request, heard, turn.admitted)
        if known is not None:
            await known(scope, receive, send)
            return
        authorization = request.headers.get("authorization")
        bearer = await self.tokens.bearer(authorization)
        async with self._replicas.asked_by(request, bearer):
            viewer = await self.tokens.known(bearer)
            scope["viewer"] = viewer
            turn.knock(viewer.person_id)
            if takes_stream(request.headers.get("accept")):
                await self._stream(request, scope, receive, send)
            else:
                await super().__call__(scope, heard, send)

    async def get_sub_response(self, request: Request | WebSocket) -> Response:
        """What goes with the answer, whatever it is; raises NotAnswered where nobody takes one."""
        check_method(request)
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
            return self.asked(in_url(request.query_params))
        try:
            body = await request.get_body()
        except ClientDisconnect as error:
            raise NotAnswered(400, "The request ended before its body did.") from error
        return self.asked(in_body(request.content_type, body))

    def asked(self, said: Any) -> GraphQLRequestData:
        """What is asked for; raises NotAnswered where something else was said."""
        return asked(said, self._documents)

    async def execute_operation(self, **asked: Any) -> Any:  # type: ignore[override]
        """What came of it, with a tag by which a GET can be asked again."""
        request, said, beside = (
            asked[each] for each in ("request", "request_data", "sub_response")
        )
        if request.method == "GET":
            viewer: Viewer = request.scope["viewer"]
            tag = tag_of(said, viewer, beside.media_type, self._edition)
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
        allowed = {OperationType.QUERY} if reading else ANSWERED
        return await self.carry_out(request_data, context, allowed)

    async def carry_out(
        self,
        said: GraphQLRequestData,
        context: Context,
        allowed: Collection[OperationType] = frozenset(OperationType),
    ) -> ExecutionResult:
        """What comes of an operation; raises NotAnswered where it is not done in this way."""
        try:
            result = await self.schema.execute(
                said.query,
                variable_values=said.variables,
                context_value=context,
                operation_name=said.operation_name,
                allowed_operation_types=allowed,
                operation_extensions=said.extensions,
            )
        except CannotGetOperationTypeError as error:
            raise NotAnswered(422, error.as_http_error_reason()) from error
        except InvalidOperationTypeError as error:
            raise not_this_way(error.operation_type) from error
        return result

    def decode_json(self, data: str | bytes) -> object:
        """What a frame of a socket says; raises JSONDecodeError for all that cannot be read."""
        try:
            return super().decode_json(data)
        except (ValueError, RecursionError) as error:
            raise JSONDecodeError(str(error), "", 0) from error

    async def on_ws_connect(self, context: Any) -> Any:
        """Let a socket find out who is there; raises ConnectionRejectionError."""
        await context.introduce()
        return UNSET

    async def get_context(
        self, request: Request | WebSocket, response: Response | WebSocket
    ) -> Any:
        """What resolvers of this request may touch; on a WebSocket each operation has its own."""
        viewer = request.scope.get("viewer")
        return None if viewer is None else self.context(viewer, request.scope["turn"])

    def context(self, viewer: Viewer, turn: Turn) -> Context:
        """What resolvers of one operation may touch."""
        return Context(
            viewer=viewer,
            handler=self._handler,
            reads=Loader(self._handler.database, viewer.organization_id, viewer.person_id),
            answers=self._answers,
            admitted=turn.admitted,
        )

    async def process_result(
        self, request: Request | None, result: ExecutionResult
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

    async def _stream(self, request: Request, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer by an event stream, what goes on and what does not."""
        check_method(request)
        viewer: Viewer = scope["viewer"]
        said = await self.parse_http_body(self.request_adapter_class(request))
        reading = {OperationType.QUERY, OperationType.SUBSCRIPTION}
        allowed = reading if request.method == "GET" else frozenset(OperationType)
        result = await self.carry_out(said, self.context(viewer, scope["turn"]), allowed)

        over()
        with self.crowds.among(viewer.person_id), self.crowds.among(address_of(scope)):
            stream = Stream(viewer=viewer, hub=self.hub, settings=self.settings)
            if isinstance(result.data, Followed):
                stream.question = result.data.question
                if cursor := request.headers.get("last-event-id"):
                    stream.question = stream.question.resumed(cursor)
            else:
                answer = await self.process_result(request, result)
                stream.answer = self.encode_json_string(answer)
            await stream(scope, receive, send)
