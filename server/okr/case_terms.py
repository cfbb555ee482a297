"""The nouns of what is dealt with: cases, meetings and steps; read under one name in `terms`."""

from dataclasses import dataclass
from datetime import date
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class CaseKind(Term):
    """What is to be dealt with."""

    RISK = auto(), "Something that may go wrong: too high a goal, means that are missing."
    OPPORTUNITY = auto(), "Something that may come in useful."
    DEPENDENCY = auto(), "Something that another team has to do first."
    BOTTLENECK = auto(), "Something that everybody has to pass, and that holds them up."
    DISPUTE = auto(), "A disagreement."
    MISSED_DEADLINE = auto(), "A day by which something was promised has passed."
    CONCERN = auto(), "Something that troubles somebody."
    SUPPORT = auto(), "Support, guidance or means that somebody has promised to give."
    CAREER = auto(), "Where somebody wants to get over the years, in steps: for themselves alone."


class CaseState(Term):
    """How a case stands."""

    OPEN = auto(), "It is to be dealt with."
    SOLVED = auto(), "It came out as it should: solved, avoided, used, or kept as promised."
    UNSOLVED = auto(), "It did not: it came to pass, was let go, or was not kept."


class StepState(Term):
    """How far a step is, by the objectives with which it is taken."""

    TO_COME = auto(), "None of them has begun, or none is named."
    UNDER_WAY = auto(), "One of them has begun."
    REACHED = auto(), "All of them are met that were not withdrawn."
    DONE = auto(), "Somebody said that it is done."


class Extent(Term):
    """How much of something."""

    LOW = auto(), "Little."
    MEDIUM = auto(), "Some."
    HIGH = auto(), "Much."


class MeetingKind(Term):
    """What people meet for."""

    KICK_OFF = auto(), "To get to know each other and agree how to work, before a cycle."
    CHECK_IN = auto(), "To say how things stand, in a short rhythm."
    MID_TERM = auto(), "To decide halfway."
    REVIEW = auto(), "To look at what was reached."
    RETROSPECTIVE = auto(), "To look at how it was worked."
    SPRINT = auto(), "To plan a sprint, or to look at what it brought."
    SESSION = auto(), "For two people to talk."
    OTHER = auto(), "For something else, told in its title."


class MeetingState(Term):
    """Whether a meeting was held."""

    PLANNED = auto(), "It is to be held."
    HELD = auto(), "It was held."
    SKIPPED = auto(), "It was not held, for a reason."


@dataclass(kw_only=True)
class Case:
    """Something to be dealt with: by somebody, in steps, until there is an outcome."""

    kind: Annotated[CaseKind, "What it is."]
    title: Annotated[Text, "What it is about, in one sentence."]
    text: Annotated[Text | None, "What else there is to know."] = None
    likelihood: Annotated[Extent | None, "How likely it is to come to pass."] = None
    impact: Annotated[Extent | None, "How much it would change."] = None
    due_on: Annotated[date | None, "Day by which it is to be dealt with, or kept."] = None


@dataclass(kw_only=True)
class Meeting:
    """A meeting as it is planned: what was said there is told by its reviews."""

    kind: Annotated[MeetingKind, "What people meet for."]
    title: Annotated[Text | None, "What it is called."] = None
    topics: Annotated[Text | None, "What is to be talked about."] = None
    planned_on: Annotated[date, "The day for which it is planned."]
    starts_at: Annotated[str | None, "When it begins, by the clocks of its time zone: 09:30."] = (
        None
    )
    time_zone: Annotated[str | None, "Whose clocks: Europe/Zurich."] = None
    join_at: Annotated[Text | None, "Where to join it: an address beginning with https."] = None


@dataclass(kw_only=True)
class Step:
    """Something to do for a case, or on the list of a meeting."""

    text: Annotated[Text, "What is to be done."]
    due_on: Annotated[date | None, "Day by which it is to be done."] = None
