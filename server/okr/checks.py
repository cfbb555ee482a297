"""Checks that many rules share: on words, numbers and reasons."""

from decimal import Decimal

from server.okr.refusals import Invalid, Objections, ReasonIsMissing
from server.okr.terms import ABSENT, Absent


def named(objections: Objections, text: str | None | Absent, *path: str) -> None:
    """A title or a name has at least one visible character."""
    blank = text is None or (text is not ABSENT and not text.strip())
    objections.when(blank, Invalid("This must not be blank.", *path))


def reasoned(objections: Objections, reason: str | None, *path: str) -> None:
    """A reason is more than white space."""
    objections.when(not (reason or "").strip(), ReasonIsMissing(None, *(path or ("reason",))))


def weighted(objections: Objections, weight: Decimal | Absent, *path: str) -> None:
    """A weight is zero or more; zero is shown and not counted."""
    objections.when(
        weight is not ABSENT and weight < 0, Invalid("A weight is zero or more.", *(path or ("weight",)))
    )


def share(objections: Objections, value: Decimal | None | Absent, *path: str) -> None:
    """A confidence or a score lies between 0 and 1."""
    stated = value is not None and value is not ABSENT
    objections.when(stated and not 0 <= value <= 1, Invalid("This lies between 0 and 1.", *path))
