"""Rules that plan cycles ahead: those of a cadence, within their fiscal years."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from server.okr import events
from server.okr.calendars import PARTS, PlanCycles, plan_cycles
from server.okr.standing import Standing
from server.okr.terms import Cadence
from tests.okr.standings import (
    ANY,
    a_cycle,
    a_manager_above,
    a_planner,
    a_standing,
    a_stranger,
    reasons,
    refused,
    rests_on,
)

QUARTERS = PlanCycles(cadence=Cadence.QUARTER, fiscal_year=2027)


def opened(said: PlanCycles, standing: Standing | None = None) -> list[events.CycleOpened]:
    facts = plan_cycles(standing or a_standing(a_planner()), said).facts
    return [each for each in facts if isinstance(each, events.CycleOpened)]


def keys(said: PlanCycles, standing: Standing | None = None) -> list[str]:
    return [each.key for each in opened(said, standing)]


def test_a_year_is_opened_with_its_quarters() -> None:
    year, *quarters = opened(QUARTERS)
    assert (year.key, year.cadence, year.parent_id) == ("2027", Cadence.YEAR, None)
    assert (year.starts_on, year.ends_on) == (date(2027, 1, 1), date(2027, 12, 31))
    assert [(each.key, each.starts_on, each.ends_on) for each in quarters] == [
        ("2027-Q1", date(2027, 1, 1), date(2027, 3, 31)),
        ("2027-Q2", date(2027, 4, 1), date(2027, 6, 30)),
        ("2027-Q3", date(2027, 7, 1), date(2027, 9, 30)),
        ("2027-Q4", date(2027, 10, 1), date(2027, 12, 31)),
    ]
    assert {each.parent_id for each in quarters} == {year.cycle_id}
    assert {each.cadence for each in quarters} == {Cadence.QUARTER}


@pytest.mark.parametrize("cadence", PARTS)
@pytest.mark.parametrize("begins_on", [None, date(2026, 7, 1), date(2027, 2, 28)])
def test_the_cycles_of_a_year_fill_it_without_a_gap(
    cadence: Cadence, begins_on: date | None
) -> None:
    year, *parts = opened(PlanCycles(cadence=cadence, fiscal_year=2027, begins_on=begins_on))
    assert year.starts_on == (begins_on or date(2027, 1, 1))
    assert len(parts) == (PARTS[cadence] if cadence is not Cadence.YEAR else 0)
    ends = [year.starts_on - timedelta(days=1), *(each.ends_on for each in parts)]
    assert [each.starts_on - timedelta(days=1) for each in parts] == ends[:-1]
    assert not parts or ends[-1] == year.ends_on


def test_keys_say_the_cadence() -> None:
    several = (Cadence.MONTH, Cadence.TRIMESTER, Cadence.HALF_YEAR)
    last = [keys(replace(QUARTERS, cadence=each, prefix="FY"))[-1] for each in several]
    assert last == ["FY2027-M12", "FY2027-T3", "FY2027-H2"]


def test_what_is_counted_may_begin_later_and_go_beyond_the_year() -> None:
    assert keys(replace(QUARTERS, first=4, count=3)) == [
        "2027",
        "2027-Q4",
        "2028",
        "2028-Q1",
        "2028-Q2",
    ]
    years = replace(QUARTERS, cadence=Cadence.YEAR, count=2)
    assert keys(years) == ["2027", "2028"]


def test_the_rest_of_a_year_is_planned_within_it() -> None:
    year = a_cycle(key="2027", starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31))
    standing = a_standing(cycles=[year, a_cycle(key="2027-Q1")])
    quarters = opened(replace(QUARTERS, first=2), standing)
    assert [each.key for each in quarters] == ["2027-Q2", "2027-Q3", "2027-Q4"]
    assert {each.parent_id for each in quarters} == {standing.cycle_named("2027")}


def test_what_is_planned_already_is_named() -> None:
    standing = a_standing(cycles=[a_cycle(key="2027-Q3"), a_cycle(key="2027-Q4")])
    assert reasons(plan_cycles, standing, QUARTERS) == ["ALREADY_EXISTS fiscal_year"] * 2


def test_a_year_of_other_days_does_not_hold_them() -> None:
    standing = a_standing(cycles=[a_cycle(key="2027", starts_on=date(2027, 1, 1))])
    assert reasons(plan_cycles, standing, QUARTERS) == ["INVALID begins_on"]


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"cadence": Cadence.OTHER}, "cadence"),
        ({"first": 0}, "first"),
        ({"first": 5}, "first"),
        ({"count": 0}, "count"),
        ({"count": 61}, "count"),
        ({"fiscal_year": 27}, "fiscal_year"),
        ({"fiscal_year": 9000}, "fiscal_year"),
        ({"begins_on": date(2027, 1, 29)}, "begins_on"),
        ({"begins_on": date(2025, 1, 1)}, "begins_on"),
        ({"begins_on": date(2028, 1, 1)}, "begins_on"),
    ],
)
def test_what_cannot_be_counted_is_told(wrong: dict[str, Any], place: str) -> None:
    assert reasons(plan_cycles, a_standing(), replace(QUARTERS, **wrong)) == [f"INVALID {place}"]


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = replace(QUARTERS, cadence=Cadence.OTHER, fiscal_year=0, count=-1)
    standing = a_standing(a_stranger(), expected_version=1)
    assert refused(plan_cycles, standing, wrong) == {
        "NOT_ALLOWED",
        "INVALID command.expected_version",
        "INVALID cadence",
        "INVALID count",
        "INVALID fiscal_year",
    }


def test_only_who_plans_cycles_plans_many() -> None:
    assert refused(plan_cycles, a_standing(a_manager_above()), QUARTERS) == {"NOT_ALLOWED"}


def test_no_two_plans_open_the_same_cycle() -> None:
    standing = a_standing()
    years = replace(QUARTERS, cadence=Cadence.YEAR)
    assert rests_on(plan_cycles, standing, years) == {standing.cycle_named("2027"): ANY}
