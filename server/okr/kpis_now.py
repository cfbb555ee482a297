"""How what is measured all the time stands when a rule looks at it."""

from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from server.okr import terms
from server.okr.health_now import HealthMetricNow


@dataclass(kw_only=True)
class KpiNow(terms.Kpi):
    """A KPI as it stands, with the last that was measured of it."""

    id: UUID
    version: int
    owner_team_id: UUID | None
    owner_person_id: UUID | None
    value: Decimal | None = None
    state: terms.KpiState | None = None
    health_metrics: list[HealthMetricNow] = field(default_factory=list)


@dataclass(kw_only=True)
class KpiValueNow:
    """Something that was measured, as it stands."""

    id: UUID
    corrected: bool
