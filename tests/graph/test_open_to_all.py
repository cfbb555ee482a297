"""Objectives are open to everybody unless said otherwise, at four levels; through the server."""

import pytest

from tests.graph.office import Office


@pytest.mark.row("R3-28")
@pytest.mark.row("R2-31")
async def test_what_is_said_without_a_visibility_is_seen_across_the_organization(
    office: Office,
) -> None:
    sales, support = await office.team(), await office.team()
    seller, supporter = await office.member(sales), await office.member(support)
    cycle = await office.cycle()
    objective = await office.objective(cycle, ownerTeamId=sales, by=seller, active=False)
    result = await office.key_result(objective, by=seller)
    shows = "visibility keyResults { id }"

    seen = await office.seen("Objective", objective, shows, supporter)
    assert seen == {"visibility": "ORGANIZATION", "keyResults": [{"id": result}]}
    hidden = await office.objective(cycle, ownerTeamId=sales, active=False, visibility="PRIVATE")
    assert await office.seen("Objective", hidden, shows, supporter) is None


@pytest.mark.row("R0-02")
async def test_objectives_are_of_the_company_of_units_and_of_individuals_and_counted_by_that(
    office: Office,
) -> None:
    cycle, me = await office.cycle(), str(office.admin.person_id)
    made = {"INDIVIDUAL": await office.objective(cycle, ownerPersonId=me)}
    for kind in ("COMPANY", "DEPARTMENT", "TEAM"):
        made[kind] = await office.objective(cycle, ownerTeamId=await office.team(kind))
    document = """query ($level: Level) { organization {
      objectives(filter: { level: $level }) { totalCount nodes { id level } } } }"""
    reader = await office.person()

    for level, objective in made.items():
        seen = (await reader.ask(document, level=level))["organization"]["objectives"]
        assert seen == {"totalCount": 1, "nodes": [{"id": objective, "level": level}]}
    team = await office.team("DEPARTMENT")
    said = {"objectiveId": made["INDIVIDUAL"], "ownerTeamId": team, "reason": "It grew."}
    await office.admin.do("editObjective", "objective { id }", **said)
    seen = (await reader.ask(document, level="DEPARTMENT"))["organization"]["objectives"]
    assert seen["totalCount"] == 2
