"""Rules about what was taken for something else."""

from dataclasses import replace
from datetime import date

from server.okr import events
from server.okr.conversions import (
    ConvertInitiativeToKeyResult,
    ConvertKeyResultToInitiative,
    convert_initiative_to_key_result,
    convert_key_result_to_initiative,
)
from server.okr.metrics import MetricInput
from server.okr.standing import Standing
from server.okr.terms import InitiativeSort, MetricKind, WorkKind, WorkState
from tests.okr.standings import (
    DRAFTERS,
    KEY_RESULT,
    ME,
    OBJECTIVE,
    a_key_result,
    a_standing,
    a_stranger,
    about,
    an_id,
    an_objective,
    refused,
    rests_on,
    saying,
    stale,
    who_may,
)
from tests.okr.test_work import ITEM, an_item

PART, OTHER = an_id("part of it"), an_id("another key result")
TO_WORK = ConvertKeyResultToInitiative(
    key_result_id=KEY_RESULT,
    sort=InitiativeSort.PROJECT,
    scope="Ten workshops",
    starts_on=date(2026, 10, 1),
    ends_on=date(2026, 11, 30),
    reason="It is something that we do.",
)
TO_MEASURE = ConvertInitiativeToKeyResult(
    work_item_id=ITEM, metric=MetricInput(kind=MetricKind.DONE), reason="That is what counts."
)


def initiative(**known: object) -> Standing:
    stated = {"kind": WorkKind.INITIATIVE, "objective": an_objective(), "objective_id": OBJECTIVE}
    return a_standing(work_item=an_item(**(stated | known)))


def test_a_key_result_is_given_up_with_its_parts_and_undertaken() -> None:
    standing = about(key_result=a_key_result(title="Hold workshops", parts=[PART]))
    fact, *given_up = convert_key_result_to_initiative(standing, TO_WORK).facts
    assert isinstance(fact, events.WorkItemAdded)
    assert (fact.title, fact.objective_id, fact.owner_person_id) == (
        "Hold workshops",
        OBJECTIVE,
        ME,
    )
    assert fact.from_key_result_id == KEY_RESULT
    assert given_up == [
        events.KeyResultWithdrawn(key_result_id=each, reason=TO_WORK.reason)
        for each in (KEY_RESULT, PART)
    ]
    assert {OBJECTIVE, KEY_RESULT} < rests_on(
        convert_key_result_to_initiative, standing, TO_WORK
    ).keys()


def test_who_steers_a_key_result_says_that_it_is_none() -> None:
    standing = about(key_result=a_key_result(title="Hold workshops"))
    may = DRAFTERS | {"key result's owner"}
    assert who_may(convert_key_result_to_initiative, TO_WORK, standing) == may
    assert stale(convert_key_result_to_initiative, standing, TO_WORK)[1] == 6


def test_every_reason_is_told_at_once() -> None:
    standing = about(a_stranger(), key_result=a_key_result(title="Hold workshops"))
    said = saying(TO_WORK, scope=" ", reason=" ")
    assert refused(convert_key_result_to_initiative, standing, said) == {
        "INVALID scope",
        "NOT_ALLOWED",
        "REASON_IS_MISSING reason",
    }


def test_it_moves_another_key_result_that_goes_on() -> None:
    standing = about(key_result=a_key_result(title="Hold workshops"))
    said = saying(TO_WORK, to_key_result_id=OTHER)
    moved = a_key_result(id=OTHER)
    fact, _ = convert_key_result_to_initiative(replace(standing, to_key_result=moved), said).facts
    assert isinstance(fact, events.WorkItemAdded)
    assert fact.key_result_id == OTHER
    for each, reason in (
        (a_key_result(), "INVALID"),
        (a_key_result(id=OTHER, objective=an_objective(id=OTHER)), "INVALID"),
        (a_key_result("WITHDRAWN", id=OTHER), "WRONG_STATE"),
    ):
        tried = replace(standing, to_key_result=each)
        assert refused(convert_key_result_to_initiative, tried, said) == {
            f"{reason} to_key_result_id"
        }


def test_an_initiative_is_dropped_and_measured() -> None:
    fact, dropped = convert_initiative_to_key_result(initiative(), TO_MEASURE).facts
    assert isinstance(fact, events.KeyResultAdded)
    assert (fact.objective_id, fact.title, fact.from_work_item_id) == (OBJECTIVE, "Call", ITEM)
    assert isinstance(dropped, events.WorkReported)
    assert (dropped.state, dropped.note) == (WorkState.DROPPED, TO_MEASURE.reason)


def test_only_an_initiative_for_what_goes_on_becomes_a_key_result() -> None:
    for item in (
        initiative(kind=WorkKind.TASK),
        initiative(state=WorkState.DONE),
        initiative(objective=None),
        initiative(objective=an_objective("CLOSED")),
    ):
        assert refused(convert_initiative_to_key_result, item, TO_MEASURE) == {
            "WRONG_STATE work_item_id"
        }
    stranger = replace(initiative(), actor=a_stranger())
    assert refused(convert_initiative_to_key_result, stranger, TO_MEASURE) == {"NOT_ALLOWED"}
    unreasoned = saying(TO_MEASURE, reason=" ")
    assert refused(convert_initiative_to_key_result, initiative(), unreasoned) == {
        "REASON_IS_MISSING reason"
    }
    assert stale(convert_initiative_to_key_result, initiative(), TO_MEASURE)[1] == 4
