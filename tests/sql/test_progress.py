"""From a measured value to progress: the golden table, thresholds, and exact quotients."""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

import asyncpg
import msgspec
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from server.okr.terms import Metric, MetricKind
from tests.samples import Number, Organization, at_least, done, increase, milestones, refusals

EXACT = Context(prec=400)
TWELFTH = Decimal("0.000000000001")
JUST_BELOW = "0.999999999999"


def metric(kind: str, *, strict: bool = False, **numbers: Number) -> Metric:
    stated: dict[str, Any] = {name: Decimal(value) for name, value in numbers.items()}
    return Metric(kind=MetricKind[kind], strict=strict, **stated)


async def progress(
    owner: asyncpg.Connection, metric: Metric, value: Number | None
) -> tuple[Decimal | None, Decimal | None]:
    """Raw and clamped progress of a value."""
    row = await owner.fetchrow(
        "select m.raw, clamped(m.raw) as value"
        " from measured(jsonb_populate_record(null::metric, $1), $2) m (raw)",
        msgspec.json.encode(metric).decode(),
        None if value is None else Decimal(value),
    )
    assert row is not None
    return row["raw"], row["value"]


def both(raw: Number, value: Number) -> tuple[Decimal, Decimal]:
    return Decimal(raw), Decimal(value)


@pytest.mark.parametrize(
    ("kind", "baseline", "target", "current", "raw", "value"),
    [
        ("INCREASE", 10, 20, 15, "0.5", "0.5"),
        ("INCREASE", 10, 20, 5, "-0.5", 0),
        ("INCREASE", 10, 20, 25, "1.5", 1),
        ("DECREASE", 50, 10, 30, "0.5", "0.5"),
        ("DECREASE", 50, 10, 60, "-0.25", 0),
        ("DECREASE", 50, 10, 0, "1.25", 1),
        ("INCREASE", -10, 10, 0, "0.5", "0.5"),
        ("DECREASE", -10, -20, -15, "0.5", "0.5"),
        ("INCREASE", 10, 20, 10, 0, 0),
        ("INCREASE", 0, 3, 1, "0.333333333333", "0.333333333333"),
        ("INCREASE", 0, 3, 2, "0.666666666667", "0.666666666667"),
        ("INCREASE", 0, 3, -2, "-0.666666666667", 0),
    ],
)
async def test_the_golden_table(
    owner: asyncpg.Connection,
    kind: str,
    baseline: Number,
    target: Number,
    current: Number,
    raw: Number,
    value: Number,
) -> None:
    measured = metric(kind, baseline=baseline, target=target)
    assert await progress(owner, measured, current) == both(raw, value)


async def test_the_golden_table_refuses_to_keep_a_value(organization: Organization) -> None:
    assert await refusals(organization.key_result(metric=increase(5, 5))) == ["INVALID"]


@pytest.mark.parametrize("current", [5, 7])
async def test_where_nothing_lies_between_nothing_is_divided(
    owner: asyncpg.Connection, current: Number
) -> None:
    measured = metric("INCREASE", baseline=5, target=5)
    assert await progress(owner, measured, current) == (None, None)


@pytest.mark.parametrize(
    "measured",
    [
        metric("INCREASE", baseline=10, target=20),
        metric("DECREASE", baseline=20, target=10),
        metric("AT_LEAST", target=0),
        metric("AT_MOST", target=0, baseline=5),
        metric("WITHIN", lower=0, upper=5),
        metric("DONE"),
    ],
)
async def test_silence_is_null(owner: asyncpg.Connection, measured: Metric) -> None:
    assert await progress(owner, measured, None) == (None, None)


