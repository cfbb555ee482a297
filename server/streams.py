"""Event streams: one operation per request by `graphql-sse`, distinct connections.

The protocol is https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md. What tells of a
fact has its cursor as `id:`, so that a browser comes back with it as `Last-Event-ID`.
"""

import asyncio
import random
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec
from graphql import GraphQLError
from starlette.types import Receive, Scope, Send

from server.auth import Viewer
from server.live.followers import Ending
from server.live.hub import Hub
from server.live.outbox import Outbox
from server.live.questions import Question
from server.settings import Settings
from server.told import ended, fault, told

HEADERS = {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
}
STILL_THERE = ":\n\n"
STILL_THERE_SECONDS = 15
SOON = 2_000
"""Milliseconds within which clients come back, not all at once."""


@dataclass(kw_only=True)
class Stream:
    """An answer, or answers that go on until the token expires, or the client goes."""

    viewer: Viewer
    hub: Hub
    settings: Settings
    question: Question | None = None
    answer: str = ""

    async def __call__(self, _: Scope, receive: Receive, send: Send) -> None:
        """Send what there is, as it comes."""
        headers = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        over = asyncio.Event()

        async def write(frame: str) -> None:
            await send({"type": "http.response.body", "body": frame.encode(), "more_body": True})

        limits = {"most": self.settings.waiting_limit, "longest": self.settings.write_timeout}
        outbox = Outbox(write, over.set, **limits)
        reader = Reader(outbox, over, self.viewer)
        gone = asyncio.create_task(_gone(receive, over))
        begun = asyncio.create_task(self._begin(reader))
        try:
            await self._until(over, outbox)
            await outbox.emptied()
        finally:
            begun.cancel()
            gone.cancel()
            outbox.close()
            await self.hub.leave(reader)
        with suppress(OSError):
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _begin(self, reader: "Reader") -> None:
        if self.question is None:
            reader.finish(self.answer)
            return
        try:
            await self.hub.join(self.question, reader)
        except GraphQLError as error:
            reader.finish(_errors([told(error)]))
        except Exception as error:  # noqa: BLE001 - told and logged as everywhere else
            reader.finish(_errors(fault(error)))

    async def _until(self, over: asyncio.Event, outbox: Outbox) -> None:
        """Say now and then that the stream is still there, so that nothing between cuts it off."""
        while not over.is_set():
            left = self.viewer.expires - time.time()
            if left <= 0:
                outbox.put(_last(_errors([ended(Ending.NOT_ALLOWED)])))
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), min(STILL_THERE_SECONDS, left))
                return
            if outbox.has_room:
                outbox.put(STILL_THERE)


class Reader:
    """The one operation of a stream."""

    def __init__(self, outbox: Outbox, over: asyncio.Event, viewer: Viewer) -> None:
        self._outbox = outbox
        self._over = over
        self.viewer = viewer

    def finish(self, answer: str) -> None:
        """The last answer."""
        self._outbox.put(_last(answer))
        self._over.set()

    def show(self, answer: str) -> None:
        """The newest answer of a view, instead of one that still waits."""
        self._outbox.put_newest("", f'event: next\ndata: {{"data":{answer}}}\n\n')

    def tell(self, answer: str, cursor: str, /) -> bool:
        """One of many answers; false where too much waits already."""
        if self._outbox.has_room:
            self._outbox.put(f'event: next\nid: {cursor}\ndata: {{"data":{answer}}}\n\n')
            return True
        return False

    async def caught_up(self) -> None:
        """Until all that waits is sent."""
        await self._outbox.emptied()

    def end(self, why: Ending, cursor: str | None = None) -> None:
        """Nothing more comes; where it goes on elsewhere, the client comes back for it."""
        if why is Ending.MOVED:
            self._outbox.put(f"retry: {random.randrange(SOON)}\n\n")  # noqa: S311
            self._over.set()
            return
        self.finish(_errors([ended(why, cursor)]))


def _last(answer: str) -> str:
    return f"event: next\ndata: {answer}\n\nevent: complete\ndata:\n\n"


def _errors(errors: list[Any]) -> str:
    return msgspec.json.encode({"errors": errors}).decode()


async def _gone(receive: Receive, over: asyncio.Event) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    over.set()
