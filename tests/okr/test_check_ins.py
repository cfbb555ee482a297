"""Reporting where a key result stands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from server.okr import events, terms
from server.okr.check_ins import (
    RecordCheckIn,
    record_check_in,
)
from server.okr.standing import Standing
from server.okr.terms import Status
from tests.okr.standings import (
    ANY,
    CONTRIBUTION,
    CYCLE,
    KEY_RESULT,
    OBJECTIVE,
    OWNERS,
    SOMEBODY,
    TODAY,
    a_key_result,
    a_member,
    a_part,
    a_standing,
    a_stranger,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    stale,
    the_fact,
    who_may,
)

REPORT = RecordCheckIn(key_result_id=KEY_RESULT, value=Decimal(12))
NO_CHANGE = RecordCheckIn(key_result_id=KEY_RESULT)
STEP, STRIDE = an_id("step"), an_id("stride")
STEPS = a_key_result(metric="MILESTONES", milestones=[STEP, STRIDE])


def recorded(standing: Standing, said: RecordCheckIn) -> events.CheckInRecorded:
    fact = the_fact(record_check_in, standing, said)
    assert isinstance(fact, events.CheckInRecorded)
    return fact


def test_a_report_says_where_a_key_result_stands() -> None:
    said = RecordCheckIn(
        key_result_id=KEY_RESULT,
        value=Decimal(12),
        confidence=Decimal("0.6"),
        status=Status.AT_RISK,
        note="Slower than hoped",
        obstacles=["No room", "No time"],
        occurred_on=date(2026, 11, 20),
    )
    assert recorded(about(), said) == events.CheckInRecorded(
        check_in_id=UUID(int=1),
        key_result_id=KEY_RESULT,
        contribution_id=None,
        occurred_on=date(2026, 11, 20),
        value=Decimal(12),
        confidence=Decimal("0.6"),
        status=Status.AT_RISK,
        note="Slower than hoped",
        obstacles=[
            terms.Obstacle(id=UUID(int=2), text="No room"),
            terms.Obstacle(id=UUID(int=3), text="No time"),
        ],
    )


def test_a_report_without_a_value_says_that_nothing_changed() -> None:
    fact = recorded(about(), NO_CHANGE)
    assert (fact.value, fact.occurred_on) == (None, TODAY)
    assert who_may(record_check_in, NO_CHANGE) == who_may(record_check_in, REPORT)


def test_what_nobody_has_taken_on_any_member_of_the_owning_team_reports() -> None:
    reporters = OWNERS | {"member", "key result's owner", "contributor"}
    assert who_may(record_check_in, REPORT) == reporters


def test_what_somebody_has_taken_on_other_members_do_not_report() -> None:
    shared = about(key_result=a_key_result(contributions=[a_part(SOMEBODY)]))
    reporters = OWNERS | {"key result's owner", "contributor"}
    assert who_may(record_check_in, REPORT, shared) == reporters
    owned = about(key_result=a_key_result(owner_person_id=SOMEBODY))
    assert who_may(record_check_in, REPORT, owned) == reporters


def test_the_whole_is_not_reported_by_contributors() -> None:
    shared = about(key_result=a_key_result(contributions=[a_part(SOMEBODY)]))
    whole = replace(REPORT, whole=True)
    assert who_may(record_check_in, whole, shared) == OWNERS | {"key result's owner"}
    contributor = about(a_member(), key_result=a_key_result(contributions=[a_part()]))
    assert refused(record_check_in, contributor, whole) == {"NOT_ALLOWED"}


def test_a_contributor_reports_their_own_part() -> None:
    standing = about(a_stranger(), key_result=a_key_result(contributions=[a_part()]))
    assert recorded(standing, REPORT).contribution_id == CONTRIBUTION


def test_who_owns_and_contributes_says_which_of_the_two_is_reported() -> None:
    key_result = a_key_result(contributions=[a_part()])
    standing = about(key_result=key_result)
    assert recorded(standing, REPORT).contribution_id == CONTRIBUTION
    assert recorded(standing, replace(REPORT, whole=True)).contribution_id is None


@pytest.mark.parametrize("cycle", ["ACTIVE", "REVIEW"])
def test_a_report_needs_a_cycle_that_has_started_and_an_objective_that_was_agreed(
    cycle: str,
) -> None:
    assert reasons(record_check_in, about(objective=an_objective(cycle=cycle)), REPORT) == []
    for state in ("DRAFT", "CLOSED", "WITHDRAWN"):
        standing = about(objective=an_objective(state, cycle))
        assert refused(record_check_in, standing, REPORT) == {"WRONG_STATE key_result_id"}


def test_before_the_start_nothing_is_reported() -> None:
    early = about(objective=an_objective(cycle="PLANNING"))
    assert refused(record_check_in, early, REPORT) == {"WRONG_STATE key_result_id"}
    both = about(objective=an_objective("DRAFT", "PLANNING"))
    assert reasons(record_check_in, both, REPORT) == ["WRONG_STATE key_result_id"] * 2


def test_a_closed_cycle_takes_no_report() -> None:
    late = about(a_stranger(), objective=an_objective("CLOSED", "CLOSED"))
    told = refused(record_check_in, late, REPORT)
    assert told == {"CYCLE_IS_CLOSED key_result_id", "NOT_ALLOWED"}


def test_what_was_given_up_is_not_reported() -> None:
    standing = about(key_result=a_key_result("WITHDRAWN"))
    assert refused(record_check_in, standing, REPORT) == {"WRONG_STATE key_result_id"}


def test_what_is_unknown_or_hidden_is_not_found() -> None:
    assert refused(record_check_in, a_standing(), REPORT) == {"NOT_FOUND key_result_id"}


def test_who_decided_on_an_earlier_version_is_told_the_present_one() -> None:
    told = stale(record_check_in, about(), REPORT)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, 6)
    own = replace(REPORT, expected_version=5)
    assert refused(record_check_in, about(), own) == {"CHANGED_MEANWHILE expected_version"}
    assert reasons(record_check_in, about(), replace(REPORT, expected_version=6)) == []


@pytest.mark.parametrize("kind", ["INCREASE", "DECREASE", "AT_LEAST", "AT_MOST", "WITHIN"])
@pytest.mark.parametrize("value", [Decimal(0), Decimal("-7.5"), Decimal(1000)])
def test_a_measured_value_may_lie_anywhere(kind: str, value: Decimal) -> None:
    standing = about(key_result=a_key_result(metric=kind))
    assert recorded(standing, replace(REPORT, value=value)).value == value


def test_done_is_reported_as_one_or_nought() -> None:
    standing = about(key_result=a_key_result(metric="DONE"))
    for value in (None, Decimal(0), Decimal(1), Decimal("1.0")):
        assert reasons(record_check_in, standing, replace(REPORT, value=value)) == []
    for value in (Decimal("0.5"), Decimal(2), Decimal(-1)):
        told = refused(record_check_in, standing, replace(REPORT, value=value))
        assert told == {"INVALID value"}


def test_milestones_are_reported_by_their_ids() -> None:
    said = replace(NO_CHANGE, milestones_done=[STEP], milestones_undone=[STRIDE])
    fact = recorded(about(key_result=STEPS), said)
    assert (fact.milestones_done, fact.milestones_undone) == ([STEP], [STRIDE])


def test_milestones_take_no_value_no_foreign_id_and_no_contradiction() -> None:
    foreign = an_id("foreign")
    said = replace(REPORT, milestones_done=[STEP, foreign], milestones_undone=[foreign, STEP])
    assert refused(record_check_in, about(key_result=STEPS), said) == {
        "INVALID value",
        "NOT_FOUND milestones_done.1",
        "NOT_FOUND milestones_undone.0",
        "INVALID milestones_undone",
    }


def test_other_metrics_have_no_milestones() -> None:
    said = replace(NO_CHANGE, milestones_done=[STEP])
    assert refused(record_check_in, about(), said) == {"NOT_FOUND milestones_done.0"}


def test_a_day_may_lie_back_but_not_ahead() -> None:
    for day, told in {
        date(2025, 1, 1): [],
        TODAY: [],
        date(2026, 11, 23): ["INVALID occurred_on"],
    }.items():
        assert reasons(record_check_in, about(), replace(REPORT, occurred_on=day)) == told


def test_confidence_lies_between_nought_and_one() -> None:
    for confidence in (Decimal(0), Decimal("0.5"), Decimal(1)):
        said = replace(REPORT, confidence=confidence)
        assert recorded(about(), said).confidence == confidence
    for confidence in (Decimal("-0.01"), Decimal("1.01")):
        said = replace(REPORT, confidence=confidence)
        assert refused(record_check_in, about(), said) == {"INVALID confidence"}


def test_a_report_names_twenty_obstacles_at_most_and_each_in_words() -> None:
    said = replace(REPORT, obstacles=["No room"] * 20)
    assert len(recorded(about(), said).obstacles) == 20
    told = refused(record_check_in, about(), replace(REPORT, obstacles=["x", " ", *["x"] * 19]))
    assert told == {"INVALID obstacles.1", "LIMIT_REACHED obstacles"}


def test_help_and_a_correction_of_course_are_left_open_after_the_obstacles() -> None:
    said = replace(REPORT, obstacles=["No room"], help="A room", adjustment="Meet outside")
    assert [(each.kind, each.text) for each in recorded(about(), said).obstacles] == [
        (terms.ObstacleKind.OBSTACLE, "No room"),
        (terms.ObstacleKind.HELP, "A room"),
        (terms.ObstacleKind.ADJUSTMENT, "Meet outside"),
    ]
    blank = replace(REPORT, help=" ", adjustment="")
    assert refused(record_check_in, about(), blank) == {"INVALID help", "INVALID adjustment"}


def test_all_that_is_wrong_with_a_report_is_told_at_once() -> None:
    said = RecordCheckIn(
        key_result_id=KEY_RESULT,
        value=Decimal(2),
        confidence=Decimal(2),
        obstacles=[""],
        occurred_on=date(2030, 1, 1),
    )
    done = a_key_result("WITHDRAWN", metric="DONE")
    assert refused(record_check_in, about(a_stranger(), key_result=done), said) == {
        "NOT_ALLOWED",
        "WRONG_STATE key_result_id",
        "INVALID value",
        "INVALID confidence",
        "INVALID occurred_on",
        "INVALID obstacles.0",
    }


def test_a_report_rests_on_the_contributors_but_not_on_other_reports() -> None:
    assert rests_on(record_check_in, about(), REPORT) == {
        OBJECTIVE: ANY,
        CYCLE: ANY,
        KEY_RESULT: {
            "KeyResultRevised",
            "KeyResultWithdrawn",
            "ContributorAssigned",
            "ContributorRemoved",
            "KeyResultBound",
        },
    }
