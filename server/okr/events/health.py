"""What can have happened to health metrics; all of it is told to who follows the KPI."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class HealthMetricAdded(Fact, terms.HealthMetric):
    """A KPI is to stay healthy while an objective is pursued, or those of a team or of all."""

    stream = "kpi_id"
    health_metric_id: UUID
    kpi_id: UUID
    objective_id: UUID | None = None
    team_id: UUID | None = None


@dataclass(kw_only=True)
class HealthMetricRemoved(Fact):
    """A KPI is a health metric no more of what it was one."""

    stream = "kpi_id"
    health_metric_id: UUID
    kpi_id: UUID
    objective_id: UUID | None = None
    team_id: UUID | None = None


@dataclass(kw_only=True)
class HealthActionAccepted(Fact):
    """What is done about a red health metric was accepted: work goes on meanwhile."""

    stream = "kpi_id"
    health_metric_id: UUID
    kpi_id: UUID
    action: Annotated[Text, "What is done about it."]
    objective_id: UUID | None = None
    team_id: UUID | None = None
