"""Rules about teams and who belongs to them."""

from uuid import UUID

import pytest

from server.okr import events
from server.okr.now import ActorNow, MemberNow
from server.okr.standing import Standing
from server.okr.teams import (
    AddTeam,
    AddTeamMember,
    EditTeam,
    RemoveTeamMember,
    add_team,
    add_team_member,
    edit_team,
    remove_team_member,
)
from server.okr.terms import ABSENT, TeamKind, TeamRole
from tests.okr.standings import (
    DEPARTMENT,
    ELSEWHERE,
    SOMEBODY,
    TEAM,
    Rule,
    a_manager,
    a_manager_above,
    a_member,
    a_person,
    a_planner,
    a_standing,
    a_stranger,
    a_team,
    an_administrator,
    an_id,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
)

ADDITION = AddTeam(name="Matching", kind=TeamKind.TEAM)
ADDITION_BELOW = AddTeam(name="Matching", kind=TeamKind.TEAM, parent_id=DEPARTMENT)
EDIT = EditTeam(team_id=TEAM, name="Matchmaking")
MOVE = EditTeam(team_id=TEAM, parent_id=ELSEWHERE)
JOINING = AddTeamMember(team_id=TEAM, person_id=SOMEBODY)
LEAVING = RemoveTeamMember(team_id=TEAM, person_id=SOMEBODY)
ANYWHERE = None
MANY = [an_id(f"team {number}") for number in range(100)]
IN_A_TEAM: list[tuple[Rule, object]] = [
    (edit_team, EDIT),
    (add_team_member, JOINING),
    (remove_team_member, LEAVING),
]


def the_team(actor: ActorNow | None = None, role: TeamRole | None = None) -> Standing:
    members = [MemberNow(person_id=SOMEBODY, role=role)] if role else []
    return a_standing(actor, team=a_team(members=members), person=a_person())


def elsewhere(children: int = 0, above: tuple[UUID, ...] = ()) -> object:
    return a_team(id=ELSEWHERE, above=[ELSEWHERE, *above], children=children)


def test_an_administrator_adds_a_topmost_team() -> None:
    assert the_fact(add_team, a_standing(), ADDITION) == events.TeamAdded(
        team_id=UUID(int=1), name="Matching", kind=TeamKind.TEAM
    )


@pytest.mark.parametrize("actor", [a_stranger(), a_manager_above(), a_planner()])
def test_nobody_else_adds_a_topmost_team(actor: ActorNow) -> None:
    assert refused(add_team, a_standing(actor), ADDITION) == {"NOT_ALLOWED"}


@pytest.mark.parametrize(
    ("actor", "may"),
    [
        (a_manager_above(), True),
        (an_administrator(), True),
        (a_manager(TEAM), False),
        (a_member(DEPARTMENT), False),
    ],
)
def test_who_leads_the_team_above_adds_one_below_it(actor: ActorNow, may: bool) -> None:
    standing = a_standing(actor, parent_team=a_team(id=DEPARTMENT, above=[DEPARTMENT]))
    assert reasons(add_team, standing, ADDITION_BELOW) == ([] if may else ["NOT_ALLOWED"])


def test_all_that_is_wrong_with_a_new_team_is_told_at_once() -> None:
    standing = a_standing(a_stranger(), parent_team=a_team(id=DEPARTMENT, children=200))
    said = AddTeam(name="", kind=TeamKind.TEAM, parent_id=DEPARTMENT)
    told = refused(add_team, standing, said)
    assert told == {"NOT_ALLOWED", "INVALID name", "LIMIT_REACHED parent_id"}


def test_a_team_has_two_hundred_below_it_and_no_more() -> None:
    for children, told in ((199, []), (200, ["LIMIT_REACHED parent_id"])):
        standing = a_standing(parent_team=a_team(id=DEPARTMENT, children=children))
        assert reasons(add_team, standing, ADDITION_BELOW) == told


