"""The nouns of measuring; they are read under one name with all others, in `terms`."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr.person_words import PerPerson
from server.okr.report_words import CurveKind
from server.okr.stating import Private, Text
from server.okr.words import Combine, MetricKind, Quantity, Reading


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
    target: Annotated[
        Decimal | None, "Where it is to get; stated, or following from a change by so much."
    ] = None
    lower: Annotated[Decimal | None, "Lower bound, for WITHIN."] = None
    upper: Annotated[Decimal | None, "Upper bound, for WITHIN."] = None
    strict: Annotated[bool, "Whether the bound itself is not enough."] = False
    reading: Annotated[Reading, "What its reports say together."] = Reading.LATEST
    quantity: Annotated[Quantity, "What kind of quantity its numbers are."] = Quantity.NUMBER
    change_percent: Annotated[
        Decimal | None,
        "By how many percent of the baseline it is to rise or fall; the target follows from it.",
    ] = None
    change_by: Annotated[
        Decimal | None, "By how much it is to rise or fall; the target follows from it."
    ] = None
    by: Annotated[date | None, "Day on which it is to be done or before it, for BY_DATE."] = None
    numerator: Annotated[Text | None, "What is counted, of a ratio: bugs that were fixed."] = None
    denominator: Annotated[Text | None, "Of what it is counted: all bugs."] = None
    within: Annotated[
        Text | None, "The limit that decides what is counted in a ratio: 48 hours."
    ] = None
    opens_on: Annotated[date | None, "First day that is measured."] = None
    closes_on: Annotated[date | None, "Last day that is measured."] = None
    opens_with: Annotated[
        Text | None, Private.TELLS, "The event from which on it is measured: the launch."
    ] = None
    open_for_days: Annotated[
        int | None, "How many days after the first it is measured; the last day follows."
    ] = None
    baseline_source: Annotated[Text | None, "Where the baseline is taken from."] = None
    baseline_from: Annotated[
        date | None, "First day of the span over which the baseline was taken."
    ] = None
    baseline_on: Annotated[
        date | None, "Day on which the baseline was taken, or the last day of its span."
    ] = None
    combine: Annotated[Combine | None, "How its parts are combined, for COMPOUND."] = None
    per: Annotated[str | None, "Period for which its target holds anew: P1W, P2M."] = None
    per_person: Annotated[
        PerPerson | None, "How the members of the team count of whom each is to reach the target."
    ] = None


@dataclass(kw_only=True)
class CurvePoint:
    """A day and the value that is expected on it."""

    on: Annotated[date, "The day, within the cycle."]
    value: Annotated[Decimal, "What is expected on it, in the key result's own unit."]


@dataclass(kw_only=True)
class Curve:
    """Along which way a key result is expected to move."""

    kind: Annotated[CurveKind, "How it gets from one value to the next."] = CurveKind.LINEAR
    points: Annotated[list[CurvePoint], "In the order of their days; none for LINEAR."] = field(
        default_factory=list
    )


@dataclass(kw_only=True)
class PlannedMilestone(Milestone):
    """A milestone with the id under which it can be reported."""

    id: Annotated[UUID, "Names the milestone."]
