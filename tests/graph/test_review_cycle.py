"""Taking a cycle into review through the running server."""

from tests.graph.office import Office


async def test_everybody_sees_that_a_cycle_is_in_review(office: Office) -> None:
    cycle = await office.cycle()

    await office.admin.do("reviewCycle", "cycle { id }", cycleId=cycle)

    assert await office.seen("Cycle", cycle, "state version") == {"state": "REVIEW", "version": 3}


async def test_late_reports_are_taken_while_results_are_discussed(office: Office) -> None:
    cycle = await office.cycle()
    key_result = await office.key_result(await office.objective(cycle))

    await office.admin.do("reviewCycle", "cycle { id }", cycleId=cycle)

    await office.check_in(key_result, "20")
    assert await office.seen("KeyResult", key_result, "current") == {"current": "20"}


async def test_only_a_running_cycle_goes_into_review(office: Office) -> None:
    cycle = await office.cycle(started=False)

    async def refused() -> list[tuple[str, str]]:
        return await office.admin.refused("reviewCycle", "cycle", cycleId=cycle)

    assert await refused() == [("WRONG_STATE", "input.cycleId")]
    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)
    await office.admin.do("reviewCycle", "cycle { id }", cycleId=cycle)
    assert await refused() == [("WRONG_STATE", "input.cycleId")]
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)
    assert await refused() == [("CYCLE_IS_CLOSED", "input.cycleId")]


async def test_who_does_not_plan_cycles_takes_none_into_review(office: Office) -> None:
    cycle = await office.cycle()
    bob = await office.person()

    assert await bob.refused("reviewCycle", "cycle", cycleId=cycle) == [("NOT_ALLOWED", "")]
