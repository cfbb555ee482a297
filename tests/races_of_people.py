"""Pairs of commands about people and teams that exclude each other."""

from decimal import Decimal
from uuid import UUID

from server.ids import new_id
from server.okr import check_ins, contributions, events, key_results, objectives, people, teams
from server.okr.terms import Permission, TeamKind, TeamRole
from tests.entries import append, entry
from tests.races import Race, race, say
from tests.samples import Organization, increase


@race
async def a_members_value_beside_their_leaving_the_team(at: Organization) -> Race:
    ann = await at.person()
    team = await at.team(ann)
    key_result = await at.key_result(await at.objective(team=team))
    report, member = check_ins.record_check_in, {"person_id": ann.person_id}
    return (
        say(at.by(ann), report, "NOT_ALLOWED", key_result_id=key_result.key_result_id),
        say(at, teams.remove_team_member, team_id=team.team_id, **member),
    )


@race
async def a_command_beside_the_loss_of_the_permission(at: Organization) -> Race:
    ann = await at.person()
    power = {"person_id": ann.person_id, "permission": Permission.ADMINISTER}
    await at.do(people.grant_permission, **power)
    return (
        say(at.by(ann), people.add_person, "NOT_ALLOWED", name="Bob"),
        say(at, people.revoke_permission, **power),
    )


@race
async def a_command_beside_the_departure_of_its_author(at: Organization) -> Race:
    ann, key_result = await at.person(), await at.key_result()
    await at.contributor(key_result, ann)
    report = check_ins.record_check_in
    return (
        say(at.by(ann), report, "NOT_ALLOWED", key_result_id=key_result.key_result_id),
        say(at, people.deactivate_person, person_id=ann.person_id),
    )


@race
async def an_assignment_beside_the_departure_of_the_person(at: Organization) -> Race:
    ann, key_result = (await at.person()).person_id, (await at.key_result()).key_result_id
    said = {"key_result_id": key_result, "person_id": ann, "target": Decimal(1)}
    return (
        say(at, contributions.assign_contributor, "WRONG_STATE", **said),
        say(at, people.deactivate_person, person_id=ann),
    )


@race
async def an_objective_beside_the_departure_of_its_owner(at: Organization) -> Race:
    ann, cycle = (await at.person()).person_id, await at.running_cycle()
    said = {"cycle_id": cycle.cycle_id, "title": "Hers", "owner_person_id": ann}
    return (
        say(at, objectives.create_objective, "WRONG_STATE", **said),
        say(at, people.deactivate_person, person_id=ann),
    )


@race
async def a_key_result_beside_the_departure_of_its_owner(at: Organization) -> Race:
    ann, objective = (await at.person()).person_id, await at.objective()
    said = {"title": "Hers", "metric": increase(0, 1), "owner_person_id": ann}
    objective_id = objective.objective_id
    return (
        say(at, key_results.add_key_result, "WRONG_STATE", objective_id=objective_id, **said),
        say(at, people.deactivate_person, person_id=ann),
    )


@race
async def the_last_two_administrators_leave(at: Organization) -> Race:
    ann = await at.person()
    await at.do(people.grant_permission, person_id=ann.person_id, permission=Permission.ADMINISTER)
    leave = people.deactivate_person
    return (
        say(at, leave, "WRONG_STATE", person_id=at.actor.id),
        say(at.by(ann), leave, "WRONG_STATE", person_id=ann.person_id),
    )


@race
async def the_same_departure_twice(at: Organization) -> Race:
    ann = await at.person()
    one = say(at, people.deactivate_person, "WRONG_STATE", person_id=ann.person_id)
    return one, one


@race
async def the_same_membership_twice(at: Organization) -> Race:
    said = {"team_id": (await at.team()).team_id, "person_id": (await at.person()).person_id}
    one = say(at, teams.add_team_member, "ALREADY_EXISTS", **said)
    return one, one


@race
async def two_roles_of_one_member(at: Organization) -> Race:
    said = {"team_id": (await at.team()).team_id, "person_id": (await at.person()).person_id}
    return (
        say(at, teams.add_team_member, role=TeamRole.MEMBER, **said),
        say(at, teams.add_team_member, role=TeamRole.MANAGER, **said),
    )


@race
async def two_teams_below_each_other(at: Organization) -> Race:
    one, other = [(await at.team()).team_id for _ in range(2)]
    return (
        say(at, teams.edit_team, "INVALID", team_id=one, parent_id=other),
        say(at, teams.edit_team, "INVALID", team_id=other, parent_id=one),
    )


@race
async def three_teams_in_a_circle(at: Organization) -> Race:
    top = await at.team()
    middle = await at.team(above=top)
    low, other = await at.team(above=middle), await at.team()
    return (
        say(at, teams.edit_team, "INVALID", team_id=top.team_id, parent_id=other.team_id),
        say(at, teams.edit_team, "INVALID", team_id=other.team_id, parent_id=low.team_id),
    )


@race
async def a_managers_command_beside_the_team_moving_away(at: Organization) -> Race:
    ann, above = await at.person(), await at.team()
    await at.member(above, ann, TeamRole.MANAGER)
    team = (await at.team(above=above)).team_id
    return (
        say(at.by(ann), teams.edit_team, "NOT_ALLOWED", team_id=team, name="Ours"),
        say(at, teams.edit_team, team_id=team, parent_id=None),
    )


@race
async def the_last_place_below_a_team(at: Organization) -> Race:
    top = (await at.team()).team_id
    so_many = teams.CHILDREN_OF_A_TEAM - 1
    await append(at, entry(at, *(team_below(top) for _ in range(so_many))))
    said = {"name": "Team", "kind": TeamKind.TEAM, "parent_id": top}
    one = say(at, teams.add_team, "LIMIT_REACHED", **said)
    return one, one


@race
async def the_last_team_of_a_person(at: Organization) -> Race:
    ann, (one, other) = (await at.person()).person_id, [await at.team() for _ in range(2)]
    for _ in range(teams.TEAMS_OF_A_PERSON - 1):
        team = team_below(None)
        member = events.TeamMemberAdded(team_id=team.team_id, person_id=ann, role=TeamRole.MEMBER)
        await append(at, entry(at, team, member))
    join = teams.add_team_member
    return (
        say(at, join, "LIMIT_REACHED", team_id=one.team_id, person_id=ann),
        say(at, join, "LIMIT_REACHED", team_id=other.team_id, person_id=ann),
    )


def team_below(parent_id: UUID | None) -> events.TeamAdded:
    return events.TeamAdded(team_id=new_id(), name="Team", kind=TeamKind.TEAM, parent_id=parent_id)


@race
async def joining_beside_a_team_that_leaves_it_to_its_managers(at: Organization) -> Race:
    ann = await at.person()
    team = await at.team(ann)
    key_result = (await at.key_result(await at.objective(team=team))).key_result_id
    part = {"key_result_id": key_result, "person_id": ann.person_id, "target": Decimal(1)}
    closed = {"team_id": team.team_id, "contributing": TeamRole.MANAGER}
    return (
        say(at.by(ann), contributions.assign_contributor, "NOT_ALLOWED", **part),
        say(at, teams.edit_team, **closed),
    )
