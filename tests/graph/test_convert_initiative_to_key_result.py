"""What was taken for something to do is measured from here on, through the running server."""

from tests.graph.office import RISING, Office
from tests.graph.test_add_work_item import CALLS, planned


async def test_an_initiative_becomes_a_key_result_of_its_objective(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    item = await planned(office, objectiveId=objective, **CALLS)
    said = {"workItemId": item, "metric": RISING, "reason": "That is what counts."}

    made = await office.admin.do("convertInitiativeToKeyResult", "keyResult { id }", **said)

    shows = "title state fromWorkItem { id } objective { id }"
    assert await office.seen("KeyResult", made["id"], shows) == {
        "title": CALLS["title"],
        "state": "ACTIVE",
        "fromWorkItem": {"id": item},
        "objective": {"id": objective},
    }
    seen = await office.seen("WorkItem", item, "state becameKeyResult { id }")
    assert seen == {"state": "DROPPED", "becameKeyResult": made}
    assert await office.admin.refused("convertInitiativeToKeyResult", "keyResult", **said) == [
        ("WRONG_STATE", "input.workItemId")
    ]


async def test_only_an_initiative_for_an_objective_becomes_one(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    task = await planned(office, objectiveId=objective, title="Call", kind="TASK")
    alone = await planned(office, **CALLS)

    for item in (task, alone):
        said = {"workItemId": item, "metric": RISING, "reason": "So."}
        assert await office.admin.refused("convertInitiativeToKeyResult", "keyResult", **said) == [
            ("WRONG_STATE", "input.workItemId")
        ]
