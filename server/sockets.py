"""WebSockets: many operations at once by `graphql-transport-ws`, those that go on included.

The protocol is https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md; its states and
close codes are Strawberry's, what is sent and who may follow is ours.
"""

import asyncio
import json
import time
from contextlib import ExitStack, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from graphql import GraphQLError
from starlette.types import Scope
from strawberry.exceptions import ConnectionRejectionError
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)

from schema.context import Context
from schema.planned import Followed
from server.auth import Unauthenticated, Viewer
from server.live.crowds import TooMany
from server.live.followers import Ending
from server.live.outbox import Outbox
from server.observed import observed, turned_out
from server.rates import TooOften, Turn
from server.told import NotAnswered, ended, fault, told

if TYPE_CHECKING:
    from server.front import Front

FORBIDDEN, TOO_MANY = 4403, 4429
RESTART, TRY_LATER = 1012, 1013
"""After these clients come back by themselves, each after a pause of its own."""


class Socket(BaseGraphQLTransportWSHandler[Context, None]):
    """One connection. What it has to tell waits in its outbox, in order."""

    view: "Front"

    def __init__(self, **handling: Any) -> None:
        front: Front = handling["view"]
        handling["connection_init_wait_timeout"] = timedelta(seconds=front.settings.init_timeout)
        handling["max_subscriptions_per_connection"] = front.settings.subscriptions_limit
        super().__init__(**handling)
        # Strawberry leaves with the context what a client says first, and asks it for an answer.
        self.context: Any = self
        self.connection_params: dict[str, Any] = {}
        self._outbox = Outbox(
            self._send,
            self._lost,
            most=front.settings.waiting_limit,
            longest=front.settings.write_timeout,
        )
        self._readers: dict[str, Reader] = {}
        self._authorization: str | None = None
        self._address = ""
        self._stack = ExitStack()

    async def handle(self) -> None:
        """Until either side closes it."""
        scope = self.websocket.ws.scope  # type: ignore[attr-defined]
        self._address = address_of(scope)
        turn = Turn(self.view.gate, self._address)
        try:
            turn.knock()
            turn.over()
            with self._stack, self.view.crowds.among(self._address):
                await super().handle()
        except (TooMany, TooOften) as error:
            await self._closing(TOO_MANY, str(error))
        finally:
            self._outbox.close()

    async def introduce(self) -> None:
        """Find out who is there; raises ConnectionRejectionError where that is nobody."""
        said = self.connection_params.get("Authorization")
        try:
            viewer = await self.view.tokens.viewer(said if isinstance(said, str) else None)
        except Unauthenticated as error:
            raise ConnectionRejectionError from error
        self._authorization = said
        self._stack.enter_context(self.view.crowds.among(viewer.person_id))
        seconds = viewer.expires - time.time()
        expiry = asyncio.get_running_loop().call_later(seconds, self.forbid)
        self._stack.callback(expiry.cancel)

    async def run_operation(self, operation: Operation[Context, None]) -> None:
        """Answer an operation, or let it go on."""
        with observed():
            await self._run(operation, Turn(self.view.gate, self._address))

    async def _run(self, operation: Operation[Context, None], turn: Turn) -> None:
        try:
            viewer = await self.view.tokens.viewer(self._authorization)
            turn.knock(viewer.person_id)
            said = self.view.asked({**_said(operation), "documentId": None})
            result = await self.view.carry_out(said, self.view.context(viewer, turn))
            if isinstance(result.data, Followed):
                await self._follow(operation, result.data, viewer)
            else:
                await self._answer(operation, await self.view.process_result(None, result))
        except Unauthenticated:
            turned_out("UNAUTHENTICATED")
            self.forbid()
        except NotAnswered as error:
            await self._fail(operation, error.told)
        except GraphQLError as error:
            await self._fail(operation, [told(error)])
        except Exception as error:  # noqa: BLE001 - told and logged as everywhere else
            await self._fail(operation, fault(error))
        finally:
            turn.over()

    async def handle_message(self, message: Any) -> None:
        """Handle what has the form of a message; Strawberry looks at single values."""
        if _is_message(message):
            await super().handle_message(message)
        else:
            await self.handle_invalid_message("This is no message of graphql-transport-ws")

    async def cleanup_operation(self, operation_id: str) -> None:
        """Let go of an operation that the client has completed, or that ended with the socket."""
        await super().cleanup_operation(operation_id)
        reader = self._readers.pop(operation_id, None)
        if reader is not None:
            await self.view.hub.leave(reader)

    async def send_message(self, message: Any) -> None:
        """Put a message behind all that waits."""
        if not self._outbox.has_room:
            self._lost()
        self._outbox.put(self.view.encode_json_string(message))

    def forbid(self) -> None:
        """End all that goes on: there is no valid token any more."""
        self._close(FORBIDDEN, "Forbidden")

    def move(self) -> None:
        """End all that goes on: it can be followed on another server."""
        self._close(RESTART, "Service restart")

    async def _follow(
        self, operation: Operation[Context, None], followed: Followed, viewer: Viewer
    ) -> None:
        reader = Reader(self, self._outbox, operation.id, viewer)
        self._readers[operation.id] = reader
        await self.view.hub.join(followed.question, reader)
        if operation.id not in self.operations:
            await self.view.hub.leave(reader)

    async def _answer(self, operation: Operation[Context, None], answer: Any) -> None:
        if "data" not in answer:
            await self._fail(operation, answer["errors"])
            return
        payload = self.view.encode_json_string(answer)
        self._outbox.put(f'{{"id":{json.dumps(operation.id)},"type":"next","payload":{payload}}}')
        await operation.send_operation_message({"id": operation.id, "type": "complete"})

    async def _fail(self, operation: Operation[Context, None], errors: Any) -> None:
        self._readers.pop(operation.id, None)
        with suppress(KeyError):  # where the client has completed it meanwhile
            await operation.send_operation_message(
                {"id": operation.id, "type": "error", "payload": errors}
            )

    def fail(self, operation_id: str, errors: Any) -> None:
        """End an operation that went on."""
        self._readers.pop(operation_id, None)
        self.operations.pop(operation_id, None)
        message = {"id": operation_id, "type": "error", "payload": errors}
        self._outbox.put(self.view.encode_json_string(message))

    async def _send(self, frame: str) -> None:
        websocket = self.websocket.ws  # type: ignore[attr-defined]
        await websocket.send({"type": "websocket.send", "text": frame})

    def _lost(self) -> None:
        self._close(TRY_LATER, "Too slow")

    def _close(self, code: int, reason: str) -> None:
        self._outbox.close()
        task = asyncio.create_task(self._closing(code, reason))
        task.add_done_callback(self._task_done)

    async def _closing(self, code: int, reason: str) -> None:
        with suppress(OSError, RuntimeError):
            await self.websocket.close(code, reason)


