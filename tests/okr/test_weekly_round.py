"""Reporting on many key results at once."""

from dataclasses import replace
from decimal import Decimal

from server.okr import events
from server.okr.check_ins import RecordCheckIn, RecordCheckIns, record_check_in, record_check_ins
from server.okr.now import ActorNow
from server.okr.standing import Standing
from tests.okr.standings import (
    CYCLE,
    KEY_RESULT,
    OBJECTIVE,
    a_key_result,
    a_standing,
    a_stranger,
    about,
    an_id,
    reasons,
    refused,
    rests_on,
    saying,
    the_fact,
)

REPORT = RecordCheckIn(key_result_id=KEY_RESULT, value=Decimal(12))
NO_CHANGE = RecordCheckIn(key_result_id=KEY_RESULT)


def recorded(standing: Standing, said: RecordCheckIn) -> events.CheckInRecorded:
    fact = the_fact(record_check_in, standing, said)
    assert isinstance(fact, events.CheckInRecorded)
    return fact


def the_round(*items: Standing, actor: ActorNow | None = None) -> Standing:
    return a_standing(actor, items=list(items))


def test_the_weekly_round_reports_on_many_at_once() -> None:
    other = about(key_result=a_key_result(id=an_id("other")))
    said = RecordCheckIns(check_ins=[REPORT, replace(NO_CHANGE, key_result_id=an_id("other"))])
    decision = record_check_ins(the_round(about(), other), said)
    each = [recorded(about(), REPORT), recorded(other, said.check_ins[1])]
    assert [vars(fact)["key_result_id"] for fact in decision.facts] == [KEY_RESULT, an_id("other")]
    assert [vars(fact)["value"] for fact in decision.facts] == [fact.value for fact in each]
    assert rests_on(record_check_ins, the_round(about(), other), said).keys() == {
        KEY_RESULT,
        an_id("other"),
        OBJECTIVE,
        CYCLE,
    }


def test_in_a_round_all_are_recorded_or_none_and_each_reason_names_its_item() -> None:
    versioned, far = replace(REPORT, expected_version=1), replace(REPORT, confidence=Decimal(9))
    standing = the_round(about(), about(a_stranger()), a_standing(), about())
    said = RecordCheckIns(check_ins=[REPORT, far, REPORT, versioned])
    assert refused(record_check_ins, standing, said) == {
        "NOT_ALLOWED check_ins.1",
        "INVALID check_ins.1.confidence",
        "NOT_FOUND check_ins.2.key_result_id",
        "CHANGED_MEANWHILE check_ins.3.expected_version",
    }


def test_a_round_has_one_to_a_hundred_reports_and_no_version_of_its_own() -> None:
    full = RecordCheckIns(check_ins=[REPORT] * 100)
    assert reasons(record_check_ins, the_round(*[about()] * 100), full) == []
    more = saying(full, check_ins=[REPORT] * 101)
    told = refused(record_check_ins, a_standing(expected_version=4), more)
    assert told == {"LIMIT_REACHED check_ins", "INVALID command.expected_version"}
    empty = RecordCheckIns(check_ins=[])
    assert refused(record_check_ins, a_standing(), empty) == {"INVALID check_ins"}
