"""Whether an objective is met, as its key results say."""

from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.words import decimal_text
from server.reads.shapes import Relation

DECIDED = Relation(view="objective_met", on="id", order="id")


def _rule(root: Any) -> str:
    cut_off = decimal_text(root.cut_off)
    return f"Met once every key result that counts stands at {cut_off} or above."


@nouns.shown(None)
class Met:
    """Whether something is met, and by which rule."""

    met: bool | None = strawberry.field(
        description="False as soon as one key result is known to be below the cut-off; "
        "null while none is, and not all are known."
    )
    cut_off: Decimal = strawberry.field(
        description="The policy's cut-off; 1 where the objective is COMMITTED."
    )
    rule: str = strawberry.field(resolver=_rule, description="The rule, in words.")


async def _met(root: Any, info: Info[Any, Any]) -> Any:
    return registry.as_noun(Met, await reads(root, info).row(DECIDED, root.id) or {})


def met() -> Any:
    """Whether it is met."""
    return strawberry.field(
        resolver=_met, graphql_type=Met, description="Whether its key results say that it is met."
    )
