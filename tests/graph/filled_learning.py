"""Something to show for what is assumed and tried, what was learned, and what keeps the balance."""

from tests.graph.office import Office


async def learned(
    office: Office, team: str, key_result: str, work_item: str, kpi: str
) -> dict[str, list[str]]:
    """A hypothesis that was tried and one that says it better, with what came of it; by noun."""
    first = await office.hypothesis(ownerTeamId=team)
    better = await office.hypothesis(refinesId=first, assumption="Mail is overlooked.")
    variants = [{"name": "A", "description": "By mail."}, {"name": "B"}]
    tried = await office.experiment(first, workItemId=work_item, variants=variants)
    shown = await office.seen("Experiment", tried, "variants { id }", office.admin)
    a, b = (each["id"] for each in shown["variants"])
    results = [{"variantId": a, "result": "12 of 40"}, {"variantId": b, "result": "31 of 40"}]
    came = {"experimentId": tried, "result": "Calls reach more.", "winnerId": b}
    await office.admin.do("recordExperimentResult", "experiment { id }", results=results, **came)
    await office.admin.do(
        "concludeHypothesis",
        "hypothesis { id }",
        hypothesisId=first,
        verdict="SUPPORTED",
        reason="Three times as many.",
    )
    insights = []
    for about in ({"hypothesisId": first}, {"keyResultId": key_result}):
        said = {"text": "Calls beat mail.", **about}
        made = await office.admin.do("addInsight", "insight { id }", **said)
        insights.append(made["id"])
    keeps = {"kpiId": kpi, "teamId": team, "note": "Whoever grows stays there."}
    health = (await office.admin.do("addHealthMetric", "healthMetric { id }", **keeps))["id"]
    return {
        "Hypothesis": [first, better],
        "Experiment": [tried],
        "Variant": [b, a],
        "Insight": insights,
        "HealthMetric": [health],
    }
