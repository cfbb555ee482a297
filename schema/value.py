"""Series of values in the graph: where something stood, by facts, days or weeks."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one, taken
from schema.pages import connection
from schema.words import Position
from server.okr.terms import Interval, Tendency, Timeline
from server.reads.shapes import Relation

MOST = 1_000

EVERY = "At the end of which spans; if left out whenever it was told."

ALONG = taken("along", Timeline, "Along which time.", default=Timeline.RECORDED)
OFTEN = taken("every", Interval | None, EVERY)
SPAN = (
    taken("since", date | None, "From this day on."),
    taken(
        "until",
        date | None,
        "Up to this day; at most, and if left out, today where the organization is, "
        "or with `asOf` the day on which that position was recorded.",
    ),
)


@registry.known
@nouns.shown(None)
class ValuePoint:
    """Where something stood at one time, and which fact said so."""

    on: date = strawberry.field(
        description="The day: on which it was recorded or was true, or at whose end it was read."
    )
    current: Decimal | None = strawberry.field(
        description="Where a key result stood in its own unit; null for an objective."
    )
    value: Decimal | None = strawberry.field(
        description="Its progress, 0 to 1, clamped. Null while nothing was known."
    )
    raw: Decimal | None = strawberry.field(description="The same before clamping.")
    confidence: Decimal | None = strawberry.field(
        description="The confidence last reported of a key result by then, 0 to 1."
    )
    position: Position = strawberry.field(description="The position of the fact that said so.")
    recorded_at: datetime = strawberry.field(description="When that fact was recorded.")
    check_in: Any = one(
        "CheckIn",
        "check_in",
        key="check_in_id",
        optional=True,
        description="The report that said so; null where another fact moved it, and where the "
        "viewer does not see the report.",
    )


def values() -> Any:
    """The values of a key result or an objective."""
    return connection(
        "ValuePoint",
        Relation(view="value_point", on="noun_id", key="id", order="place", daily=True),
        most=MOST,
        said=[ALONG, OFTEN, *SPAN],
        description="Where it stood, oldest first. Along RECORDED with all that it rested on then; "
        "along OCCURRED as it is measured and what it rests on now, where that is more than "
        "reports of its own one value for each day on which any of it was reported.",
    )


@nouns.shown(None)
class Trend:
    """How far progress came in a span of days, before it is clamped."""

    starts_on: date = strawberry.field(description="Day of the first value that is known in it.")
    ends_on: date = strawberry.field(description="Day of the last one.")
    first_value: Decimal = strawberry.field(description="How far it was on the first of them.")
    last_value: Decimal = strawberry.field(description="How far it was on the last of them.")
    change: Decimal = strawberry.field(description="The last less the first.")
    per_week: Decimal | None = strawberry.field(
        description="How much that is in seven days; null where both are of one day."
    )
    tendency: Tendency = strawberry.field(description="Which way it went; it says nothing of why.")


def trend() -> Any:
    """The trend of a key result or an objective."""
    return one(
        Trend,
        "value_trend",
        on="noun_id",
        key="id",
        daily=True,
        order="noun_id",
        optional=True,
        taken=("along", "since", "until"),
        takes=[ALONG, *SPAN],
        description="How its progress moved from the first value that is known to the last; null "
        "where none is.",
    )
