"""Rules about editing objectives: words, owners, reasons, and who may see them."""

from dataclasses import replace

import pytest

from server.okr import events
from server.okr.objectives import (
    EditObjective,
    edit_objective,
)
from server.okr.terms import ABSENT, RevisionCategory, Visibility
from tests.okr.standings import (
    ELSEWHERE,
    OBJECTIVE,
    SOMEBODY,
    TEAM,
    a_person,
    a_stranger,
    a_team,
    about,
    an_objective,
    reasons,
    refused,
    saying,
    the_fact,
)

EDIT = EditObjective(objective_id=OBJECTIVE, title="Mentees stay", reason="We asked them")


def test_an_edit_keeps_what_it_does_not_say() -> None:
    assert the_fact(edit_objective, about(), EDIT) == events.ObjectiveEdited(
        objective_id=OBJECTIVE, changes={"title": "Mentees stay"}, reason="We asked them"
    )


def test_an_edit_clears_what_may_be_empty() -> None:
    said = EditObjective(
        objective_id=OBJECTIVE,
        description=None,
        accountable_person_id=None,
        reason="Nobody is left",
        category=RevisionCategory.CAPACITY_CHANGE,
    )
    assert the_fact(edit_objective, about(), said) == events.ObjectiveEdited(
        objective_id=OBJECTIVE,
        changes={"description": None},
        accountable_person_id=None,
        reason="Nobody is left",
        category=RevisionCategory.CAPACITY_CHANGE,
    )


@pytest.mark.parametrize(
    ("cycle", "reason", "missing"),
    [
        ("PLANNING", None, False),
        ("PLANNING", " ", True),
        ("ACTIVE", None, True),
        ("ACTIVE", " ", True),
    ],
)
def test_an_edit_has_a_reason_once_the_cycle_has_started_and_never_a_blank_one(
    cycle: str, missing: bool, reason: str | None
) -> None:
    standing = about(objective=an_objective("DRAFT", cycle))
    told = reasons(edit_objective, standing, replace(EDIT, reason=reason))
    assert told == (["REASON_IS_MISSING reason"] if missing else [])


def test_all_that_is_wrong_with_an_edit_is_told_at_once() -> None:
    gone = a_person(active=False)
    standing = about(a_stranger(), objective=an_objective("WITHDRAWN"), owner_person=gone)
    said = saying(EDIT, title="", ambition=None, visibility=None, owner_person_id=SOMEBODY)
    said = saying(said, owner_team_id=TEAM, reason="")
    assert refused(edit_objective, replace(standing, owner_team=a_team()), said) == {
        "NOT_ALLOWED",
        "NOT_ALLOWED owner_team_id",
        "WRONG_STATE objective_id",
        "INVALID title",
        "INVALID ambition",
        "INVALID visibility",
        "INVALID owner_team_id",
        "WRONG_STATE owner_person_id",
        "REASON_IS_MISSING reason",
    }


TO_A_PERSON, TO_A_TEAM = (None, SOMEBODY), (ELSEWHERE, None)


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ({"owner_person_id": SOMEBODY}, TO_A_PERSON),
        ({"owner_person_id": SOMEBODY, "owner_team_id": None}, TO_A_PERSON),
        ({"owner_team_id": ELSEWHERE}, TO_A_TEAM),
        ({"owner_team_id": TEAM}, (ABSENT, ABSENT)),
        ({"owner_person_id": None}, (ABSENT, ABSENT)),
        ({}, (ABSENT, ABSENT)),
    ],
)
def test_a_new_owner_takes_the_place_of_the_old_one(
    words: dict[str, object], owner: tuple[object, object]
) -> None:
    standing = about(owner_person=a_person(), owner_team=a_team(id=ELSEWHERE))
    fact = the_fact(edit_objective, standing, saying(EDIT, **words))
    assert isinstance(fact, events.ObjectiveEdited)
    assert (fact.owner_team_id, fact.owner_person_id) == owner


def test_a_team_takes_the_place_of_a_person() -> None:
    own = an_objective(owner_team_id=None, owner_person_id=SOMEBODY)
    standing = about(objective=own, owner_team=a_team())
    fact = the_fact(edit_objective, standing, replace(EDIT, owner_team_id=TEAM))
    assert isinstance(fact, events.ObjectiveEdited)
    assert (fact.owner_team_id, fact.owner_person_id) == (TEAM, None)


def test_an_owner_cannot_be_taken_away_without_another() -> None:
    said = replace(EDIT, owner_team_id=None)
    assert refused(edit_objective, about(), said) == {"INVALID owner_team_id"}


def test_what_counts_for_others_cannot_become_private() -> None:
    said = replace(EDIT, visibility=Visibility.PRIVATE)
    counting = about(objective=an_objective(rolls_up=True))
    assert refused(edit_objective, counting, said) == {"WRONG_STATE visibility"}
    assert reasons(edit_objective, about(), said) == []
    hidden = an_objective(rolls_up=True, visibility=Visibility.PRIVATE)
    assert reasons(edit_objective, about(objective=hidden), said) == []
