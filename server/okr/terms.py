"""The nouns and closed word lists of OKR, each said once; their sentences are the glossary."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum, auto
from typing import Annotated, Any, Final, Self, get_args, get_origin
from uuid import UUID


class Private(Enum):
    """Marks text that a person wrote: the log commits to it with a salt, so that it can be redacted."""

    TEXT = "text"


Text = Annotated[str, Private.TEXT]


class Absent(Enum):
    """Stands where a change says nothing: what is absent stays as it was, what is null is cleared."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


class Term(StrEnum):
    """A word of a closed list, with the sentence that explains it."""

    meaning: str

    def __new__(cls, word: str, meaning: str) -> Self:
        term = str.__new__(cls, word)
        term._value_ = word
        term.meaning = meaning
        return term

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: Sequence[Any]) -> str:
        return name


class Permission(Term):
    """What a person may do beyond what their roles in teams and objectives already allow."""

    READ = auto(), "See what is open to the whole organization."
    CONTRIBUTE = auto(), "Create objectives for oneself and one's teams, and report progress."
    MANAGE = auto(), "Plan cycles."
    ADMINISTER = auto(), "Look after people, teams, cycles and permissions."
    AUDIT = auto(), "Read the whole log and take it away."
    REDACT = auto(), "Remove private text from the log, with a reason."


class Clock(Term):
    """Whether the times of facts were measured."""

    REAL = auto(), "The times of facts were measured when they were recorded."
    SIMULATED = auto(), "The times of facts were given; only for demos and tests."


class TeamKind(Term):
    """Where a team stands in the organization."""

    COMPANY = auto(), "The organization as a whole."
    DEPARTMENT = auto(), "A department, made of teams."
    TEAM = auto(), "A group of people who work together day by day."


class TeamRole(Term):
    """What a person is in a team."""

    MEMBER = auto(), "Works in the team."
    MANAGER = auto(), "Leads the team and every team below it."


class CycleState(Term):
    """How far a cycle is."""

    PLANNING = auto(), "Objectives are being drafted and agreed."
    ACTIVE = auto(), "Work is under way and progress is reported."
    REVIEW = auto(), "Results are discussed and scored."
    CLOSED = auto(), "Finished; only corrections with a reason are taken."


class Level(Term):
    """At which level of the organization an objective is owned."""

    COMPANY = auto(), "Owned by the company."
    DEPARTMENT = auto(), "Owned by a department."
    TEAM = auto(), "Owned by a team."
    INDIVIDUAL = auto(), "Owned by one person."


class ObjectiveState(Term):
    """How far an objective is."""

    DRAFT = auto(), "Being written; not yet worked on."
    ACTIVE = auto(), "Agreed and worked on."
    CLOSED = auto(), "Finished with its cycle, or before it."
    WITHDRAWN = auto(), "Given up, with a reason; kept in the history."


class KeyResultState(Term):
    """How far a key result is."""

    ACTIVE = auto(), "Measured and reported."
    CLOSED = auto(), "Finished with its objective."
    WITHDRAWN = auto(), "Given up, with a reason; kept in the history."


class Ambition(Term):
    """How an objective is meant."""

    COMMITTED = auto(), "Promised: it is to be reached in full."
    ASPIRATIONAL = auto(), "A stretch: reaching most of it is a success."
    LEARNING = auto(), "Meant to find something out rather than to hit a number."


class Visibility(Term):
    """Who may see an objective."""

    ORGANIZATION = auto(), "Everybody in the organization."
    PRIVATE = auto(), "Only the people who take part in it."


class Origin(Term):
    """Who an objective came from."""

    TOP_DOWN = auto(), "Set by somebody above the owner."
    BOTTOM_UP = auto(), "Set by the owner or somebody of the owning team."


class Status(Term):
    """How it looks, in the reporter's own judgement."""

    ON_TRACK = auto(), "Going as planned."
    AT_RISK = auto(), "May fall short unless something changes."
    OFF_TRACK = auto(), "Will fall short as things stand."


class MetricKind(Term):
    """How a key result is measured."""

    INCREASE = auto(), "From a baseline up to a target."
    DECREASE = auto(), "From a baseline down to a target."
    AT_LEAST = auto(), "At or above a target."
    AT_MOST = auto(), "At or below a target."
    WITHIN = auto(), "Between a lower and an upper bound."
    MILESTONES = auto(), "The share of milestones that are done, by weight."
    DONE = auto(), "Done or not done."


class RollUp(Term):
    """How a supporter counts for what it supports."""

    NONE = auto(), "Shown, never counted."
    MEAN = auto(), "Counts in the weighted mean."
    SUM = auto(), "Adds its own progress times its weight."
    MINIMUM = auto(), "What it supports is not further than the least of these."
    ALL = auto(), "What it supports stands at zero until every one of these is complete."


class RevisionCategory(Term):
    """Why something was changed while the cycle was running."""

    NEW_INFORMATION = auto(), "Something was learned that changes the picture."
    MARKET_CHANGE = auto(), "The market or the customers changed."
    CAPACITY_CHANGE = auto(), "There are more or fewer people or means than planned."
    DEPENDENCY = auto(), "Something it depends on changed."
    CORRECTION = auto(), "It had been stated wrongly."
    OTHER = auto(), "Another reason, told in the text."


