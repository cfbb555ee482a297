"""Rules about under what an objective is found, and what it is good for."""

from dataclasses import replace

from server.okr.events import ObjectiveEdited
from server.okr.objectives import CreateObjective, EditObjective, create_objective, edit_objective
from server.okr.terms import Intent
from tests.okr.standings import (
    CYCLE,
    ME,
    OBJECTIVE,
    TEAM,
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
    saying,
    the_fact,
)

GROWTH = CreateObjective(
    cycle_id=CYCLE, title="I speak in public", owner_person_id=ME, intent=Intent.PERSONAL_GROWTH
)
BARE = EditObjective(objective_id=OBJECTIVE, reason="So")
EDIT = saying(BARE, intent=Intent.PERSONAL_GROWTH)
OWN = an_objective(owner_team_id=None, owner_person_id=ME)
HERE = a_standing(a_stranger(), cycle=a_cycle(), owner_person=a_person(id=ME))


def test_only_people_grow() -> None:
    team = replace(HERE, actor=a_member(), owner_person=None, owner_team=a_team())
    said = saying(GROWTH, owner_person_id=None, owner_team_id=TEAM)

    assert reasons(create_objective, HERE, GROWTH) == []
    assert refused(create_objective, team, said) == {"INVALID intent"}
    assert refused(edit_objective, about(), EDIT) == {"INVALID intent"}
    assert the_fact(edit_objective, about(a_stranger(), objective=OWN), EDIT) == ObjectiveEdited(
        objective_id=OBJECTIVE, changes={"intent": Intent.PERSONAL_GROWTH}, reason="So"
    )


def test_what_a_person_grows_by_is_not_handed_to_a_team() -> None:
    mine = replace(OWN, intent=Intent.PERSONAL_GROWTH)
    standing = about(a_member(), objective=mine, owner_team=a_team())
    handed = EditObjective(objective_id=OBJECTIVE, reason="So", owner_team_id=TEAM)

    assert refused(edit_objective, standing, handed) == {"INVALID intent"}
    assert reasons(edit_objective, standing, saying(handed, intent=Intent.BUSINESS)) == []


def test_a_discipline_and_a_source_are_not_blank_and_an_intent_is_there() -> None:
    assert refused(create_objective, HERE, saying(GROWTH, discipline=" ", source="")) == {
        "INVALID discipline",
        "INVALID source",
    }
    assert refused(edit_objective, about(), saying(EDIT, intent=None)) == {"INVALID intent"}
