"""Everybody who follows something, of all organizations, and all that can wake them.

Three sources, cheapest first: what this process wrote itself, a notification of another one, and a
look at the heads every second, which alone is enough: what was missed is found by its position.
"""

import asyncio
import random
from collections import Counter
from contextlib import AsyncExitStack
from typing import Self
from uuid import UUID

from server.database import Database
from server.live.followers import Ending, Follower
from server.live.notices import Heads, Notices
from server.live.questions import Question
from server.live.watch import Watch
from server.losses import survived
from server.meanwhile import meanwhile
from server.settings import Settings

WAKES = ("own", "notified", "looked")
AT_ONCE = 20
"""How many are let go together; the loop does not wake more often than it has to."""


class Hub:
    """One per process."""

    def __init__(self, database: Database, settings: Settings, direct_url: str) -> None:
        self._database = database
        self._settings = settings
        self._watches: dict[UUID, Watch] = {}
        self.notices = Notices(database, direct_url, self._noticed)
        self._stack = AsyncExitStack()
        self.counts = Counter[str]()

    async def __aenter__(self) -> Self:
        if self._settings.notifications:
            await self._stack.enter_async_context(self.notices)
        await self._stack.enter_async_context(meanwhile(self._look()))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()
        for watch in self._watches.values():
            await watch.close()

    @property
    def watches(self) -> list[Watch]:
        """The organizations in which something is followed."""
        return list(self._watches.values())

    @property
    def lag(self) -> tuple[int, float]:
        """How many facts the slowest is behind, and for how many seconds at most one has been."""
        lags = [each.lag for each in self.watches]
        return max((facts for facts, _ in lags), default=0), max((s for _, s in lags), default=0.0)

    def committed(self, organization_id: UUID, position: int) -> None:
        """This process has recorded something."""
        self.notices.tell(organization_id, position)
        self._stir(organization_id, position, "own")

    async def join(self, question: Question, follower: Follower) -> None:
        """Let somebody follow; raises GraphQLError where that cannot be."""
        organization_id = follower.viewer.organization_id
        if organization_id not in self._watches:
            debounce = self._settings.debounce / 1000
            self._watches[organization_id] = Watch(
                organization_id, self._database, debounce=debounce, counts=self.counts
            )
        watch = self._watches[organization_id]
        watch.joining += 1
        try:
            await watch.join(question, follower)
        finally:
            watch.joining -= 1
            await self._rest(organization_id)

    async def leave(self, follower: Follower) -> None:
        """Let somebody go."""
        organization_id = follower.viewer.organization_id
        if organization_id in self._watches:
            self._watches[organization_id].leave(follower)
            await self._rest(organization_id)

    async def _rest(self, organization_id: UUID) -> None:
        """Watch no more where nobody follows anything."""
        watch = self._watches.get(organization_id)
        if watch is not None and watch.is_idle:
            del self._watches[organization_id]
            await watch.close()

    async def drain(self, seconds: float) -> None:
        """Let everybody go who follows, one by one, so that they do not come back at once."""
        leaving = [each for watch in self.watches for each in watch.followers]
        random.shuffle(leaving)
        for number, follower in enumerate(leaving):
            follower.end(Ending.MOVED)
            if number % AT_ONCE == 0:
                await asyncio.sleep(seconds * AT_ONCE / len(leaving))

    def _noticed(self, heads: Heads | None) -> None:
        """Another process has recorded something; None where it is not known where."""
        for organization_id, position in (heads or dict.fromkeys(self._watches)).items():
            self._stir(organization_id, position, "notified")

    def _stir(self, organization_id: UUID, position: int | None, source: str) -> None:
        watch = self._watches.get(organization_id)
        if watch is not None and (position is None or position > watch.position):
            self.counts[source] += 1
            watch.stir(position)

    async def _look(self) -> None:
        """Every second, and not at the same moment as other processes do."""
        while True:
            await asyncio.sleep(self._settings.look_seconds * random.uniform(0.9, 1.1))  # noqa: S311
            for organization_id in list(self._watches):
                await self._rest(organization_id)
            if not self._watches:
                continue
            with survived("it was not looked whether something was recorded"):
                async for row in self._database.all_over("heads_of", list(self._watches)):
                    watch = self._watches.get(row["org_id"])
                    restored = watch is not None and watch.epoch != row["epoch"]
                    position = None if restored else row["position"]
                    self._stir(row["org_id"], position, "looked")
