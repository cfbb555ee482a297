"""What can have happened to requests: asked, offered help, accepted, declined, withdrawn."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import ABSENT, Absent, Text


@dataclass(kw_only=True)
class ContributionRequested(Fact, terms.Request):
    """Somebody asked to take on a part of a key result."""

    stream = "request_id"
    request_id: UUID
    objective_id: UUID
    key_result_id: UUID
    target: Annotated[Decimal, "How much they mean to add."]


@dataclass(kw_only=True)
class HelpRequested(Fact, terms.Request):
    """Somebody asked for help with an objective or a key result."""

    stream = "request_id"
    request_id: UUID
    objective_id: UUID
    key_result_id: UUID | None = None
    of_person_id: UUID | None = None


@dataclass(kw_only=True)
class RevisionProposed(Fact, terms.Request):
    """Somebody proposed to change a key result; it changes once that is accepted."""

    stream = "request_id"
    changed = terms.KeyResult
    request_id: UUID
    objective_id: UUID
    key_result_id: UUID
    changes: dict[str, Any]
    category: Annotated[terms.RevisionCategory, "What kind of reason."]
    owner_person_id: UUID | None | Absent = ABSENT
    metric: Annotated[
        terms.Metric | Absent, "How it is to be measured, if that was stated anew."
    ] = ABSENT
    milestones: Annotated[
        list[terms.PlannedMilestone] | Absent, "Its steps, if they were stated anew."
    ] = ABSENT
    curve: Annotated[
        terms.Curve | None | Absent,
        "Along which way it is expected to move, if that was stated anew.",
    ] = ABSENT
    comment_id: UUID | None = None
    obstacle_id: UUID | None = None
    paired_with_id: UUID | None | Absent = ABSENT


@dataclass(kw_only=True)
class KeyResultProposed(Fact, terms.KeyResult, terms.Request):
    """Somebody proposed a key result for an objective; it is added once that is accepted."""

    stream = "request_id"
    request_id: UUID
    objective_id: UUID
    owner_person_id: UUID | None
    metric: Annotated[terms.Metric, "How it would be measured, and what it would reach."]
    milestones: Annotated[list[terms.PlannedMilestone], "Its steps, for MILESTONES."] = field(
        default_factory=list
    )
    curve: Annotated[terms.Curve | None, "Along which way it would be expected to move."] = None
    merged_request_ids: Annotated[list[UUID], "The earlier proposals in whose place it stands."] = (
        field(default_factory=list)
    )


@dataclass(kw_only=True)
class HelpOffered(Fact, terms.Offer):
    """Somebody offered the help that was asked for."""

    stream = "request_id"
    offer_id: UUID
    request_id: UUID
    objective_id: UUID


@dataclass(kw_only=True)
class RequestAccepted(Fact):
    """What was asked for is given."""

    stream = "request_id"
    request_id: UUID
    objective_id: UUID
    answer: Annotated[Text | None, "What was said about it."] = None


@dataclass(kw_only=True)
class RequestDeclined(Fact):
    """What was asked for is not given."""

    stream = "request_id"
    request_id: UUID
    objective_id: UUID
    reason: Annotated[Text, "Why it is not given."]


@dataclass(kw_only=True)
class RequestWithdrawn(Fact):
    """What was asked for is asked for no more."""

    stream = "request_id"
    request_id: UUID
    objective_id: UUID
