"""What can have happened to pulses; answers without a name are told once they are added up."""

from dataclasses import dataclass, field
from typing import Annotated
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import Question, Text


@dataclass(kw_only=True)
class PulseOpened(Fact, terms.Pulse):
    """People were asked something."""

    stream = "pulse_id"
    pulse_id: UUID
    cycle_id: UUID
    team_id: UUID | None = None
    questions: Annotated[list[Question], "What is asked."]
    answers_least: Annotated[int, "Of fewer answers nothing is ever shown."]


@dataclass(kw_only=True)
class PulseAnswered(Fact):
    """Somebody answered; what, stands here only where they said it in their own name."""

    stream = "pulse_answer_id"
    pulse_answer_id: UUID
    pulse_id: UUID
    named: Annotated[bool, "Whether they said it in their own name, to who opened the pulse."]
    holder_id: Annotated[UUID | None, "Who opened the pulse, where it was said to them."] = None
    answers: Annotated[list[terms.Answer], "What they said in their own name."] = field(
        default_factory=list
    )


@dataclass(kw_only=True)
class PulseTally:
    """What was answered to a question, added up."""

    question: Annotated[Question, "What was asked."]
    answers: Annotated[int, "How many answered."]
    total: Annotated[int, "What they said from 1 to 5, added up."]


@dataclass(kw_only=True)
class PulseRemark:
    """What somebody wrote without their name."""

    question: Annotated[Question, "What was asked."]
    words: Annotated[Text, "What was answered."]


@dataclass(kw_only=True)
class PulseClosed(Fact):
    """What was answered without names was added up, and each answer forgotten."""

    stream = "pulse_id"
    pulse_id: UUID
    answered: Annotated[int, "How many answered without a name."]
    tallies: Annotated[list[PulseTally], "Each question's answers; none of too few."] = field(
        default_factory=list
    )
    remarks: Annotated[list[PulseRemark], "What was written, in the order of its letters."] = field(
        default_factory=list
    )
