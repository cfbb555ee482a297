"""Time in the graph: the periods of a key result, and the day by which it is due."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.day import On, day_of
from server.okr.terms import PeriodState
from server.reads.shapes import Relation

PERIODS = Relation(view="key_result_period", on="key_result_id", order="starts_on")
DEADLINE = Relation(view="key_result_deadline", on="id", order="id")


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


async def _rows(root: Any, info: Info[Any, Any], on: date | None) -> Any:
    day = await day_of(root, info, on)
    return await reads(root, info).rows(PERIODS.on_day(day), root.id)


async def _periods(root: Any, info: Info[Any, Any], on: On = None) -> Any:
    return [registry.as_noun(Period, row) for row in await _rows(root, info, on)]


async def _missed(root: Any, info: Info[Any, Any], on: On = None) -> int | None:
    if root.per is None:
        return None
    missed = [row for row in await _rows(root, info, on) if row["state"] == PeriodState.MISSED]
    return len(missed)


async def _deadline(root: Any, info: Info[Any, Any]) -> Any:
    row = await reads(root, info).row(DEADLINE, root.id)
    return None if row is None else row["deadline"]


async def _past_due(root: Any, info: Info[Any, Any], on: On = None) -> bool:
    row = await reads(root, info).row(DEADLINE, root.id)
    day = await day_of(root, info, on)
    return bool(row and row["awaited"] and row["deadline"] < day)


def periods() -> Any:
    """The periods of a key result."""
    return strawberry.field(
        resolver=_periods,
        graphql_type=list[Period],
        description="The times for which its target holds anew, as they stand on a day; "
        "none where it has one target for the whole time.",
    )


def missed_periods() -> Any:
    """How many of them were missed."""
    return strawberry.field(
        resolver=_missed,
        graphql_type=int | None,
        description="How many periods were over on a day and not met; null where it has none.",
    )


def deadline() -> Any:
    """By when it is due."""
    return strawberry.field(
        resolver=_deadline,
        graphql_type=date,
        description="Day by which it is due: its own, the last that is measured, "
        "its objective's, or the end of the cycle.",
    )


def past_due() -> Any:
    """Whether it is late."""
    return strawberry.field(
        resolver=_past_due,
        graphql_type=bool,
        description="Whether it was due before a day and is worked on without being reached.",
    )
