"""What is left of an objective when a rule looks at it, so that it can go on elsewhere."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from server.okr import terms
from server.okr.now import ParticipantNow


@dataclass(kw_only=True)
class MilestoneLeft(terms.Milestone):
    """A step, done or not."""

    done: bool


@dataclass(kw_only=True)
class KeyResultLeft(terms.KeyResult):
    """A key result that was not withdrawn; its owner as far as they are still there."""

    id: UUID
    key: str
    metric: terms.Metric
    current: Decimal | None = None
    value: Decimal | None = None
    done_on: date | None = None
    owner_person_id: UUID | None = None
    part_of_id: UUID | None = None
    paired_with_id: UUID | None = None
    kpi_id: UUID | None = None
    milestones: list[MilestoneLeft] = field(default_factory=list)


@dataclass(kw_only=True)
class ObjectiveLeft(terms.Objective):
    """An objective with who still takes part in it and what measured it."""

    origin: terms.Origin
    participants: list[ParticipantNow]
    key_results: list[KeyResultLeft]
