"""What was taken for a measure is put right through the running server, and keeps its history."""

from typing import Any

import pytest

from tests.graph.office import Office
from tests.graph.test_add_work_item import SCOPED

BECOMES = {"sort": "PROJECT", **SCOPED}


@pytest.mark.row("R1-34", "R3-34")
async def test_a_key_result_becomes_an_initiative_and_its_history_stays(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    measured = await office.key_result(objective)
    activity = await office.key_result(objective, title="Hold ten workshops")
    await office.check_in(activity, "12")

    made = await office.admin.do(
        "convertKeyResultToInitiative",
        "workItem { id }",
        keyResultId=activity,
        toKeyResultId=measured,
        reason="It is something that we do.",
        **BECOMES,
    )

    shows = """title kind sort state fromKeyResult { id } keyResult { id } objective { id }"""
    assert await office.seen("WorkItem", made["id"], shows) == {
        "title": "Hold ten workshops",
        "kind": "INITIATIVE",
        "sort": "PROJECT",
        "state": "PLANNED",
        "fromKeyResult": {"id": activity},
        "keyResult": {"id": measured},
        "objective": {"id": objective},
    }
    shows = "state becameWorkItem { id } checkIns { totalCount }"
    assert await office.seen("KeyResult", activity, shows) == {
        "state": "WITHDRAWN",
        "becameWorkItem": made,
        "checkIns": {"totalCount": 1},
    }


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"scope": " "}, "INVALID", "scope"),
        ({"endsOn": "2026-09-01"}, "INVALID", "endsOn"),
        ({"reason": " "}, "REASON_IS_MISSING", "reason"),
    ],
)
async def test_what_makes_no_sense_names_the_field(
    office: Office, said: dict[str, Any], code: str, field: str
) -> None:
    key_result = await office.started()
    stated = {"keyResultId": key_result, "reason": "So.", **BECOMES} | said

    refused = await office.admin.refused("convertKeyResultToInitiative", "workItem", **stated)

    assert refused == [(code, f"input.{field}")]


async def test_it_moves_another_key_result_of_the_same_objective(office: Office) -> None:
    cycle = await office.cycle()
    key_result = await office.key_result(await office.objective(cycle))
    other = await office.key_result(await office.objective(cycle))
    stated = {"keyResultId": key_result, "reason": "So.", **BECOMES}

    for moved in (key_result, other):
        assert await office.admin.refused(
            "convertKeyResultToInitiative", "workItem", toKeyResultId=moved, **stated
        ) == [("INVALID", "input.toKeyResultId")]
