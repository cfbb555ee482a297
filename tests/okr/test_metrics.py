"""What makes a metric whole: each kind of measuring asks for its own numbers."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any
from uuid import UUID

import pytest

from server.okr import terms
from server.okr.metrics import MetricInput, MilestoneInput, adds_up, measure, planned, stated
from server.okr.refusals import Objections
from server.okr.terms import Combine, MetricKind, Quantity, Reading
from tests.okr.standings import a_cycle, a_standing, an_id, saying

ONE, TWO = Decimal(1), Decimal(2)
STEPS = [MilestoneInput(title="Draft"), MilestoneInput(title="Launch")]
NUMBERS: dict[str, Any] = {
    "baseline": ONE,
    "target": TWO,
    "lower": ONE,
    "upper": TWO,
    "by": date(2027, 5, 15),
    "milestones": STEPS,
    "combine": Combine.ALL,
}
ASKED: dict[MetricKind, tuple[set[str], set[str]]] = {
    MetricKind.INCREASE: ({"baseline", "target"}, set()),
    MetricKind.DECREASE: ({"baseline", "target"}, set()),
    MetricKind.AT_LEAST: ({"target"}, {"baseline"}),
    MetricKind.AT_MOST: ({"target"}, {"baseline"}),
    MetricKind.WITHIN: ({"lower", "upper"}, {"baseline"}),
    MetricKind.MILESTONES: ({"milestones"}, set()),
    MetricKind.DONE: (set(), set()),
    MetricKind.BY_DATE: ({"by"}, set()),
    MetricKind.COMPOUND: ({"combine"}, set()),
}

LINEAR_READINGS = set(Reading) - {Reading.TIME_IN_BOUNDS}
READINGS = {
    MetricKind.INCREASE: LINEAR_READINGS,
    MetricKind.DECREASE: LINEAR_READINGS,
    MetricKind.AT_LEAST: set(Reading),
    MetricKind.AT_MOST: set(Reading),
    MetricKind.WITHIN: set(Reading),
    MetricKind.MILESTONES: {Reading.LATEST},
    MetricKind.DONE: {Reading.LATEST},
    MetricKind.BY_DATE: {Reading.LATEST},
    MetricKind.COMPOUND: {Reading.LATEST},
}


def a_metric(kind: MetricKind, **numbers: object) -> MetricInput:
    return saying(MetricInput(kind=kind), **numbers)


def objections(metric: MetricInput) -> list[str]:
    noted = Objections()
    measure(noted, metric, a_cycle())
    return told(noted)


def told(noted: Objections) -> list[str]:
    return [f"{each.code()} {'.'.join(each.path)}" for each in noted]


def linear(kind: MetricKind, baseline: int, target: int) -> MetricInput:
    return a_metric(kind, baseline=Decimal(baseline), target=Decimal(target))


def in_order(kind: MetricKind, **numbers: object) -> MetricInput:
    """The numbers as they lie for the kind: a decrease starts above its target."""
    downward = {"baseline": TWO, "target": ONE} if kind is MetricKind.DECREASE else {}
    return a_metric(kind, **(numbers | {k: v for k, v in downward.items() if k in numbers}))


def test_every_kind_of_metric_is_asked_for_its_numbers() -> None:
    assert ASKED.keys() == set(MetricKind)


@pytest.mark.parametrize("kind", MetricKind)
def test_a_metric_with_its_numbers_is_whole(kind: MetricKind) -> None:
    needed, welcome = ASKED[kind]
    assert objections(in_order(kind, **{name: NUMBERS[name] for name in needed})) == []
    everything = {name: NUMBERS[name] for name in needed | welcome}
    assert objections(in_order(kind, unit="days", **everything)) == []


@pytest.mark.parametrize("kind", MetricKind)
def test_each_kind_is_read_in_its_own_ways(kind: MetricKind) -> None:
    needed, _ = ASKED[kind]
    for reading in Reading:
        metric = in_order(kind, **{name: NUMBERS[name] for name in needed}, reading=reading)
        told = [] if reading in READINGS[kind] else ["INVALID metric.reading"]
        assert objections(metric) == told
        assert adds_up(stated(metric)) == (
            kind in (MetricKind.INCREASE, MetricKind.DECREASE)
            and reading in (Reading.LATEST, Reading.SUM)
        )


@pytest.mark.parametrize("kind", MetricKind)
def test_only_thresholds_hold_for_each_period(kind: MetricKind) -> None:
    needed, _ = ASKED[kind]
    threshold = kind in (MetricKind.AT_LEAST, MetricKind.AT_MOST, MetricKind.WITHIN)
    for per, well in (("P1W", True), ("P12M", True), ("P1Y", True), ("P1W1D", False), ("", False)):
        metric = in_order(kind, **{name: NUMBERS[name] for name in needed}, per=per)
        assert bool(objections(metric)) != (threshold and well)


@pytest.mark.parametrize(
    ("per", "days", "many"),
    [("P1D", 999, False), ("P1D", 1000, True), ("P2W", 13_999, False), ("P2W", 14_000, True)],
)
def test_there_is_an_end_to_how_many_periods_a_cycle_has(per: str, days: int, many: bool) -> None:
    first = date(2026, 1, 1)
    cycle = a_cycle(starts_on=first, ends_on=first + timedelta(days=days))
    noted = Objections()
    measure(noted, a_metric(MetricKind.AT_LEAST, target=ONE, per=per), cycle)
    assert told(noted) == (["LIMIT_REACHED metric.per"] if many else [])


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"open_for_days": 3660}, []),
        ({"open_for_days": 3661}, ["INVALID metric.open_for_days"]),
        ({"opens_on": date(9999, 12, 28), "open_for_days": 3}, []),
        ({"opens_on": date(9999, 12, 29), "open_for_days": 3}, ["INVALID metric.opens_on"]),
    ],
)
def test_a_window_ends_on_a_day_of_the_calendar(days: dict[str, Any], told: list[str]) -> None:
    metric = a_metric(MetricKind.DONE, **({"opens_with": "Launch"} | days))
    assert objections(metric) == told


@pytest.mark.parametrize("name", ["numerator", "denominator", "within"])
def test_what_is_counted_has_a_name_or_none(name: str) -> None:
    share = a_metric(MetricKind.AT_LEAST, target=ONE, quantity=Quantity.RATIO)
    assert objections(saying(share, **{name: "new customers"})) == []
    assert objections(saying(share, **{name: " "})) == [f"INVALID metric.{name}"]


@pytest.mark.parametrize("kind", MetricKind)
def test_all_numbers_that_are_missing_are_told_at_once(kind: MetricKind) -> None:
    needed, _ = ASKED[kind]
    assert set(objections(a_metric(kind))) == {f"INVALID metric.{name}" for name in needed}


@pytest.mark.parametrize("kind", MetricKind)
def test_a_number_that_the_kind_does_not_have_is_not_taken(kind: MetricKind) -> None:
    foreign = NUMBERS.keys() - set(chain(*ASKED[kind]))
    noted = objections(in_order(kind, **NUMBERS))
    assert set(noted) == {f"INVALID metric.{name}" for name in foreign}


def test_zero_is_a_number() -> None:
    assert objections(linear(MetricKind.INCREASE, 0, 5)) == []
    assert objections(linear(MetricKind.DECREASE, 5, 0)) == []
    assert objections(a_metric(MetricKind.AT_MOST, target=Decimal(0))) == []


@pytest.mark.parametrize(
    ("kind", "baseline", "target"),
    [
        (MetricKind.INCREASE, 5, 5),
        (MetricKind.DECREASE, 5, 5),
        (MetricKind.INCREASE, 5, 4),
        (MetricKind.DECREASE, 5, 6),
        (MetricKind.INCREASE, -4, -5),
    ],
)
def test_a_target_lies_where_the_metric_goes(kind: MetricKind, baseline: int, target: int) -> None:
    assert objections(linear(kind, baseline, target)) == ["INVALID metric.target"]


def test_to_keep_a_value_points_to_the_kinds_that_keep() -> None:
    noted = Objections()
    measure(noted, linear(MetricKind.INCREASE, 5, 5), a_cycle())
    assert "AT_LEAST, AT_MOST or WITHIN" in noted[0].message


@pytest.mark.parametrize("kind", [MetricKind.AT_LEAST, MetricKind.AT_MOST])
def test_a_threshold_may_be_met_already(kind: MetricKind) -> None:
    for baseline in (4, 5, 6):
        assert objections(linear(kind, baseline, 5)) == []


@pytest.mark.parametrize(
    ("lower", "upper", "strict", "empty"),
    [
        (ONE, TWO, False, False),
        (ONE, TWO, True, False),
        (ONE, ONE, False, False),
        (ONE, ONE, True, True),
        (TWO, ONE, False, True),
    ],
)
def test_something_lies_between_the_bounds(
    lower: Decimal, upper: Decimal, strict: bool, empty: bool
) -> None:
    metric = a_metric(MetricKind.WITHIN, lower=lower, upper=upper, strict=strict)
    assert objections(metric) == (["INVALID metric.upper"] if empty else [])


def test_one_bound_alone_is_half_a_metric() -> None:
    assert objections(a_metric(MetricKind.WITHIN, lower=ONE)) == ["INVALID metric.upper"]
    assert objections(a_metric(MetricKind.WITHIN, upper=ONE)) == ["INVALID metric.lower"]


def test_all_that_is_wrong_with_milestones_is_told_at_once() -> None:
    milestones = [
        MilestoneInput(title=" "),
        MilestoneInput(title="Launch", weight=Decimal(-1)),
        saying(MilestoneInput(title="Draft"), weight=None),
    ]
    assert objections(a_metric(MetricKind.MILESTONES, milestones=milestones)) == [
        "INVALID metric.milestones.0.title",
        "INVALID metric.milestones.1.weight",
        "INVALID metric.milestones.2.weight",
    ]


def test_at_least_one_milestone_counts() -> None:
    uncounted = [replace(each, weight=Decimal(0)) for each in STEPS]
    metric = a_metric(MetricKind.MILESTONES, milestones=uncounted)
    assert objections(metric) == ["INVALID metric.milestones"]
    metric = a_metric(MetricKind.MILESTONES, milestones=[*uncounted, STEPS[0]])
    assert objections(metric) == []


def test_a_list_without_milestones_is_none() -> None:
    metric = a_metric(MetricKind.MILESTONES, milestones=[])
    assert objections(metric) == ["INVALID metric.milestones"]
    assert objections(a_metric(MetricKind.DONE, milestones=[])) == []


def plan(milestones: list[MilestoneInput], known: list[UUID]) -> tuple[Any, list[str]]:
    noted = Objections()
    metric = a_metric(MetricKind.MILESTONES, milestones=milestones)
    return planned(noted, a_standing(), metric, known), told(noted)


def test_a_milestone_keeps_its_id_and_a_new_one_gets_one() -> None:
    kept, due = an_id("kept"), date(2026, 12, 1)
    milestones = [
        MilestoneInput(title="Draft", id=kept, weight=TWO),
        MilestoneInput(title="Launch", due_on=due),
    ]
    assert plan(milestones, [kept, an_id("left out")]) == (
        [
            terms.PlannedMilestone(id=kept, title="Draft", weight=TWO),
            terms.PlannedMilestone(id=UUID(int=1), title="Launch", due_on=due),
        ],
        [],
    )


def test_a_milestone_of_another_key_result_is_not_found() -> None:
    milestones = [STEPS[0], MilestoneInput(title="Launch", id=an_id("foreign"))]
    assert plan(milestones, [an_id("kept")])[1] == ["NOT_FOUND metric.milestones.1.id"]


def test_a_milestone_stands_in_a_list_once() -> None:
    twice = [MilestoneInput(title="Draft", id=an_id("kept"))] * 2
    assert plan(twice, [an_id("kept")])[1] == ["INVALID metric.milestones"]


def test_a_key_result_has_fifty_milestones_at_most() -> None:
    assert plan(STEPS[:1] * 50, [])[1] == []
    assert plan(STEPS[:1] * 51, [])[1] == ["LIMIT_REACHED metric.milestones"]


def test_the_fact_states_a_metric_without_its_milestones() -> None:
    metric = a_metric(MetricKind.AT_LEAST, unit="%", target=TWO, strict=True)
    assert stated(metric) == terms.Metric(
        kind=MetricKind.AT_LEAST, unit="%", target=TWO, strict=True
    )
    assert stated(replace(metric, milestones=STEPS)) == stated(metric)
