"""What is done about a red health metric, through the running server."""

import pytest

from tests.graph.office import Office

SHOWS = "blocks action acceptedBy { id } kpi { id }"


@pytest.mark.row("R1-67")
async def test_an_accepted_action_unblocks_until_it_was_healthy_again(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    metric = await office.health_metric("9", objectiveId=objective)
    said = {"healthMetricId": metric, "action": "Two people look after it."}

    await office.admin.do("acceptHealthAction", "healthMetric { id }", **said)

    seen = await office.seen("HealthMetric", metric, SHOWS)
    kpi = seen.pop("kpi")["id"]
    who = {"id": str(office.admin.person_id)}
    assert seen == {"blocks": False, "action": "Two people look after it.", "acceptedBy": who}
    of_it = "progressState events(last: 1) { nodes { ... on HealthActionAccepted { action } } }"
    assert await office.seen("Objective", objective, of_it) == {
        "progressState": "OPEN",
        "events": {"nodes": [{"action": "Two people look after it."}]},
    }
    await office.measured(kpi, "8")
    assert (await office.seen("HealthMetric", metric, SHOWS))["blocks"] is False
    await office.measured(kpi, "97")
    await office.measured(kpi, "8")
    assert (await office.seen("HealthMetric", metric, SHOWS))["blocks"] is True


async def test_what_blocks_nothing_needs_no_action(office: Office) -> None:
    metric = await office.health_metric("97")
    said = {"healthMetricId": metric, "action": "Nothing."}
    assert await office.admin.refused("acceptHealthAction", "healthMetric", **said) == [
        ("WRONG_STATE", "input.healthMetricId")
    ]
