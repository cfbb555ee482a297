"""How what people said and asked stands when a rule looks at it."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from server.okr import terms
from server.okr.proposal_now import ProposalNow


@dataclass(kw_only=True)
class AnswerNow:
    """What a review answered, as far as the actor sees it."""

    id: UUID


@dataclass(kw_only=True)
class EventNow:
    """A fact in the log, with the names of its words that could be redacted."""

    position: int
    fields: list[str]


@dataclass(kw_only=True)
class ObstacleNow:
    """An obstacle as it stands."""

    id: UUID
    open: bool
    kind: terms.ObstacleKind = terms.ObstacleKind.OBSTACLE
    key_result_id: UUID | None = None


@dataclass(kw_only=True)
class CommentNow:
    """A comment as it stands."""

    id: UUID
    version: int
    author_id: UUID
    withdrawn: bool
    objective_id: UUID | None = None
    key_result_id: UUID | None = None
    check_in_id: UUID | None = None
    announcement_id: UUID | None = None
    answers_id: UUID | None = None
    open: bool = False


@dataclass(kw_only=True)
class RequestNow:
    """A request as it stands."""

    id: UUID
    version: int
    kind: terms.RequestKind
    state: terms.RequestState
    objective_id: UUID
    asked_by_id: UUID
    of_person_id: UUID | None
    target: Decimal | None
    text: str | None = None
    proposal: ProposalNow | None = None


@dataclass(kw_only=True)
class FollowUpNow:
    """Something left for later as it stands."""

    id: UUID
    version: int
    open: bool
    author_id: UUID
    objective_id: UUID | None
    team_id: UUID | None