def test_the_team_above_is_found() -> None:
    assert refused(add_team, a_standing(), ADDITION_BELOW) == {"NOT_FOUND parent_id"}
    assert refused(edit_team, the_team(), MOVE) == {"NOT_FOUND parent_id"}


@pytest.mark.parametrize(("rule", "said"), IN_A_TEAM)
def test_an_unknown_team_is_not_found(rule: Rule, said: object) -> None:
    assert refused(rule, a_standing(), said) == {"NOT_FOUND team_id"}


@pytest.mark.parametrize(("rule", "said"), IN_A_TEAM)
def test_who_decided_on_an_earlier_version_is_told_the_present_one(
    rule: Rule, said: object
) -> None:
    assert stale(rule, the_team(), said) == ({"CHANGED_MEANWHILE command.expected_version"}, 4)


@pytest.mark.parametrize(("rule", "said"), IN_A_TEAM)
def test_managers_and_administrators_look_after_a_team(rule: Rule, said: object) -> None:
    role = TeamRole.MEMBER if rule is remove_team_member else None
    for actor in (a_manager(), a_manager_above(), an_administrator()):
        assert reasons(rule, the_team(actor, role), said) == []
    for actor in (a_stranger(), a_member(), a_manager(ELSEWHERE), a_planner()):
        assert refused(rule, the_team(actor, role), said) == {"NOT_ALLOWED"}


def test_an_edit_keeps_what_it_does_not_say() -> None:
    assert the_fact(edit_team, the_team(), EDIT) == events.TeamEdited(
        team_id=TEAM, changes={"name": "Matchmaking"}, parent_id=ABSENT
    )


def test_a_team_moves_or_becomes_topmost() -> None:
    standing = a_standing(team=a_team(), parent_team=elsewhere())
    moved = events.TeamEdited(team_id=TEAM, changes={}, parent_id=ELSEWHERE)
    assert the_fact(edit_team, standing, MOVE) == moved
    topmost = events.TeamEdited(team_id=TEAM, changes={}, parent_id=None)
    said = EditTeam(team_id=TEAM, parent_id=None)
    assert the_fact(edit_team, the_team(), said) == topmost


def test_all_that_is_wrong_with_an_edit_is_told_at_once() -> None:
    below = elsewhere(children=200, above=(TEAM,))
    standing = a_standing(a_member(), team=a_team(), parent_team=below)
    assert set(reasons(edit_team, standing, saying(MOVE, name=" ", kind=None))) == {
        "NOT_ALLOWED",
        "NOT_ALLOWED parent_id",
        "INVALID name",
        "INVALID kind",
        "INVALID parent_id",
        "LIMIT_REACHED parent_id",
    }


def test_a_team_never_stands_below_itself() -> None:
    below = elsewhere(above=(DEPARTMENT, TEAM))
    standing = a_standing(team=a_team(), parent_team=below)
    assert refused(edit_team, standing, MOVE) == {"INVALID parent_id"}
    itself = a_standing(team=a_team(), parent_team=a_team())
    said = EditTeam(team_id=TEAM, parent_id=TEAM)
    assert refused(edit_team, itself, said) == {"INVALID parent_id"}


def test_who_moves_a_team_leads_where_it_goes_too() -> None:
    standing = a_standing(a_manager(), team=a_team(), parent_team=elsewhere())
    assert refused(edit_team, standing, MOVE) == {"NOT_ALLOWED parent_id"}


def test_a_full_team_takes_no_other_but_keeps_its_own() -> None:
    standing = a_standing(team=a_team(), parent_team=elsewhere(children=200))
    assert refused(edit_team, standing, MOVE) == {"LIMIT_REACHED parent_id"}
    above = a_team(id=DEPARTMENT, above=[DEPARTMENT], children=200)
    said = EditTeam(team_id=TEAM, name="Matchmaking", parent_id=DEPARTMENT)
    assert reasons(edit_team, a_standing(team=a_team(), parent_team=above), said) == []
    deeper = a_standing(team=a_team(above=[TEAM, ELSEWHERE, DEPARTMENT]), parent_team=above)
    assert refused(edit_team, deeper, said) == {"LIMIT_REACHED parent_id"}


