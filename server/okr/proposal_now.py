"""How a proposed change stands when a rule looks at it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from server.okr import terms


@dataclass(kw_only=True)
class ProposalNow:
    """A change that is proposed: what was ``stated`` counts, also where it clears something."""

    stated: list[str]
    category: terms.RevisionCategory | None = None
    title: str | None = None
    verb: str | None = None
    counted: str | None = None
    weight: Decimal | None = None
    due_on: date | None = None
    start_confidence: Decimal | None = None
    indicator_kind: terms.IndicatorKind | None = None
    ambition: terms.Ambition | None = None
    expected_score: Decimal | None = None
    growth: terms.Growth | None = None
    discipline: str | None = None
    paired_with_id: UUID | None = None
    owner_person_id: UUID | None = None
    metric: terms.Metric | None = None
    milestones: list[terms.PlannedMilestone] = field(default_factory=list)
    curve: terms.Curve | None = None
