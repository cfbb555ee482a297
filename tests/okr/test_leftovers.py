"""What is left of key results: whatever was measured, what goes on could be stated so at once."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from random import Random
from uuid import UUID

import pytest

from server.okr import terms
from server.okr.left_now import KeyResultLeft, MilestoneLeft
from server.okr.leftovers import finished, measured_anew
from server.okr.metrics import MetricInput, MilestoneInput, measure
from server.okr.refusals import Objections
from server.okr.targets import LINEAR
from server.okr.terms import MetricKind, Quantity
from tests.chance import Chance
from tests.okr.standings import TODAY, a_cycle

NEXT = a_cycle("PLANNING", starts_on=date(2027, 1, 1), ends_on=date(2027, 3, 31))
STATED = [each.name for each in fields(terms.Metric)]


def kept(said: MetricInput) -> terms.Metric:
    """The metric as it is kept: with the target that follows from a change by so much."""
    metric = terms.Metric(**{name: getattr(said, name) for name in STATED})
    changed = metric.change_by is not None or metric.change_percent is not None
    if not changed or metric.baseline is None:
        return metric
    percent = abs(metric.baseline) * (metric.change_percent or 0) / 100
    amount = metric.change_by or percent
    falls = metric.kind is MetricKind.DECREASE
    return replace(metric, target=metric.baseline + (-amount if falls else amount))


def left_of(chance: Chance) -> KeyResultLeft:
    """A key result that was measured somehow and got somewhere, or nowhere."""
    said = chance.metric([])
    reported = said.kind is not MetricKind.MILESTONES and chance.perhaps(0.8)
    steps = [
        MilestoneLeft(title=each.title, weight=each.weight, done=chance.perhaps(0.5))
        for each in said.milestones or []
    ]
    return KeyResultLeft(
        id=UUID(int=1),
        key="2026-Q4-O1-KR1",
        title="Key result",
        metric=kept(said),
        current=chance.number() if reported else None,
        milestones=steps,
    )


def test_what_goes_on_is_measured_as_one_that_is_added() -> None:
    chance = Chance(dice=Random(11), today=TODAY)
    going = [each for each in (left_of(chance) for _ in range(2000)) if not finished(each, [])]
    assert {each.metric.kind for each in going} == {*MetricKind}
    for each in going:
        objections = Objections()
        metric = measured_anew(each, NEXT)
        steps = [
            MilestoneInput(title="Step", weight=m.weight) for m in each.milestones if not m.done
        ]
        said = MetricInput(**vars(metric), milestones=steps or None)
        measure(objections, said, NEXT)
        assert objections == [], (each, metric)


def test_its_aim_stays_where_it_was() -> None:
    chance = Chance(dice=Random(12), today=TODAY)
    for each in (left_of(chance) for _ in range(1000)):
        if each.metric.kind in LINEAR and each.metric.target is not None:
            assert measured_anew(each, NEXT).target == each.metric.target


@pytest.mark.parametrize(("kind", "whole"), [("INCREASE", "81"), ("DECREASE", "80")])
def test_what_is_counted_is_aimed_at_whole(kind: str, whole: str) -> None:
    metric = terms.Metric(
        kind=MetricKind[kind],
        quantity=Quantity.COUNT,
        baseline=Decimal(70 if kind == "INCREASE" else 95),
        target=Decimal("80.5"),
        change_percent=Decimal(15),
    )
    key_result = KeyResultLeft(id=UUID(int=1), key="KR1", title="Key result", metric=metric)
    assert measured_anew(key_result, NEXT).target == Decimal(whole)
