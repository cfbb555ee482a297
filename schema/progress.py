"""Where something stands, and how the number came about."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.fields import many, read
from schema.node import Node
from schema.words import Position
from server.okr.words import InputRole
from server.reads.shapes import Relation
from server.reads.sources import Anything, Here


@nouns.shown(None)
class ProgressInput:
    """Something that a number rests on."""

    node: Any = read(
        Anything(column="node_id"),
        Node | None,
        "What it is: a key result, a supporter, a part.",
    )
    role: InputRole = strawberry.field(description="In which role it stands behind the number.")
    label: str | None = strawberry.field(
        description="What it is called where it has no id: a period, as 2026-10-01/2026-10-31."
    )
    value: Decimal | None = strawberry.field(description="How far it is, or how much was added.")
    weight: Decimal = strawberry.field(description="How much it counts.")
    counted: bool = strawberry.field(description="Whether it is in the number.")
    because: str | None = strawberry.field(description="Why it was left out.")


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
    inputs: Any = many(
        ProgressInput,
        Relation(view="progress_input", on="noun_id", order="place"),
        description="What the number rests on.",
    )


def progress() -> Any:
    """The progress of a noun."""
    return read(Here(), Progress, "Where it stands, and how the number came about.", shows=Progress)
