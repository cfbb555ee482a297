"""Taking a person into a team through the running server."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

PEOPLE = "version members { nodes { id } } managers { id }"


def joining(team: str, person: Client, role: str | None = None) -> dict[str, Any]:
    said = {"teamId": team, "personId": str(person.person_id)}
    return said if role is None else said | {"role": role}


async def test_everybody_sees_who_is_in_a_team(office: Office) -> None:
    team, bob = await office.team(), await office.person()

    await office.admin.do("addTeamMember", "team { id }", **joining(team, bob))

    person = str(bob.person_id)
    assert await office.seen("Team", team, PEOPLE) == {
        "version": 2,
        "members": {"nodes": [{"id": person}]},
        "managers": [],
    }
    assert await office.seen("Person", person, "teams { id }") == {"teams": [{"id": team}]}


async def test_a_person_has_one_role_in_a_team_and_can_take_another(office: Office) -> None:
    team = await office.team()
    bob = await office.member(team)
    person = {"id": str(bob.person_id)}

    await office.admin.do("addTeamMember", "team { id }", **joining(team, bob, "MANAGER"))

    seen = await office.seen("Team", team, PEOPLE)
    assert seen == {"version": 3, "members": {"nodes": [person]}, "managers": [person]}

    await office.admin.do("addTeamMember", "team { id }", **joining(team, bob, "MEMBER"))

    seen = await office.seen("Team", team, PEOPLE)
    assert seen == {"version": 4, "members": {"nodes": [person]}, "managers": []}


async def test_a_new_member_collaborates_on_what_the_team_owns(office: Office) -> None:
    team = await office.team()
    objective = await office.objective(await office.cycle(), ownerTeamId=team)

    bob = await office.member(team)

    seen = await office.seen("Objective", objective, "collaborators { nodes { id } }")
    assert seen == {"collaborators": {"nodes": [{"id": str(bob.person_id)}]}}


async def test_managers_of_the_team_and_above_take_people_in(office: Office) -> None:
    department = await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    for leads in (department, team):
        manager, bob = await office.member(leads, "MANAGER"), await office.person()

        await manager.do("addTeamMember", "team { id }", **joining(team, bob))

        assert await office.seen("Person", str(bob.person_id), "teams { id }") == {
            "teams": [{"id": team}]
        }


async def test_members_and_managers_of_other_teams_take_nobody_in(office: Office) -> None:
    department = await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    below = await office.team(parentId=team)
    bob = await office.person()
    for person in (
        await office.member(team),
        await office.member(department),
        await office.member(below, "MANAGER"),
        bob,
    ):
        assert await person.refused("addTeamMember", "team", **joining(team, bob)) == [
            ("NOT_ALLOWED", "")
        ]


async def test_a_person_is_in_a_team_once(office: Office) -> None:
    team = await office.team()
    bob = await office.member(team, "MANAGER")

    assert await office.admin.refused("addTeamMember", "team", **joining(team, bob, "MANAGER")) == [
        ("ALREADY_EXISTS", "input.personId")
    ]
