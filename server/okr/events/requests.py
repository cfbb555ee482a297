"""What can have happened to requests: asked, offered help, accepted, declined, withdrawn."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
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
    target: Decimal


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
    category: terms.RevisionCategory
    owner_person_id: UUID | None | Absent = ABSENT
    metric: terms.Metric | Absent = ABSENT
    milestones: list[terms.PlannedMilestone] | Absent = ABSENT
    curve: terms.Curve | None | Absent = ABSENT
    comment_id: UUID | None = None
    obstacle_id: UUID | None = None


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
    answer: Text | None = None


@dataclass(kw_only=True)
class RequestDeclined(Fact):
    """What was asked for is not given."""

    stream = "request_id"
    request_id: UUID
    objective_id: UUID
    reason: Text


@dataclass(kw_only=True)
class RequestWithdrawn(Fact):
    """What was asked for is asked for no more."""

    stream = "request_id"
    request_id: UUID
    objective_id: UUID
