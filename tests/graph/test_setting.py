"""How far everybody is with setting objectives for a cycle, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office

SHOWS = """setting {args} {{ totalCount nodes {{ level drafts active complete
  unit {{ ... on Team {{ teamId: id }} ... on Person {{ personId: id }} }} }} }}"""


async def setting(office: Office, cycle: str, args: str = "") -> dict[str, Any]:
    """Level, drafts, active ones and whether it is complete, by the unit's id."""
    seen = (await office.seen("Cycle", cycle, SHOWS.format(args=args)))["setting"]
    assert seen["totalCount"] == len(seen["nodes"])
    units = {next(iter(each["unit"].values())): each for each in seen["nodes"]}
    names = ("level", "drafts", "active", "complete")
    return {unit: tuple(each[name] for name in names) for unit, each in units.items()}


@pytest.mark.row("R2-19")
async def test_organization_teams_and_individuals_see_who_has_set_objectives(
    office: Office,
) -> None:
    cycle = await office.cycle(started=False)
    company = await office.team("COMPANY")
    team = await office.team(parentId=company)
    person = str((await office.member(team)).person_id)

    assert await setting(office, cycle) == {
        company: ("COMPANY", 0, 0, False),
        team: ("TEAM", 0, 0, False),
    }

    await office.objective(cycle, ownerTeamId=company)
    await office.objective(cycle, ownerTeamId=team)
    draft = await office.objective(cycle, ownerTeamId=team, active=False)
    await office.objective(cycle, ownerPersonId=person, active=False)
    expected = {
        company: ("COMPANY", 0, 1, True),
        team: ("TEAM", 1, 1, False),
        person: ("INDIVIDUAL", 1, 0, False),
    }
    assert await setting(office, cycle) == expected
    assert (await setting(office, cycle, "(filter: { complete: false })")).keys() == {team, person}

    await office.admin.do("activateObjective", "objective { id }", objectiveId=draft)
    assert await setting(office, cycle) == expected | {team: ("TEAM", 0, 2, True)}


async def test_private_objectives_are_not_counted(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    private = await office.objective(cycle, ownerTeamId=team, visibility="PRIVATE")

    assert await setting(office, cycle) == {team: ("TEAM", 0, 0, False)}

    await office.admin.do(
        "addTeamMember", "team { id }", teamId=team, personId=str(office.admin.person_id)
    )
    await office.admin.do(
        "editObjective",
        "objective { id }",
        objectiveId=private,
        visibility="ORGANIZATION",
        reason="So.",
    )
    assert await setting(office, cycle) == {team: ("TEAM", 0, 1, True)}


async def test_nobody_owes_a_closed_cycle_anything(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    await office.team()
    await office.objective(cycle, ownerTeamId=team)

    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    assert await setting(office, cycle) == {team: ("TEAM", 0, 1, True)}
