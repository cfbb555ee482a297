"""A way to a server on which connections break whenever it is asked for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(kw_only=True)
class Tunnel:
    """Carries bytes to a port and back."""

    port: int
    address: str = ""
    blocked: bool = False
    """Whether whoever comes is sent away."""
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    def cut(self) -> int:
        """Break all connections without a word; answers how many there were."""
        broken = len(self._open) // 2
        for writer in self._open:
            writer.transport.abort()
        self._open.clear()
        return broken

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Both ways, until either side ends.

        Not open before the client has said something: the fetch of Node 20 waits for ever on a
        connection that breaks before its request is written.
        """
        asked = await reader.read(65_536)
        if self.blocked:
            writer.transport.abort()
            return
        there, back = await asyncio.open_connection("127.0.0.1", self.port)
        back.write(asked)
        self._open |= {writer, back}
        ways = [asyncio.create_task(each) for each in (_copy(reader, back), _copy(there, writer))]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for each in ways:
            each.cancel()
        self._open -= {writer, back}
        for end in (writer, back):
            end.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while some := await reader.read(65_536):
            writer.write(some)
            await writer.drain()


@asynccontextmanager
async def tunnel(address: str) -> AsyncIterator[Tunnel]:
    """A tunnel to the server at an address."""
    dug = Tunnel(port=urlsplit(address).port or 80)
    server = await asyncio.start_server(dug.carry, "127.0.0.1", 0)
    dug.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield dug
    finally:
        dug.cut()
        server.close()