@pytest.mark.parametrize(
    ("measured", "current", "raw"),
    [
        (metric("AT_LEAST", target=70), 70, 1),
        (metric("AT_LEAST", target=70), 1000, 1),
        (metric("AT_LEAST", target=70), "69.999", 0),
        (metric("AT_LEAST", target=70, strict=True), 70, 0),
        (metric("AT_LEAST", target=70, strict=True), "70.001", 1),
        (metric("AT_LEAST", target=70, baseline=50), 60, "0.5"),
        (metric("AT_LEAST", target=70, baseline=50), 40, "-0.5"),
        (metric("AT_LEAST", target=70, baseline=50), "69.9999999999999", JUST_BELOW),
        (metric("AT_LEAST", target=70, baseline=50, strict=True), 70, JUST_BELOW),
        (metric("AT_LEAST", target=70, baseline=80), 60, 0),
        (metric("AT_LEAST", target=70, baseline=70), 60, 0),
        (metric("AT_LEAST", target=70, baseline=70, strict=True), 60, 0),
        (metric("AT_LEAST", target=70, baseline=70, strict=True), 70, 0),
        (metric("AT_MOST", target=5), 5, 1),
        (metric("AT_MOST", target=5), -5, 1),
        (metric("AT_MOST", target=5), "5.1", 0),
        (metric("AT_MOST", target=5, strict=True), 5, 0),
        (metric("AT_MOST", target=5, strict=True), "4.9", 1),
        (metric("AT_MOST", target=5, baseline=10), "7.5", "0.5"),
        (metric("AT_MOST", target=5, baseline=10), 12, "-0.4"),
        (metric("AT_MOST", target=5, baseline=10), "5.00000000000001", JUST_BELOW),
        (metric("AT_MOST", target=5, baseline=4), 6, 0),
        (metric("WITHIN", lower=10, upper=20), 10, 1),
        (metric("WITHIN", lower=10, upper=20), 15, 1),
        (metric("WITHIN", lower=10, upper=20), 20, 1),
        (metric("WITHIN", lower=10, upper=20), 9, 0),
        (metric("WITHIN", lower=10, upper=20), 21, 0),
        (metric("WITHIN", lower=10, upper=20, strict=True), 10, 0),
        (metric("WITHIN", lower=10, upper=20, strict=True), 20, 0),
        (metric("WITHIN", lower=10, upper=20, strict=True), "10.1", 1),
        (metric("WITHIN", lower=10, upper=10), 10, 1),
        (metric("WITHIN", lower=10, upper=20, baseline=0), 5, "0.5"),
        (metric("WITHIN", lower=10, upper=20, baseline=0), -5, "-0.5"),
        (metric("WITHIN", lower=10, upper=20, baseline=30), 25, "0.5"),
        (metric("WITHIN", lower=10, upper=20, baseline=30), 40, -1),
        (metric("WITHIN", lower=10, upper=20, baseline=15), 5, 0),
        (metric("WITHIN", lower=10, upper=20, baseline=10), 5, 0),
        (metric("WITHIN", lower=10, upper=20, baseline=10, strict=True), 5, 0),
        (metric("WITHIN", lower=10, upper=20, baseline=20, strict=True), 25, 0),
        (metric("DONE"), 1, 1),
        (metric("DONE"), 0, 0),
    ],
    ids=str,
)
async def test_a_threshold_is_met_or_partly_reached(
    owner: asyncpg.Connection, measured: Metric, current: Number, raw: Number
) -> None:
    clamped = min(max(Decimal(raw), Decimal(0)), Decimal(1))
    assert await progress(owner, measured, current) == both(raw, clamped)


numbers = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places, EXACT),
    st.integers(-(10**38) + 1, 10**38 - 1),
    st.integers(0, 12),
)


@given(dividend=numbers, divisor=numbers)
@example(dividend=Decimal("0.000000000001"), divisor=Decimal(2))
@example(dividend=Decimal("-0.000000000001"), divisor=Decimal(2))
@example(dividend=Decimal(10**38 - 1), divisor=Decimal("0.000000000001"))
@example(dividend=Decimal("0.000000000001"), divisor=Decimal(10**38 - 1))
@settings(max_examples=300)
async def test_quotients_are_rounded_once_half_away_from_zero(
    owner: asyncpg.Connection, dividend: Decimal, divisor: Decimal
) -> None:
    assume(divisor)
    exact = EXACT.divide(dividend, divisor)
    expected = exact.quantize(TWELFTH, ROUND_HALF_UP, context=EXACT)
    answer, text = await owner.fetchrow(
        "select q, q::text from quotient($1, $2) q", dividend, divisor
    ) or (None, "")
    assert answer == expected
    assert "." not in text or not text.endswith(("0", "."))


@given(baseline=numbers, target=numbers, current=numbers)
@settings(max_examples=200)
async def test_linear_progress_is_exact_for_numbers_of_any_length(
    owner: asyncpg.Connection, baseline: Decimal, target: Decimal, current: Decimal
) -> None:
    assume(baseline != target)
    kind = "INCREASE" if target > baseline else "DECREASE"
    exact = EXACT.divide(
        EXACT.subtract(current, baseline), EXACT.subtract(target, baseline)
    ).quantize(TWELFTH, ROUND_HALF_UP, context=EXACT)
    raw, value = await progress(owner, metric(kind, baseline=baseline, target=target), current)
    assert raw == exact
    assert value == min(max(exact, Decimal(0)), Decimal(1))


@pytest.mark.parametrize(
    ("measured", "formula"),
    [
        (increase(0, 1), "linear/1"),
        (at_least(1), "threshold/1"),
        (done(), "done/1"),
        (milestones(1), "milestones/1"),
    ],
)
async def test_a_number_names_its_formula(
    organization: Organization, measured: Any, formula: str
) -> None:
    objective = await organization.objective()
    key_result = await organization.key_result(objective, measured)
    assert (await organization.progress(key_result)).formula == formula
    assert (await organization.progress(objective)).formula == "objective/1"
