"""Who follows something: what they are told, and with whose eyes they see."""

from enum import StrEnum
from typing import Protocol

from server.auth import Viewer


class Ending(StrEnum):
    """Why somebody is told nothing more."""

    NOT_ALLOWED = "The token is no longer valid."
    LAGGING = "Too much was waiting to be read. Follow again from the cursor."
    MOVED = "This server stops. Follow on from another one."
    TIMEOUT = "It takes too long to be asked again and again."
    FAULT = "Something went wrong on our side."


class Follower(Protocol):
    """One reader of one question."""

    @property
    def viewer(self) -> Viewer:
        """For whom it reads."""

    def show(self, answer: str) -> None:
        """Tell what a view looks like now; what it looked like before need not be told any more."""

    def tell(self, answer: str, cursor: str, /) -> bool:
        """Tell what happened; false where too much waits already."""

    async def caught_up(self) -> None:
        """Until all that was told is on its way."""

    def end(self, why: Ending, cursor: str | None = None) -> None:
        """Tell nothing more, and why."""
