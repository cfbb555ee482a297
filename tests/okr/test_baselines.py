"""Rules about baselines that are found out later."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events
from server.okr.baselines import EstablishBaseline, establish_baseline
from server.okr.quantities import same_unit
from server.okr.standing import Standing
from server.okr.terms import Quantity
from tests.okr.standings import (
    ANY,
    CYCLE,
    DRAFTERS,
    KEY_RESULT,
    OBJECTIVE,
    TODAY,
    a_key_result,
    a_metric,
    about,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
    who_may,
)

SAID = EstablishBaseline(
    key_result_id=KEY_RESULT,
    baseline=Decimal(40),
    baseline_source="Bug tracker",
    baseline_from=date(2026, 9, 1),
    baseline_on=date(2026, 9, 30),
)
BY_HALF = {"change_percent": Decimal(50)}


def measured(kind: str = "DECREASE", **known: Any) -> Standing:
    metric = a_metric(kind, **(known or BY_HALF))
    return about(key_result=replace(a_key_result(), metric=metric))


def test_what_was_found_out_is_said_with_its_source() -> None:
    assert the_fact(establish_baseline, measured(), SAID) == events.BaselineEstablished(
        key_result_id=KEY_RESULT,
        baseline=Decimal(40),
        baseline_source="Bug tracker",
        baseline_from=date(2026, 9, 1),
        baseline_on=date(2026, 9, 30),
    )


def test_whoever_steers_the_key_result_says_it() -> None:
    assert who_may(establish_baseline, SAID, measured()) == DRAFTERS | {"key result's owner"}


def test_it_is_said_once_and_where_it_is_missing() -> None:
    known = measured("DECREASE", baseline=Decimal(3), change_by=Decimal(1))
    for standing in (known, measured("AT_LEAST", target=Decimal(3)), measured("DONE")):
        assert reasons(establish_baseline, standing, SAID) == ["WRONG_STATE key_result_id"]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ({"baseline": Decimal(0)}, "baseline"),
        ({"baseline_source": " "}, "baseline_source"),
        ({"baseline_on": TODAY + timedelta(days=1)}, "baseline_on"),
        ({"baseline_on": None}, "baseline_from"),
        ({"baseline_from": date(2026, 10, 1)}, "baseline_from"),
    ],
)
def test_a_baseline_makes_a_metric_whole(words: dict[str, Any], place: str) -> None:
    assert refused(establish_baseline, measured(), saying(SAID, **words)) == {f"INVALID {place}"}


def test_zero_is_a_baseline_for_a_change_by_an_amount() -> None:
    standing = measured("INCREASE", change_by=Decimal(2))
    assert reasons(establish_baseline, standing, saying(SAID, baseline=Decimal(0))) == []


def test_what_is_counted_started_at_a_whole_number() -> None:
    standing = measured("INCREASE", change_by=Decimal(2), quantity=Quantity.COUNT)
    said = saying(SAID, baseline=Decimal("1.5"))
    assert refused(establish_baseline, standing, said) == {"INVALID baseline"}


def test_it_rests_on_the_metric_that_waits_for_it() -> None:
    found = rests_on(establish_baseline, measured(), SAID)
    assert found[OBJECTIVE] == found[CYCLE] == ANY
    assert found[KEY_RESULT] >= {"KeyResultRevised", "BaselineEstablished"}
    assert stale(establish_baseline, measured(), SAID) == (
        {"CHANGED_MEANWHILE command.expected_version"},
        6,
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"unit": "Customers"}, {"unit": "customers "}, True),
        ({"unit": None}, {"unit": "customers"}, False),
        ({"quantity": Quantity.PERCENT}, {"unit": "%"}, True),
        (
            {"quantity": Quantity.CURRENCY, "unit": "EUR"},
            {"quantity": Quantity.CURRENCY, "unit": "USD"},
            False,
        ),
    ],
)
def test_numbers_are_added_in_one_unit(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    assert same_unit(a_metric("INCREASE", **one), a_metric("INCREASE", **other)) is same
