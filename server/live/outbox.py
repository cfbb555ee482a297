"""What waits to be sent to one reader: never much, so that a slow one holds nobody else up."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Send = Callable[[str], Awaitable[None]]


class Outbox:
    """Frames in order, sent one after another by a task that is only there while there are any.

    Of a slot only the newest frame waits. ``lost`` is called once, when a frame could not be sent.
    """

    __slots__ = ("_longest", "_lost", "_most", "_send", "_slots", "_waiting", "_writing")

    def __init__(self, send: Send, lost: Callable[[], None], *, most: int, longest: float) -> None:
        self._send = send
        self._lost = lost
        self._most = most
        self._longest = longest
        self._waiting: deque[list[str]] = deque()
        self._slots: dict[str, list[str]] = {}
        self._writing: asyncio.Task[None] | None = None

    @property
    def has_room(self) -> bool:
        """Whether less waits than may."""
        return len(self._waiting) < self._most

    def put(self, frame: str) -> None:
        """Send a frame after all that wait."""
        self._waiting.append([frame])
        self._begin()

    def put_newest(self, slot: str, frame: str) -> None:
        """Send a frame instead of the one of its slot that still waits, if there is one."""
        if slot in self._slots:
            self._slots[slot][0] = frame
            return
        self._slots[slot] = [frame, slot]
        self._waiting.append(self._slots[slot])
        self._begin()

    async def emptied(self) -> None:
        """Until all that waits is sent, or cannot be."""
        while self._writing is not None:
            await asyncio.wait([self._writing])

    def close(self) -> None:
        """Send nothing more."""
        self._forget()
        if self._writing is not None:
            self._writing.cancel()

    def _forget(self) -> None:
        self._waiting.clear()
        self._slots.clear()

    def _begin(self) -> None:
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())

    async def _write(self) -> None:
        try:
            while self._waiting:
                frame, *slot = self._waiting.popleft()
                if slot:
                    del self._slots[slot[0]]
                async with asyncio.timeout(self._longest):
                    await self._send(frame)
        except (TimeoutError, OSError, RuntimeError):
            # Whoever does not read in time, or went away, which is told in more than one way.
            self._forget()
            self._lost()
        finally:
            self._writing = None
