"""Along which way a key result may be expected to move."""

from datetime import date, timedelta
from decimal import Decimal

from server.okr import terms
from server.okr.curves import drawn
from server.okr.refusals import Objections, Refused
from server.okr.terms import CurveKind, MetricKind
from tests.okr.standings import a_cycle

CYCLE = a_cycle()


def told(kind: str, days: list[date], metric: str = "INCREASE") -> set[str]:
    points = [terms.CurvePoint(on=day, value=Decimal(1)) for day in days]
    objections = Objections()
    curve = terms.Curve(kind=CurveKind[kind], points=points)
    drawn(objections, CYCLE, terms.Metric(kind=MetricKind[metric]), curve)
    try:
        objections.settle()
    except Refused as refused:
        return {f"{each.code()} {'.'.join(each.path)}" for each in refused.reasons}
    return set()


def days(count: int) -> list[date]:
    return [CYCLE.starts_on + timedelta(days=number) for number in range(count)]


def test_steps_and_points_stand_in_the_order_of_their_days() -> None:
    for kind in ("PHASED", "CUSTOM"):
        assert told(kind, days(3)) == set()
        assert told(kind, [*days(2), days(1)[0]]) == {"INVALID curve.points.2.on"}
        assert told(kind, []) == {"INVALID curve.points"}


def test_a_straight_line_needs_none() -> None:
    assert told("LINEAR", []) == set()
    assert told("LINEAR", days(1)) == {"INVALID curve.points"}


def test_what_is_not_measured_in_numbers_has_none() -> None:
    for kind in ("DONE", "MILESTONES", "BY_DATE"):
        assert told("PHASED", days(1), kind) == {"INVALID curve.kind"}
        assert told("LINEAR", [], kind) == set()


def test_the_points_lie_within_the_cycle() -> None:
    outside = [CYCLE.starts_on - timedelta(days=1), CYCLE.ends_on + timedelta(days=1)]
    assert told("CUSTOM", outside) == {
        "INVALID curve.points.0.on",
        "INVALID curve.points.1.on",
    }


def test_there_are_fifty_at_most() -> None:
    assert told("CUSTOM", days(50)) == set()
    assert told("CUSTOM", days(51)) == {"LIMIT_REACHED curve.points"}
