"""What waits to be sent to one reader: never much, so that a slow one holds nobody else up."""

import asyncio
import types
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator
from functools import partial
from typing import Any

Send = Callable[[str], Coroutine[Any, Any, None]]
GONE = (OSError, RuntimeError)
"""That the other side went away is told in more than one way."""


class Outbox:
    """Frames in order, sent one after another; a task is only there while one has to wait.

    Of a slot only the newest frame waits. ``lost`` is called once, when a frame could not be sent.
    """

    __slots__ = ("_closed", "_longest", "_lost", "_most", "_send", "_slots", "_waiting", "_writing")

    def __init__(self, send: Send, lost: Callable[[], None], *, most: int, longest: float) -> None:
        self._send = send
        self._lost = lost
        self._most = most
        self._longest = longest
        self._waiting: deque[list[str]] = deque()
        self._slots: dict[str, list[str]] = {}
        self._writing: asyncio.Task[None] | None = None
        self._closed = False

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
        while self._is_writing and self._writing is not None:
            await asyncio.wait([self._writing])

    def close(self) -> None:
        """Send nothing more."""
        self._closed = True
        self._forget()
        if self._writing is not None:
            self._writing.cancel()

    @property
    def _is_writing(self) -> bool:
        """Asked of the task: one that is cancelled before it began never says that it ended."""
        return self._writing is not None and not self._writing.done()

    def _forget(self) -> None:
        self._waiting.clear()
        self._slots.clear()

    def _begin(self) -> None:
        """Send what can be sent at once; a task finishes what has to wait.

        Nearly always the transport takes a frame without a pause. A task for each would take longer
        than the frame itself, ten thousand times over.
        """
        if self._closed:
            self._forget()
        while self._waiting and not self._is_writing:
            frame, *slot = self._waiting.popleft()
            if slot:
                del self._slots[slot[0]]
            sending = self._send(frame)
            try:
                paused = sending.send(None)
            except StopIteration:
                continue
            except GONE:
                self._give_up()
            else:
                self._writing = asyncio.create_task(self._finish(_resumed(sending, paused)))

    async def _finish(self, rest: Awaitable[None]) -> None:
        try:
            async with asyncio.timeout(self._longest):
                await rest
        except (TimeoutError, *GONE):
            self._give_up()
        finally:
            self._writing = None
        self._begin()

    def _give_up(self) -> None:
        self._forget()
        self._lost()


@types.coroutine
def _resumed(coroutine: Coroutine[Any, Any, None], paused: Any) -> Generator[Any, Any, None]:
    """The rest of a coroutine that was begun outside a task and waits for something."""
    while True:
        try:
            sent = yield paused
        except BaseException as error:  # noqa: BLE001 - also that the task is cancelled
            resume = partial(coroutine.throw, error)
        else:
            resume = partial(coroutine.send, sent)
        try:
            paused = resume()
        except StopIteration:
            return
