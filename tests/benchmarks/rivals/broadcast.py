"""A bare Starlette WebSocket that sends the same text to everybody: `python -m … PORT`."""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

listening: set[WebSocket] = set()


async def ready(_: Request) -> Response:
    """It is there."""
    return PlainTextResponse("ready")


async def listen(websocket: WebSocket) -> None:
    """One listener, until they go."""
    await websocket.accept("graphql-transport-ws")
    listening.add(websocket)
    try:
        while True:
            await websocket.receive_text()
    except WebSocketDisconnect:
        listening.discard(websocket)


async def say(request: Request) -> Response:
    """Send the body to all."""
    text = (await request.body()).decode()
    for each in list(listening):
        await each.send_text(text)
    return PlainTextResponse("said")


app = Starlette(
    routes=[
        Route("/health/ready", ready),
        Route("/say", say, methods=["POST"]),
        WebSocketRoute("/graphql", listen),
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
