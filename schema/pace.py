"""How far something should be on a day, how far it is, and whether it will be reached."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.day import ON
from schema.fields import one
from server.okr import terms


@nouns.shown(None)
class Expected:
    """Where a key result would stand on a day if it went as planned."""

    on: date = strawberry.field(description="The day.")
    value: Decimal | None = strawberry.field(
        description="In the key result's own unit; for MILESTONES the weight that is done."
    )
    progress: Decimal | None = strawberry.field(description="How far that is, 0 to 1.")
    because: str | None = strawberry.field(description="Why nothing can be expected.")


@nouns.shown(None)
class Pace:
    """How far something is beside how far it should be on a day."""

    on: date = strawberry.field(description="The day.")
    expected: Decimal | None = strawberry.field(description="How far it should be, 0 to 1.")
    actual: Decimal | None = strawberry.field(description="How far it is, 0 to 1.")
    difference: Decimal | None = strawberry.field(description="What is between the two.")
    ratio: Decimal | None = strawberry.field(
        description="How far it is for each part it should be; null where nothing is expected yet."
    )
    verdict: terms.PaceVerdict | None = strawberry.field(
        description="What that comes to, within the tolerance of the policy; null while unknown."
    )
    because: str | None = strawberry.field(description="Why it is unknown.")


@nouns.shown(None)
class Attainment:
    """Whether something is reached, or has a clear path to being reached."""

    on: date = strawberry.field(description="The day.")
    state: terms.AttainmentState = strawberry.field(description="How it looks.")
    because: str = strawberry.field(description="Why.")


def _on_a_day(kind: type, view: str, description: str, on: str = "id") -> Any:
    """What a function of the day says about a noun."""
    return one(kind, view, on=on, key="id", daily=True, takes=[ON], description=description)


def expected() -> Any:
    """Where a key result should be."""
    return _on_a_day(
        Expected,
        "key_result_expected",
        "Where it would stand on a day if it went as planned.",
        on="key_result_id",
    )


def pace() -> Any:
    """How far a key result or an objective is beside how far it should be."""
    return _on_a_day(Pace, "pace", "How far it is on a day, beside how far it should be.")


def attainment() -> Any:
    """Whether a key result or an objective is reached."""
    return _on_a_day(
        Attainment,
        "attainment",
        "Whether it is reached on a day, or has a clear path to being reached.",
    )
