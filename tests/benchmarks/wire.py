"""An HTTP client that costs little: httpx would take as long for a request as the servers."""

import asyncio
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlencode


@dataclass(kw_only=True)
class Answer:
    """What came back."""

    head: bytes
    body: bytes

    @property
    def status(self) -> int:
        """The number that says how it went."""
        return int(self.head[9:12])

    def header(self, name: str) -> str | None:
        """A header's value; None where there is none."""
        for line in self.head.split(b"\r\n")[1:]:
            said, _, value = line.partition(b":")
            if said.strip().lower() == name.encode():
                return value.strip().decode()
        return None


class Client(asyncio.Protocol):
    """One connection that is kept open, with one request at a time.

    Servers hang up on who says nothing for some seconds: then it calls again.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._received = bytearray()
        self._expected = 0
        self._awaited: asyncio.Future[Answer] | None = None
        self._transport: asyncio.Transport | None = None

    @classmethod
    async def connect(cls, port: int) -> Self:
        """A connection to a server on this machine."""
        client = cls(port)
        await client._call()
        return client

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody waits for an answer that no longer comes."""
        self._transport = None
        if self._awaited is not None and not self._awaited.done():
            self._awaited.set_exception(exc or ConnectionError("The server hung up."))

    def data_received(self, data: bytes) -> None:
        """Whole answers are handed on; where one ends its head says."""
        self._received += data
        if not self._expected:
            end = self._received.find(b"\r\n\r\n")
            if end < 0:
                return
            self._expected = end + 4 + _length(bytes(self._received[:end]))
        if len(self._received) >= self._expected and self._awaited is not None:
            head, _, body = bytes(self._received).partition(b"\r\n\r\n")
            self._received.clear()
            self._expected = 0
            self._awaited.set_result(Answer(head=head, body=body))

    async def answer(self, request: bytes) -> Answer:
        """What a request as it goes over the wire is answered."""
        transport = self._transport
        if transport is None or transport.is_closing():
            transport = await self._call()
        self._awaited = asyncio.get_running_loop().create_future()
        transport.write(request)
        return await self._awaited

    async def ask(self, request: bytes, status: int = 200) -> bytes:
        """The body of an answer with this status."""
        answer = await self.answer(request)
        assert answer.status == status, (answer.head, answer.body[:500])
        return answer.body

    async def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    async def _call(self) -> asyncio.Transport:
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_connection(lambda: self, "127.0.0.1", self._port)
        return self._transport


def post(path: str, body: bytes, **headers: str) -> bytes:
    """A request as it goes over the wire."""
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def get(path: str, parameters: dict[str, Any], **headers: str) -> bytes:
    """A request without a body."""
    lines = [f"GET {path}?{urlencode(parameters)} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def _length(head: bytes) -> int:
    """How long the body is; an answer that something has not changed has none."""
    if head.startswith((b"HTTP/1.1 304", b"HTTP/1.1 204")):
        return 0
    _, said, rest = head.lower().partition(b"content-length:")
    assert said, head
    return int(rest.split(b"\r\n", 1)[0])
