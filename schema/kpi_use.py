"""Which objectives of a cycle keep KPIs where they are to be, and which lead somewhere new."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.fields import listed, one


@nouns.shown(None)
class KpiUse:
    """The objectives of a cycle by whether KPIs measure them, as far as the viewer sees them."""

    kpi_bound: Any = listed(
        "Objective",
        "objective",
        "kpi_bound",
        "Those of which a key result follows a KPI.",
    )
    change: Any = listed(
        "Objective",
        "objective",
        "change",
        "Those that are to change something that no KPI measures.",
    )
    share: Decimal | None = strawberry.field(
        description="The share of the first in all of them, 0 to 1; null where there are none."
    )


def kpi_use() -> Any:
    """How many objectives of a cycle follow KPIs."""
    return one(
        KpiUse,
        "kpi_use",
        on="cycle_id",
        key="id",
        description="Which of its objectives follow KPIs, and which lead somewhere new.",
    )
