"""Rules about the days that are measured."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events
from server.okr.check_ins import RecordCheckIn, record_check_in
from server.okr.spans import kept_open
from server.okr.standing import Standing
from server.okr.windows import OpenWindow, open_window
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
    rests_on,
    stale,
    the_fact,
    who_may,
)

LAUNCH = {"opens_with": "Launch", "open_for_days": 30}
DAY = timedelta(days=1)
SAID = OpenWindow(key_result_id=KEY_RESULT, occurred_on=TODAY - DAY)


def measured(**known: Any) -> Standing:
    metric = a_metric("AT_LEAST", target=Decimal(5000), **known)
    return about(key_result=replace(a_key_result(), metric=metric))


def report(day: date | None, **said: Any) -> RecordCheckIn:
    return RecordCheckIn(key_result_id=KEY_RESULT, occurred_on=day, **said)


def test_what_was_waited_for_has_happened() -> None:
    fact = events.WindowOpened(key_result_id=KEY_RESULT, occurred_on=TODAY - DAY)
    assert the_fact(open_window, measured(**LAUNCH), SAID) == fact
    today = OpenWindow(key_result_id=KEY_RESULT)
    assert the_fact(open_window, measured(**LAUNCH), today) == replace(fact, occurred_on=TODAY)


def test_whoever_steers_the_key_result_says_it() -> None:
    assert who_may(open_window, SAID, measured(**LAUNCH)) == DRAFTERS | {"key result's owner"}


@pytest.mark.parametrize(
    ("known", "day", "told"),
    [
        ({}, TODAY, "WRONG_STATE key_result_id"),
        ({"opens_with": "Launch", "opens_on": TODAY}, TODAY, "WRONG_STATE key_result_id"),
        (LAUNCH, TODAY + DAY, "INVALID occurred_on"),
        ({"opens_with": "Launch", "closes_on": TODAY - DAY}, TODAY, "INVALID occurred_on"),
    ],
)
def test_a_window_opens_once_and_before_it_closes(
    known: dict[str, Any], day: date, told: str
) -> None:
    said = OpenWindow(key_result_id=KEY_RESULT, occurred_on=day)
    assert reasons(open_window, measured(**known), said) == [told]


def test_it_rests_on_the_window_being_closed() -> None:
    found = rests_on(open_window, measured(**LAUNCH), SAID)
    assert found[OBJECTIVE] == found[CYCLE] == ANY
    assert found[KEY_RESULT] >= {"KeyResultRevised", "WindowOpened"}
    assert stale(open_window, measured(**LAUNCH), SAID) == (
        {"CHANGED_MEANWHILE command.expected_version"},
        6,
    )


@pytest.mark.parametrize("said", [{"value": Decimal(1)}, {"milestones_done": []}, {"note": "Soon"}])
def test_only_numbers_wait_for_the_event(said: dict[str, Any]) -> None:
    told = ["WRONG_STATE key_result_id"] if "value" in said else []
    assert reasons(record_check_in, measured(**LAUNCH), report(None, **said)) == told


@pytest.mark.parametrize(
    ("day", "inside"), [(-3, False), (-2, True), (-1, True), (0, False), (None, False)]
)
def test_a_report_is_about_a_day_that_is_measured(day: int | None, inside: bool) -> None:
    standing = measured(opens_on=TODAY - 2 * DAY, closes_on=TODAY - DAY)
    when = None if day is None else TODAY + day * DAY
    told = reasons(record_check_in, standing, report(when, value=Decimal(1)))
    assert told == ([] if inside else ["INVALID occurred_on"])


def test_a_metric_that_is_stated_anew_stays_open() -> None:
    earlier = a_metric("DONE", opens_with="Launch", opens_on=TODAY)
    later = a_metric("DONE", opens_with="Launch")
    assert kept_open(earlier, later).opens_on == TODAY
    assert kept_open(earlier, replace(later, opens_with="Fair")).opens_on is None
    assert kept_open(earlier, replace(later, opens_with=None)).opens_on is None
    assert kept_open(earlier, replace(later, opens_on=TODAY - DAY)).opens_on == TODAY - DAY
