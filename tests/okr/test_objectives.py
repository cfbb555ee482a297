"""Rules about objectives: drafting, activating, editing, closing, withdrawing."""

from dataclasses import replace
from uuid import UUID

import pytest

from server.okr import events
from server.okr.objectives import (
    ActivateObjective,
    CloseObjective,
    CreateObjective,
    EditObjective,
    WithdrawObjective,
    activate_objective,
    close_objective,
    create_objective,
    edit_objective,
    withdraw_objective,
)
from server.okr.terms import Ambition, Origin, Visibility
from tests.okr.standings import (
    ALIGNMENTS,
    ANY,
    CYCLE,
    DRAFTERS,
    ME,
    OBJECTIVE,
    ORGANIZATION,
    OWNERS,
    SOMEBODY,
    TEAM,
    Rule,
    a_cycle,
    a_member,
    a_person,
    a_standing,
    a_stranger,
    a_team,
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

CREATION = CreateObjective(cycle_id=CYCLE, title="Mentees feel at home", owner_team_id=TEAM)
EDIT = EditObjective(objective_id=OBJECTIVE, title="Mentees stay", reason="We asked them")
ACTIVATION = ActivateObjective(objective_id=OBJECTIVE)
CLOSING = CloseObjective(objective_id=OBJECTIVE)
WITHDRAWAL = WithdrawObjective(objective_id=OBJECTIVE, reason="The grant was not given")
MOVES: list[tuple[Rule, object, set[str]]] = [
    (activate_objective, ACTIVATION, {"DRAFT"}),
    (edit_objective, EDIT, {"DRAFT", "ACTIVE"}),
    (close_objective, CLOSING, {"ACTIVE"}),
    (withdraw_objective, WITHDRAWAL, {"DRAFT", "ACTIVE"}),
]
AGREED = {ORGANIZATION: {"PolicyChanged"}}
GROUNDS = {OBJECTIVE: ANY, CYCLE: ANY}


def test_a_member_drafts_an_objective_for_their_team() -> None:
    standing = a_standing(a_member(), cycle=a_cycle("PLANNING"), owner_team=a_team())
    said = replace(CREATION, ambition=Ambition.COMMITTED, visibility=Visibility.PRIVATE)
    assert the_fact(create_objective, standing, said) == events.ObjectiveCreated(
        objective_id=UUID(int=1),
        title="Mentees feel at home",
        ambition=Ambition.COMMITTED,
        visibility=Visibility.PRIVATE,
        cycle_id=CYCLE,
        owner_team_id=TEAM,
        owner_person_id=None,
        accountable_person_id=None,
        origin=Origin.BOTTOM_UP,
    )


@pytest.mark.parametrize("state", ["PLANNING", "ACTIVE", "REVIEW"])
def test_objectives_are_drafted_until_the_cycle_is_closed(state: str) -> None:
    standing = a_standing(a_member(), cycle=a_cycle(state), owner_team=a_team())
    assert reasons(create_objective, standing, CREATION) == []


def test_all_that_is_wrong_with_a_draft_is_told_at_once() -> None:
    gone = a_person(active=False)
    standing = a_standing(
        a_stranger(), cycle=a_cycle("CLOSED"), owner_team=a_team(), accountable_person=gone
    )
    said = replace(CREATION, title=" ", accountable_person_id=SOMEBODY)
    assert refused(create_objective, standing, said) == {
        "NOT_ALLOWED",
        "INVALID title",
        "CYCLE_IS_CLOSED cycle_id",
        "WRONG_STATE accountable_person_id",
    }


def test_an_objective_has_one_owner() -> None:
    known = a_standing(cycle=a_cycle(), owner_team=a_team(), owner_person=a_person())
    both = replace(CREATION, owner_person_id=SOMEBODY)
    neither = replace(CREATION, owner_team_id=None)
    assert refused(create_objective, known, both) == {"INVALID owner_team_id"}
    nobody = a_standing(a_stranger(), cycle=a_cycle())
    assert refused(create_objective, nobody, neither) == {"INVALID owner_team_id"}


@pytest.mark.parametrize("name", ["owner_team_id", "owner_person_id", "accountable_person_id"])
def test_whoever_is_named_is_found(name: str) -> None:
    said = saying(replace(CREATION, owner_team_id=None), **{name: SOMEBODY})
    told = refused(create_objective, a_standing(cycle=a_cycle()), said)
    assert told == {f"NOT_FOUND {name}"}
    edited = saying(EDIT, **{name: SOMEBODY})
    assert refused(edit_objective, about(), edited) == {f"NOT_FOUND {name}"}


def test_an_unknown_cycle_is_not_found() -> None:
    assert refused(create_objective, a_standing(), CREATION) == {"NOT_FOUND cycle_id"}


def test_a_draft_rests_on_its_cycle_and_that_those_it_names_have_not_left() -> None:
    standing = a_standing(
        cycle=a_cycle(), owner_person=a_person(), accountable_person=a_person(id=ME)
    )
    said = CreateObjective(
        cycle_id=CYCLE, title="Run", owner_person_id=SOMEBODY, accountable_person_id=ME
    )
    left = {"PersonDeactivated"}
    grounds = {CYCLE: ANY, SOMEBODY: left, ME: left} | AGREED
    assert rests_on(create_objective, standing, said) == grounds


@pytest.mark.parametrize(("rule", "said", "before"), MOVES)
def test_whoever_owns_an_objective_moves_it_on(rule: Rule, said: object, before: set[str]) -> None:
    standing = about(objective=an_objective(min(before)))
    assert who_may(rule, said, standing) == OWNERS


def test_its_author_edits_an_objective_while_it_is_a_draft() -> None:
    assert who_may(edit_objective, EDIT, about(objective=an_objective("DRAFT"))) == DRAFTERS


@pytest.mark.parametrize(("rule", "said", "before"), MOVES)
def test_an_objective_moves_on_in_turn(rule: Rule, said: object, before: set[str]) -> None:
    for state in ("DRAFT", "ACTIVE", "CLOSED", "WITHDRAWN"):
        told = [] if state in before else ["WRONG_STATE objective_id"]
        assert reasons(rule, about(objective=an_objective(state)), said) == told


@pytest.mark.parametrize(("rule", "said", "before"), MOVES)
def test_the_cycle_may_be_planned_running_or_in_review_but_not_closed(
    rule: Rule, said: object, before: set[str]
) -> None:
    for cycle in ("PLANNING", "ACTIVE", "REVIEW"):
        assert reasons(rule, about(objective=an_objective(min(before), cycle)), said) == []
    closed = about(a_stranger(), objective=an_objective("CLOSED", "CLOSED"))
    assert refused(rule, closed, said) == {"NOT_ALLOWED", "CYCLE_IS_CLOSED objective_id"}


@pytest.mark.parametrize(("rule", "said", "before"), MOVES)
def test_an_objective_that_is_unknown_or_hidden_is_not_found(
    rule: Rule, said: object, before: set[str]
) -> None:
    assert refused(rule, a_standing(), said) == {"NOT_FOUND objective_id"}


@pytest.mark.parametrize(("rule", "said", "before"), MOVES)
def test_who_decided_on_an_earlier_version_is_told_the_present_one(
    rule: Rule, said: object, before: set[str]
) -> None:
    assert stale(rule, about(), said) == ({"CHANGED_MEANWHILE command.expected_version"}, 5)


@pytest.mark.parametrize(("rule", "said", "before"), MOVES)
def test_a_move_rests_on_the_objective_and_its_cycle(
    rule: Rule, said: object, before: set[str]
) -> None:
    also = {edit_objective: {ALIGNMENTS: ANY}, activate_objective: AGREED}.get(rule, {})
    assert rests_on(rule, about(objective=an_objective(min(before))), said) == GROUNDS | also


def test_the_facts_say_what_became_of_an_objective() -> None:
    draft, active = about(objective=an_objective("DRAFT")), about()
    activated = events.ObjectiveActivated(objective_id=OBJECTIVE)
    assert the_fact(activate_objective, draft, ACTIVATION) == activated
    closed = events.ObjectiveClosed(objective_id=OBJECTIVE)
    assert the_fact(close_objective, active, CLOSING) == closed
    withdrawn = events.ObjectiveWithdrawn(objective_id=OBJECTIVE, reason=WITHDRAWAL.reason)
    assert the_fact(withdraw_objective, active, WITHDRAWAL) == withdrawn


@pytest.mark.parametrize("reason", ["", " \n"])
def test_giving_up_has_a_reason_and_all_that_is_wrong_is_told_at_once(reason: str) -> None:
    standing = about(a_stranger(), objective=an_objective("WITHDRAWN"))
    told = refused(withdraw_objective, standing, replace(WITHDRAWAL, reason=reason))
    assert told == {"NOT_ALLOWED", "WRONG_STATE objective_id", "REASON_IS_MISSING reason"}
