"""What can have happened to key results, contributions and check-ins."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
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
    metric: Annotated[terms.Metric, "How it is measured, and what it is to reach."]
    milestones: Annotated[list[terms.PlannedMilestone], "Its steps, for MILESTONES."] = field(
        default_factory=list
    )
    curve: Annotated[terms.Curve | None, "Along which way it is expected to move."] = None
    part_of_id: UUID | None = None
    carried_from_id: UUID | None = None
    from_work_item_id: UUID | None = None
    paired_with_id: UUID | None = None
    from_request_id: UUID | None = None


@dataclass(kw_only=True)
class KeyResultRevised(Fact):
    """A key result was changed while it was running."""

    stream = "key_result_id"
    changed = terms.KeyResult
    key_result_id: UUID
    changes: dict[str, Any]
    reason: Annotated[Text, "Why it changed."]
    category: Annotated[terms.RevisionCategory, "What kind of reason."]
    owner_person_id: UUID | None | Absent = ABSENT
    metric: Annotated[
        terms.Metric | Absent, "How it is measured from here on, if that was stated anew."
    ] = ABSENT
    milestones: Annotated[
        list[terms.PlannedMilestone] | Absent, "Its steps from here on, if they were stated anew."
    ] = ABSENT
    curve: Annotated[
        terms.Curve | None | Absent,
        "Along which way it is expected to move, if that was stated anew.",
    ] = ABSENT
    request_id: UUID | None = None
    paired_with_id: UUID | None | Absent = ABSENT


@dataclass(kw_only=True)
class KeyResultWithdrawn(Fact):
    """A key result was given up."""

    stream = "key_result_id"
    key_result_id: UUID
    reason: Annotated[Text, "Why it was given up."]
    kind: terms.Withdrawal = terms.Withdrawal.GIVEN_UP


@dataclass(kw_only=True)
class KeyResultScored(Fact):
    """Somebody said how well a key result was reached."""

    stream = "key_result_id"
    key_result_id: UUID
    kind: terms.ScoreKind
    score: Annotated[Decimal, "How well it was reached, 0 to 1."]
    comment: Annotated[Text | None, "What there is to say about it."] = None
    participant_ids: list[UUID] = field(default_factory=list)
    votes: Annotated[list[CastVote], "What each person voted, where a team scored together."] = (
        field(default_factory=list)
    )


@dataclass(kw_only=True)
class ContributorAssigned(Fact):
    """A person took on a part of a key result, with a target of their own."""

    stream = "key_result_id"
    contribution_id: UUID
    key_result_id: UUID
    person_id: UUID
    target: Annotated[Decimal, "How much they mean to add."]
    assigned: Annotated[bool, "Whether somebody else gave them the part."]


@dataclass(kw_only=True)
class ContributionChanged(Fact):
    """A contributor's target changed."""

    stream = "key_result_id"
    contribution_id: UUID
    key_result_id: UUID
    target: Annotated[Decimal, "How much they mean to add from here on."]


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
    occurred_on: Annotated[date, "The day it was true."]
    obstacles: Annotated[list[terms.Obstacle], "What was in the way, wanted or proposed."] = field(
        default_factory=list
    )
    milestones_done: list[UUID] = field(default_factory=list)
    milestones_undone: list[UUID] = field(default_factory=list)
    evidence: Annotated[list[terms.FiledEvidence], "What it rests on."] = field(
        default_factory=list
    )
    acknowledges_health: Annotated[bool, "Whether a red health metric was known of."] = False


@dataclass(kw_only=True)
class CheckInCorrected(Fact, terms.CheckIn):
    """A report was put right: this one stands in the place of the one it corrects."""

    stream = "key_result_id"
    check_in_id: UUID
    key_result_id: UUID
    corrects_id: UUID
    reason: Annotated[Text, "What was wrong with the report in whose place it stands."]


@dataclass(kw_only=True)
class CheckInRetracted(Fact):
    """A report was taken back."""

    stream = "key_result_id"
    check_in_id: UUID
    key_result_id: UUID
    reason: Annotated[Text, "Why it was taken back."]


@dataclass(kw_only=True)
class ObstacleAnswered(Fact):
    """Something that was in the way was dealt with."""

    stream = "key_result_id"
    obstacle_id: UUID
    key_result_id: UUID
    answer: Annotated[Text, "What was done about it."]
