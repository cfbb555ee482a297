"""KPIs that are to stay healthy while objectives are pursued, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

METRICS = "progressState healthMetrics { id state value blocks note kpi { id } }"


async def state(office: Office, objective: str, by: Client | None = None) -> Any:
    return (await office.seen("Objective", objective, "progressState", by))["progressState"]


async def agree(office: Office, demand: str) -> None:
    await office.admin.do("changePolicy", "organization { id }", whileRed=demand, reason="So.")


@pytest.mark.row("R1-66")
async def test_an_objective_has_what_balances_it_its_team_and_all(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()
    objective = await office.objective(cycle, ownerTeamId=team)
    own = await office.health_metric("97", objectiveId=objective, note="Speed costs care.")
    of_team = await office.health_metric("97", teamId=team)
    of_all = await office.health_metric("97")

    seen = await office.seen("Objective", objective, METRICS)
    assert [each["id"] for each in seen["healthMetrics"]] == [own, of_team, of_all]
    first = seen["healthMetrics"][0]
    assert (first["state"], first["note"], first["blocks"]) == (
        "GREEN",
        "Speed costs care.",
        False,
    )
    others = await office.seen("Objective", await office.objective(cycle), METRICS)
    assert [each["id"] for each in others["healthMetrics"]] == [of_all]
    assert await office.seen("Team", team, "healthMetrics { id }") == {
        "healthMetrics": [{"id": of_team}]
    }
    everywhere = await (await office.person()).ask("{ organization { healthMetrics { id } } }")
    assert everywhere["organization"]["healthMetrics"] == [{"id": of_all}]


@pytest.mark.row("R1-67")
async def test_what_is_red_blocks_until_it_is_healthy(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective)
    metric = await office.health_metric("97", objectiveId=objective)
    kpi = (await office.seen("HealthMetric", metric, "kpi { id }"))["kpi"]["id"]
    assert await state(office, objective) == "OPEN"

    await office.measured(kpi, "9")

    assert await state(office, objective) == "BLOCKED_BY_HEALTH"
    report = {"keyResultId": key_result, "value": "12"}
    assert await office.admin.refused("recordCheckIn", "checkIn", **report) == [
        ("BLOCKED_BY_HEALTH", "input.acknowledgesHealth")
    ]
    await office.check_in(key_result, None, note="We look into it.")
    known = await office.check_in(key_result, "12", acknowledgesHealth=True)
    seen = await office.seen("CheckIn", known, "acknowledgesHealth value")
    assert seen == {"acknowledgesHealth": True, "value": "12"}
    await agree(office, "REFUSE")
    assert await office.admin.refused(
        "recordCheckIn", "checkIn", **report, acknowledgesHealth=True
    ) == [("BLOCKED_BY_HEALTH", "input.keyResultId")]
    await agree(office, "NONE")
    await office.check_in(key_result, "13")

    await agree(office, "REFUSE")
    await office.measured(kpi, "99")

    assert await state(office, objective) == "OPEN"
    await office.check_in(key_result, "14")
    shows = """events(last: 99) { nodes {
      ... on KpiValueRecorded { value kpiValue { state } } } }"""
    told = (await office.seen("Objective", objective, shows))["events"]["nodes"]
    assert [(each["value"], each["kpiValue"]["state"]) for each in told if each] == [
        ("9", "RED"),
        ("99", "GREEN"),
    ]


async def test_what_balances_a_team_or_all_blocks_their_objectives(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()
    of_team, other = await office.objective(cycle, ownerTeamId=team), await office.objective(cycle)

    of = await office.health_metric("9", teamId=team)

    assert [await state(office, each) for each in (of_team, other)] == ["BLOCKED_BY_HEALTH", "OPEN"]
    await office.admin.do("removeHealthMetric", "kpi { id }", healthMetricId=of)
    await office.health_metric("9")
    assert {await state(office, each) for each in (of_team, other)} == {"BLOCKED_BY_HEALTH"}


async def test_it_balances_the_same_thing_once(office: Office) -> None:
    objective, team = await office.objective(await office.cycle()), await office.team()
    said = {"kpiId": await office.kpi(), "objectiveId": objective}
    await office.admin.do("addHealthMetric", "healthMetric { id }", **said)
    assert await office.admin.refused("addHealthMetric", "healthMetric", **said) == [
        ("ALREADY_EXISTS", "input.kpiId")
    ]
    both = await office.admin.refused("addHealthMetric", "healthMetric", **said, teamId=team)
    assert both == [("INVALID", "input.teamId")]


async def test_what_balances_what_is_private_is_for_its_participants(office: Office) -> None:
    objective = await office.objective(await office.cycle(), visibility="PRIVATE")
    metric = await office.health_metric("9", objectiveId=objective)
    kpi = (await office.seen("HealthMetric", metric, "kpi { id }", office.admin))["kpi"]["id"]

    assert await office.seen("HealthMetric", metric, "id") is None
    assert await office.seen("Kpi", kpi, "healthMetrics { id }") == {"healthMetrics": []}
    shows = "events(last: 9) { nodes { __typename } }"
    kinds = (await office.seen("Kpi", kpi, shows))["events"]["nodes"]
    assert [each["__typename"] for each in kinds] == ["KpiAdded", "KpiValueRecorded"]
    bob = await office.person()
    refused = await bob.refused(
        "acceptHealthAction", "healthMetric", healthMetricId=metric, action="So."
    )
    assert refused == [("NOT_FOUND", "input.healthMetricId")]
