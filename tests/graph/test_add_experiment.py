"""Experiments that try hypotheses, through the running server."""

from typing import Any

from tests.graph.office import Office

AB = [{"name": "A", "description": "By mail."}, {"name": "B"}]


async def test_what_is_tried_in_private_work_is_for_who_takes_part(office: Office) -> None:
    private = await office.objective(await office.cycle(), visibility="PRIVATE")
    task = {"title": "Call.", "kind": "TASK", "objectiveId": private}
    work = (await office.admin.do("addWorkItem", "workItem { id }", **task))["id"]
    hypothesis = await office.hypothesis()
    experiment = await office.experiment(hypothesis, workItemId=work, variants=AB)

    shows = "experiments { id variants { name } workItem { id } }"
    mine = await office.seen("Hypothesis", hypothesis, shows, office.admin)
    assert mine["experiments"] == [
        {"id": experiment, "variants": [{"name": "A"}, {"name": "B"}], "workItem": {"id": work}}
    ]
    assert (await office.seen("Hypothesis", hypothesis, shows))["experiments"] == []
    assert await office.seen("Experiment", experiment, "id") is None


async def test_a_variant_is_held_against_another(office: Office) -> None:
    of: dict[str, Any] = {"hypothesisId": await office.hypothesis(), "setup": "We call."}
    for variants, path in ((AB[:1], "variants"), ([*AB, {"name": " "}], "variants.2.name")):
        refused = await office.admin.refused("addExperiment", "experiment", **of, variants=variants)
        assert refused == [("INVALID", f"input.{path}")]
