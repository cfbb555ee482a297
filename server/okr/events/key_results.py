"""What can have happened to key results, contributions and check-ins."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.events.votes import CastVote
from server.okr.terms import ABSENT, Absent, Text


@dataclass(kw_only=True)
class KeyResultAdded(Fact, terms.KeyResult):
    """A key result was added to an objective."""

    stream = "objective_id"
    key_result_id: UUID
    objective_id: UUID
    owner_person_id: UUID | None
    metric: terms.Metric
    milestones: list[terms.PlannedMilestone] = field(default_factory=list)
    curve: terms.Curve | None = None
    part_of_id: UUID | None = None
    carried_from_id: UUID | None = None


@dataclass(kw_only=True)
class KeyResultRevised(Fact):
    """A key result was changed while it was running."""

    stream = "key_result_id"
    changed = terms.KeyResult
    key_result_id: UUID
    changes: dict[str, Any]
    reason: Text
    category: terms.RevisionCategory
    owner_person_id: UUID | None | Absent = ABSENT
    metric: terms.Metric | Absent = ABSENT
    milestones: list[terms.PlannedMilestone] | Absent = ABSENT
    curve: terms.Curve | None | Absent = ABSENT
    request_id: UUID | None = None


@dataclass(kw_only=True)
class KeyResultWithdrawn(Fact):
    """A key result was given up."""

    stream = "key_result_id"
    key_result_id: UUID
    reason: Text


@dataclass(kw_only=True)
class KeyResultScored(Fact):
    """Somebody said how well a key result was reached."""

    stream = "key_result_id"
    key_result_id: UUID
    kind: terms.ScoreKind
    score: Decimal
    comment: Text | None = None
    participant_ids: list[UUID] = field(default_factory=list)
    votes: list[CastVote] = field(default_factory=list)


@dataclass(kw_only=True)
class ContributorAssigned(Fact):
    """A person took on a part of a key result, with a target of their own."""

    stream = "key_result_id"
    contribution_id: UUID
    key_result_id: UUID
    person_id: UUID
    target: Decimal
    assigned: bool


@dataclass(kw_only=True)
class ContributionChanged(Fact):
    """A contributor's target changed."""

    stream = "key_result_id"
    contribution_id: UUID
    key_result_id: UUID
    target: Decimal


@dataclass(kw_only=True)
class ContributorRemoved(Fact):
    """A person no longer has a part of a key result; what they had reached stays in it."""

    stream = "key_result_id"
    contribution_id: UUID
    key_result_id: UUID


@dataclass(kw_only=True)
class CheckInRecorded(Fact, terms.CheckIn):
    """Somebody reported where a key result stands."""

    stream = "key_result_id"
    check_in_id: UUID
    key_result_id: UUID
    contribution_id: UUID | None
    occurred_on: date
    obstacles: list[terms.Obstacle] = field(default_factory=list)
    milestones_done: list[UUID] = field(default_factory=list)
    milestones_undone: list[UUID] = field(default_factory=list)
    evidence: list[terms.FiledEvidence] = field(default_factory=list)


@dataclass(kw_only=True)
class CheckInCorrected(Fact, terms.CheckIn):
    """A report was put right: this one stands in the place of the one it corrects."""

    stream = "key_result_id"
    check_in_id: UUID
    key_result_id: UUID
    corrects_id: UUID
    reason: Text


@dataclass(kw_only=True)
class CheckInRetracted(Fact):
    """A report was taken back."""

    stream = "key_result_id"
    check_in_id: UUID
    key_result_id: UUID
    reason: Text


@dataclass(kw_only=True)
class ObstacleAnswered(Fact):
    """Something that was in the way was dealt with."""

    stream = "key_result_id"
    obstacle_id: UUID
    key_result_id: UUID
    answer: Text
