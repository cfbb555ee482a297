"""Why a command may be declined, and how the reasons are told."""

import pytest

from server.okr.refusals import (
    ChangedMeanwhile,
    CycleIsClosed,
    Invalid,
    NotFound,
    Objections,
    Refusal,
    Refused,
)
from server.okr.standing import need
from tests.okr.standings import a_person, a_standing


def test_the_codes_are_those_of_the_contract() -> None:
    assert {each.code() for each in Refusal.__subclasses__()} == {
        "NOT_FOUND",
        "NOT_ALLOWED",
        "INVALID",
        "WRONG_STATE",
        "ALREADY_EXISTS",
        "LIMIT_REACHED",
        "CHANGED_MEANWHILE",
        "CYCLE_IS_CLOSED",
        "KEY_WAS_USED",
        "ALIGNMENT_WOULD_LOOP",
        "REASON_IS_MISSING",
        "BLOCKED_BY_HEALTH",
    }


def test_a_refusal_says_its_own_sentence_unless_a_better_one_is_known() -> None:
    assert CycleIsClosed().message == CycleIsClosed.__doc__
    assert Invalid("A weight is zero or more.", "weight").message == "A weight is zero or more."


def test_a_refusal_names_a_place_in_what_was_said() -> None:
    assert NotFound(None, "metric", "milestones", "0", "id").path == [
        "metric",
        "milestones",
        "0",
        "id",
    ]
    assert NotFound().path == []


def test_who_comes_too_late_is_told_the_present_version() -> None:
    refusal = ChangedMeanwhile(7, "expected_version")
    assert (refusal.current_version, refusal.path) == (7, ["expected_version"])
    assert refusal.message == ChangedMeanwhile.__doc__


def test_all_reasons_are_told_in_the_order_in_which_they_were_found() -> None:
    objections = Objections()
    objections.when(True, Invalid("First.", "title"))
    objections.when([], Invalid("Never."))
    objections.when("a reason", NotFound("Second."))
    with pytest.raises(Refused) as refused:
        objections.settle()
    assert [each.message for each in refused.value.reasons] == ["First.", "Second."]
    assert str(refused.value) == "First.; Second."


def test_without_a_reason_nothing_is_declined() -> None:
    objections = Objections()
    objections.when(None, Invalid())
    objections.settle()
    assert objections == []


def test_what_an_id_leads_to_is_there_or_not_found_at_its_place() -> None:
    person = a_person()
    assert need(person, "person_id") is person
    with pytest.raises(Refused) as refused:
        need(None, "person_id")
    (reason,) = refused.value.reasons
    assert (reason.code(), reason.path) == ("NOT_FOUND", ["person_id"])


@pytest.mark.parametrize(
    ("expected", "declined"), [(None, False), (3, False), (2, True), (0, True)]
)
def test_only_another_version_than_expected_is_declined(
    expected: int | None, declined: bool
) -> None:
    standing = a_standing(expected_version=expected)
    if not declined:
        standing.expect(3)
        return
    with pytest.raises(Refused) as refused:
        standing.expect(3)
    (reason,) = refused.value.reasons
    assert isinstance(reason, ChangedMeanwhile)
    assert (reason.current_version, reason.path) == (3, ["command", "expected_version"])
