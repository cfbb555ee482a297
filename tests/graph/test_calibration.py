"""Goals set too low and hopes set too high, as a closed cycle shows them."""

from typing import Any

import pytest

from tests.graph.office import Office

LONG_AGO: dict[str, Any] = {"startsOn": "2026-01-01", "endsOn": "2026-12-31"}


async def reported(
    office: Office, objective: str, value: str, confidence: str | None, on: str = "2026-06-01"
) -> str:
    key_result = await office.key_result(objective)
    await office.check_in(key_result, value, confidence=confidence, occurredOn=on)
    return key_result


async def codes(office: Office, kind: str, noun: str) -> set[str]:
    seen = await office.seen(kind, noun, "findings { code message }")
    return {each["code"] for each in seen["findings"]} & {"SANDBAGGING", "OPTIMISM"}


@pytest.mark.row("R3-06")
async def test_what_was_reached_early_and_surely_was_not_ambitious_enough(office: Office) -> None:
    cycle = await office.cycle(**LONG_AGO)
    easy, late, unsure, partly = [await office.objective(cycle) for _ in range(4)]
    for objective, second in (
        (easy, ("20", "0.9", "2026-06-01")),
        (late, ("20", "0.95", "2026-11-20")),
        (unsure, ("20", "0.5", "2026-06-01")),
        (partly, ("19", "0.95", "2026-06-01")),
    ):
        await reported(office, objective, "25", "1")
        await reported(office, objective, *second)
    assert await codes(office, "Objective", easy) == set()
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    assert await codes(office, "Objective", easy) == {"SANDBAGGING"}
    for objective in (late, unsure, partly):
        assert await codes(office, "Objective", objective) == set()
    shows = "findings(filter: { code: SANDBAGGING }) { nodes { node { ... on Objective { id } } } }"
    assert await office.seen("Cycle", cycle, shows) == {
        "findings": {"nodes": [{"node": {"id": easy}}]}
    }


async def test_who_goes_on_reporting_what_was_reached_early_is_found_too(office: Office) -> None:
    cycle = await office.cycle(**LONG_AGO)
    again, beyond, late, shared, entries, kept = [await office.objective(cycle) for _ in range(6)]
    for objective, early, later in (
        (again, "20", "20"),
        (beyond, "21", "30"),
        (late, "19", "20"),
    ):
        key_result = await reported(office, objective, early, "0.95")
        await office.check_in(key_result, later, occurredOn="2026-11-20")
    steps = {"kind": "INCREASE", "baseline": "0", "target": "10", "reading": "SUM"}
    summed = await office.key_result(entries, steps)
    part = await office.key_result(shared)
    ann = await office.person()
    await office.contributor(part, ann, "10")
    uptime = await office.key_result(kept, {"kind": "AT_LEAST", "target": "99"})
    for key_result, value, by in ((summed, "10", None), (part, "10", ann), (uptime, "99.5", None)):
        for on in ("2026-06-01", "2026-11-20"):
            await office.check_in(key_result, value, by, confidence="1", occurredOn=on)
    await office.check_in(uptime, "99.6", occurredOn="2026-11-21")
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    for objective in (again, beyond, shared, entries):
        assert await codes(office, "Objective", objective) == {"SANDBAGGING"}
    for objective in (late, kept):
        assert await codes(office, "Objective", objective) == set()


async def test_high_hopes_that_ended_low_are_found(office: Office) -> None:
    cycle = await office.cycle(**LONG_AGO)
    objective = await office.objective(cycle)
    hoped = await reported(office, objective, "12", "0.7")
    feared = await reported(office, objective, "12", "0.69")
    reached = await reported(office, objective, "17", "0.9")
    silent = await reported(office, objective, "12", None)
    await office.check_in(feared, "12", confidence="0.9", occurredOn="2026-08-01")
    await office.check_in(hoped, "12", confidence="0.1", occurredOn="2026-08-01")
    await office.admin.do("reviewCycle", "cycle { id }", cycleId=cycle)

    assert await codes(office, "KeyResult", hoped) == {"OPTIMISM"}
    for key_result in (feared, reached, silent):
        assert await codes(office, "KeyResult", key_result) == set()
