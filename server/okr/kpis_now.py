"""How what is measured all the time stands when a rule looks at it."""

from dataclasses import dataclass
from uuid import UUID

from server.okr import terms


@dataclass(kw_only=True)
class KpiNow(terms.Kpi):
    """A KPI as it stands."""

    id: UUID
    version: int
    owner_team_id: UUID | None
    owner_person_id: UUID | None


@dataclass(kw_only=True)
class KpiValueNow:
    """Something that was measured, as it stands."""

    id: UUID
    corrected: bool
