"""How far something should be on a day."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.day import On, day_of
from server.reads.shapes import Relation

EXPECTED = Relation(view="key_result_expected", on="key_result_id", order="key_result_id")


@nouns.shown(None)
class Expected:
    """Where a key result would stand on a day if it went as planned."""

    on: date = strawberry.field(description="The day.")
    value: Decimal | None = strawberry.field(
        description="In the key result's own unit; for MILESTONES the weight that is done."
    )
    progress: Decimal | None = strawberry.field(description="How far that is, 0 to 1.")
    because: str | None = strawberry.field(description="Why nothing can be expected.")


async def _expected(root: Any, info: Info[Any, Any], on: On = None) -> Any:
    day = await day_of(root, info, on)
    row = await reads(root, info).row(EXPECTED.on_day(day), root.id)
    return registry.as_noun(Expected, {**(row or {}), "on": day})


def expected() -> Any:
    """Where a key result should be."""
    return strawberry.field(
        resolver=_expected,
        graphql_type=Expected,
        description="Where it would stand on a day if it went as planned.",
    )