def test_a_move_rests_on_where_the_teams_above_stand() -> None:
    above = elsewhere(above=(DEPARTMENT,))
    moved = {"TeamEdited"}
    standing = a_standing(team=a_team(), parent_team=above)
    assert rests_on(edit_team, standing, MOVE) == {
        TEAM: moved,
        ELSEWHERE: moved,
        DEPARTMENT: moved,
        ANYWHERE: {"TeamAdded", "TeamEdited"},
    }


def test_a_person_joins_a_team_as_a_member_unless_more_is_said() -> None:
    assert the_fact(add_team_member, the_team(), JOINING) == events.TeamMemberAdded(
        team_id=TEAM, person_id=SOMEBODY, role=TeamRole.MEMBER
    )


def test_a_member_becomes_a_manager_but_no_member_again() -> None:
    standing = the_team(role=TeamRole.MEMBER)
    promotion = saying(JOINING, role=TeamRole.MANAGER)
    assert reasons(add_team_member, standing, promotion) == []
    assert refused(add_team_member, standing, JOINING) == {"ALREADY_EXISTS person_id"}


def test_all_that_is_wrong_with_a_member_is_told_at_once() -> None:
    members = [MemberNow(person_id=SOMEBODY, role=TeamRole.MEMBER)]
    gone = a_person(active=False, member_of=MANY)
    standing = a_standing(a_member(), team=a_team(members=members), person=gone)
    assert refused(add_team_member, standing, JOINING) == {
        "NOT_ALLOWED",
        "WRONG_STATE person_id",
        "ALREADY_EXISTS person_id",
        "LIMIT_REACHED person_id",
    }


def test_a_person_is_in_a_hundred_teams_at_most_and_can_change_role_in_each() -> None:
    busy = a_standing(team=a_team(), person=a_person(member_of=MANY))
    assert refused(add_team_member, busy, JOINING) == {"LIMIT_REACHED person_id"}
    inside = a_standing(team=a_team(), person=a_person(member_of=[TEAM, *MANY[1:]]))
    assert reasons(add_team_member, inside, JOINING) == []


def test_an_unknown_person_is_not_found() -> None:
    standing = a_standing(team=a_team())
    for rule, said in IN_A_TEAM[1:]:
        assert refused(rule, standing, said) == {"NOT_FOUND person_id"}


def test_a_person_leaves_a_team() -> None:
    standing = the_team(role=TeamRole.MANAGER)
    assert the_fact(remove_team_member, standing, LEAVING) == events.TeamMemberRemoved(
        team_id=TEAM, person_id=SOMEBODY
    )


def test_only_who_is_in_a_team_can_leave_it() -> None:
    told = refused(remove_team_member, the_team(a_member()), LEAVING)
    assert told == {"NOT_ALLOWED", "NOT_FOUND person_id"}


def test_membership_rests_on_who_is_in_the_team_and_that_the_person_has_not_left() -> None:
    guards = {TEAM: {"TeamMemberAdded", "TeamMemberRemoved"}, SOMEBODY: {"PersonDeactivated"}}
    joining = guards | {ANYWHERE: {"TeamMemberAdded"}}
    assert rests_on(add_team_member, the_team(), JOINING) == joining
    assert rests_on(remove_team_member, the_team(role=TeamRole.MEMBER), LEAVING) == guards


def test_adding_a_team_below_another_rests_on_how_many_are_there() -> None:
    assert rests_on(add_team, a_standing(), ADDITION) == {}
    below = a_standing(parent_team=a_team(id=DEPARTMENT))
    assert rests_on(add_team, below, ADDITION_BELOW) == {ANYWHERE: {"TeamAdded", "TeamEdited"}}
