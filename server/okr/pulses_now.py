"""How a pulse stands when a rule looks at it."""

from dataclasses import dataclass, field
from uuid import UUID

from server.okr import terms
from server.okr.terms import PulseState, Question


@dataclass(kw_only=True)
class PulseNow(terms.Pulse):
    """A pulse as it stands, and what somebody has to do with it.

    `beside` is what they were asked by other pulses of this time, and answered without their name.
    """

    id: UUID
    version: int
    state: PulseState
    author_id: UUID
    cycle_id: UUID
    team_id: UUID | None
    questions: list[Question]
    answers_least: int
    asks_me: bool
    answered: bool
    beside: list[Question] = field(default_factory=list)


@dataclass(kw_only=True)
class Ballot:
    """What somebody answered to a pulse; nothing tells who."""

    scores: dict[Question, int] = field(default_factory=dict)
    words: dict[Question, str] = field(default_factory=dict)
