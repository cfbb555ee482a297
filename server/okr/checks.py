"""Checks that many rules share: on words, numbers and reasons."""

import re
from collections.abc import Container, Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from server.okr.now import ObjectiveNow, PersonNow
from server.okr.refusals import (
    CycleIsClosed,
    Invalid,
    NotFound,
    Objections,
    ReasonIsMissing,
    WrongState,
)
from server.okr.standing import Standing
from server.okr.terms import ABSENT, Absent, CycleState, ObjectiveState

HASH = re.compile(r"[0-9a-f]{64}")


def named(objections: Objections, text: str | None | Absent, *path: str) -> None:
    """A title or a name has at least one visible character."""
    blank = text is None or (text is not ABSENT and not text.strip())
    objections.when(blank, Invalid("This must not be blank.", *path))


def noted(objections: Objections, text: str | None, *path: str) -> None:
    """What need not be said has at least one visible character where it is said."""
    if text is not None:
        named(objections, text, *path)


def goes_on(
    objections: Objections,
    objective: ObjectiveNow,
    *path: str,
    states: Sequence[ObjectiveState] = (ObjectiveState.DRAFT, ObjectiveState.ACTIVE),
) -> bool:
    """Whether neither the cycle has ended nor the objective; of both the cycle is told."""
    closed = objective.cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, *path))
    other = not closed and objective.state not in states
    objections.when(other, WrongState(f"The objective is {objective.state}.", *path))
    return not closed and not other


def present(objections: Objections, person: PersonNow, path: str) -> None:
    """Whoever is named is still there."""
    gone = WrongState("This person has left the organization.", path)
    objections.when(not person.active, gone)


def known(
    objections: Objections,
    ids: Iterable[UUID] | None,
    there: Container[UUID],
    *path: str,
    of: str | None = None,
) -> None:
    """Each id of a list, or of what stands in a list, is of something that is there."""
    for index, each in enumerate(ids or []):
        place = (*path, str(index), *([of] if of else []))
        objections.when(each not in there, NotFound(None, *place))


def reasoned(objections: Objections, reason: str | None, *path: str) -> None:
    """A reason is more than white space."""
    objections.when(not (reason or "").strip(), ReasonIsMissing(None, *(path or ("reason",))))


def weighted(objections: Objections, weight: Decimal | None | Absent, *path: str) -> None:
    """A weight is zero or more; zero is shown and not counted."""
    place = path or ("weight",)
    objections.when(weight is None, Invalid("This cannot be empty.", *place))
    negative = weight is not None and weight is not ABSENT and weight < 0
    objections.when(negative, Invalid("A weight is zero or more.", *place))


def share(objections: Objections, value: Decimal | None | Absent, *path: str) -> None:
    """A confidence or a score lies between 0 and 1."""
    outside = value is not None and value is not ABSENT and not 0 <= value <= 1
    objections.when(outside, Invalid("This lies between 0 and 1.", *path))


def hashed(objections: Objections, sha256: str | None, *path: str) -> None:
    """A SHA-256 is written in small hexadecimal digits."""
    wrong = sha256 is not None and not HASH.fullmatch(sha256)
    objections.when(wrong, Invalid("A SHA-256 has 64 digits from 0 to 9 and a to f.", *path))


def unversioned(objections: Objections, standing: Standing) -> None:
    """What a command is only now making has no version that a client could have seen."""
    objections.when(
        standing.expected_version is not None,
        Invalid("What is new has no version to expect.", "command", "expected_version"),
    )
