"""The idiomatic way to follow in Strawberry, a generator for each: `python -m … PORT`."""

import asyncio
import sys
from collections.abc import AsyncGenerator

import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from strawberry.asgi import GraphQL
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

MANY = 20
queues: set["asyncio.Queue[int]"] = set()


@strawberry.type
class Progress:
    """How far it is."""

    value: str


@strawberry.type
class KeyResult:
    """A key result."""

    title: str
    current: str
    progress: Progress


@strawberry.type
class KeyResults:
    """Key results."""

    nodes: list[KeyResult]


@strawberry.type
class Organization:
    """An organization."""

    version: strawberry.Private[int]

    @strawberry.field
    def key_results(self, first: int | None = MANY) -> KeyResults:
        """As many as asked for."""
        current, progress = str(self.version), Progress(value="0.5")
        each = KeyResult(title="Key result", current=current, progress=progress)
        return KeyResults(nodes=[each] * (first or MANY))


@strawberry.type
class Query:
    """There has to be one."""

    there: bool = True


@strawberry.type
class Subscription:
    """What can be followed."""

    @strawberry.subscription
    async def organization(self) -> AsyncGenerator[Organization, None]:
        """At once, and again for each thing that is said."""
        queue: asyncio.Queue[int] = asyncio.Queue()
        queues.add(queue)
        try:
            yield Organization(version=0)
            while True:
                yield Organization(version=await queue.get())
        finally:
            queues.discard(queue)


async def ready(_: Request) -> Response:
    """It is there."""
    return PlainTextResponse("ready")


async def say(_: Request) -> Response:
    """Let everybody know that something is another."""
    for each in list(queues):
        each.put_nowait(1)
    return PlainTextResponse("said")


graphql = GraphQL[None, None](
    strawberry.Schema(query=Query, subscription=Subscription),
    subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL],
)
app = Starlette(
    routes=[
        Route("/health/ready", ready),
        Route("/say", say, methods=["POST"]),
        WebSocketRoute("/graphql", graphql),
    ]
)

if __name__ == "__main__":
    uvicorn.run(
        app,
        port=int(sys.argv[1]),
        log_level="warning",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
    )
