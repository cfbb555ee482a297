"""Changing a team through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office


async def test_what_is_not_said_stays(office: Office) -> None:
    company = await office.team("COMPANY")
    team = await office.team(name="Sales", parentId=company)

    await office.admin.do("editTeam", "team { id }", teamId=team, name="Marketing")

    assert await office.seen("Team", team, "name kind parent { id } version") == {
        "name": "Marketing",
        "kind": "TEAM",
        "parent": {"id": company},
        "version": 2,
    }


async def test_null_takes_a_team_out_from_under_another(office: Office) -> None:
    company = await office.team("COMPANY")
    team = await office.team(name="Sales", parentId=company)

    await office.admin.do("editTeam", "team { id }", teamId=team, parentId=None)

    seen = await office.seen("Team", team, "name parent { id }")
    assert seen == {"name": "Sales", "parent": None}
    assert await office.seen("Team", company, "children { id }") == {"children": []}


async def test_the_level_of_its_objectives_follows_a_teams_kind(office: Office) -> None:
    team = await office.team("TEAM")
    objective = await office.objective(await office.cycle(), ownerTeamId=team)

    await office.admin.do("editTeam", "team { id }", teamId=team, kind="DEPARTMENT")

    assert await office.seen("Objective", objective, "level") == {"level": "DEPARTMENT"}


async def test_whoever_manages_above_a_moved_team_leads_it(office: Office) -> None:
    department, team = await office.team("DEPARTMENT"), await office.team()
    manager = await office.member(department, "MANAGER")
    assert await manager.refused("editTeam", "team", teamId=team, name="Ours") == [
        ("NOT_ALLOWED", "")
    ]

    await office.admin.do("editTeam", "team { id }", teamId=team, parentId=department)

    await manager.do("editTeam", "team { id }", teamId=team, name="Ours")
    assert await office.seen("Team", team, "name") == {"name": "Ours"}


async def test_a_manager_moves_a_team_only_to_where_they_lead(office: Office) -> None:
    elsewhere, team = await office.team(), await office.team()
    manager = await office.member(team, "MANAGER")

    assert await manager.refused("editTeam", "team", teamId=team, parentId=elsewhere) == [
        ("NOT_ALLOWED", "input.parentId")
    ]


async def test_a_team_never_stands_below_itself(office: Office) -> None:
    top = await office.team()
    middle = await office.team(parentId=top)
    lowest = await office.team(parentId=middle)

    for below in (top, middle, lowest):
        assert await office.admin.refused("editTeam", "team", teamId=top, parentId=below) == [
            ("INVALID", "input.parentId")
        ]


async def test_a_member_changes_nothing(office: Office) -> None:
    team = await office.team()
    member = await office.member(team)

    assert await member.refused("editTeam", "team", teamId=team, name="Mine") == [
        ("NOT_ALLOWED", "")
    ]


@pytest.mark.parametrize(
    ("said", "path"), [({"name": " "}, "name"), ({"name": None}, "name"), ({"kind": None}, "kind")]
)
async def test_a_team_has_a_name_and_a_kind(
    office: Office, said: dict[str, Any], path: str
) -> None:
    team = await office.team()

    assert await office.admin.refused("editTeam", "team", teamId=team, **said) == [
        ("INVALID", f"input.{path}")
    ]
