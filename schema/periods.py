"""Time in the graph: the periods of a key result, and the day by which it is due."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.day import ON
from schema.fields import many, of_related
from server.okr.terms import PeriodState
from server.reads.shapes import Relation

DEADLINE = Relation(view="key_result_deadline", on="id", order="id", within=True)
DUE = Relation(view="key_result_due", on="id", order="id", daily=True, within=True)


@nouns.shown(None)
class Period:
    """One of the times for which a key result's target holds anew."""

    starts_on: date = strawberry.field(description="First day.")
    ends_on: date = strawberry.field(description="Last day.")
    actual: Decimal | None = strawberry.field(
        description="What was reported in it, as the key result reads its reports; "
        "null where nobody reported."
    )
    target: Decimal | None = strawberry.field(description="What it is to reach; null for WITHIN.")
    attainment: Decimal | None = strawberry.field(
        description="How much of the target that is, 0 to 1; null where nobody reported."
    )
    state: PeriodState = strawberry.field(description="How it stands on the day.")


def periods() -> Any:
    """The periods of a key result."""
    return many(
        Period,
        Relation(view="key_result_period", on="key_result_id", order="starts_on", daily=True),
        description="The times for which its target holds anew, as they stand on a day; "
        "none where it has one target for the whole time.",
        takes=[ON],
    )


def missed_periods() -> Any:
    """How many of them were missed."""
    return of_related(
        "missed_periods",
        DUE,
        int | None,
        description="How many periods were over on a day and not met; null where it has none.",
        takes=[ON],
    )


def deadline() -> Any:
    """By when it is due."""
    return of_related(
        "deadline",
        DEADLINE,
        date,
        description="Day by which it is due: its own, the last that is measured, "
        "its objective's, or the end of the cycle.",
    )


def past_due() -> Any:
    """Whether it is late."""
    return of_related(
        "past_due",
        DUE,
        bool,
        description="Whether it was due before a day and is worked on without being reached.",
        takes=[ON],
    )
