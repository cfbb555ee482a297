"""What can have happened between mentors and mentees: they said and settled things."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class MentoringEntryAdded(Fact, terms.MentoringEntry):
    """Somebody noted, asked, answered, worried about or made something of something."""

    stream = "mentoring_entry_id"
    mentoring_entry_id: UUID
    mentorship_id: UUID | None = None
    meeting_id: UUID | None = None
    key_result_id: UUID | None = None
    of_person_id: UUID | None = None
    answered_entry_id: UUID | None = None
    attachment_id: UUID | None = None
    closed_entry_ids: list[UUID] = field(default_factory=list)


@dataclass(kw_only=True)
class MentoringEntryDeferred(Fact):
    """A reflection that is still to be written was put off."""

    stream = "mentoring_entry_id"
    mentoring_entry_id: UUID
    due_on: Annotated[date, "By when it is to be written instead."]
    reason: Annotated[Text, "Why it was put off."]


@dataclass(kw_only=True)
class MentoringEntrySettled(Fact):
    """What an entry waited for happened, or did not."""

    stream = "mentoring_entry_id"
    mentoring_entry_id: UUID
    outcome: Annotated[terms.EntryOutcome, "What became of it."]
    resolution: Annotated[Text | None, "How."] = None
    lesson: Annotated[Text | None, "What others may learn from it."] = None
    as_example: Annotated[bool, "Whether others may read resolution and lesson, not whose."] = False


@dataclass(kw_only=True)
class ConsentGiven(Fact):
    """One of the two agreed that everybody may read their story."""

    stream = "mentoring_entry_id"
    mentoring_entry_id: UUID
    mentorship_id: UUID


@dataclass(kw_only=True)
class ConsentWithdrawn(Fact):
    """One of the two does not want everybody to read their story any more."""

    stream = "mentoring_entry_id"
    mentoring_entry_id: UUID
    mentorship_id: UUID
