"""Whether an objective is met, as its key results say."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.fields import one


@nouns.shown(None)
class Met:
    """Whether something is met, and by which rule."""

    met: bool | None = strawberry.field(
        description="False as soon as one key result is known to be below the cut-off; "
        "null while none is, and not all are known."
    )
    cut_off: Decimal = strawberry.field(
        description="The policy's cut-off; 1 where the objective is COMMITTED. A key "
        "result that is COMMITTED by itself counts from 1."
    )
    rule: str = strawberry.field(description="The rule, in words.")


def met() -> Any:
    """Whether it is met."""
    return one(
        Met,
        "objective_met",
        key="id",
        within=True,
        description="Whether its key results say that it is met.",
    )
