"""Whether an objective is met, as its key results say, through the running server."""

import pytest

from tests.graph.office import Office

METRIC = {"kind": "INCREASE", "baseline": "0", "target": "10"}
RULE = "Met once every key result that counts stands at {} or above."


async def met(office: Office, objective: str) -> bool | None:
    found: bool | None = (await office.seen("Objective", objective, "met { met }"))["met"]["met"]
    return found


@pytest.mark.row("R1-13")
async def test_key_results_decide_whether_an_objective_is_met_and_the_rule_is_shown(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    first, second = [await office.key_result(objective, METRIC) for _ in range(2)]
    beside = await office.key_result(objective, METRIC, weight="0")
    await office.check_in(beside, "0")
    assert await office.seen("Objective", objective, "met { met cutOff rule }") == {
        "met": {"met": None, "cutOff": "0.7", "rule": RULE.format("0.7")}
    }

    for key_result, value, expected in (
        (first, "7", None),
        (second, "6.99", False),
        (second, "7", True),
        (first, "10", True),
    ):
        await office.check_in(key_result, value)
        assert await met(office, objective) is expected, (value, expected)
    await office.key_result(objective, METRIC)
    assert await met(office, objective) is None


async def test_what_was_promised_is_met_in_full_alone(office: Office) -> None:
    objective = await office.objective(await office.cycle(), ambition="COMMITTED")
    assert (await office.seen("Objective", objective, "met { rule }"))["met"] == {
        "rule": RULE.format("1")
    }
    key_result = await office.key_result(objective, METRIC)
    for value, expected in (("9.9", False), ("10", True)):
        await office.check_in(key_result, value)
        assert await met(office, objective) is expected


async def test_an_objective_without_key_results_is_neither_met_nor_not(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    assert await met(office, objective) is None

    key_result = await office.key_result(objective, METRIC)
    await office.check_in(key_result, "1")
    assert await met(office, objective) is False
    said = {"keyResultId": key_result, "reason": "So."}
    await office.admin.do("withdrawKeyResult", "keyResult { id }", **said)
    assert await met(office, objective) is None


async def test_the_cycle_may_have_agreed_on_another_cut_off(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    await office.check_in(await office.key_result(objective, METRIC), "6")
    assert await met(office, objective) is False

    said = {"cycleId": cycle, "reason": "A hard quarter.", "completionCutOff": "0.6"}
    await office.admin.command("changePolicy", "organization { id }", said)

    assert await met(office, objective) is True
