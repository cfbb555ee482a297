"""What came of experiments, through the running server."""

import pytest

from tests.graph.office import Office
from tests.graph.test_add_experiment import AB


@pytest.mark.row("R1-98", "R2-69")
async def test_what_was_tried_in_a_task_tells_what_came_of_each_variant(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    task = {"title": "Try two forms.", "kind": "TASK", "objectiveId": objective}
    work = (await office.admin.do("addWorkItem", "workItem { id }", **task))["id"]
    experiment = await office.experiment(
        await office.hypothesis(), workItemId=work, variants=AB, setup="Half of them each."
    )
    shows = "setup result winner { name } variants { id name description value result }"
    before = await office.seen("Experiment", experiment, shows)
    assert (before["result"], before["winner"]) == (None, None)
    one, two = (each["id"] for each in before["variants"])

    said = {"experimentId": experiment, "result": "Calls work.", "winnerId": two}
    results = [
        {"variantId": one, "value": "12"},
        {"variantId": two, "value": "31", "result": "Most picked up."},
    ]
    await office.admin.do("recordExperimentResult", "experiment { id }", **said, results=results)

    seen = await office.seen("WorkItem", work, f"experiments {{ {shows} }}")
    assert seen["experiments"] == [
        {
            "setup": "Half of them each.",
            "result": "Calls work.",
            "winner": {"name": "B"},
            "variants": [
                {"id": one, "name": "A", "description": "By mail.", "value": "12", "result": None},
                {
                    "id": two,
                    "name": "B",
                    "description": None,
                    "value": "31",
                    "result": "Most picked up.",
                },
            ],
        }
    ]


async def test_what_did_best_is_one_of_its_variants(office: Office) -> None:
    hypothesis = await office.hypothesis()
    experiment = await office.experiment(hypothesis, variants=AB)
    other = await office.experiment(hypothesis, variants=AB)
    strange = (await office.seen("Experiment", other, "variants { id }"))["variants"][0]["id"]
    said = {"experimentId": experiment, "result": "So.", "winnerId": strange}
    results = [{"variantId": strange}]
    assert await office.admin.refused(
        "recordExperimentResult", "experiment", **said, results=results
    ) == [("NOT_FOUND", "input.winnerId"), ("NOT_FOUND", "input.results.0.variantId")]
