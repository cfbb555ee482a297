"""Many WebSockets that listen: clients that cost little, so that thousands fit beside a server."""

import asyncio
import base64
import json
import os
import resource
import struct
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Self

AT_ONCE = 100
SPARE_DESCRIPTORS = 500
SHORT = 126
PING, PONG = 0x89, 0x8A
MASK = b"\0\0\0\0"
"""Clients have to mask what they send, and this is a mask."""


def room_for(sockets: int) -> int:
    """How many sockets this process and those that it starts may have open, at most so many."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = sockets + SPARE_DESCRIPTORS
    with suppress(ValueError, OSError):  # only who administers the machine may have more
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, max(wanted, hard)))
        return sockets
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard - SPARE_DESCRIPTORS


class Listener(asyncio.Protocol):
    """One socket; it notes when its newest message was complete."""

    __slots__ = ("_buffer", "_open", "_transport", "_waited", "heard", "last")

    def __init__(self) -> None:
        self._buffer = b""
        self._open = False
        self._transport: Any = None
        self._waited: tuple[int, asyncio.Future[None]] | None = None
        self.heard = 0
        self.last = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for a WebSocket."""
        self._transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        self._transport.write(
            "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Protocol: graphql-transport-ws\r\n"
            f"Sec-WebSocket-Key: {key}\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        """Whole messages are counted."""
        self._buffer += data
        if not self._open:
            _, found, self._buffer = self._buffer.partition(b"\r\n\r\n")
            self._open = bool(found)
            self._tell()
        while (end := _end(self._buffer)) and len(self._buffer) >= end:
            message, self._buffer = self._buffer[:end], self._buffer[end:]
            if message[0] == PING:
                self._transport.write(bytes([PONG, 0x80 | message[1]]) + MASK + message[2:])
                continue
            self.last = message
            self.heard += 1
            self._tell()

    def say(self, message: Any) -> None:
        """Send a message."""
        text = json.dumps(message).encode()
        size = (
            bytes([0x80 | len(text)])
            if len(text) < SHORT
            else b"\xfe" + struct.pack(">H", len(text))
        )
        self._transport.write(b"\x81" + size + MASK + text)

    async def has_heard(self, count: int) -> None:
        """Until so many messages came; with 0 until the socket is open."""
        if not self._open or self.heard < count:
            self._waited = (count, asyncio.get_running_loop().create_future())
            await self._waited[1]

    def close(self) -> None:
        """Hang up."""
        self._transport.abort()

    def _tell(self) -> None:
        if self._waited and self.heard >= self._waited[0]:
            self._waited[1].set_result(None)
            self._waited = None


def _end(buffer: bytes) -> int:
    """How long the first message in the buffer is; 0 where that is not known yet."""
    if len(buffer) < 4:
        return 0
    size = buffer[1]
    if size < SHORT:
        return 2 + size
    if size == SHORT:
        return 4 + int.from_bytes(buffer[2:4], "big")
    return 10 + int.from_bytes(buffer[2:10], "big") if len(buffer) >= 10 else 0


@dataclass(kw_only=True)
class Heard:
    """Seconds from the trigger to the first and to the last delivery."""

    first: float
    last: float


@dataclass(kw_only=True)
class Crowd:
    """Listeners of one server."""

    listeners: list[Listener] = field(default_factory=list)

    @classmethod
    async def gather(cls, port: int, says: Sequence[Sequence[Any]]) -> Self:
        """A listener for each list of messages; each is answered before the next is said."""
        loop, crowd = asyncio.get_running_loop(), cls()

        async def one(messages: Sequence[Any]) -> None:
            _, listener = await loop.create_connection(Listener, "127.0.0.1", port)
            crowd.listeners.append(listener)
            await listener.has_heard(0)
            for number, message in enumerate(messages, 1):
                listener.say(message)
                await listener.has_heard(number)

        for begin in range(0, len(says), AT_ONCE):
            await asyncio.gather(*map(one, says[begin : begin + AT_ONCE]))
        return crowd

    async def hear(self, trigger: Any) -> Heard:
        """How long it takes from a trigger until the first and until all have heard of it."""
        loop = asyncio.get_running_loop()
        told = [loop.create_task(each.has_heard(each.heard + 1)) for each in self.listeners]
        await asyncio.sleep(0)
        began = time.perf_counter()
        saying = loop.create_task(trigger())
        await asyncio.wait(told, return_when=asyncio.FIRST_COMPLETED)
        first = time.perf_counter() - began
        await asyncio.wait(told)
        last = time.perf_counter() - began
        await saying
        return Heard(first=first, last=last)

    def close(self) -> None:
        """Hang up."""
        for each in self.listeners:
            each.close()
