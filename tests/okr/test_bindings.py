"""Rules about key results that follow KPIs."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from server.okr import events
from server.okr.bindings import BindKeyResult, bind_key_result
from server.okr.check_ins import RecordCheckIn, record_check_in
from server.okr.corrections import RetractCheckIn, retract_check_in
from server.okr.standing import Standing
from tests.okr.standings import (
    CHECK_IN,
    DRAFTERS,
    KEY_RESULT,
    a_check_in,
    a_key_result,
    a_metric,
    about,
    an_id,
    reasons,
    rests_on,
    stale,
    the_fact,
    who_may,
)
from tests.okr.test_kpis import KPI, a_kpi

SAID = BindKeyResult(key_result_id=KEY_RESULT, kpi_id=KPI, reason="It is the same.")
UNTIE = replace(SAID, kpi_id=None)


def following(kpi: Any = None, metric: str = "INCREASE", **known: Any) -> Standing:
    key_result = a_key_result(kpi_id=kpi, metric=metric)
    return about(key_result=key_result, kpi=a_kpi(unit=None), **known)


def test_what_is_said_is_kept_with_its_reason() -> None:
    assert the_fact(bind_key_result, following(), SAID) == events.KeyResultBound(
        key_result_id=KEY_RESULT, kpi_id=KPI, reason="It is the same."
    )
    untied = the_fact(bind_key_result, following(KPI), UNTIE)
    assert isinstance(untied, events.KeyResultBound)
    assert untied.kpi_id is None


def test_whoever_steers_it_says_what_it_follows() -> None:
    assert who_may(bind_key_result, SAID, following()) == DRAFTERS | {"key result's owner"}


def test_what_stands_so_already_is_not_said_again() -> None:
    assert reasons(bind_key_result, following(KPI), SAID) == ["WRONG_STATE kpi_id"]
    assert reasons(bind_key_result, following(), UNTIE) == ["WRONG_STATE kpi_id"]


def test_it_is_measured_by_one_number_in_the_same_unit() -> None:
    unfit = following(metric="DONE")
    assert reasons(bind_key_result, unfit, SAID) == ["INVALID key_result_id"]
    other = a_key_result()
    other.metric = replace(a_metric("INCREASE"), unit="customers")
    standing = about(key_result=other, kpi=a_kpi(unit="%"))
    assert reasons(bind_key_result, standing, SAID) == ["INVALID kpi_id"]


def test_there_is_a_kpi_and_a_reason() -> None:
    nowhere = replace(following(), kpi=None)
    assert reasons(bind_key_result, nowhere, SAID) == ["NOT_FOUND kpi_id"]
    assert reasons(bind_key_result, following(), replace(SAID, reason=" ")) == [
        "REASON_IS_MISSING reason"
    ]


def test_it_rests_on_the_key_result_and_on_the_unit_of_the_kpi() -> None:
    found = rests_on(bind_key_result, following(), SAID)
    assert found[KPI] == {"KpiEdited"}
    assert found[KEY_RESULT] >= {"KeyResultRevised", "KeyResultBound"}
    assert stale(bind_key_result, following(), SAID)[1] == 6


def test_no_number_is_said_of_what_follows_another() -> None:
    said = RecordCheckIn(key_result_id=KEY_RESULT, value=Decimal(12))
    assert reasons(record_check_in, following(KPI), said) == ["INVALID value"]
    assert reasons(record_check_in, following(KPI), replace(said, value=None, note="So.")) == []


def test_what_was_measured_is_put_right_where_it_was_said() -> None:
    measured = following(KPI, check_in=a_check_in(kpi_value_id=an_id("kpi value")))
    back = RetractCheckIn(check_in_id=CHECK_IN, reason="So.")
    assert reasons(retract_check_in, measured, back) == ["WRONG_STATE check_in_id"]
