"""Rules about pieces of work."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events, terms
from server.okr.standing import Standing
from server.okr.terms import InitiativeSort, Tracking, WorkKind, WorkState
from server.okr.work import (
    AddWorkItem,
    EditWorkItem,
    ReportWork,
    add_work_item,
    edit_work_item,
    report_work,
)
from server.okr.work_now import WorkItemNow
from tests.okr.standings import (
    KEY_RESULT,
    ME,
    OBJECTIVE,
    SOMEBODY,
    TEAM,
    Rule,
    a_key_result,
    a_person,
    a_standing,
    a_stranger,
    a_team,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
    who_may,
)

ITEM = an_id("item")
PLAN = AddWorkItem(
    key_result_id=KEY_RESULT,
    title="Call all mentors",
    kind=WorkKind.INITIATIVE,
    sort=InitiativeSort.CAMPAIGN,
    scope="All mentors of last year",
    starts_on=date(2026, 10, 1),
    ends_on=date(2026, 11, 30),
)
TASK = AddWorkItem(title="Call", kind=WorkKind.TASK)
CHANGE = saying(EditWorkItem(work_item_id=ITEM), title="Write to all mentors")
REPORT = ReportWork(work_item_id=ITEM, state=WorkState.UNDER_WAY)


def an_item(**known: Any) -> WorkItemNow:
    item: dict[str, Any] = {
        "id": ITEM,
        "version": 4,
        "title": "Call",
        "kind": WorkKind.TASK,
        "state": WorkState.PLANNED,
        "owner_person_id": SOMEBODY,
        "owner_team_id": None,
        "criteria_met": False,
    }
    return WorkItemNow(**(item | known))


def allowed(rule: Rule, standing: Standing, said: object) -> bool:
    return reasons(rule, standing, said) == []


def standing(**known: Any) -> Standing:
    return a_standing(work_item=an_item(**known))


def test_an_initiative_is_planned_by_who_will_do_it() -> None:
    fact = the_fact(add_work_item, about(), PLAN)

    assert isinstance(fact, events.WorkItemAdded)
    assert (fact.objective_id, fact.key_result_id, fact.owner_person_id) == (
        OBJECTIVE,
        KEY_RESULT,
        ME,
    )
    assert {OBJECTIVE} < rests_on(add_work_item, about(), PLAN).keys()


def test_who_works_on_the_key_result_plans_what_is_undertaken_for_it() -> None:
    assert who_may(add_work_item, PLAN) == {
        "member",
        "manager",
        "manager above",
        "administrator",
        "owner",
        "accountable",
        "author",
        "key result's owner",
        "contributor",
    }


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"scope": None}, "scope"),
        ({"starts_on": None}, "starts_on"),
        ({"ends_on": None}, "ends_on"),
        ({"sort": None}, "sort"),
        ({"kind": WorkKind.TASK}, "sort"),
        ({"ends_on": date(2026, 9, 30)}, "ends_on"),
        ({"effort": Decimal(-1)}, "effort"),
        ({"title": " "}, "title"),
        ({"criteria": " "}, "criteria"),
        ({"objective_id": OBJECTIVE}, "objective_id"),
    ],
)
def test_what_has_no_bounds_is_no_initiative(said: dict[str, Any], place: str) -> None:
    assert refused(add_work_item, about(), saying(PLAN, **said)) == {f"INVALID {place}"}


def test_it_is_for_what_goes_on() -> None:
    closed = about(objective=an_objective(cycle="CLOSED"))
    over = about(objective=an_objective("WITHDRAWN"))
    gone = about(key_result=a_key_result("WITHDRAWN"))
    assert refused(add_work_item, closed, PLAN) == {"CYCLE_IS_CLOSED key_result_id"}
    for each in (over, gone):
        assert refused(add_work_item, each, PLAN) == {"WRONG_STATE key_result_id"}
    within = a_standing(within=an_item(state=WorkState.DONE))
    assert refused(add_work_item, within, saying(TASK, within_id=ITEM)) == {"WRONG_STATE within_id"}


def test_work_for_nothing_is_planned_by_who_does_it() -> None:
    me = a_standing(a_stranger(), owner_person=a_person(), owner_team=a_team())
    assert allowed(add_work_item, me, TASK)
    for whose in ({"owner_person_id": SOMEBODY}, {"owner_team_id": TEAM}):
        assert refused(add_work_item, me, saying(TASK, **whose)) == {"NOT_ALLOWED"}
    gone = replace(me, owner_person=a_person(active=False))
    assert "WRONG_STATE owner_person_id" in refused(
        add_work_item, gone, saying(TASK, owner_person_id=SOMEBODY)
    )
    both = saying(TASK, owner_person_id=SOMEBODY, owner_team_id=TEAM)
    assert "INVALID owner_person_id" in refused(add_work_item, me, both)


def test_it_is_stated_otherwise_and_given_to_others() -> None:
    fact = the_fact(edit_work_item, standing(), CHANGE)
    assert isinstance(fact, events.WorkItemEdited)
    assert fact.changes == {"title": "Write to all mentors"}
    team = replace(standing(), owner_team=a_team())
    assert refused(edit_work_item, team, saying(CHANGE, owner_team_id=TEAM)) == {
        "INVALID owner_team_id"
    }
    given = saying(CHANGE, owner_team_id=TEAM, owner_person_id=None)
    assert allowed(edit_work_item, team, given)
    assert refused(edit_work_item, standing(), saying(CHANGE, owner_person_id=None)) == {
        "INVALID owner_person_id"
    }
    assert refused(edit_work_item, standing(), EditWorkItem(work_item_id=ITEM)) == {"INVALID"}
    assert refused(edit_work_item, standing(state=WorkState.DONE), CHANGE) == {
        "WRONG_STATE work_item_id"
    }
    assert refused(edit_work_item, standing(), saying(CHANGE, kind=None)) == {"INVALID kind"}


@pytest.mark.parametrize(("rule", "said"), [(edit_work_item, CHANGE), (report_work, REPORT)])
def test_who_does_it_and_who_works_on_its_end_says_how_it_is(rule: Any, said: Any) -> None:
    stranger = replace(standing(), actor=a_stranger())
    assert refused(rule, stranger, said) == {"NOT_ALLOWED"}
    assert allowed(rule, replace(stranger, work_item=an_item(owner_person_id=ME)), said)
    assert allowed(
        rule, replace(stranger, work_item=an_item(objective=an_objective(creator_id=ME))), said
    )
    assert refused(rule, replace(standing(), work_item=None), said) == {"NOT_FOUND work_item_id"}
    assert stale(rule, standing(), said) == ({"CHANGED_MEANWHILE command.expected_version"}, 4)
    assert rests_on(rule, standing(), said).keys() == {ITEM}


def test_it_is_done_once_its_criteria_are_met() -> None:
    done = saying(REPORT, state=WorkState.DONE)
    strict = standing(criteria="All were called.")
    assert allowed(report_work, standing(), done)
    assert refused(report_work, strict, done) == {"INVALID criteria_met"}
    assert allowed(report_work, strict, saying(done, criteria_met=True))
    assert allowed(report_work, standing(criteria="All.", criteria_met=True), done)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"state": None}, "state"),
        ({"done": Decimal(2)}, "done"),
        ({"spent": Decimal(-1)}, "spent"),
        ({"criteria_met": True}, "criteria_met"),
        ({"note": " "}, "note"),
    ],
)
def test_what_cannot_be_is_not_taken(said: dict[str, Any], place: str) -> None:
    assert refused(report_work, standing(), saying(REPORT, **said)) == {f"INVALID {place}"}
    steps = standing(tracking=Tracking.MILESTONES)
    assert refused(report_work, steps, saying(REPORT, done=Decimal("0.5"))) == {"INVALID done"}


def test_the_end_of_the_whole_is_that_of_its_parts() -> None:
    whole = an_item(kind=WorkKind.STORY, objective=an_objective(), key_result=a_key_result())
    fact = the_fact(add_work_item, a_standing(within=whole), saying(TASK, within_id=ITEM))
    assert isinstance(fact, events.WorkItemAdded)
    assert (fact.objective_id, fact.key_result_id, fact.within_id) == (OBJECTIVE, KEY_RESULT, ITEM)
    assert terms.WorkKind.TASK is fact.kind
