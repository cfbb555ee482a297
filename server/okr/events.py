"""What can have happened: past tense, only ever added to; a field added later has a default."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar
from uuid import UUID

from server.okr import terms
from server.okr.terms import ABSENT, Absent, Text


@dataclass(kw_only=True)
class Fact:
    """Something that happened; ``stream`` names the field whose id says to which stream it belongs."""

    stream: ClassVar[str]
    changed: ClassVar[type | None] = None


@dataclass(kw_only=True)
class OrganizationCreated(Fact, terms.Policy):
    """An organization began to keep its objectives here."""

    stream = "organization_id"
    organization_id: UUID
    name: str
    time_zone: str
    clock: terms.Clock


@dataclass(kw_only=True)
class PersonAdded(Fact, terms.Person):
    """A person joined the organization."""

    stream = "person_id"
    person_id: UUID
    email: Annotated[Text | None, "Where the person can be reached."] = None


@dataclass(kw_only=True)
class PersonRenamed(Fact):
    """A person's name or e-mail address changed."""

    stream = "person_id"
    person_id: UUID
    name: Text | Absent = ABSENT
    email: Text | None | Absent = ABSENT


@dataclass(kw_only=True)
class PersonDeactivated(Fact):
    """A person left the organization; what they did stays."""

    stream = "person_id"
    person_id: UUID


@dataclass(kw_only=True)
class PermissionGranted(Fact):
    """A person may do more than before."""

    stream = "person_id"
    person_id: UUID
    permission: terms.Permission


@dataclass(kw_only=True)
class PermissionRevoked(Fact):
    """A person may do less than before."""

    stream = "person_id"
    person_id: UUID
    permission: terms.Permission


@dataclass(kw_only=True)
class TokenRevoked(Fact):
    """A token of a person is worth nothing from here on."""

    stream = "person_id"
    person_id: UUID
    token_id: UUID


@dataclass(kw_only=True)
class TeamAdded(Fact, terms.Team):
    """A team, department or company came into being."""

    stream = "team_id"
    team_id: UUID
    parent_id: UUID | None = None


@dataclass(kw_only=True)
class TeamEdited(Fact):
    """A team's name, kind or place changed."""

    stream = "team_id"
    changed = terms.Team
    team_id: UUID
    changes: dict[str, Any]
    parent_id: UUID | None | Absent = ABSENT


@dataclass(kw_only=True)
class TeamMemberAdded(Fact):
    """A person joined a team, or took another role in it."""

    stream = "team_id"
    team_id: UUID
    person_id: UUID
    role: terms.TeamRole


@dataclass(kw_only=True)
class TeamMemberRemoved(Fact):
    """A person left a team."""

    stream = "team_id"
    team_id: UUID
    person_id: UUID


@dataclass(kw_only=True)
class CycleOpened(Fact, terms.Cycle):
    """A cycle was put on the calendar."""

    stream = "cycle_id"
    cycle_id: UUID
    parent_id: UUID | None = None


@dataclass(kw_only=True)
class CycleStarted(Fact):
    """Work in a cycle began; from here on targets are measured against what they were."""

    stream = "cycle_id"
    cycle_id: UUID


@dataclass(kw_only=True)
class CycleReviewed(Fact):
    """A cycle went into review."""

    stream = "cycle_id"
    cycle_id: UUID


@dataclass(kw_only=True)
class CycleClosed(Fact):
    """A cycle ended: its active objectives closed with it, its drafts were withdrawn."""

    stream = "cycle_id"
    cycle_id: UUID


@dataclass(kw_only=True)
class ObjectiveCreated(Fact, terms.Objective):
    """An objective was drafted."""

    stream = "objective_id"
    objective_id: UUID
    cycle_id: UUID
    owner_team_id: UUID | None
    owner_person_id: UUID | None
    accountable_person_id: UUID | None
    origin: terms.Origin


@dataclass(kw_only=True)
class ObjectiveActivated(Fact):
    """An objective was agreed; work on it may begin."""

    stream = "objective_id"
    objective_id: UUID


@dataclass(kw_only=True)
class ObjectiveEdited(Fact):
    """An objective's words, owner, ambition or visibility changed."""

    stream = "objective_id"
    changed = terms.Objective
    objective_id: UUID
    changes: dict[str, Any]
    owner_team_id: UUID | None | Absent = ABSENT
    owner_person_id: UUID | None | Absent = ABSENT
    accountable_person_id: UUID | None | Absent = ABSENT
    reason: Text | None = None
    category: terms.RevisionCategory | None = None


@dataclass(kw_only=True)
class ObjectiveClosed(Fact):
    """An objective was finished before its cycle."""

    stream = "objective_id"
    objective_id: UUID


@dataclass(kw_only=True)
class ObjectiveWithdrawn(Fact):
    """An objective was given up."""

    stream = "objective_id"
    objective_id: UUID
    reason: Text


@dataclass(kw_only=True)
class ObjectiveScored(Fact):
    """Somebody said how well an objective was reached."""

    stream = "objective_id"
    objective_id: UUID
    kind: terms.ScoreKind
    score: Decimal
    comment: Text | None = None


@dataclass(kw_only=True)
class ObjectiveAligned(Fact, terms.Alignment):
    """An objective began to support another objective or a key result."""

    stream = "alignments"
    alignment_id: UUID
    objective_id: UUID
    to_objective_id: UUID | None
    to_key_result_id: UUID | None


@dataclass(kw_only=True)
class AlignmentRevised(Fact):
    """An alignment counts otherwise, or is explained otherwise, than before."""

    stream = "alignments"
    changed = terms.Alignment
    alignment_id: UUID
    objective_id: UUID
    changes: dict[str, Any]


@dataclass(kw_only=True)
class AlignmentRemoved(Fact):
    """An objective stopped supporting what it supported."""

    stream = "alignments"
    alignment_id: UUID
    objective_id: UUID


@dataclass(kw_only=True)
class KeyResultAdded(Fact, terms.KeyResult):
    """A key result was added to an objective."""

    stream = "objective_id"
    key_result_id: UUID
    objective_id: UUID
    owner_person_id: UUID | None
    metric: terms.Metric
    milestones: list[terms.PlannedMilestone] = field(default_factory=list)


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
