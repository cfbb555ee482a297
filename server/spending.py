"""What somebody spends at one process counts at all of them: they tell each other every second."""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import suppress

import msgspec

from server.database import Database
from server.live.notices import LONGEST, Notices
from server.losses import survived
from server.rates import Gate

CHANNEL = "okrlog_spending"
SECONDS = 1.0
AT_ONCE = LONGEST // 40
"""So many fit into a notification."""
MOST = 10
"""Notifications at a time: whoever spent least goes untold, and they are far from any limit."""

Told = list[tuple[str, str, int]]


class Message(msgspec.Struct):
    """What was spent at a process since it last told: which rate, by whom, and how often."""

    process: str
    spent: Told


class Spending:
    """Tells what this process let through, and counts what others say."""

    def __init__(self, database: Database, gate: Gate, notices: Notices) -> None:
        self._database = database
        self._gate = gate
        self._process = secrets.token_hex(8)
        notices.also(CHANNEL, self.heard)

    async def go(self) -> None:
        """Again and again."""
        while True:
            await asyncio.sleep(SECONDS)
            for text in self.messages():
                with survived("other processes were not told what was spent"):
                    await self._database.anywhere("notify", CHANNEL, text)

    def messages(self) -> Iterator[str]:
        """What has not been told, whoever spent most first."""
        untold = self._gate.untold()
        largest = [(*whom, times) for whom, times in untold.most_common(AT_ONCE * MOST)]
        for start in range(0, len(largest), AT_ONCE):
            message = Message(process=self._process, spent=largest[start : start + AT_ONCE])
            yield msgspec.json.encode(message).decode()

    def heard(self, text: str) -> None:
        """Anybody can send a notification: what is not understood is not counted."""
        with suppress(msgspec.DecodeError):
            message = msgspec.json.decode(text, type=Message)
            if message.process != self._process:
                for name, whom, times in message.spent:
                    self._gate.count(name, whom, times)
