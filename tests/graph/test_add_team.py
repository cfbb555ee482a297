"""Adding a team through the running server."""

import pytest

from tests.graph.office import Office

PLACE = "name kind version parent { id } children { id } managers { id } members { totalCount }"


async def test_everybody_sees_a_team_where_it_stands(office: Office) -> None:
    company = await office.team("COMPANY")

    team = await office.team("DEPARTMENT", name="Sales", parentId=company)

    assert await office.seen("Team", team, PLACE) == {
        "name": "Sales",
        "kind": "DEPARTMENT",
        "version": 1,
        "parent": {"id": company},
        "children": [],
        "managers": [],
        "members": {"totalCount": 0},
    }
    assert (await office.seen("Team", company, PLACE))["children"] == [{"id": team}]


async def test_a_manager_adds_teams_below_their_own_and_below_those(office: Office) -> None:
    department = await office.team("DEPARTMENT")
    manager = await office.member(department, "MANAGER")
    said = {"name": "Team", "kind": "TEAM"}

    below = await manager.do("addTeam", "team { id }", parentId=department, **said)
    lowest = await manager.do("addTeam", "team { id }", parentId=below["id"], **said)

    seen = await office.seen("Team", lowest["id"], "parent { parent { id } }")
    assert seen == {"parent": {"parent": {"id": department}}}


async def test_nobody_else_adds_teams(office: Office) -> None:
    department = await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    manager, member = await office.member(team, "MANAGER"), await office.member(department)
    said = {"name": "Team", "kind": "TEAM"}

    assert await manager.refused("addTeam", "team", **said) == [("NOT_ALLOWED", "")]
    assert await manager.refused("addTeam", "team", parentId=department, **said) == [
        ("NOT_ALLOWED", "")
    ]
    assert await member.refused("addTeam", "team", parentId=department, **said) == [
        ("NOT_ALLOWED", "")
    ]


@pytest.mark.parametrize("name", ["", "   "])
async def test_a_name_has_something_to_read(office: Office, name: str) -> None:
    assert await office.admin.refused("addTeam", "team", name=name, kind="TEAM") == [
        ("INVALID", "input.name")
    ]


async def test_all_that_is_wrong_is_told_at_once(office: Office) -> None:
    bob = await office.person()

    assert await bob.refused("addTeam", "team", name="", kind="TEAM") == [
        ("NOT_ALLOWED", ""),
        ("INVALID", "input.name"),
    ]
