"""Tells other processes that something was recorded, and hears it from them: a hint, no more.

It never stands in the transaction that appends: there it would make all of them wait for each
other, and the database would commit once per flush of the disk (docs/performance.md).
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Self
from uuid import UUID

import msgspec

from server.database import Database
from server.losses import loss_is_told, survived
from server.tenants import connected

CHANNEL = "okrlog"
ANYWHERE = "*"
LONGEST = 7_000
"""Bytes of a notification; PostgreSQL takes less than 8,000."""
PAUSE_SECONDS = 0.03
AGAIN_SECONDS = 1

Heads = dict[UUID, int]


class Notices:
    """One connection that hears, and now and then a statement that tells."""

    def __init__(
        self, database: Database, direct_url: str, heard: Callable[[Heads | None], None]
    ) -> None:
        self._database = database
        self._url = direct_url
        self._heard = heard
        self._untold: Heads = {}
        self._telling = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._others: dict[str, Callable[[str], None]] = {}

    def also(self, channel: str, heard: Callable[[str], None]) -> None:
        """Hear something else by the same connection."""
        self._others[channel] = heard

    async def __aenter__(self) -> Self:
        self._tasks = [asyncio.create_task(self._tell()), asyncio.create_task(self._hear())]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    @property
    def at_work(self) -> bool:
        """Whether others are told and heard, or it is tried again."""
        return bool(self._tasks) and not any(each.done() for each in self._tasks)

    def tell(self, organization_id: UUID, position: int) -> None:
        """Tell others soon, together with what else there will be to tell."""
        if self._tasks:
            self._untold[organization_id] = position
            self._telling.set()

    async def _tell(self) -> None:
        while True:
            await self._telling.wait()
            self._telling.clear()
            told, self._untold = self._untold, {}
            with survived("other processes were not told"):
                await self._database.anywhere("notify", CHANNEL, _written(told))
            await asyncio.sleep(PAUSE_SECONDS)

    async def _hear(self) -> None:
        while True:
            with survived("other processes are not heard"):
                await self._listen()
            await asyncio.sleep(AGAIN_SECONDS)

    async def _listen(self) -> None:
        """Until the connection is lost. What was told before it stood is found by looking."""
        with loss_is_told():
            connection = await connected(self._url)
            try:
                lost = asyncio.Event()
                connection.add_termination_listener(lambda _: lost.set())
                for channel in (CHANNEL, *self._others):
                    await connection.add_listener(channel, self._notified)
                self._heard(None)
                await lost.wait()
            finally:
                connection.terminate()

    def _notified(self, _connection: object, _process: int, channel: str, text: object) -> None:
        if channel in self._others:
            self._others[channel](str(text))
        else:
            self._heard(_read(str(text)))


def _written(heads: Heads) -> str:
    text = msgspec.json.encode({str(each): position for each, position in heads.items()}).decode()
    return text if len(text) <= LONGEST else ANYWHERE


def _read(text: str) -> Heads | None:
    """Anybody can send a notification: what is not understood says that something happened."""
    try:
        return msgspec.json.decode(text, type=Heads)
    except msgspec.DecodeError:
        return None