class Reader:
    """One operation of a socket that goes on."""

    __slots__ = ("_begins", "_id", "_outbox", "_socket", "viewer")

    def __init__(self, socket: Socket, outbox: Outbox, id_: str, viewer: Viewer) -> None:
        self._socket = socket
        self._outbox = outbox
        self._id = id_
        self._begins = f'{{"id":{json.dumps(id_)},"type":"next","payload":{{"data":'
        self.viewer = viewer

    def show(self, answer: str) -> None:
        """The newest answer of a view, instead of those that still wait."""
        self._outbox.put_newest(self._id, f"{self._begins}{answer}}}}}")

    def tell(self, answer: str, _: str, /) -> bool:
        """One of many answers; false where too much waits already."""
        if self._outbox.has_room:
            self._outbox.put(f"{self._begins}{answer}}}}}")
            return True
        return False

    async def caught_up(self) -> None:
        """Until all that waits is sent."""
        await self._outbox.emptied()

    def end(self, why: Ending, cursor: str | None = None) -> None:
        """Nothing more comes."""
        if why is Ending.NOT_ALLOWED:
            self._socket.forbid()
        elif why is Ending.MOVED:
            self._socket.move()
        else:
            self._socket.fail(self._id, [ended(why, cursor)])


def _is_message(message: Any) -> bool:
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        return False
    if message["type"] not in ("subscribe", "complete"):
        return True
    named = isinstance(message.get("id"), str) and bool(message["id"])
    asks = message["type"] == "subscribe"
    return named and (not asks or isinstance(message.get("payload"), dict))


def _said(operation: Operation[Context, None]) -> dict[str, Any]:
    return {
        "query": operation.query,
        "variables": operation.variables,
        "operationName": operation.operation_name,
    }


def address_of(scope: Scope) -> str:
    """Where a connection comes from."""
    return scope["client"][0] if scope.get("client") else ""
