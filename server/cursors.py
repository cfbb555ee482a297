"""Where a reader of the log stands, said so that a log which went another way is noticed."""

import re
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from server.database import Database

BEGINNING = "0"
FORM = re.compile(r"([1-9][0-9]{0,8})\.([1-9][0-9]{0,17})\.([0-9a-f]{16})")


class NotACursor(ValueError):
    """The text does not say where a reader stands."""

    def __init__(self) -> None:
        super().__init__('This is no cursor; send back one that came with a fact, or "0".')


class NotInThisLog(Exception):
    """The log has no such place; ``ahead`` where it may come to have one.

    Up to position ``ancestor`` the log is the one that the cursor came from; None where it may be
    the log of somebody else.
    """

    def __init__(self, head: int, *, ahead: bool = False, ancestor: int | None = None) -> None:
        self.head = head
        self.ahead = ahead
        self.ancestor = ancestor
        super().__init__(self._told())

    def _told(self) -> str:
        if self.ahead:
            return f"The log ends at position {self.head}."
        if self.ancestor is None:
            return f"This cursor comes from another log. This one ends at position {self.head}."
        return (
            f"The log went another way after position {self.ancestor} "
            f"and ends at position {self.head}."
        )


@dataclass(frozen=True, kw_only=True)
class Cursor:
    """The last fact that was read: its branch, its position, the beginning of its chain."""

    epoch: int
    position: int
    chain: str

    @classmethod
    def said(cls, text: str) -> Self:
        """The cursor that a text stands for; raises NotACursor."""
        parts = FORM.fullmatch(text)
        if parts is None:
            raise NotACursor
        return cls(epoch=int(parts[1]), position=int(parts[2]), chain=parts[3])


async def position_of(database: Database, organization_id: UUID, text: str) -> int:
    """The position that a reader has come to, 0 before the first fact.

    Raises NotACursor, and NotInThisLog where that place is not in the organization's log.
    """
    if text == BEGINNING:
        return 0
    cursor = Cursor.said(text)
    row = await database.fetch_row(organization_id, "place", cursor.epoch, cursor.position)
    if row is None:
        raise NotInThisLog(0)
    if (row["epoch"], row["chain"]) != (cursor.epoch, cursor.chain):
        raise _lost(row, cursor)
    return cursor.position


def _lost(row: Any, cursor: Cursor) -> NotInThisLog:
    if row["left_at"] is not None and row["left_at"] < cursor.position:
        return NotInThisLog(row["head"], ancestor=row["left_at"])
    return NotInThisLog(row["head"], ahead=row["epoch"] is None)
