"""What can have happened to cases, to meetings, and to their steps."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import ABSENT, Absent, Text


@dataclass(kw_only=True)
class CaseOpened(Fact, terms.Case):
    """Somebody said that something is to be dealt with."""

    stream = "case_id"
    case_id: UUID
    owner_person_id: UUID
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    team_id: UUID | None = None
    cycle_id: UUID | None = None
    of_team_id: UUID | None = None
    mentorship_id: UUID | None = None


@dataclass(kw_only=True)
class CaseEdited(Fact):
    """A case was stated otherwise, or is somebody else's."""

    stream = "case_id"
    changed = terms.Case
    case_id: UUID
    changes: dict[str, Any]
    owner_person_id: UUID | Absent = ABSENT


@dataclass(kw_only=True)
class CaseClosed(Fact):
    """A case has ended."""

    stream = "case_id"
    case_id: UUID
    state: Annotated[terms.CaseState, "How it ended."]
    outcome: Annotated[Text, "What came of it."]


@dataclass(kw_only=True)
class MeetingPlanned(Fact, terms.Meeting):
    """A meeting was planned."""

    stream = "meeting_id"
    meeting_id: UUID
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    team_id: UUID | None = None
    cycle_id: UUID | None = None
    participant_ids: list[UUID] = field(default_factory=list)
    mentorship_id: UUID | None = None


@dataclass(kw_only=True)
class MeetingEdited(Fact):
    """A meeting was planned otherwise."""

    stream = "meeting_id"
    changed = terms.Meeting
    meeting_id: UUID
    changes: dict[str, Any]


@dataclass(kw_only=True)
class MeetingHeld(Fact):
    """A meeting was held."""

    stream = "meeting_id"
    meeting_id: UUID
    held_on: Annotated[date, "The day on which it was."]
    participant_ids: list[UUID] = field(default_factory=list)
    note: Annotated[Text | None, "What there is to say about it."] = None


@dataclass(kw_only=True)
class MeetingSkipped(Fact):
    """A planned meeting was not held."""

    stream = "meeting_id"
    meeting_id: UUID
    reason: Annotated[Text, "Why it was not held."]


@dataclass(kw_only=True)
class StepAdded(Fact, terms.Step):
    """Something is to be done for a case, or stands on the list of a meeting."""

    stream = "step_id"
    step_id: UUID
    case_id: UUID | None = None
    meeting_id: UUID | None = None
    owner_person_id: UUID | None = None
    objective_ids: list[UUID] = field(default_factory=list)


@dataclass(kw_only=True)
class StepEdited(Fact):
    """A step was stated otherwise, or is taken with other objectives."""

    stream = "step_id"
    changed = terms.Step
    step_id: UUID
    changes: dict[str, Any]
    objective_ids: list[UUID] | Absent = ABSENT


@dataclass(kw_only=True)
class StepCompleted(Fact):
    """A step is done."""

    stream = "step_id"
    step_id: UUID
    done_on: Annotated[date, "The day on which it was done."]
    note: Annotated[Text | None, "What there is to say about it."] = None
