"""Putting reports right, taking them back, and clearing what is in the way."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from server.okr import events
from server.okr.check_ins import AnswerObstacle, answer_obstacle
from server.okr.corrections import (
    CorrectCheckIn,
    RetractCheckIn,
    correct_check_in,
    retract_check_in,
)
from server.okr.said_now import ObstacleNow
from server.okr.standing import Standing
from server.okr.terms import ObstacleKind, Status
from tests.okr.standings import (
    ANY,
    CHECK_IN,
    CYCLE,
    KEY_RESULT,
    OBJECTIVE,
    OBSTACLE,
    OWNERS,
    SOMEBODY,
    Rule,
    Words,
    a_check_in,
    a_key_result,
    a_standing,
    a_stranger,
    about,
    an_objective,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
    who_may,
)

CORRECTION = CorrectCheckIn(check_in_id=CHECK_IN, reason="Mistyped", value=Decimal(21))
RETRACTION = RetractCheckIn(check_in_id=CHECK_IN, reason="Another key result was meant")
ANSWER = AnswerObstacle(obstacle_id=OBSTACLE, answer="We have a room")
LATER: list[tuple[Rule, CorrectCheckIn | RetractCheckIn]] = [
    (correct_check_in, CORRECTION),
    (retract_check_in, RETRACTION),
]
EVERY_RULE: list[tuple[Rule, object, str]] = [
    *((rule, said, "check_in_id") for rule, said in LATER),
    (answer_obstacle, ANSWER, "obstacle_id"),
]
later = pytest.mark.parametrize(("rule", "said"), LATER)
every_rule = pytest.mark.parametrize(("rule", "said", "path"), EVERY_RULE)
OF_KEY_RESULT = {
    "KeyResultRevised",
    "KeyResultWithdrawn",
    "ContributorAssigned",
    "ContributorRemoved",
    "KeyResultBound",
}


def reported(author: UUID = SOMEBODY, **known: object) -> Standing:
    """A key result with a report and with something in the way."""
    obstacle = ObstacleNow(id=OBSTACLE, open=True)
    words: Words = {"check_in": a_check_in(author_id=author), "obstacle": obstacle}
    return saying(about(), **(words | known))


def test_a_correction_keeps_what_it_does_not_say() -> None:
    assert the_fact(correct_check_in, reported(), CORRECTION) == events.CheckInCorrected(
        check_in_id=UUID(int=1),
        key_result_id=KEY_RESULT,
        corrects_id=CHECK_IN,
        reason="Mistyped",
        value=Decimal(21),
        confidence=Decimal("0.6"),
        status=Status.AT_RISK,
        note="Slower than hoped",
    )


def test_a_correction_may_take_words_and_confidence_back() -> None:
    said = CorrectCheckIn(check_in_id=CHECK_IN, reason="Too rash", confidence=None, note=None)
    fact = the_fact(correct_check_in, reported(), said)
    assert isinstance(fact, events.CheckInCorrected)
    assert (fact.value, fact.confidence, fact.note) == (Decimal(12), None, None)


def test_to_take_a_value_back_is_to_retract() -> None:
    said = replace(CORRECTION, value=None)
    assert refused(correct_check_in, reported(), said) == {"INVALID value"}
    valueless = reported(check_in=a_check_in(value=None))
    assert reasons(correct_check_in, valueless, said) == []


def test_a_report_is_taken_back() -> None:
    assert the_fact(retract_check_in, reported(), RETRACTION) == events.CheckInRetracted(
        check_in_id=CHECK_IN, key_result_id=KEY_RESULT, reason=RETRACTION.reason
    )


@later
def test_its_author_and_those_who_report_the_whole_put_a_report_right(
    rule: Rule, said: object
) -> None:
    assert who_may(rule, said, reported()) == OWNERS | {"member", "key result's owner"}
    own = replace(reported(author=a_stranger().id), actor=a_stranger())
    assert reasons(rule, own, said) == []


@later
def test_a_closed_cycle_takes_corrections_with_a_reason(
    rule: Rule, said: CorrectCheckIn | RetractCheckIn
) -> None:
    closed = a_key_result("CLOSED", objective=an_objective("CLOSED", "CLOSED"))
    standing = reported(key_result=closed)
    assert reasons(rule, standing, said) == []
    assert refused(rule, standing, replace(said, reason=" ")) == {"REASON_IS_MISSING reason"}


@later
def test_a_report_is_put_right_once(rule: Rule, said: object) -> None:
    for known in ({"corrected": True}, {"retracted": True}):
        standing = reported(check_in=a_check_in(**known))
        assert refused(rule, standing, said) == {"WRONG_STATE check_in_id"}


@later
def test_a_later_word_rests_on_no_other_later_word(rule: Rule, said: object) -> None:
    assert rests_on(rule, reported(), said) == {
        OBJECTIVE: ANY,
        CYCLE: ANY,
        KEY_RESULT: OF_KEY_RESULT | {"CheckInCorrected", "CheckInRetracted"},
    }


def test_all_that_is_wrong_with_a_correction_is_told_at_once() -> None:
    said = CorrectCheckIn(check_in_id=CHECK_IN, reason="", value=Decimal(3), confidence=Decimal(-1))
    done = a_key_result(metric="DONE")
    corrected = a_check_in(author_id=SOMEBODY, corrected=True)
    standing = reported(actor=a_stranger(), key_result=done, check_in=corrected)
    assert refused(correct_check_in, standing, said) == {
        "NOT_ALLOWED",
        "WRONG_STATE check_in_id",
        "REASON_IS_MISSING reason",
        "INVALID value",
        "INVALID confidence",
    }


def test_milestones_are_not_corrected_to_a_value() -> None:
    standing = reported(key_result=a_key_result(metric="MILESTONES"))
    assert refused(correct_check_in, standing, CORRECTION) == {"INVALID value"}


@every_rule
def test_what_is_unknown_or_hidden_is_not_found(rule: Rule, said: object, path: str) -> None:
    assert refused(rule, a_standing(), said) == {f"NOT_FOUND {path}"}
    assert refused(rule, reported(key_result=None), said) == {f"NOT_FOUND {path}"}


@every_rule
def test_who_decided_on_an_earlier_version_is_told_the_present_one(
    rule: Rule, said: object, path: str
) -> None:
    told = stale(rule, reported(), said)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, 6)


def test_what_was_in_the_way_is_answered() -> None:
    assert the_fact(answer_obstacle, reported(), ANSWER) == events.ObstacleAnswered(
        obstacle_id=OBSTACLE, key_result_id=KEY_RESULT, answer="We have a room"
    )


def test_whoever_works_on_a_key_result_clears_its_way() -> None:
    workers = OWNERS | {"member", "contributor", "key result's owner"}
    assert who_may(answer_obstacle, ANSWER, reported()) == workers


def test_an_answer_is_said_once_in_words_and_before_the_end() -> None:
    late = a_key_result(objective=an_objective("CLOSED", "CLOSED"))
    answered = ObstacleNow(id=OBSTACLE, open=False)
    standing = replace(reported(actor=a_stranger(), key_result=late), obstacle=answered)
    assert refused(answer_obstacle, standing, replace(ANSWER, answer="\t")) == {
        "NOT_ALLOWED",
        "CYCLE_IS_CLOSED obstacle_id",
        "WRONG_STATE obstacle_id",
        "INVALID answer",
    }


def test_an_answer_rests_on_no_other_answer() -> None:
    assert rests_on(answer_obstacle, reported(), ANSWER) == {
        OBJECTIVE: ANY,
        CYCLE: ANY,
        KEY_RESULT: OF_KEY_RESULT | {"ObstacleAnswered"},
    }


def test_help_may_come_from_anybody() -> None:
    wanted = ObstacleNow(id=OBSTACLE, open=True, kind=ObstacleKind.HELP)
    helped = saying(about(a_stranger()), obstacle=wanted)
    assert reasons(answer_obstacle, helped, ANSWER) == []
