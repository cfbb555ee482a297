"""What can have happened to comments."""

from dataclasses import dataclass
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact


@dataclass(kw_only=True)
class CommentAdded(Fact, terms.Comment):
    """Somebody said something about an objective, a key result or a report."""

    stream = "comment_id"
    comment_id: UUID
    objective_id: UUID
    key_result_id: UUID | None = None
    check_in_id: UUID | None = None


@dataclass(kw_only=True)
class CommentWithdrawn(Fact):
    """Somebody no longer stands by what they said."""

    stream = "comment_id"
    comment_id: UUID
    objective_id: UUID
