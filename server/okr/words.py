"""The closed word lists of OKR, each word with the sentence that explains it."""

from collections.abc import Sequence
from enum import StrEnum, auto
from typing import Any, Self


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


class Demand(Term):
    """What is done about what goes against an agreement."""

    NONE = auto(), "Nothing."
    WARN = auto(), "It is a finding."
    REFUSE = auto(), "It is refused."


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


class ObjectiveType(Term):
    """What an objective is about: scores are told apart by it."""

    OUTCOME = auto(), "Something is to be otherwise than before."
    LEARNING = auto(), "Something is to be found out; what comes of it are insights."
    MENTORSHIP = auto(), "Somebody is to grow, with the help of a mentor."


class Intent(Term):
    """What an objective is good for."""

    BUSINESS = auto(), "It moves the organization."
    PERSONAL_GROWTH = auto(), "Its owner, one person, grows by it."


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
    BY_DATE = auto(), "Done on a day or before it."
    COMPOUND = auto(), "By its parts, which are key results themselves."


class IndicatorKind(Term):
    """What a key result says of its objective; the one kind balances the other."""

    QUANTITY = auto(), "How much, or how many."
    QUALITY = auto(), "How good."


class Combine(Term):
    """How the parts of a compound key result make its progress."""

    ALL = auto(), "The share of parts that are complete; 1 only when every one is."
    MINIMUM = auto(), "The least of the parts; unknown until each is known."
    WEIGHTED = auto(), "The mean of the parts that are known, by their weights."
    SUM = auto(), "What all parts have added, of what all are to add; for parts of one unit."


class Coverage(Term):
    """How the targets of contributors compare with what their key result has to change by."""

    UNDER = auto(), "Together they mean to add less than is needed."
    EQUAL = auto(), "Together they mean to add exactly what is needed."
    OVER = auto(), "Together they mean to add more than is needed."


class Quantity(Term):
    """What kind of quantity a key result's numbers are."""

    NUMBER = auto(), "A plain number: a rating, an index, points."
    PERCENT = auto(), "So many of a hundred."
    COUNT = auto(), "Whole things that are counted."
    RATE = auto(), "So many in a span of time, or for each of something."
    RATIO = auto(), "One count divided by another."
    CURRENCY = auto(), "Money, in one currency: the unit is its ISO 4217 code."
    DURATION = auto(), "A length of time: the unit is seconds, minutes, hours, days, weeks, months."
    DATE = auto(), "A day of the calendar."


class BaselineState(Term):
    """Whether it is known where a key result started."""

    KNOWN = auto(), "It is known where it started."
    MISSING = auto(), "It is not known yet where it started: reports are kept, progress waits."
    NOT_NEEDED = auto(), "How far it is does not depend on where it started."


class Reading(Term):
    """What the reports of a key result, or of a contribution, say together."""

    LATEST = auto(), "Where it stands is what was reported last."
    SUM = auto(), "Each report is an entry, an amount towards the target, and all are added up."
    MEAN = auto(), "The mean of all that was reported."
    WORST = auto(), "The worst of all that was reported, seen from the target."
    TIME_IN_BOUNDS = (
        auto(),
        "The percentage of days, from the first report to the latest, that kept the threshold.",
    )


class PeriodState(Term):
    """How a period stands on a day."""

    MET = auto(), "It is over, and its target was reached."
    MISSED = auto(), "It is over, and its target was not reached, or nobody reported."
    OPEN = auto(), "The day lies in it."
    AHEAD = auto(), "It has not begun."


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


class Severity(Term):
    """How much a finding matters."""

    HINT = auto(), "Worth a thought."
    WARNING = auto(), "Likely to cost something later."
    PROBLEM = auto(), "Wrong as it stands."


class Direction(Term):
    """Which way to go along alignments and from parts to wholes."""

    UP = auto(), "To what it leads to."
    DOWN = auto(), "To what leads to it."


class InputRole(Term):
    """In which role something stands behind a number."""

    MEAN = auto(), "One of those of which the weighted mean is taken."
    SUM = auto(), "Added, times its weight."
    MINIMUM = auto(), "The number is not more than the least of these."
    ALL = auto(), "The number is zero until every one of these is complete."
    NONE = auto(), "Shown, never counted."
    PART = auto(), "What a contributor has added."
    MILESTONE = auto(), "A step that is done, 1, or not, 0."
    REPORT = (
        auto(),
        "The report that says where it stands: the latest, or since when it is done.",
    )
    ENTRY = auto(), "One of the reports that are read together, as the metric's reading says."
    REST = auto(), "What the latest report of the whole left to nobody in particular."
    PERIOD = auto(), "One of the periods: of their attainments the mean is taken."
    COMPONENT = auto(), "A part of a compound key result; where parts are summed, what it added."
    PERSON = auto(), "One of the people of whom each is expected the same."
    SHIFT = auto(), "What a revision moved, so that a new metric did not move where it stood."
