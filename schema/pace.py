"""How far something should be on a day, how far it is, and whether it will be reached."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.day import On, day_of
from server.okr import terms
from server.reads.shapes import Relation


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


def _on_a_day(kind: type, relation: Relation, description: str) -> Any:
    """What a function of the day says about a noun."""

    async def resolve(root: Any, info: Info[Any, Any], on: On = None) -> Any:
        day = await day_of(root, info, on)
        row = await reads(root, info).row(relation.on_day(day), root.id)
        return registry.as_noun(kind, {**(row or {}), "on": day})

    return strawberry.field(
        resolver=resolve,
        graphql_type=kind,
        description=description,
        metadata={"relation": relation},
    )


def expected() -> Any:
    """Where a key result should be."""
    return _on_a_day(
        Expected,
        Relation(view="key_result_expected", on="key_result_id", order="key_result_id"),
        "Where it would stand on a day if it went as planned.",
    )


def pace() -> Any:
    """How far a key result or an objective is beside how far it should be."""
    return _on_a_day(
        Pace,
        Relation(view="pace", on="id", order="id"),
        "How far it is on a day, beside how far it should be.",
    )


def attainment() -> Any:
    """Whether a key result or an objective is reached."""
    return _on_a_day(
        Attainment,
        Relation(view="attainment", on="id", order="id"),
        "Whether it is reached on a day, or has a clear path to being reached.",
    )
