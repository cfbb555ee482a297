"""Reviews of sprints and milestones, the charter of the programme, and decisions about work."""

from dataclasses import replace
from typing import Any

import pytest

from server.okr import events
from server.okr.review_decisions import DecisionInput
from server.okr.reviews import ASKED, AnswerInput, RecordReview, record_review
from server.okr.standing import Standing
from server.okr.terms import Course, Question, ReviewKind, WorkKind, WorkState
from tests.okr.standings import (
    CYCLE,
    ME,
    OBJECTIVE,
    SOMEBODY,
    a_cycle,
    a_person,
    a_planner,
    a_standing,
    a_stranger,
    an_id,
    reasons,
    refused,
    the_fact,
)
from tests.okr.test_work import ITEM, an_item

OUTCOME = [AnswerInput(question=Question.OUTCOME, text="Nine stories.")]
SPRINT = RecordReview(kind=ReviewKind.SPRINT, work_item_id=ITEM, answers=OUTCOME)
MILESTONE = RecordReview(kind=ReviewKind.MILESTONE, work_item_id=ITEM, on_pace=True)
EIGHT = [AnswerInput(question=each, text="So.") for each in ASKED[ReviewKind.CHARTER]]
CHARTER = RecordReview(kind=ReviewKind.CHARTER, cycle_id=CYCLE, answers=EIGHT)
ADJUST = DecisionInput(decision=Course.ADJUST, reason="So.", work_item_id=ITEM)


def there(kind: WorkKind, **known: Any) -> Standing:
    item = an_item(kind=kind, owner_person_id=ME, objective_id=OBJECTIVE)
    what: dict[str, Any] = {"actor": a_stranger(), "work_item": item, "work_items": [item]}
    return a_standing(**(what | known))


def test_who_works_on_a_sprint_records_what_came_of_it() -> None:
    fact = the_fact(record_review, there(WorkKind.SPRINT), SPRINT)
    assert isinstance(fact, events.ReviewRecorded)
    assert (fact.work_item_id, fact.of_objective_id) == (ITEM, OBJECTIVE)
    others = there(WorkKind.SPRINT, work_item=an_item(kind=WorkKind.SPRINT))
    assert refused(record_review, others, SPRINT) == {"NOT_ALLOWED"}
    silent = replace(SPRINT, answers=[])
    assert refused(record_review, there(WorkKind.SPRINT), silent) == {"INVALID answers"}
    assert refused(record_review, there(WorkKind.TASK), SPRINT) == {"INVALID work_item_id"}
    paced = replace(SPRINT, on_pace=True)
    assert refused(record_review, there(WorkKind.SPRINT), paced) == {"INVALID on_pace"}


def test_a_milestone_review_says_whether_it_is_on_pace_and_looks_at_sprints() -> None:
    milestone = there(WorkKind.MILESTONE)
    assert reasons(record_review, milestone, MILESTONE) == []
    silent = replace(MILESTONE, on_pace=None)
    assert refused(record_review, milestone, silent) == {"INVALID on_pace"}
    odd = replace(MILESTONE, sprint_ids=[ITEM])
    assert refused(record_review, milestone, odd) == {"NOT_FOUND sprint_ids.0"}
    sprint = an_item(id=an_id("sprint"), kind=WorkKind.SPRINT)
    looked = replace(MILESTONE, sprint_ids=[sprint.id])
    assert reasons(record_review, replace(milestone, work_items=[sprint]), looked) == []


def test_the_charter_answers_eight_questions_about_a_cycle() -> None:
    planner = a_standing(actor=a_planner(), cycle=a_cycle())
    assert reasons(record_review, planner, CHARTER) == []
    few = replace(CHARTER, answers=EIGHT[1:])
    assert refused(record_review, planner, few) == {"INVALID answers"}
    away = replace(CHARTER, cycle_id=None, work_item_id=ITEM)
    assert "INVALID work_item_id" in refused(record_review, there(WorkKind.TASK), away)


def test_who_answered_took_part() -> None:
    by = [replace(OUTCOME[0], by_person_id=SOMEBODY)]
    sprint = there(WorkKind.SPRINT, people=[a_person(id=SOMEBODY)])
    said = replace(SPRINT, answers=by)
    assert refused(record_review, sprint, said) == {"NOT_FOUND answers.0.by_person_id"}
    assert reasons(record_review, sprint, replace(said, participant_ids=[SOMEBODY])) == []


@pytest.mark.parametrize(
    ("known", "decision", "reason"),
    [
        ({"work_items": []}, ADJUST, "NOT_FOUND decisions.0.work_item_id"),
        ({}, replace(ADJUST, objective_id=OBJECTIVE), "INVALID decisions.0.work_item_id"),
        ({"work_items": [an_item(state=WorkState.DONE)]}, ADJUST, "WRONG_STATE decisions.0"),
        ({"work_items": [an_item()]}, ADJUST, "NOT_ALLOWED decisions.0"),
    ],
)
def test_decisions_about_work_are_taken_by_who_works_on_it(
    known: dict[str, Any], decision: DecisionInput, reason: str
) -> None:
    said = replace(SPRINT, decisions=[decision])
    assert reasons(record_review, there(WorkKind.SPRINT), replace(said, decisions=[ADJUST])) == []
    assert reason in refused(record_review, there(WorkKind.SPRINT, **known), said)
