"""Rules about careers and the objectives with which steps are taken."""

from dataclasses import replace

import pytest

from server.okr import events
from server.okr.cases import EditCase, OpenCase, edit_case, open_case
from server.okr.steps import MOST, EditStep, add_step, edit_step
from server.okr.terms import CaseKind, MentorshipState
from tests.okr.standings import (
    ME,
    OBJECTIVE,
    SOMEBODY,
    TEAM,
    a_person,
    a_team,
    an_id,
    an_objective,
    reasons,
    refused,
    saying,
    the_fact,
)
from tests.okr.test_cases import ADD, CASE, STEP, a_case, a_step, there
from tests.okr.test_mentorships import PAIR, a_mentorship

WISH = OpenCase(kind=CaseKind.CAREER, title="To lead.", mentorship_id=PAIR)
CAREER = a_case(kind=CaseKind.CAREER, owner_person_id=ME)
EDIT = saying(EditStep(step_id=STEP), text="More.")


def test_the_mentee_opens_it_and_owns_it() -> None:
    mine = a_mentorship(mentee_id=ME, mentor_id=SOMEBODY)
    fact = the_fact(open_case, there(mentorship=mine), WISH)
    assert isinstance(fact, events.CaseOpened)
    assert (fact.owner_person_id, fact.mentorship_id) == (ME, PAIR)
    assert reasons(open_case, there(), replace(WISH, mentorship_id=None)) == []
    assert refused(open_case, there(), WISH) == {"NOT_FOUND mentorship_id"}
    theirs = a_mentorship(mentee_id=SOMEBODY, mentor_id=ME)
    assert refused(open_case, there(mentorship=theirs), WISH) == {"NOT_ALLOWED"}
    over = replace(mine, state=MentorshipState.ENDED)
    assert refused(open_case, there(mentorship=over), WISH) == {"WRONG_STATE mentorship_id"}
    risk = replace(WISH, kind=CaseKind.RISK)
    assert refused(open_case, there(mentorship=mine), risk) == {"INVALID mentorship_id"}


def test_it_is_about_nothing_else_and_nobody_elses() -> None:
    alone = replace(WISH, mentorship_id=None)
    about = replace(alone, objective_id=OBJECTIVE)
    assert refused(open_case, there(), about) == {"INVALID objective_id"}
    awaited = there(of_team=a_team())
    assert refused(open_case, awaited, replace(alone, of_team_id=TEAM)) == {"INVALID of_team_id"}
    other = there(owner_person=a_person(id=SOMEBODY))
    given = replace(alone, owner_person_id=SOMEBODY)
    assert refused(open_case, other, given) == {"INVALID owner_person_id"}


def test_it_stays_what_it_is_and_whose_it_is() -> None:
    said = saying(EditCase(case_id=CASE), kind=CaseKind.RISK)
    assert refused(edit_case, there(case=CAREER), said) == {"WRONG_STATE kind"}
    said = saying(EditCase(case_id=CASE), kind=CaseKind.CAREER)
    assert refused(edit_case, there(), said) == {"WRONG_STATE kind"}
    assert reasons(edit_case, there(case=CAREER), said) == []
    known = there(case=CAREER, owner_person=a_person(id=SOMEBODY))
    said = saying(EditCase(case_id=CASE), owner_person_id=SOMEBODY)
    assert refused(edit_case, known, said) == {"WRONG_STATE owner_person_id"}


def test_a_step_is_taken_by_nobody_who_does_not_see_it() -> None:
    known = there(case=CAREER, owner_person=a_person(id=SOMEBODY))
    given = replace(ADD, owner_person_id=SOMEBODY)
    assert refused(add_step, known, given) == {"INVALID owner_person_id"}
    assert reasons(add_step, replace(known, case=a_case(owner_person_id=ME)), given) == []
    own = replace(ADD, owner_person_id=ME)
    assert reasons(add_step, there(case=CAREER, owner_person=a_person(id=ME)), own) == []


def test_a_step_names_objectives_that_its_speaker_sees() -> None:
    seen = there(objectives=[an_objective()], step=a_step())
    fact = the_fact(add_step, seen, replace(ADD, objective_ids=[OBJECTIVE, OBJECTIVE]))
    assert isinstance(fact, events.StepAdded)
    assert fact.objective_ids == [OBJECTIVE]
    hidden = replace(ADD, objective_ids=[an_id("hidden")])
    assert refused(add_step, seen, hidden) == {"NOT_FOUND objective_ids.0"}
    many = [an_id(f"{each}") for each in range(MOST + 1)]
    told = reasons(edit_step, seen, saying(EditStep(step_id=STEP), objective_ids=many))
    assert "LIMIT_REACHED objective_ids" in told
    none = the_fact(edit_step, seen, saying(EditStep(step_id=STEP), objective_ids=None))
    assert isinstance(none, events.StepEdited)
    assert none.objective_ids == []


@pytest.mark.parametrize(
    ("said", "done", "reason"),
    [
        (EditStep(step_id=STEP), False, "INVALID"),
        (saying(EDIT, text=" "), False, "INVALID text"),
        (saying(EDIT, text=None), False, "INVALID text"),
        (EDIT, True, "WRONG_STATE step_id"),
    ],
)
def test_a_step_is_stated_otherwise_until_it_is_done(
    said: EditStep, done: bool, reason: str
) -> None:
    assert reasons(edit_step, there(step=a_step()), EDIT) == []
    assert refused(edit_step, there(step=a_step(done=done)), said) == {reason}
