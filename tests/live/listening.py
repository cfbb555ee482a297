"""A front end that follows: a WebSocket client of `graphql-transport-ws`, and one of streams."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 20
PROTOCOL = Subprotocol("graphql-transport-ws")


@dataclass(kw_only=True)
class Socket:
    """An open WebSocket, its messages sorted by operation."""

    connection: ClientConnection
    _heard: dict[str, asyncio.Queue[dict[str, Any]]] = field(default_factory=dict)

    async def say(self, kind: str, **more: Any) -> None:
        """Send a message."""
        await self.connection.send(json.dumps({"type": kind, **more}))

    async def hear(self) -> Any:
        """The next message, whatever it is."""
        async with asyncio.timeout(PATIENCE):
            return json.loads(await self.connection.recv())

    async def closed(self) -> tuple[int | None, str | None]:
        """Code and reason, once the server has closed."""
        async with asyncio.timeout(PATIENCE):
            await self.connection.wait_closed()
        return self.connection.close_code, self.connection.close_reason

    async def subscribe(self, document: str, id_: str = "1", **variables: Any) -> None:
        """Follow something."""
        payload = {"query": document, "variables": variables}
        await self.say("subscribe", id=id_, payload=payload)

    async def next(self, id_: str = "1") -> Any:
        """The data of the next answer of an operation."""
        message = await self.hear()
        assert (message["type"], message["id"]) == ("next", id_), message
        assert "errors" not in message["payload"], message
        return message["payload"]["data"]

    async def silence(self, seconds: float = 0.5) -> None:
        """Nothing comes for a while."""
        try:
            message = await asyncio.wait_for(self.connection.recv(), seconds)
        except TimeoutError:
            return
        raise AssertionError(message)


@asynccontextmanager
async def opened(address: str, **more: Any) -> AsyncIterator[Socket]:
    """A WebSocket that has said nothing yet."""
    url = address.replace("http", "ws", 1) + "/graphql"
    async with connect(url, subprotocols=[PROTOCOL], compression=None, **more) as connection:
        yield Socket(connection=connection)


@asynccontextmanager
async def introduced(address: str, token: str, **more: Any) -> AsyncIterator[Socket]:
    """A WebSocket that may ask."""
    async with opened(address, **more) as socket:
        await socket.say("connection_init", payload={"Authorization": f"Bearer {token}"})
        assert (await socket.hear())["type"] == "connection_ack"
        yield socket


@dataclass(kw_only=True)
class Events:
    """An open event stream."""

    lines: AsyncIterator[str]

    async def next(self) -> dict[str, str]:
        """The next event: its fields by name."""
        event: dict[str, str] = {}
        async with asyncio.timeout(PATIENCE):
            async for line in self.lines:
                if line.startswith(":"):
                    continue
                if not line and event:
                    return event
                name, _, value = line.partition(":")
                if name:
                    event[name] = value.removeprefix(" ")
        raise EOFError

    async def data(self) -> Any:
        """The data of the next answer."""
        event = await self.next()
        assert event["event"] == "next", event
        payload = json.loads(event["data"])
        assert "errors" not in payload, payload
        return payload["data"]


@asynccontextmanager
async def streamed(
    http: httpx.AsyncClient, token: str, document: str, **more: Any
) -> AsyncIterator[Events]:
    """A stream of what an operation comes to."""
    headers = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream"}
    headers |= more.pop("headers", {})
    said = {"query": document, "variables": more}
    async with http.stream("POST", "/graphql", json=said, headers=headers) as response:
        assert response.status_code == 200, await response.aread()
        yield Events(lines=response.aiter_lines())
