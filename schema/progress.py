"""Where something stands, and how the number came about."""

from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.node import Node, find_any
from schema.words import Position
from server.okr.words import InputRole
from server.reads.shapes import Relation


async def _node(root: Any, info: Info[Any, Any]) -> Any:
    return await find_any(reads(root, info), root.node_id)


@nouns.shown(None)
class ProgressInput:
    """Something that a number rests on."""

    node: Any = strawberry.field(
        resolver=_node,
        graphql_type=Node | None,
        description="What it is: a key result, a supporter, a part.",
    )
    role: InputRole = strawberry.field(description="In which role it stands behind the number.")
    label: str | None = strawberry.field(
        description="What it is called where it has no id: a period, as 2026-10-01/2026-10-31."
    )
    value: Decimal | None = strawberry.field(description="How far it is, or how much was added.")
    weight: Decimal = strawberry.field(description="How much it counts.")
    counted: bool = strawberry.field(description="Whether it is in the number.")
    because: str | None = strawberry.field(description="Why it was left out.")


async def _inputs(root: Any, info: Info[Any, Any]) -> Any:
    rows = await reads(root, info).rows(root.explained_by, root.id)
    return [registry.as_noun(ProgressInput, row) for row in rows]


@nouns.shown(None)
class Progress:
    """Where something stands, and how the number came about."""

    value: Decimal | None = strawberry.field(
        description="0 to 1, clamped. Null while nothing is known; never 0 for silence."
    )
    raw: Decimal | None = strawberry.field(
        description="The same before clamping: negative after a regress, above 1 on overshoot."
    )
    formula: str = strawberry.field(
        description="Name and version of the rule that made the number."
    )
    caused_by: Position = strawberry.field(
        description="The position of the fact that moved it here."
    )
    because: str | None = strawberry.field(description="Why there is no number.")
    inputs: Any = strawberry.field(
        resolver=_inputs, graphql_type=list[ProgressInput], description="What the number rests on."
    )


def progress(explained_by: str) -> Any:
    """The progress of a noun whose inputs stand in a view."""
    relation = Relation(view=explained_by, on="noun_id", order="place")

    def resolve(root: Any) -> Any:
        return registry.as_noun(Progress, {**root.__dict__, "explained_by": relation})

    return strawberry.field(
        resolver=resolve,
        graphql_type=Progress,
        description="Where it stands, and how the number came about.",
    )
