"""How the rows of key results are measured, as the second computation of numbers takes them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.arithmetic import Measure, Part

Row = Any


def summed(part: Row, current: Decimal | None) -> Part:
    """What a part has added, of what it is to add."""
    added = Decimal(0) if current is None else current - part["baseline"]
    needed = abs(part["target"] - part["baseline"])
    return Part("SUM", -added if part["kind"] == "DECREASE" else added, needed)


def measure_of(row: Row) -> Measure:
    names = ("kind", "baseline", "target", "lower", "upper", "strict")
    return Measure(**{name: row[name] for name in names})


def from_nothing(row: Row) -> Measure:
    """A least amount is reached from nothing upwards, unless a baseline is stated."""
    measure = measure_of(row)
    if measure.kind == "AT_LEAST" and measure.baseline is None and row["target"] > 0:
        return replace(measure, baseline=Decimal(0))
    return measure


def adds_up(row: Row) -> bool:
    """Whether parts and a rest are added up to where it stands."""
    linear = row["kind"] in ("INCREASE", "DECREASE") and row["reading"] in ("LATEST", "SUM")
    return linear and row["per_person"] is None
