"""What can have happened when people talk: comments, what was made known, what was recognized."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class CommentAdded(Fact, terms.Comment):
    """Somebody said something about an objective, a key result, a report or what was made known."""

    stream = "comment_id"
    comment_id: UUID
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    check_in_id: UUID | None = None
    announcement_id: UUID | None = None
    answers_id: UUID | None = None


@dataclass(kw_only=True)
class CommentResolved(Fact):
    """Somebody said what came of a reaction, an idea, a concern or a question."""

    stream = "comment_id"
    comment_id: UUID
    objective_id: UUID | None = None
    outcome: Annotated[Text, "What came of it."]


@dataclass(kw_only=True)
class CommentWithdrawn(Fact):
    """Somebody no longer stands by what they said."""

    stream = "comment_id"
    comment_id: UUID
    objective_id: UUID | None = None


@dataclass(kw_only=True)
class AnnouncementPublished(Fact, terms.Announcement):
    """Objectives were made known: those of a cycle, of a team in it, or one."""

    stream = "announcement_id"
    announcement_id: UUID
    cycle_id: UUID
    team_id: UUID | None = None
    objective_id: UUID | None = None


@dataclass(kw_only=True)
class AnnouncementWithdrawn(Fact):
    """Nobody stands any longer by what was made known."""

    stream = "announcement_id"
    announcement_id: UUID
    objective_id: UUID | None = None


@dataclass(kw_only=True)
class RecognitionAdded(Fact, terms.Recognition):
    """Somebody said what was achieved, and by whom."""

    stream = "recognition_id"
    recognition_id: UUID
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    person_id: UUID | None = None
    team_id: UUID | None = None
    review_id: UUID | None = None


@dataclass(kw_only=True)
class RecognitionWithdrawn(Fact):
    """Somebody no longer stands by what they recognized."""

    stream = "recognition_id"
    recognition_id: UUID
    objective_id: UUID | None = None
