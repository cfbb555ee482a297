"""KPIs that balance something no more, through the running server."""

from tests.graph.office import Office


async def test_what_balances_it_no_more_blocks_it_no_more_and_stays_in_the_past(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    metric = await office.health_metric("9", objectiveId=objective)
    at = (await office.admin.ask("{ organization { position } }"))["organization"]["position"]

    await office.admin.do("removeHealthMetric", "kpi { id }", healthMetricId=metric)

    shows = "progressState healthMetrics { id }"
    seen = await office.seen("Objective", objective, shows)
    assert seen == {"progressState": "OPEN", "healthMetrics": []}
    document = f"""query ($id: ID!, $at: AsOf) {{ node(id: $id, asOf: $at) {{
      ... on Objective {{ {shows} }} }} }}"""
    then = await office.admin.ask(document, id=objective, at={"position": at})
    assert then["node"] == {"progressState": "BLOCKED_BY_HEALTH", "healthMetrics": [{"id": metric}]}
    again = await office.admin.refused("removeHealthMetric", "kpi", healthMetricId=metric)
    assert again == [("NOT_FOUND", "input.healthMetricId")]
