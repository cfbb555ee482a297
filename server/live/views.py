"""Views that go on: asked once for all with the same eyes, shown again when they changed."""

import asyncio
from dataclasses import dataclass, field
from typing import ClassVar

from server.live.followers import Follower
from server.live.questions import Eyes, Question


@dataclass(kw_only=True, eq=False)
class View:
    """One question, its newest answer, and what each follower was shown last.

    It was asked when the log stood at ``position`` or later.
    """

    last: ClassVar[None] = None
    """There is no cursor to go on from."""

    question: Question
    eyes: Eyes
    position: int = -1
    answer: str = ""
    _compared: str = ""
    _shown: dict[Follower, str] = field(default_factory=dict)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def followers(self) -> list[Follower]:
        """Who looks at it."""
        return list(self._shown)

    async def join(self, follower: Follower, position: int, shown: str) -> None:
        """Show a follower what there is at a position or later, and from then on what changes.

        ``shown`` is what they were shown elsewhere.
        """
        self._shown[follower] = shown
        await self.refresh(position, by=follower)
        if shown and follower in self._shown and self.question.compared(shown) == self._compared:
            self._shown[follower] = self.answer
        self._show()

    def leave(self, follower: Follower) -> str:
        """Show a follower nothing more; answers what they were shown last."""
        return self._shown.pop(follower, "")

    async def refresh(
        self, position: int, *, by: Follower | None = None, again: bool = False
    ) -> None:
        """Ask, unless that was done since; where something else is answered, show it.

        One of those who look asks for all; raises OtherEyes where that one is to be seated anew.
        """
        async with self._turn:
            if not self._shown or (self.position >= position and not again):
                return
            asking = by or next(iter(self._shown))
            answer = await self.question.ask(asking.viewer, self.eyes)
            compared = self.question.compared(answer)
            if compared != self._compared:
                self.answer, self._compared = answer, compared
            self.position = max(self.position, position)
            self._show()

    def _show(self) -> None:
        for follower, shown in self._shown.items():
            if shown != self.answer:
                self._shown[follower] = self.answer
                follower.show(self.answer)
