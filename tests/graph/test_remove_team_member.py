"""Letting a person leave a team through the running server."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office


def leaving(team: str, person: Client) -> dict[str, Any]:
    return {"teamId": team, "personId": str(person.person_id)}


async def test_who_left_a_team_is_no_longer_seen_in_it(office: Office) -> None:
    team = await office.team()
    bob, manager = await office.member(team), await office.member(team, "MANAGER")

    await manager.do("removeTeamMember", "team { id }", **leaving(team, bob))

    remaining = {"id": str(manager.person_id)}
    assert await office.seen("Team", team, "version members { nodes { id } } managers { id }") == {
        "version": 4,
        "members": {"nodes": [remaining]},
        "managers": [remaining],
    }
    assert await office.seen("Person", str(bob.person_id), "teams { id }") == {"teams": []}


async def test_who_left_a_team_drafts_nothing_for_it(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()
    bob = await office.member(team)
    await office.objective(cycle, active=False, by=bob, ownerTeamId=team)

    await office.admin.do("removeTeamMember", "team { id }", **leaving(team, bob))

    assert await bob.refused(
        "createObjective", "objective", cycleId=cycle, title="Objective", ownerTeamId=team
    ) == [("NOT_ALLOWED", "")]


async def test_who_left_a_team_no_longer_sees_what_is_private_to_it(office: Office) -> None:
    team = await office.team()
    bob = await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team, visibility="PRIVATE")
    assert await office.seen("Objective", objective, "title", by=bob)

    await office.admin.do("removeTeamMember", "team { id }", **leaving(team, bob))

    assert await office.seen("Objective", objective, "title", by=bob) is None


async def test_a_manager_who_left_leads_nothing_below(office: Office) -> None:
    department = await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    manager = await office.member(department, "MANAGER")
    await manager.do("editTeam", "team { id }", teamId=team, name="Ours")

    await office.admin.do("removeTeamMember", "team { id }", **leaving(department, manager))

    assert await manager.refused("editTeam", "team", teamId=team, name="Mine") == [
        ("NOT_ALLOWED", "")
    ]


async def test_only_who_is_in_a_team_can_leave_it(office: Office) -> None:
    team, elsewhere = await office.team(), await office.team()
    bob = await office.member(elsewhere)

    assert await office.admin.refused("removeTeamMember", "team", **leaving(team, bob)) == [
        ("NOT_FOUND", "input.personId")
    ]


async def test_a_member_lets_nobody_leave(office: Office) -> None:
    team = await office.team()
    bob, member = await office.member(team), await office.member(team)

    assert await member.refused("removeTeamMember", "team", **leaving(team, bob)) == [
        ("NOT_ALLOWED", "")
    ]
