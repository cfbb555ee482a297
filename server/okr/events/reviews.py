"""What can have happened in reviews, and to what they left to come back to."""

from dataclasses import dataclass, field
from typing import Annotated
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class GivenAnswer(terms.Answer):
    """An answer with the id under which later objectives can name it."""

    id: Annotated[UUID, "Names the answer."]
    by_person_id: UUID | None = None


@dataclass(kw_only=True)
class TakenDecision(terms.ReviewDecision):
    """A decision, what it is about, and for a trade-off in favour of what it was taken."""

    id: Annotated[UUID, "Names the decision."]
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    work_item_id: UUID | None = None
    of_objective_id: UUID | None = None
    in_favour_of_objective_id: UUID | None = None
    in_favour_of_key_result_id: UUID | None = None


@dataclass(kw_only=True)
class NotedFollowUp(terms.FollowUp):
    """Something to come back to, with the id under which it is resolved."""

    id: Annotated[UUID, "Names what to come back to."]
    for_cycle_id: UUID | None = None


@dataclass(kw_only=True)
class ReviewRecorded(Fact, terms.Review):
    """People sat together over something, answered, decided, and left things to come back to."""

    stream = "review_id"
    review_id: UUID
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    team_id: UUID | None = None
    cycle_id: UUID | None = None
    work_item_id: UUID | None = None
    of_objective_id: UUID | None = None
    meeting_id: UUID | None = None
    sprint_ids: list[UUID] = field(default_factory=list)
    participant_ids: list[UUID] = field(default_factory=list)
    answers: Annotated[list[GivenAnswer], "What was answered."] = field(default_factory=list)
    decisions: Annotated[list[TakenDecision], "What was decided."] = field(default_factory=list)
    follow_ups: Annotated[list[NotedFollowUp], "What was left to come back to."] = field(
        default_factory=list
    )


@dataclass(kw_only=True)
class ItemParked(Fact, terms.FollowUp):
    """Something was left for a later cycle."""

    stream = "follow_up_id"
    follow_up_id: UUID
    for_cycle_id: UUID
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    team_id: UUID | None = None
    obstacle_id: UUID | None = None


@dataclass(kw_only=True)
class FollowUpResolved(Fact):
    """What was to be come back to is dealt with."""

    stream = "follow_up_id"
    follow_up_id: UUID
    objective_id: UUID | None
    outcome: Annotated[Text, "What came of it."]


@dataclass(kw_only=True)
class MissExplained(Fact, terms.Miss):
    """Somebody said why a key result was not reached."""

    stream = "key_result_id"
    key_result_id: UUID
