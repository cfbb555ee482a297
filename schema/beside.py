"""Two cycles beside each other in the graph: what went on, what is new, and how scores changed."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import strawberry

from schema import nouns
from schema.difference import differences, of
from schema.fields import demanded, one

SCORE = "Its score, agreed or else computed."
CHANGE = "The score less the other one; null where either is unknown."


@nouns.shown(None)
class ObjectivePair:
    """An objective beside the one of another cycle that it goes on with, or the reverse."""

    objective: Any = of("Objective", "objective", "id", "That of this cycle; null if none is.")
    other: Any = of("Objective", "objective", "other_id", "That of the other; null if none is.")
    score: Decimal | None = strawberry.field(description=SCORE)
    other_score: Decimal | None = strawberry.field(description="That of the other one.")
    score_change: Decimal | None = strawberry.field(description=CHANGE)


@nouns.shown(None)
class KeyResultPair:
    """A key result beside the one of another cycle that it was carried on from, or the reverse."""

    key_result: Any = of("KeyResult", "key_result", "id", "That of this cycle; null if none is.")
    other: Any = of("KeyResult", "key_result", "other_id", "That of the other; null if none is.")
    score: Decimal | None = strawberry.field(description=SCORE)
    other_score: Decimal | None = strawberry.field(description="That of the other one.")
    score_change: Decimal | None = strawberry.field(description=CHANGE)


@nouns.shown(None)
class KpiPair:
    """Where a KPI stood at the end of a cycle and of another."""

    kpi: Any = of("Kpi", "kpi", "id", "The KPI.")
    value: Decimal | None = strawberry.field(
        description="The last that was measured until the last day of this cycle."
    )
    other_value: Decimal | None = strawberry.field(description="That of the other one.")
    value_change: Decimal | None = strawberry.field(
        description="The value less the other one; null where either is unknown."
    )


@nouns.shown(None)
class CycleComparison:
    """A cycle beside another one."""

    cycle: Any = one("Cycle", "cycle", key="cycle_id", description="This one.")
    other: Any = one("Cycle", "cycle", key="other_id", description="The other one.")
    score: Decimal | None = strawberry.field(
        description="The mean score of its objectives that are open to all, as in `completion`."
    )
    other_score: Decimal | None = strawberry.field(description="That of the other one.")
    score_change: Decimal | None = strawberry.field(description=CHANGE)
    objectives: Any = differences(
        ObjectivePair,
        "objectives",
        "The objectives of both, those tied by CARRIED_FROM or FOLLOWS together; at most 1,000.",
    )
    key_results: Any = differences(
        KeyResultPair,
        "key_results",
        "The key results of both, those that were carried on together; at most 1,000.",
    )
    kpis: Any = differences(
        KpiPair, "kpis", "The KPIs that key results of either follow; at most 1,000."
    )


def compared_with() -> Any:
    """A cycle beside another one."""
    return one(
        CycleComparison,
        "cycles_compared",
        on="cycle_id",
        key="id",
        optional=True,
        taken=("cycle_id",),
        takes=[demanded("cycle_id", UUID, "The other cycle.")],
        description="It beside another cycle, the one before for example: what went on, what is "
        "new, what was left, and how scores changed.",
    )
