"""Reports that are due, and by whom."""

from datetime import date
from typing import Any

import strawberry

from schema import nouns, registry
from schema.day import ON
from schema.fields import of_related, one
from schema.filters import DueCheckInFilter
from schema.pages import connection
from server.reads.shapes import Relation

OWED = Relation(view="owed_check_in", on="key_result_id", order="place", daily=True)


@registry.known
@nouns.shown(None)
class DueCheckIn:
    """A report that is due: of a contributor's part, or of a whole key result."""

    key_result: Any = one(
        "KeyResult",
        "key_result",
        key="key_result_id",
        within=True,
        description="What is to be reported.",
    )
    contribution: Any = one(
        "Contribution",
        "contribution",
        key="contribution_id",
        optional=True,
        description="The part that is to be reported; null for the whole.",
    )
    person: Any = one(
        "Person",
        "person",
        key="person_id",
        optional=True,
        description="Who owes it; null where a team has nobody who answers for it.",
    )
    last_reported_on: date | None = strawberry.field(
        description="The day of the last report, also of one that says that nothing changed."
    )
    due_on: date = strawberry.field(description="The day on which it is due.")
    days_overdue: int = strawberry.field(description="How many days have passed since.")


def due_check_ins(on: str) -> Any:
    """Reports that are due about everything whose rows have the noun's id in a column."""
    return connection(
        "DueCheckIn",
        Relation(view="due_check_in", on=on, order="place", daily=True),
        filtered=DueCheckInFilter,
        description="Reports that are due on a day, the longest overdue first.",
    )


def check_in_due_on() -> Any:
    """The day on which a key result is to be reported."""
    return of_related(
        "due_on",
        OWED,
        date | None,
        description="The day of the next report that is due; null where none is asked for.",
        takes=[ON],
    )


def overdue() -> Any:
    """Whether that day has passed."""
    return of_related(
        "overdue",
        OWED,
        bool,
        otherwise=False,
        description="Whether a report about it should have come before this day.",
        takes=[ON],
    )
