"""Rules about what is measured all the time."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events
from server.okr.kpi_values import (
    CorrectKpiValue,
    RecordKpiValue,
    correct_kpi_value,
    record_kpi_value,
)
from server.okr.kpis import AddKpi, EditKpi, add_kpi, edit_kpi
from server.okr.kpis_now import KpiNow, KpiValueNow
from server.okr.now import ActorNow
from server.okr.standing import Standing
from tests.okr.standings import (
    ELSEWHERE,
    ME,
    SOMEBODY,
    TEAM,
    TODAY,
    Rule,
    a_manager,
    a_member,
    a_person,
    a_planner,
    a_standing,
    a_stranger,
    a_team,
    an_administrator,
    an_id,
    reasons,
    rests_on,
    stale,
    the_fact,
)

KPI, VALUE = an_id("kpi"), an_id("kpi value")
ADDITION = AddKpi(name="Uptime")
OF_A_TEAM = AddKpi(name="Uptime", owner_team_id=TEAM, owner_person_id=SOMEBODY)
EDIT = EditKpi(kpi_id=KPI, reason="It grew.")
RECORD = RecordKpiValue(kpi_id=KPI, value=Decimal(97))
CORRECTION = CorrectKpiValue(kpi_value_id=VALUE, value=Decimal(97), reason="A slip.")
ALL_FOUR: dict[str, Any] = {"alarm_below": 1, "lower": 2, "upper": 3, "alarm_above": 4}
OF_ONE: list[tuple[Rule, Any]] = [
    (edit_kpi, EDIT),
    (record_kpi_value, RECORD),
    (correct_kpi_value, CORRECTION),
]


def a_kpi(**known: Any) -> KpiNow:
    kpi: dict[str, Any] = {"id": KPI, "version": 3, "name": "Uptime", "owner_team_id": TEAM}
    return KpiNow(**(kpi | {"owner_person_id": None} | known))


def measuring(actor: ActorNow | None = None, **known: Any) -> Standing:
    value = KpiValueNow(id=VALUE, corrected=False)
    there: dict[str, Any] = {"kpi": a_kpi(), "kpi_value": value, "owner_person": a_person()}
    return a_standing(actor, **(there | {"owner_team": a_team()} | known))


@pytest.mark.parametrize(
    ("actor", "organization", "team"),
    [
        (an_administrator(), True, True),
        (a_planner(), True, True),
        (a_manager(), False, True),
        (a_manager(ELSEWHERE), False, False),
        (a_member(), False, False),
        (a_stranger(), False, False),
    ],
)
def test_who_leads_a_team_says_what_it_measures_and_who_plans_what_all_do(
    actor: ActorNow, organization: bool, team: bool
) -> None:
    standing = measuring(actor)

    assert (reasons(add_kpi, standing, ADDITION) == []) is organization
    assert (reasons(add_kpi, standing, OF_A_TEAM) == []) is team


@pytest.mark.parametrize(
    ("actor", "owner", "keeps", "measures"),
    [
        (a_planner(), SOMEBODY, True, True),
        (a_manager(), SOMEBODY, True, True),
        (a_member(), SOMEBODY, False, True),
        (a_stranger(), ME, True, True),
        (a_stranger(), SOMEBODY, False, False),
    ],
)
def test_its_owner_and_managers_keep_it_and_its_team_measures_it(
    actor: ActorNow, owner: Any, keeps: bool, measures: bool
) -> None:
    standing = measuring(actor, kpi=a_kpi(owner_person_id=owner))

    assert (reasons(edit_kpi, standing, EDIT) == []) is keeps
    assert (reasons(record_kpi_value, standing, RECORD) == []) is measures
    assert (reasons(correct_kpi_value, standing, CORRECTION) == []) is measures


def test_what_is_not_there_is_not_found() -> None:
    nothing = a_standing()

    assert reasons(add_kpi, nothing, OF_A_TEAM) == ["NOT_FOUND owner_team_id"]
    assert reasons(edit_kpi, nothing, EDIT) == ["NOT_FOUND kpi_id"]
    assert reasons(record_kpi_value, nothing, RECORD) == ["NOT_FOUND kpi_id"]
    assert reasons(correct_kpi_value, nothing, CORRECTION) == ["NOT_FOUND kpi_value_id"]


@pytest.mark.parametrize(("rule", "said"), OF_ONE)
def test_who_decided_on_another_version_is_told(rule: Rule, said: Any) -> None:
    assert stale(rule, measuring(), said) == (
        {"CHANGED_MEANWHILE command.expected_version"},
        3,
    )


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"lower": 0}, "lower"),
        ({"upper": 1}, "upper"),
        ({"alarm_above": 2}, "alarm_above"),
        ({"lower": None, "upper": 0}, "upper"),
        ({"lower": None, "upper": None, "alarm_above": 0}, "alarm_above"),
    ],
)
def test_bounds_stand_in_their_order(said: dict[str, Any], wrong: str) -> None:
    whole = ALL_FOUR | said
    assert reasons(add_kpi, measuring(), replace(ADDITION, **whole)) == [f"INVALID {wrong}"]

    kpi = a_kpi(**ALL_FOUR)
    edit = EditKpi(kpi_id=KPI, reason="It grew.")
    vars(edit).update(said)
    assert reasons(edit_kpi, measuring(kpi=kpi), edit) == [f"INVALID {wrong}"]


def test_bounds_may_be_left_out_and_fall_together() -> None:
    same: dict[str, Any] = dict.fromkeys(ALL_FOUR, 2)

    assert reasons(add_kpi, measuring(), replace(ADDITION, **same)) == []
    assert reasons(add_kpi, measuring(), replace(ADDITION, upper=Decimal(2))) == []


def test_a_name_and_a_reason_say_something() -> None:
    assert reasons(add_kpi, measuring(), replace(ADDITION, name=" ")) == ["INVALID name"]
    blank = EditKpi(kpi_id=KPI, reason=" ")
    blank.name = None  # type: ignore[attr-defined]
    assert reasons(edit_kpi, measuring(), blank) == ["REASON_IS_MISSING reason", "INVALID name"]
    assert reasons(correct_kpi_value, measuring(), replace(CORRECTION, reason=" ")) == [
        "REASON_IS_MISSING reason"
    ]


def test_who_has_left_looks_after_nothing() -> None:
    standing = measuring(owner_person=a_person(active=False))
    edit = EditKpi(kpi_id=KPI, reason="It grew.", owner_person_id=SOMEBODY)

    assert reasons(add_kpi, standing, OF_A_TEAM) == ["WRONG_STATE owner_person_id"]
    assert reasons(edit_kpi, standing, edit) == ["WRONG_STATE owner_person_id"]


def test_what_has_not_happened_yet_was_not_measured() -> None:
    tomorrow = replace(RECORD, occurred_on=TODAY + timedelta(days=1))

    assert reasons(record_kpi_value, measuring(), tomorrow) == ["INVALID occurred_on"]
    fact = the_fact(record_kpi_value, measuring(), RECORD)
    assert isinstance(fact, events.KpiValueRecorded)
    assert (fact.occurred_on, fact.value) == (TODAY, Decimal(97))


def test_a_value_is_corrected_once() -> None:
    corrected = measuring(kpi_value=KpiValueNow(id=VALUE, corrected=True))

    assert reasons(correct_kpi_value, corrected, CORRECTION) == ["WRONG_STATE kpi_value_id"]
    assert rests_on(correct_kpi_value, measuring(), CORRECTION) == {
        KPI: {"KpiEdited", "KpiValueCorrected"}
    }


def test_only_what_is_said_changes() -> None:
    edit = EditKpi(kpi_id=KPI, reason="It grew.")
    edit.upper = Decimal(9)  # type: ignore[attr-defined]

    fact = the_fact(edit_kpi, measuring(), edit)

    assert isinstance(fact, events.KpiEdited)
    assert fact.changes == {"upper": 9}
    assert rests_on(edit_kpi, measuring(), edit) == {KPI: {"KpiEdited"}}
    assert rests_on(add_kpi, measuring(), OF_A_TEAM) == {SOMEBODY: {"PersonDeactivated"}}
