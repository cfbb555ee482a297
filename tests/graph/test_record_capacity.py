"""Saying through the running server how much work teams can take on."""

from typing import Any

import pytest

from tests.graph.office import Office
from tests.graph.test_add_work_item import planned

FOUND = """query ($id: ID!) { node(id: $id) { ... on Cycle {
  findings(filter: {code: OVER_COMMITTED}) { nodes { severity node { id } } } } } }"""


async def capacity(office: Office, team: str, cycle: str, days: str) -> str:
    said = {"teamId": team, "cycleId": cycle, "days": days}
    return str((await office.admin.do("recordCapacity", "capacity { id }", **said))["id"])


@pytest.mark.row("R2-29")
async def test_what_is_planned_for_a_team_stands_beside_what_it_can_take_on(
    office: Office,
) -> None:
    team, cycle = await office.team(), await office.cycle()
    member, reader = await office.member(team), await office.person()
    objective = await office.objective(cycle, ownerTeamId=team)
    days = await capacity(office, team, cycle, "10")
    work: dict[str, Any] = {"title": "Call them", "kind": "STORY", "objectiveId": objective}
    await planned(office, **work, ownerTeamId=team, effort="6")

    async def found() -> list[Any]:
        return list((await reader.ask(FOUND, id=cycle))["node"]["findings"]["nodes"])

    assert await found() == []
    mine = {"ownerPersonId": str(member.person_id), "effort": "5"}
    whole = await planned(office, **work | mine)
    shows = "capacities { nodes { id days planned over } }"
    full = {"id": days, "days": "10", "planned": "11", "over": True}
    for kind, noun in (("Team", team), ("Cycle", cycle)):
        seen = await office.seen(kind, noun, shows, reader)
        assert seen["capacities"]["nodes"] == [full]
    assert await found() == [{"severity": "WARNING", "node": {"id": days}}]

    part = {"title": "Find numbers", "kind": "TASK", "withinId": whole, "ownerTeamId": team}
    await planned(office, **part, effort="2")
    seen = await office.seen("Capacity", days, "planned over", reader)
    assert seen == {"planned": "8", "over": False}
    assert await capacity(office, team, cycle, "7") == days
    shows = "days planned over version"
    assert await office.seen("Capacity", days, shows, reader) == {
        "days": "7",
        "planned": "8",
        "over": True,
        "version": 2,
    }


async def test_work_that_is_private_is_planned_for_nobody_else(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()
    member = await office.member(team)
    owned = {"ownerTeamId": team, "visibility": "PRIVATE"}
    private = await office.objective(cycle, by=member, active=False, **owned)
    days = await capacity(office, team, cycle, "1")
    said = {"title": "Mine", "kind": "STORY", "objectiveId": private, "effort": "5"}
    await member.do("addWorkItem", "workItem { id }", **said, ownerTeamId=team)

    assert await office.seen("Capacity", days, "planned over") == {"planned": "0", "over": False}
    mine = await office.seen("Capacity", days, "planned over", member)
    assert mine == {"planned": "5", "over": True}


async def test_only_who_leads_or_plans_says_it(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()
    said = {"teamId": team, "cycleId": cycle, "days": "5"}
    member = await office.member(team)
    assert await member.refused("recordCapacity", "capacity", **said) == [("NOT_ALLOWED", "")]
    less = said | {"days": "-1"}
    assert await office.admin.refused("recordCapacity", "capacity", **less) == [
        ("INVALID", "input.days")
    ]
