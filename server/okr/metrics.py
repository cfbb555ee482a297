"""What makes a metric whole: each kind of measuring asks for its own numbers."""

import re
from dataclasses import dataclass, field, replace
from typing import Annotated
from uuid import UUID

from server.okr import checks, terms
from server.okr.now import CycleNow
from server.okr.per_person import personal
from server.okr.quantities import quantified
from server.okr.ratios import divisible
from server.okr.refusals import Invalid, LimitReached, NotFound, Objections
from server.okr.spans import spanned
from server.okr.standing import Standing
from server.okr.targets import LINEAR, aimed, relative
from server.okr.terms import MetricKind, Quantity, Reading

MILESTONES_OF_A_KEY_RESULT = 50
NEEDED = {
    MetricKind.INCREASE: ("baseline", "target"),
    MetricKind.DECREASE: ("baseline", "target"),
    MetricKind.AT_LEAST: ("target",),
    MetricKind.AT_MOST: ("target",),
    MetricKind.WITHIN: ("lower", "upper"),
    MetricKind.MILESTONES: ("milestones",),
    MetricKind.DONE: (),
    MetricKind.BY_DATE: ("by",),
    MetricKind.COMPOUND: ("combine",),
}
ALLOWED = {
    MetricKind.INCREASE: ("change_percent", "change_by"),
    MetricKind.DECREASE: ("change_percent", "change_by"),
    MetricKind.AT_LEAST: ("baseline",),
    MetricKind.AT_MOST: ("baseline",),
    MetricKind.WITHIN: ("baseline",),
}
THRESHOLDS = (MetricKind.AT_LEAST, MetricKind.AT_MOST, MetricKind.WITHIN)
READ = {
    Reading.LATEST: tuple(MetricKind),
    Reading.SUM: (*LINEAR, *THRESHOLDS),
    Reading.MEAN: (*LINEAR, *THRESHOLDS),
    Reading.WORST: (*LINEAR, *THRESHOLDS),
    Reading.TIME_IN_BOUNDS: THRESHOLDS,
}
PERIOD = re.compile(r"P([1-9]\d{0,2})([DWMY])", re.ASCII)
PERIODS_OF_A_KEY_RESULT = 1000
DAYS_AT_LEAST = {"D": 1, "W": 7, "M": 28, "Y": 365}
ADDED = (Reading.LATEST, Reading.SUM)
NUMBERS = (
    "baseline",
    "target",
    "change_percent",
    "change_by",
    "lower",
    "upper",
    "by",
    "combine",
    "milestones",
)


@dataclass(kw_only=True)
class MilestoneInput(terms.Milestone):
    """A milestone as it is planned; with an id the one that is there stays, done or not."""

    id: Annotated[UUID | None, "The milestone that is there already."] = None


@dataclass(kw_only=True)
class MetricInput(terms.Metric):
    """How a key result is to be measured."""

    milestones: Annotated[list[MilestoneInput] | None, "The steps, for MILESTONES."] = field(
        default=None
    )


def measure(objections: Objections, metric: MetricInput, cycle: CycleNow) -> None:
    """Note what is missing, what does not belong to the kind, and what contradicts itself."""
    known = {*NEEDED[metric.kind], *ALLOWED.get(metric.kind, ())}
    needed = () if relative(metric) else NEEDED[metric.kind]
    for name in NUMBERS:
        stated = (
            bool(metric.milestones) if name == "milestones" else getattr(metric, name) is not None
        )
        objections.when(
            name in needed and not stated, Invalid(f"{metric.kind} needs this.", "metric", name)
        )
        objections.when(
            stated and name not in known, Invalid(f"{metric.kind} has no {name}.", "metric", name)
        )
    objections.when(
        metric.kind not in READ[metric.reading],
        Invalid(f"{metric.kind} cannot be read as {metric.reading}.", "metric", "reading"),
    )
    aimed(objections, metric)
    quantified(objections, metric)
    divisible(objections, metric)
    spanned(objections, metric)
    _period(objections, metric)
    repeated(objections, metric, cycle)
    personal(objections, metric)
    _bounds(objections, metric)
    for index, milestone in enumerate(metric.milestones or []):
        place = ("metric", "milestones", str(index))
        checks.named(objections, milestone.title, *place, "title")
        checks.weighted(objections, milestone.weight, *place, "weight")
    _milestone_weights(objections, metric)


