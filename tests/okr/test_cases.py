"""Rules about cases, meetings and their steps."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from server.okr import events
from server.okr.cases import CloseCase, EditCase, OpenCase, close_case, edit_case, open_case
from server.okr.cases_now import CaseNow, MeetingNow, StepNow
from server.okr.meetings import (
    EditMeeting,
    HoldMeeting,
    PlanMeeting,
    SkipMeeting,
    edit_meeting,
    hold_meeting,
    plan_meeting,
    skip_meeting,
)
from server.okr.standing import Standing
from server.okr.steps import AddStep, CompleteStep, add_step, complete_step
from server.okr.terms import CaseKind, CaseState, MeetingKind, MeetingState
from tests.okr.standings import (
    ME,
    OBJECTIVE,
    SOMEBODY,
    TEAM,
    Rule,
    a_person,
    a_standing,
    a_stranger,
    an_id,
    an_objective,
    reasons,
    refused,
    saying,
    the_fact,
    who_may,
)

CASE, MEETING, STEP = an_id("case"), an_id("meeting"), an_id("step")
OPEN = OpenCase(kind=CaseKind.RISK, title="It may rain.", objective_id=OBJECTIVE)
CLOSE = CloseCase(case_id=CASE, state=CaseState.SOLVED, outcome="It did not.")
CHANGE = saying(EditCase(case_id=CASE), title="It rains.")
DAY = date(2026, 11, 20)
PLAN = PlanMeeting(kind=MeetingKind.REVIEW, planned_on=DAY, objective_id=OBJECTIVE)
MOVE = saying(EditMeeting(meeting_id=MEETING), planned_on=DAY)
HOLD = HoldMeeting(meeting_id=MEETING)
SKIP = SkipMeeting(meeting_id=MEETING, reason="A holiday.")
ADD = AddStep(case_id=CASE, text="Buy a tent.")
DONE = CompleteStep(step_id=STEP)
LEFT = a_person(id=SOMEBODY, active=False)


def a_case(**known: Any) -> CaseNow:
    case: dict[str, Any] = {
        "id": CASE,
        "version": 3,
        "kind": CaseKind.RISK,
        "title": "It may rain.",
        "state": CaseState.OPEN,
        "owner_person_id": SOMEBODY,
        "author_id": SOMEBODY,
    }
    return CaseNow(**(case | known))


def a_meeting(**known: Any) -> MeetingNow:
    meeting: dict[str, Any] = {
        "id": MEETING,
        "version": 3,
        "kind": MeetingKind.REVIEW,
        "state": MeetingState.PLANNED,
        "planned_on": DAY,
        "participant_ids": [],
        "author_id": SOMEBODY,
    }
    return MeetingNow(**(meeting | known))


def a_step(**known: Any) -> StepNow:
    step: dict[str, Any] = {"id": STEP, "version": 1, "done": False, "owner_person_id": None}
    return StepNow(**(step | known))


def there(**known: Any) -> Standing:
    what: dict[str, Any] = {
        "actor": a_stranger(),
        "case": a_case(owner_person_id=ME),
        "meeting": a_meeting(author_id=ME),
        "objective": an_objective(),
    }
    return a_standing(**(what | known))


def test_everybody_opens_cases_and_owns_them_unless_somebody_else_is_named() -> None:
    fact = the_fact(open_case, there(), OPEN)
    assert isinstance(fact, events.CaseOpened)
    assert (fact.owner_person_id, fact.objective_id) == (ME, OBJECTIVE)
    other = replace(OPEN, owner_person_id=SOMEBODY)
    assert reasons(open_case, there(owner_person=a_person(id=SOMEBODY)), other) == []
    assert refused(open_case, there(owner_person=LEFT), other) == {"WRONG_STATE owner_person_id"}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (replace(OPEN, title=" "), "INVALID title"),
        (replace(OPEN, text=" "), "INVALID text"),
        (replace(OPEN, key_result_id=an_id("hidden")), "NOT_FOUND key_result_id"),
        (replace(OPEN, of_team_id=TEAM), "NOT_FOUND of_team_id"),
    ],
)
def test_a_case_says_what_is_to_be_dealt_with(said: OpenCase, reason: str) -> None:
    assert refused(open_case, there(), said) == {reason}


@pytest.mark.parametrize(("rule", "said"), [(close_case, CLOSE), (edit_case, CHANGE)])
def test_owners_authors_and_who_works_on_it_deal_with_a_case(rule: Rule, said: object) -> None:
    assert reasons(rule, there(), said) == []
    assert reasons(rule, there(case=a_case(author_id=ME)), said) == []
    others = a_case(objective=an_objective())
    assert refused(rule, there(case=others), said) == {"NOT_ALLOWED"}
    over = a_case(owner_person_id=ME, state=CaseState.SOLVED)
    assert refused(rule, there(case=over), said) == {"WRONG_STATE case_id"}


def test_a_case_ends_with_an_outcome() -> None:
    assert refused(close_case, there(), replace(CLOSE, state=CaseState.OPEN)) == {"INVALID state"}
    assert refused(close_case, there(), replace(CLOSE, outcome=" ")) == {"INVALID outcome"}


def test_a_case_stays_whole() -> None:
    assert refused(edit_case, there(), EditCase(case_id=CASE)) == {"INVALID"}
    for name in ("kind", "title", "owner_person_id"):
        said = saying(EditCase(case_id=CASE), **{name: None})
        assert refused(edit_case, there(), said) == {f"INVALID {name}"}


def test_who_works_for_an_objective_plans_its_meetings() -> None:
    assert {"owner", "accountable", "author", "member", "administrator"} <= who_may(
        plan_meeting, PLAN
    )
    assert refused(plan_meeting, there(), PLAN) == {"NOT_ALLOWED"}
    assert reasons(plan_meeting, there(objective=None), replace(PLAN, objective_id=None)) == []


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"kind": MeetingKind.OTHER}, "INVALID title"),
        ({"topics": " "}, "INVALID topics"),
        ({"starts_at": "24:00"}, "INVALID starts_at"),
        ({"time_zone": "?"}, "INVALID time_zone"),
        ({"join_at": "ftp://a"}, "INVALID join_at"),
        ({"participant_ids": [SOMEBODY]}, "NOT_FOUND participant_ids.0"),
        ({"participant_ids": [SOMEBODY] * 101}, "LIMIT_REACHED participant_ids"),
    ],
)
def test_a_meeting_says_where_and_when_and_what_for(known: dict[str, Any], reason: str) -> None:
    said = replace(PLAN, objective_id=None, **known)
    people = [a_person(id=SOMEBODY)] if reason.startswith("LIMIT") else []
    assert refused(plan_meeting, there(objective=None, people=people), said) == {reason}


@pytest.mark.parametrize(
    ("rule", "said"), [(edit_meeting, MOVE), (hold_meeting, HOLD), (skip_meeting, SKIP)]
)
def test_what_was_planned_is_held_or_skipped_once(rule: Rule, said: object) -> None:
    assert reasons(rule, there(), said) == []
    others = a_meeting(objective=an_objective())
    assert refused(rule, there(meeting=others), said) == {"NOT_ALLOWED"}
    over = a_meeting(author_id=ME, state=MeetingState.HELD)
    assert refused(rule, there(meeting=over), said) == {"WRONG_STATE meeting_id"}


def test_a_meeting_is_held_by_today_and_skipped_for_a_reason() -> None:
    fact = the_fact(hold_meeting, there(), HOLD)
    assert isinstance(fact, events.MeetingHeld)
    assert fact.held_on == DAY
    late = replace(HOLD, held_on=date(2999, 1, 1))
    assert refused(hold_meeting, there(), late) == {"INVALID held_on"}
    assert refused(hold_meeting, there(), replace(HOLD, note=" ")) == {"INVALID note"}
    assert refused(skip_meeting, there(), replace(SKIP, reason=" ")) == {"REASON_IS_MISSING reason"}


def test_a_planned_meeting_stays_whole() -> None:
    assert refused(edit_meeting, there(), EditMeeting(meeting_id=MEETING)) == {"INVALID"}
    for name in ("kind", "planned_on"):
        said = saying(EditMeeting(meeting_id=MEETING), **{name: None})
        assert refused(edit_meeting, there(), said) == {f"INVALID {name}"}


def test_a_step_is_of_a_case_or_of_a_meeting() -> None:
    assert reasons(add_step, there(), ADD) == []
    on_list = replace(ADD, case_id=None, meeting_id=MEETING)
    assert reasons(add_step, there(), on_list) == []
    for said in (replace(ADD, case_id=None), replace(ADD, meeting_id=MEETING)):
        assert refused(add_step, there(), said) == {"INVALID case_id"}
    assert refused(add_step, there(), replace(ADD, text=" ")) == {"INVALID text"}
    gone = replace(ADD, owner_person_id=SOMEBODY)
    assert refused(add_step, there(owner_person=LEFT), gone) == {"WRONG_STATE owner_person_id"}


def test_a_step_is_completed_once_also_when_the_whole_is_over() -> None:
    over = a_case(owner_person_id=ME, state=CaseState.SOLVED)
    assert reasons(complete_step, there(case=over, step=a_step()), DONE) == []
    others = there(case=None, meeting=a_meeting(objective=an_objective()), step=a_step())
    assert refused(complete_step, others, DONE) == {"NOT_ALLOWED"}
    assert reasons(complete_step, replace(others, step=a_step(owner_person_id=ME)), DONE) == []
    again = there(step=a_step(done=True))
    assert refused(complete_step, again, DONE) == {"WRONG_STATE step_id"}
    late = replace(DONE, done_on=date(2999, 1, 1))
    assert refused(complete_step, there(step=a_step()), late) == {"INVALID done_on"}
