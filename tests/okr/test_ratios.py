"""Rules about ratios: two numbers behind a value, when reported and when corrected."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from server.okr import terms
from server.okr.check_ins import RecordCheckIn, record_check_in
from server.okr.corrections import CorrectCheckIn, correct_check_in
from server.okr.ratios import restated
from server.okr.standing import Standing
from server.okr.terms import Quantity
from tests.okr.standings import (
    CHECK_IN,
    KEY_RESULT,
    a_check_in,
    a_key_result,
    a_metric,
    about,
    reasons,
)

THREE, FOUR = Decimal(3), Decimal(4)
RATIO: dict[str, Any] = {"numerator": THREE, "denominator": FOUR}


def measured(quantity: Quantity, **known: Any) -> Standing:
    metric = a_metric("AT_LEAST", target=THREE, quantity=quantity)
    return about(key_result=replace(a_key_result(), metric=metric), **known)


@pytest.mark.parametrize("quantity", Quantity)
def test_what_is_counted_of_something_is_a_share_or_a_rate(quantity: Quantity) -> None:
    divided = quantity in (Quantity.RATIO, Quantity.PERCENT, Quantity.RATE)
    told = reasons(
        record_check_in, measured(quantity), RecordCheckIn(key_result_id=KEY_RESULT, **RATIO)
    )
    assert told == ([] if divided else ["INVALID numerator"])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"numerator": THREE}, ["INVALID denominator"]),
        ({"denominator": FOUR}, ["INVALID numerator"]),
        (RATIO | {"denominator": Decimal(0)}, ["INVALID denominator"]),
        (RATIO | {"value": THREE}, ["INVALID value"]),
        (RATIO | {"numerator": Decimal(0)}, []),
    ],
)
def test_a_ratio_has_two_numbers(said: dict[str, Any], told: list[str]) -> None:
    report = RecordCheckIn(key_result_id=KEY_RESULT, **said)
    assert reasons(record_check_in, measured(Quantity.RATIO), report) == told


def test_a_correction_leaves_a_value_or_a_ratio() -> None:
    counted = terms.CheckIn(value=Decimal("0.75"), **RATIO)
    whole: dict[str, Any] = {"check_in_id": CHECK_IN, "reason": "A slip."}
    assert restated(counted, CorrectCheckIn(**whole)) == terms.CheckIn(**RATIO)
    assert restated(counted, CorrectCheckIn(**whole, value=FOUR)) == terms.CheckIn(value=FOUR)
    halved = restated(counted, CorrectCheckIn(**whole, numerator=Decimal(2)))
    assert halved == terms.CheckIn(numerator=Decimal(2), denominator=FOUR)
    plain = restated(terms.CheckIn(value=FOUR), CorrectCheckIn(**whole, **RATIO))
    assert plain == terms.CheckIn(**RATIO)


def test_a_ratio_is_not_emptied_by_a_correction() -> None:
    standing = measured(Quantity.RATIO, check_in=a_check_in(value=Decimal("0.75"), **RATIO))
    nothing = CorrectCheckIn(
        check_in_id=CHECK_IN, reason="A slip.", numerator=None, denominator=None
    )
    assert reasons(correct_check_in, standing, nothing) == ["INVALID value"]
