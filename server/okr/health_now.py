"""How health metrics stand when a rule looks at them."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(kw_only=True)
class HealthMetricNow:
    """A health metric as it stands: what it is of, and whether that is to wait for it."""

    id: UUID
    objective_id: UUID | None = None
    team_id: UUID | None = None
    blocks: bool = False
