"""Who may create for whom, where an objective comes from, and what takes authority away."""

from uuid import UUID

import pytest

from server.okr import authority, events
from server.okr.now import ActorNow, Guard
from server.okr.objectives import CreateObjective, create_objective
from server.okr.standing import Standing
from server.okr.terms import Origin, Permission, TeamRole
from tests.okr.standings import (
    CYCLE,
    DEPARTMENT,
    ELSEWHERE,
    ME,
    SOMEBODY,
    TEAM,
    a_cycle,
    a_key_result,
    a_manager,
    a_manager_above,
    a_member,
    a_part,
    a_person,
    a_planner,
    a_standing,
    a_stranger,
    a_team,
    an_administrator,
    an_objective,
    refused,
    the_fact,
)

TOP_DOWN, BOTTOM_UP = Origin.TOP_DOWN, Origin.BOTTOM_UP
ADMINISTER = [Permission.ADMINISTER]
AN_INSIDE_ADMINISTRATOR = a_stranger(permissions=ADMINISTER, member_of=[TEAM])


def creation(actor: ActorNow, team: UUID | None, person: UUID | None) -> tuple[Standing, object]:
    """Somebody drafts for the team, or for a person who belongs to it."""
    owner_person = person and a_person(id=person, member_of=[TEAM])
    standing = a_standing(
        actor, cycle=a_cycle(), owner_team=team and a_team(), owner_person=owner_person
    )
    said = CreateObjective(cycle_id=CYCLE, title="Run", owner_team_id=team, owner_person_id=person)
    return standing, said


@pytest.mark.parametrize(
    ("actor", "origin"),
    [
        (a_member(), BOTTOM_UP),
        (a_manager(), BOTTOM_UP),
        (a_manager_above(), TOP_DOWN),
        (a_stranger(member_of=[DEPARTMENT, TEAM], manages=[DEPARTMENT, TEAM]), TOP_DOWN),
        (an_administrator(), TOP_DOWN),
        (AN_INSIDE_ADMINISTRATOR, BOTTOM_UP),
        (a_stranger(manages=[TEAM], permissions=[]), BOTTOM_UP),
    ],
)
def test_what_somebody_above_sets_for_a_team_is_top_down(actor: ActorNow, origin: Origin) -> None:
    fact = the_fact(create_objective, *creation(actor, TEAM, None))
    assert isinstance(fact, events.ObjectiveCreated)
    assert fact.origin is origin


@pytest.mark.parametrize(
    ("actor", "person", "origin"),
    [
        (a_stranger(), ME, BOTTOM_UP),
        (a_manager(), ME, BOTTOM_UP),
        (an_administrator(), ME, BOTTOM_UP),
        (a_manager(), SOMEBODY, TOP_DOWN),
        (a_manager_above(), SOMEBODY, TOP_DOWN),
        (an_administrator(), SOMEBODY, TOP_DOWN),
        (AN_INSIDE_ADMINISTRATOR, SOMEBODY, TOP_DOWN),
    ],
)
def test_what_somebody_above_sets_for_a_person_is_top_down(
    actor: ActorNow, person: UUID, origin: Origin
) -> None:
    fact = the_fact(create_objective, *creation(actor, None, person))
    assert isinstance(fact, events.ObjectiveCreated)
    assert fact.origin is origin


@pytest.mark.parametrize(
    ("actor", "team", "person"),
    [
        (a_stranger(), TEAM, None),
        (a_member(ELSEWHERE), TEAM, None),
        (a_manager(ELSEWHERE), TEAM, None),
        (a_member(DEPARTMENT), TEAM, None),
        (a_planner(), TEAM, None),
        (a_stranger(permissions=[Permission.READ], member_of=[TEAM]), TEAM, None),
        (a_stranger(permissions=[Permission.READ]), None, ME),
        (a_stranger(), None, SOMEBODY),
        (a_member(), None, SOMEBODY),
        (a_manager(ELSEWHERE), None, SOMEBODY),
    ],
)
def test_nobody_creates_for_those_they_neither_belong_to_nor_lead(
    actor: ActorNow, team: UUID | None, person: UUID | None
) -> None:
    assert refused(create_objective, *creation(actor, team, person)) == {"NOT_ALLOWED"}


@pytest.mark.parametrize(
    ("actor", "may"), [(a_member(), False), (a_manager(), True), (an_administrator(), True)]
)
def test_a_team_can_leave_creating_to_those_who_lead_it(actor: ActorNow, *, may: bool) -> None:
    team = a_team(creating=TeamRole.MANAGER)
    assert authority.creates(actor, team, None) is may


def test_a_team_can_leave_it_to_those_who_lead_it_who_contributes() -> None:
    key_result = a_key_result(objective=an_objective(contributing=TeamRole.MANAGER))
    assert not authority.joins(a_member(), key_result)
    assert authority.joins(a_member(), a_key_result())


def test_a_manager_of_the_owners_team_does_not_own_what_the_person_owns() -> None:
    objective = an_objective(owner_team_id=None, owner_person_id=SOMEBODY)
    assert not authority.owns(a_manager(), objective)
    assert authority.owns(an_administrator(), objective)


def test_nobody_leads_where_there_is_no_team() -> None:
    assert not authority.leads(a_manager(), None)


@pytest.mark.parametrize(
    ("actor", "may"),
    [(a_member(), False), (a_manager(), True), (an_administrator(), True), (a_stranger(), False)],
)
def test_with_a_contributor_only_those_who_answer_report_the_whole(
    actor: ActorNow, may: bool
) -> None:
    key_result = a_key_result(contributions=[a_part(SOMEBODY)])
    assert authority.reports_whole(actor, key_result) is may
    assert authority.works_on(actor, key_result) is (may or actor == a_member())


def test_a_member_reports_what_has_neither_owner_nor_contributors() -> None:
    assert authority.reports_whole(a_member(), a_key_result())
    assert not authority.reports_whole(a_member(), a_key_result(owner_person_id=SOMEBODY))
    assert not authority.reports_whole(a_member(ELSEWHERE), a_key_result())


def test_authority_rests_on_the_actors_permissions_and_teams() -> None:
    moved = (events.TeamMemberAdded, events.TeamMemberRemoved, events.TeamEdited)
    lost = (events.PersonDeactivated, events.PermissionRevoked)
    first, *teams = authority.guards(a_manager_above())
    assert first == Guard(stream=ME, kinds=lost)
    assert {each.stream for each in teams} == {DEPARTMENT, TEAM}
    assert all(each.kinds == moved for each in teams)
