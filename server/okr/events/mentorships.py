"""What can have happened to mentorships."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class MentorshipStarted(Fact, terms.Mentorship):
    """Two people began to work together, one as the mentor of the other."""

    stream = "mentorship_id"
    mentorship_id: UUID
    mentor_id: UUID
    mentee_id: UUID
    starts_on: Annotated[date, "The first day."]
    follows_mentorship_id: UUID | None = None


@dataclass(kw_only=True)
class MentorshipEdited(Fact):
    """What the two agreed on changed."""

    stream = "mentorship_id"
    changed = terms.Mentorship
    mentorship_id: UUID
    changes: dict[str, Any]


@dataclass(kw_only=True)
class MentorshipEnded(Fact):
    """One of the two ended it."""

    stream = "mentorship_id"
    mentorship_id: UUID
    ended_on: Annotated[date, "The last day."]
    category: Annotated[terms.EndCategory, "What kind of reason."]
    reason: Annotated[Text, "Why it ended."]
