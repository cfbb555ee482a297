"""Series of values in the graph: where something stood, by facts, days or weeks."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from inspect import Parameter
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one, taken
from schema.pages import connection
from schema.words import Position
from server.okr.terms import Interval, Tendency, Timeline
from server.reads.shapes import Relation

MOST = 1_000

AS_KNOWN = (Timeline.RECORDED.name,)
HUNG: dict[str, Any] = {"on": "noun_id", "key": "id", "daily": True}
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


def values_along() -> Any:
    """The values of a key result, along either time."""
    return connection(
        "ValuePoint",
        Relation(view="value_point", **HUNG, order="place"),
        most=MOST,
        said=[ALONG, OFTEN, *SPAN],
        description="Where it stood, oldest first. Along OCCURRED it is measured as it is now, and "
        "what supports it is left aside; a compound key result has no reports to be told along.",
    )


def values() -> Any:
    """The values of an objective."""
    return connection(
        "ValuePoint",
        Relation(view="value_point", **HUNG, order="place", given=AS_KNOWN),
        most=MOST,
        said=[OFTEN, *SPAN],
        description="Where it stood as it was known, oldest first, with all that it rested on.",
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


def trend_along() -> Any:
    """The trend of a key result, along either time."""
    return _trend([ALONG, *SPAN])


def trend() -> Any:
    """The trend of an objective."""
    return _trend(SPAN, given=AS_KNOWN)


def _trend(said: Sequence[Parameter], **more: Any) -> Any:
    return one(
        Trend,
        "value_trend",
        **HUNG,
        **more,
        order="noun_id",
        optional=True,
        taken=tuple(each.name for each in said),
        takes=said,
        description="How its progress moved from the first value that is known to the last; null "
        "where none is.",
    )
