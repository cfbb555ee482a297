"""Starting a cycle through the running server."""

import pytest

from tests.graph.office import RISING, Office


async def test_everybody_sees_that_a_cycle_runs(office: Office) -> None:
    cycle = await office.cycle(started=False)

    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)

    assert await office.seen("Cycle", cycle, "state version") == {"state": "ACTIVE", "version": 2}


async def test_progress_is_reported_once_the_cycle_runs(office: Office) -> None:
    cycle = await office.cycle(started=False)
    key_result = await office.key_result(await office.objective(cycle))
    assert await office.admin.refused(
        "recordCheckIn", "checkIn", keyResultId=key_result, value="15"
    ) == [("WRONG_STATE", "input.keyResultId")]

    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)

    await office.check_in(key_result, "15")
    assert await office.seen("KeyResult", key_result, "current") == {"current": "15"}


async def test_targets_as_they_stand_at_the_start_are_the_original_ones(office: Office) -> None:
    cycle = await office.cycle(started=False)
    key_result = await office.key_result(await office.objective(cycle))

    async def retarget(target: str) -> None:
        await office.admin.do(
            "reviseKeyResult",
            "keyResult { id }",
            keyResultId=key_result,
            reason="We know better.",
            category="NEW_INFORMATION",
            metric=RISING | {"target": target},
        )

    await retarget("30")
    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)
    await retarget("110")
    await office.check_in(key_result, "20")

    seen = await office.seen("KeyResult", key_result, "score { computed computedOriginal }")
    assert seen == {"score": {"computed": "0.1", "computedOriginal": "0.5"}}


@pytest.mark.parametrize(
    ("further", "code"),
    [
        ([], "WRONG_STATE"),
        (["reviewCycle"], "WRONG_STATE"),
        (["reviewCycle", "closeCycle"], "CYCLE_IS_CLOSED"),
    ],
)
async def test_a_cycle_starts_once(office: Office, further: list[str], code: str) -> None:
    cycle = await office.cycle()
    for mutation in further:
        await office.admin.do(mutation, "cycle { id }", cycleId=cycle)

    assert await office.admin.refused("startCycle", "cycle", cycleId=cycle) == [
        (code, "input.cycleId")
    ]


async def test_who_does_not_plan_cycles_starts_none(office: Office) -> None:
    cycle = await office.cycle(started=False)
    manager = await office.member(await office.team("COMPANY"), "MANAGER")

    assert await manager.refused("startCycle", "cycle", cycleId=cycle) == [("NOT_ALLOWED", "")]
    assert await office.seen("Cycle", cycle, "state") == {"state": "PLANNING"}