class ScoreKind(Term):
    """Whose score it is."""

    SELF = auto(), "What somebody who worked on it thinks."
    TEAM = auto(), "What the team thinks together."
    AGREED = auto(), "What was agreed in the end."


@dataclass(kw_only=True)
class ScoreBand:
    """A range of scores with a name and a colour."""

    label: Annotated[str, "What the range is called."]
    color: Annotated[str, "Colour in which the range is shown, as #rrggbb."]
    from_: Annotated[Decimal, "Lowest score that belongs to it."]
    to: Annotated[Decimal, "Scores below this belong to it; the topmost band takes in its upper end."]


@dataclass(kw_only=True)
class Policy:
    """What the organization has agreed about scoring."""

    completion_cut_off: Annotated[Decimal, "Score from which an objective counts as reached."] = Decimal("0.7")
    score_bands: Annotated[list[ScoreBand], "Ranges of scores, lowest first."] = field(
        default_factory=lambda: [
            ScoreBand(label="Missed", color="#c0392b", from_=Decimal(0), to=Decimal("0.3")),
            ScoreBand(label="Progress", color="#e67e22", from_=Decimal("0.3"), to=Decimal("0.7")),
            ScoreBand(label="Reached", color="#27ae60", from_=Decimal("0.7"), to=Decimal(1)),
        ]
    )


@dataclass(kw_only=True)
class Person:
    """Somebody in the organization."""

    name: Annotated[Text, "What the person is called."]


@dataclass(kw_only=True)
class Team:
    """A company, a department or a team."""

    name: Annotated[Text, "What the team is called."]
    kind: Annotated[TeamKind, "Where it stands in the organization."]


@dataclass(kw_only=True)
class Cycle:
    """A span of time for which objectives are set."""

    key: Annotated[str, "Stable and readable, as 2026-Q3."]
    name: Annotated[Text, "What the cycle is called."]
    starts_on: Annotated[date, "First day."]
    ends_on: Annotated[date, "Last day."]


@dataclass(kw_only=True)
class Objective:
    """What is to be achieved, in words that move people."""

    title: Annotated[Text, "The objective in one sentence."]
    description: Annotated[Text | None, "What stands behind it."] = None
    ambition: Annotated[Ambition, "How it is meant."] = Ambition.ASPIRATIONAL
    visibility: Annotated[Visibility, "Who may see it."] = Visibility.ORGANIZATION


@dataclass(kw_only=True)
class Milestone:
    """A step that is either done or not."""

    title: Annotated[Text, "What is to be done."]
    weight: Annotated[Decimal, "How much it counts among the milestones."] = Decimal(1)
    due_on: Annotated[date | None, "Day by which it is due."] = None


@dataclass(kw_only=True)
class Metric:
    """How a key result is measured, and what it is to reach."""

    kind: Annotated[MetricKind, "How it is measured."]
    unit: Annotated[Text | None, "What is counted: %, customers, days."] = None
    baseline: Annotated[Decimal | None, "Where it stood at the start."] = None
    target: Annotated[Decimal | None, "Where it is to get."] = None
    lower: Annotated[Decimal | None, "Lower bound, for WITHIN."] = None
    upper: Annotated[Decimal | None, "Upper bound, for WITHIN."] = None
    strict: Annotated[bool, "Whether the bound itself is not enough."] = False


@dataclass(kw_only=True)
class KeyResult:
    """How we know that an objective is being reached: something measured."""

    title: Annotated[Text, "The key result in one sentence."]
    weight: Annotated[Decimal, "How much it counts in its objective's mean."] = Decimal(1)
    due_on: Annotated[date | None, "Day by which it is due; otherwise the end of the cycle."] = None


@dataclass(kw_only=True)
class CheckIn:
    """A report of where a key result stands."""

    value: Annotated[
        Decimal | None,
        "The value reported: of the whole key result, or of the author's contribution where they have one.",
    ] = None
    confidence: Annotated[Decimal | None, "How sure the author is that it will be reached, 0 to 1."] = None
    status: Annotated[Status | None, "How it looks to the author."] = None
    note: Annotated[Text | None, "What the author has to say."] = None


@dataclass(kw_only=True)
class Alignment:
    """An objective's support for another objective or a key result."""

    roll_up: Annotated[RollUp, "How the supporter counts for what it supports."] = RollUp.NONE
    weight: Annotated[Decimal, "How much it counts."] = Decimal(1)
    rationale: Annotated[Text | None, "How it helps."] = None


@dataclass(kw_only=True)
class Obstacle:
    """Something in the way, open until it is answered."""

    id: Annotated[UUID, "Names the obstacle."]
    text: Annotated[Text, "What is in the way."]


@dataclass(kw_only=True)
class PlannedMilestone(Milestone):
    """A milestone with the id under which it can be reported."""

    id: Annotated[UUID, "Names the milestone."]


def changes(noun: type, said: object) -> dict[str, Any]:
    """The values of ``noun`` that ``said`` states, by name; what is absent stays out."""
    stated = ((each.name, getattr(said, each.name, ABSENT)) for each in fields(noun))
    return {name: value for name, value in stated if value is not ABSENT}


def sentence(hint: object) -> str | None:
    """The description that an annotation carries, if any."""
    words = [part for part in get_args(hint)[1:] if type(part) is str] if get_origin(hint) is Annotated else []
    return words[0] if words else None