def planned(
    objections: Objections, standing: Standing, metric: MetricInput, known: list[UUID]
) -> list[terms.PlannedMilestone]:
    """The milestones with ids: those named keep theirs, new ones get one."""
    milestones = metric.milestones or []
    named = [each.id for each in milestones if each.id is not None]
    for index, milestone in enumerate(milestones):
        place = ("metric", "milestones", str(index), "id")
        objections.when(
            milestone.id is not None and milestone.id not in known, NotFound(None, *place)
        )
    objections.when(
        len(named) != len(set(named)),
        Invalid("A milestone stands here twice.", "metric", "milestones"),
    )
    objections.when(
        len(milestones) > MILESTONES_OF_A_KEY_RESULT,
        LimitReached(
            f"A key result has at most {MILESTONES_OF_A_KEY_RESULT} milestones.",
            "metric",
            "milestones",
        ),
    )
    return [
        terms.PlannedMilestone(
            id=each.id or standing.new_id(), **terms.changes(terms.Milestone, each)
        )
        for each in milestones
    ]


def adds_up(metric: terms.Metric) -> bool:
    """Whether people and objectives can add to what is measured so."""
    return metric.kind in LINEAR and metric.reading in ADDED and metric.per_person is None


def stated(metric: MetricInput) -> terms.Metric:
    """The metric without its milestones; what ends on a day is a date."""
    said = terms.Metric(**terms.changes(terms.Metric, metric))
    return replace(said, quantity=Quantity.DATE) if said.kind is MetricKind.BY_DATE else said


def _period(objections: Objections, metric: MetricInput) -> None:
    if metric.per is None:
        return
    for wrong, sentence in (
        (
            not PERIOD.fullmatch(metric.per),
            "A period is a number of days, weeks, months or years: P10D, P1W, P2M, P1Y.",
        ),
        (
            metric.kind not in THRESHOLDS,
            f"{metric.kind} has no periods: say AT_LEAST, AT_MOST or WITHIN for each.",
        ),
        (
            metric.reading is Reading.TIME_IN_BOUNDS,
            "The time in bounds is read over the whole time, not for each period.",
        ),
    ):
        objections.when(wrong, Invalid(sentence, "metric", "per"))


def repeated(objections: Objections, metric: terms.Metric, cycle: CycleNow) -> None:
    """Each report is read for every period anew: there is an end to how many there can be."""
    if found := PERIOD.fullmatch(metric.per or ""):
        number, unit = found.groups()
        most = PERIODS_OF_A_KEY_RESULT * int(number) * DAYS_AT_LEAST[unit]
        objections.when(
            (cycle.ends_on - cycle.starts_on).days >= most,
            LimitReached(
                f"The cycle has more than {PERIODS_OF_A_KEY_RESULT} such periods.", "metric", "per"
            ),
        )


def _bounds(objections: Objections, metric: MetricInput) -> None:
    if metric.lower is None or metric.upper is None:
        return
    crossed = metric.lower > metric.upper or (metric.strict and metric.lower == metric.upper)
    objections.when(crossed, Invalid("Nothing lies between these bounds.", "metric", "upper"))


def _milestone_weights(objections: Objections, metric: MetricInput) -> None:
    weightless = bool(metric.milestones) and all(
        each.weight == 0 for each in metric.milestones or []
    )
    objections.when(
        weightless, Invalid("At least one milestone has weight.", "metric", "milestones")
    )
