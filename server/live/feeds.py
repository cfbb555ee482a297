"""Feeds: every fact once and in order, first what was missed, then what happens."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import asyncpg

from server.live.followers import Ending, Follower
from server.live.questions import CannotBeFollowed, Eyes, Happening, Question

PAGE = 100
"""How many facts are read at once."""


class CannotBeTold(Exception):
    """There is no telling of this fact, and none is left out: here a feed ends."""

    def __init__(self, position: int) -> None:
        super().__init__(f"the fact at position {position} cannot be told")


@dataclass(kw_only=True, eq=False)
class Feed:
    """All who were told up to ``position`` are told what comes next together.

    Whoever comes from further back catches up alone, at their own pace.
    """

    question: Question
    eyes: Eyes
    let_go: Callable[[Follower, Ending, str | None], None]
    position: int = -1
    _abreast: set[Follower] = field(default_factory=set)
    _behind: dict[Follower, int] = field(default_factory=dict)
    _last: str | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def followers(self) -> list[Follower]:
        """Who is told."""
        return [*self._abreast, *self._behind]

    async def join(self, follower: Follower, position: int, told: int) -> None:
        """Tell a follower what they were not told, and from then on what happens."""
        self._behind[follower] = told
        await self.refresh(max(position, told), by=follower)
        while follower in self._behind and self._behind[follower] < self.position:
            await self._catch_up(follower, self.position)
        if self._behind.pop(follower, None) is not None:
            self._abreast.add(follower)

    def leave(self, follower: Follower) -> int:
        """Tell a follower nothing more; answers up to which position they were told."""
        self._abreast.discard(follower)
        return self._behind.pop(follower, self.position)

    async def refresh(
        self, position: int, *, by: Follower | None = None, again: bool = False
    ) -> None:
        """Tell what happened up to a position; ``again`` is of no concern: it was told.

        One of those who follow asks for all; raises OtherEyes where that one is to be seated anew.
        """
        del again
        async with self._turn:
            while self.position < position:
                if not self._abreast:
                    self.position, self._last = position, None
                    return
                asking = by or next(iter(self._abreast))
                happened, self.position = await self._happened(asking, self.position, position)
                for each in happened:
                    self._tell(self.question.told(each), each.cursor)

    async def _catch_up(self, follower: Follower, position: int) -> None:
        happened, told = await self._happened(follower, self._behind[follower], position)
        for each in happened:
            answer = self.question.told(each)
            while follower in self._behind and not follower.tell(answer, each.cursor):
                await follower.caught_up()
        if follower in self._behind:
            self._behind[follower] = told

    async def _happened(
        self, asking: Follower, after: int, until: int
    ) -> tuple[list[Happening], int]:
        """What there is to tell, and up to which position that is; raises CannotBeTold."""
        try:
            happened = await self.question.happened(
                asking.viewer, self.eyes, after=after, until=until, most=PAGE
            )
        except (CannotBeFollowed, asyncpg.PostgresError) as error:
            if until - after == 1:
                raise CannotBeTold(until) from error
            return await self._happened(asking, after, (after + until) // 2)
        return happened, happened[-1].position if len(happened) == PAGE else until

    @property
    def last(self) -> str | None:
        """The cursor of what was told to all last."""
        return self._last

    def _tell(self, answer: str, cursor: str) -> None:
        for follower in list(self._abreast):
            if not follower.tell(answer, cursor):
                self.let_go(follower, Ending.LAGGING, self._last)
        self._last = cursor
