"""Work: pieces of work in a tree, what they drive, and how far they are."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class WorkKind(Term):
    """What a piece of work is, in the way that work is cut into pieces."""

    INITIATIVE = auto(), "Something that is undertaken so that a key result moves."
    EPIC = auto(), "A large piece of work that takes several sprints."
    STORY = auto(), "Something that somebody can use once it is done."
    TASK = auto(), "Something to do."
    SUB_TASK = auto(), "A part of a task."
    SPRINT = auto(), "A short stretch of time for which a team plans its work."
    MILESTONE = auto(), "A point that work is to reach."


class InitiativeSort(Term):
    """What sort of initiative it is."""

    PROJECT = auto(), "Several people bring something about that was not there."
    TASK = auto(), "A single thing to do."
    EXPERIMENT = auto(), "Something is tried out to learn whether it works."
    CAMPAIGN = auto(), "People are addressed for some time."
    RESEARCH = auto(), "Something is found out."


class Tracking(Term):
    """How it is told how far a piece of work is."""

    PERCENT = auto(), "Whoever works on it says how much of it is done."
    MILESTONES = auto(), "By how many of the milestones within it are done."


class WorkState(Term):
    """How far a piece of work is."""

    PLANNED = auto(), "Not begun."
    UNDER_WAY = auto(), "Being worked on."
    DONE = auto(), "Finished, and what it had to fulfil is met."
    DROPPED = auto(), "Given up; kept in the history."


@dataclass(kw_only=True)
class WorkItem:
    """A piece of work: a means to an end, and counted for none of it."""

    title: Annotated[Text, "The piece of work in one sentence."]
    kind: Annotated[WorkKind, "What it is."]
    sort: Annotated[InitiativeSort | None, "For an INITIATIVE, which sort."] = None
    verb: Annotated[Text | None, "What is done: call, write, try out."] = None
    counted: Annotated[Text | None, "What it is to move: weekly sessions with mentors."] = None
    scope: Annotated[Text | None, "What belongs to it, and what does not."] = None
    criteria: Annotated[Text | None, "What has to hold before it counts as done."] = None
    starts_on: Annotated[date | None, "First day."] = None
    ends_on: Annotated[date | None, "Last day."] = None
    tracking: Annotated[Tracking, "How it is told how far it is."] = Tracking.PERCENT
    effort: Annotated[Decimal | None, "How many days of work it is meant to take."] = None


class WorkLinkKind(Term):
    """How a piece of work hangs together with something else."""

    SERVES = auto(), "It is to move the key result, or is for the objective, at the other end."
    FEEDS = auto(), "It is delivered in the sprint, or brings forward the milestone, over there."
    WAITS_FOR = auto(), "It cannot go on before the other piece of work is done."


@dataclass(kw_only=True)
class WorkLink:
    """A tie from a piece of work to another one, a key result or an objective."""

    kind: Annotated[WorkLinkKind, "How they hang together."]
    weight: Annotated[Decimal, "How much it counts among all that serves the same."] = Decimal(1)
    note: Annotated[Text | None, "What there is to say about it."] = None


@dataclass(kw_only=True)
class Capacity:
    """How much work a team can take on in a cycle."""

    days: Annotated[Decimal, "How many days of work."]
    note: Annotated[Text | None, "What that takes into account: holidays, who joins or leaves."] = (
        None
    )
