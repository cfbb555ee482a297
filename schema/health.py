"""Health metrics in the graph: KPIs that are to stay healthy while objectives are pursued."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import many, one
from schema.node import Node
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.HealthMetric)
class HealthMetric(terms.HealthMetric, Node):
    """A KPI that is to stay healthy while an objective is pursued, or those of a team or of all."""

    kpi: Any = one("Kpi", "kpi", key="kpi_id", description="What is measured, and its bounds.")
    objective: Any = one(
        "Objective",
        "objective",
        key="objective_id",
        optional=True,
        description="The objective that it balances, if it is one.",
    )
    team: Any = one(
        "Team",
        "team",
        key="team_id",
        optional=True,
        description="The team whose objectives it balances, if it is one.",
    )
    value: Decimal | None = strawberry.field(description="The last that was measured.")
    state: terms.KpiState | None = strawberry.field(description="How healthy that is.")
    blocks: bool = strawberry.field(
        description="Whether work on what it balances is to wait: it is RED, and nothing done "
        "about it was accepted since it was last healthy."
    )
    action: str | None = strawberry.field(
        description="What is done about it, as it was last accepted."
    )
    accepted_by: Any = one(
        "Person",
        "person",
        key="accepted_by_id",
        optional=True,
        description="Who accepted that.",
    )
    permissions: Any = permissions("HealthMetric")


def health_metrics(on: str, description: str, view: str = "health_metric", **where: Any) -> Any:
    """The health metrics of a noun, in the order in which they were added."""
    return many("HealthMetric", Relation(view=view, on=on, **where), description=description)
