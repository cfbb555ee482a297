"""Key results that are lists of milestones, and days by which key results are due."""

from typing import Any

import pytest

from tests.graph.office import RISING, Office

SHOWS = "current progress { value formula inputs { node { id } value weight counted } }"
REQUESTED = [
    {"title": "Offline mode", "dueOn": "2026-10-31"},
    {"title": "Import", "weight": "2"},
    {"title": "Dark mode"},
]


async def steps(office: Office, milestones: list[dict[str, str]]) -> tuple[str, str, list[str]]:
    """An objective with one key result of steps, and the ids of the steps."""
    objective = await office.objective(await office.cycle())
    metric = {"kind": "MILESTONES", "milestones": milestones}
    key_result = await office.key_result(objective, metric)
    shows = "metric { milestones { id title } }"
    seen = await office.seen("KeyResult", key_result, shows)
    return objective, key_result, [each["id"] for each in seen["metric"]["milestones"]]


def inputs(values: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {"node": {"id": each}, "value": values[each], "weight": "1", "counted": True}
        for each in sorted(values)
    ]


@pytest.mark.row("R3-25")
async def test_a_list_of_features_is_reached_one_after_another(office: Office) -> None:
    objective, key_result, ids = await steps(office, [{"title": each} for each in "ABC"])
    seen = await office.seen("KeyResult", key_result, "current progress { value }")
    assert seen == {"current": None, "progress": {"value": None}}

    await office.check_in(key_result, milestonesDone=ids[:2])

    seen = await office.seen("KeyResult", key_result, SHOWS)
    done = dict(zip(ids, ("1", "1", "0"), strict=True))
    assert seen["progress"].pop("inputs") == inputs(done)
    assert seen == {
        "current": "2",
        "progress": {"value": "0.666666666667", "formula": "milestones/1"},
    }
    above = await office.seen("Objective", objective, "progress { value }")
    assert above == {"progress": {"value": "0.666666666667"}}
    await office.check_in(key_result, milestonesDone=ids[2:])
    above = await office.seen("Objective", objective, "progress { value }")
    assert above == {"progress": {"value": "1"}}


@pytest.mark.row("R2-56")
async def test_milestones_by_weight_and_one_milestone_alone_act_as_key_results(
    office: Office,
) -> None:
    objective, by_weight, ids = await steps(office, REQUESTED)
    alone = await office.key_result(objective, {"kind": "DONE"}, dueOn="2026-12-15")

    await office.check_in(by_weight, milestonesDone=[ids[1]])
    seen = await office.seen("KeyResult", by_weight, SHOWS)
    assert seen["progress"]["value"] == "0.5"
    await office.check_in(alone, "1")
    await office.check_in(by_weight, milestonesUndone=[ids[1]], milestonesDone=[ids[0]])

    shows = "metric { milestones { title weight dueOn done } } progress { value }"
    assert await office.seen("KeyResult", by_weight, shows) == {
        "metric": {
            "milestones": [
                {"title": "Offline mode", "weight": "1", "dueOn": "2026-10-31", "done": True},
                {"title": "Import", "weight": "2", "dueOn": None, "done": False},
                {"title": "Dark mode", "weight": "1", "dueOn": None, "done": False},
            ]
        },
        "progress": {"value": "0.25"},
    }
    shows = "progress { value } keyResults { dueOn progress { value formula } }"
    assert await office.seen("Objective", objective, shows) == {
        "progress": {"value": "0.625"},
        "keyResults": [
            {"dueOn": None, "progress": {"value": "0.25", "formula": "milestones/1"}},
            {"dueOn": "2026-12-15", "progress": {"value": "1", "formula": "done/1"}},
        ],
    }


@pytest.mark.parametrize("day", ["2026-09-30", "2027-01-01"])
async def test_a_key_result_is_due_within_its_cycle(office: Office, day: str) -> None:
    objective = await office.objective(await office.cycle())
    said = {"objectiveId": objective, "title": "Late", "metric": RISING, "dueOn": day}

    assert await office.admin.refused("addKeyResult", "keyResult", **said) == [
        ("INVALID", "input.dueOn")
    ]
    key_result = await office.key_result(objective, dueOn="2026-12-31")
    said = {"keyResultId": key_result, "dueOn": day, "reason": "So.", "category": "OTHER"}
    assert await office.admin.refused("reviseKeyResult", "keyResult", **said) == [
        ("INVALID", "input.dueOn")
    ]
