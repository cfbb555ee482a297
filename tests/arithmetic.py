"""The arithmetic of progress said a second time, in Python, straight from DESIGN.md."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
PLACES = Decimal("0.000000000001")
JUST_BELOW = 1 - PLACES


@dataclass(frozen=True)
class Part:
    """Something that a number rests on."""

    role: str
    value: Decimal | None
    weight: Decimal
    state: str | None = None

    @property
    def counted(self) -> bool:
        if self.role == "NONE" or self.state in ("DRAFT", "WITHDRAWN") or self.weight == 0:
            return False
        return self.value is not None or self.role == "ALL"


@dataclass(frozen=True)
class Numbers:
    """Where something stands."""

    current: Decimal | None
    raw: Decimal | None
    value: Decimal | None
    own: Decimal | None


@dataclass(frozen=True)
class Measure:
    """How something is measured."""

    kind: str
    baseline: Decimal | None
    target: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    strict: bool

    def progress(self, value: Decimal | None) -> Decimal | None:
        if value is None or self.kind in ("DONE", "BY_DATE"):
            return value if value is None or self.kind == "BY_DATE" else Decimal(value == 1)
        if self.kind in ("INCREASE", "DECREASE"):
            if self.baseline is None:
                return None
            assert self.target is not None
            return quotient(value - self.baseline, self.target - self.baseline)
        if self.met_by(value):
            return Decimal(1)
        if self.baseline is None or self.met_by(self.baseline):
            return Decimal(0)
        way = self._nearest_bound() - self.baseline
        return min(quotient(value - self.baseline, way), JUST_BELOW) if way else Decimal(0)

    def met_by(self, value: Decimal) -> bool:
        lower = self.target if self.kind == "AT_LEAST" else self.lower
        upper = self.target if self.kind == "AT_MOST" else self.upper
        if self.strict:
            return (lower is None or value > lower) and (upper is None or value < upper)
        return (lower is None or value >= lower) and (upper is None or value <= upper)

    def badness(self, value: Decimal) -> Decimal:
        """How far a value lies on the wrong side."""
        if self.kind == "WITHIN":
            assert self.lower is not None
            assert self.upper is not None
            return max(self.lower - value, value - self.upper)
        return -value if self.kind in ("INCREASE", "AT_LEAST") else value

    def _nearest_bound(self) -> Decimal:
        bounds = [each for each in (self.target, self.lower, self.upper) if each is not None]
        return min(bounds, key=lambda bound: abs(bound - (self.baseline or 0)))


def aimed(metric: Mapping[str, Any]) -> Decimal | None:
    """Where a metric is to get: as it was stated, or by so much from its baseline."""
    baseline, target = metric["baseline"], metric["target"]
    by, percent = metric["change_by"], metric["change_percent"]
    if (by is None and percent is None) or baseline is None:
        assert (by is None and percent is None) or target is None
        return None if target is None else Decimal(target)
    amount = EXACT.multiply(abs(baseline), percent / 100) if by is None else by
    return rounded(baseline + (amount if metric["kind"] == "INCREASE" else -amount))


def closing(metric: Mapping[str, Any]) -> date | None:
    """The last day that is measured: as it was stated, or so many days after the first."""
    first, last, days = metric["opens_on"], metric["closes_on"], metric["open_for_days"]
    if first is None or days is None:
        assert days is None or last is None
        return None if last is None else date.fromisoformat(str(last))
    return date.fromisoformat(str(first)) + timedelta(days=days)


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    return rounded(EXACT.divide(dividend, divisor))


def rounded(number: Decimal) -> Decimal:
    return number.quantize(PLACES, ROUND_HALF_UP, context=EXACT)


def clamped(raw: Decimal | None) -> Decimal | None:
    return None if raw is None else min(max(raw, Decimal(0)), Decimal(1))


def of(parts: Iterable[Part], role: str) -> list[tuple[Decimal | None, Decimal]]:
    """Values and weights of what counts in a role."""
    return [(each.value, each.weight) for each in parts if each.role == role and each.counted]


def mean(parts: Iterable[tuple[Decimal | None, Decimal]]) -> Decimal | None:
    """The weighted mean of what is known."""
    known = [(value, weight) for value, weight in parts if value is not None]
    if not known:
        return None
    total = sum((value * weight for value, weight in known), Decimal(0))
    return quotient(total, sum((weight for _, weight in known), Decimal(0)))


def added(parts: Iterable[tuple[Decimal | None, Decimal]]) -> Decimal | None:
    """The sum of what is known, each with its share."""
    known = [value * weight for value, weight in parts if value is not None]
    return rounded(sum(known, Decimal(0))) if known else None


def capped(raw: Decimal | None, parts: list[Part]) -> Decimal | None:
    """Not more than the least of MINIMUM; then 0 until all of ALL are complete."""
    least = [value for value, _ in of(parts, "MINIMUM") if value is not None]
    capped = min([*least, *([] if raw is None else [raw])], default=None)
    every = [value for value, _ in of(parts, "ALL")]
    if any(value is None or value < 1 for value in every):
        return Decimal(0)
    return Decimal(1) if every and capped is None else capped


@dataclass(frozen=True)
class Report:
    """A value as of a day; of one day the later place is the later word."""

    day: date
    place: int
    value: Decimal


def read(reading: str, measure: Measure, reports: list[Report]) -> Decimal | None:
    """What reports say together."""
    if not reports:
        return None
    ordered = sorted(reports, key=lambda report: (report.day, report.place))
    values = [report.value for report in ordered]
    if reading == "SUM":
        return sum(values, Decimal(0))
    if reading == "MEAN":
        return quotient(sum(values, Decimal(0)), Decimal(len(values)))
    if reading == "WORST":
        return max(reversed(values), key=measure.badness)
    return time_in_bounds(measure, ordered) if reading == "TIME_IN_BOUNDS" else values[-1]


def time_in_bounds(measure: Measure, ordered: list[Report]) -> Decimal:
    """Day by day: how many of all days ended with a value that keeps the threshold."""
    latest = {report.day: report.value for report in ordered}
    first, last = min(latest), max(latest)
    days = [first + timedelta(days=each) for each in range((last - first).days + 1)]
    known = [latest[max(day for day in latest if day <= each)] for each in days]
    kept = sum(measure.met_by(value) for value in known)
    return quotient(Decimal(100 * kept), Decimal(len(days)))


def objective(parts: list[Part]) -> Numbers:
    """Where an objective stands (DESIGN.md, "Roll-up of an objective")."""
    own, summed = mean(of(parts, "MEAN")), added(of(parts, "SUM"))
    both = None if own is None and summed is None else (own or 0) + (summed or 0)
    raw = capped(None if both is None else Decimal(both), parts)
    return Numbers(current=None, raw=raw, value=clamped(raw), own=capped(own, parts))


def compounded(combine: str, components: list[Part]) -> Decimal | None:
    """How far a compound key result is by the components that count."""
    counted = [each for each in components if each.counted]
    known = [(each.value, each.weight) for each in counted if each.value is not None]
    if combine == "WEIGHTED":
        return mean(known)
    if not known or (combine == "MINIMUM" and len(known) < len(counted)):
        return None
    if combine == "MINIMUM":
        return min(value for value, _ in known)
    if combine == "ALL":
        complete = sum(value >= 1 for value, _ in known)
        return quotient(Decimal(complete), Decimal(len(counted)))
    needed = sum((weight for _, weight in known), Decimal(0))
    return quotient(sum((value for value, _ in known), Decimal(0)), needed)


def added_by(combine: str, components: list[Part]) -> Decimal | None:
    """Where a compound key result stands in its own unit, if it has one."""
    counted = [each.value for each in components if each.counted and each.value is not None]
    return rounded(sum(counted, Decimal(0))) if combine == "SUM" and counted else None


def key_result(current: Decimal | None, measured: Decimal | None, parts: list[Part]) -> Numbers:
    """Where a key result stands: its measure is one of its mean, where anything else is in it."""
    others = of(parts, "MEAN")
    raw = mean([(clamped(measured), Decimal(1)), *others]) if others else measured
    raw = capped(raw, parts)
    return Numbers(current=current, raw=raw, value=clamped(raw), own=None)
