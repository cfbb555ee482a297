"""Planning cycles by rule through the running server."""

import pytest

from tests.graph.client import Answer
from tests.graph.office import Office

CALENDAR = """{ organization { cycles { nodes {
  key cadence startsOn endsOn state version parent { key } } } } }"""
QUARTERS: Answer = {"cadence": "QUARTER", "fiscalYear": 2027, "beginsOn": "2026-10-01"}


def lasts(key: str, cadence: str, first: str, last: str, parent: str | None) -> Answer:
    above = {"key": parent} if parent else None
    days = {"startsOn": first, "endsOn": last}
    return {"key": key, "cadence": cadence, **days, "parent": above} | {
        "state": "PLANNING",
        "version": 1,
    }


@pytest.mark.row("R1-57")
async def test_a_fiscal_year_is_planned_by_rule(office: Office) -> None:
    reader = await office.person()

    planned = await office.admin.command("planCycles", "cycles { key }", QUARTERS)

    seen = (await reader.ask(CALENDAR))["organization"]["cycles"]["nodes"]
    assert planned["refusals"] == []
    assert planned["cycles"] == [{"key": each["key"]} for each in seen]
    assert seen == [
        lasts("2027", "YEAR", "2026-10-01", "2027-09-30", None),
        lasts("2027-Q1", "QUARTER", "2026-10-01", "2026-12-31", "2027"),
        lasts("2027-Q2", "QUARTER", "2027-01-01", "2027-03-31", "2027"),
        lasts("2027-Q3", "QUARTER", "2027-04-01", "2027-06-30", "2027"),
        lasts("2027-Q4", "QUARTER", "2027-07-01", "2027-09-30", "2027"),
    ]

    trimesters = QUARTERS | {"cadence": "TRIMESTER", "first": 3, "count": 2}
    planned = await office.admin.command("planCycles", "cycles { key parent { key } }", trimesters)
    assert planned["cycles"] == [
        {"key": "2027-T3", "parent": {"key": "2027"}},
        {"key": "2028", "parent": None},
        {"key": "2028-T1", "parent": {"key": "2028"}},
    ]


async def test_nothing_is_planned_twice(office: Office) -> None:
    await office.cycle("2027-Q4", startsOn="2027-07-01", endsOn="2027-09-30")

    payload = await office.admin.command("planCycles", "cycles { key }", QUARTERS)

    assert payload["cycles"] == []
    (refusal,) = payload["refusals"]
    assert refusal["code"] == "ALREADY_EXISTS"
    assert refusal["message"] == "There is a cycle with the key 2027-Q4."
    assert refusal["path"] == ["input", "fiscalYear"]
    cycles = (await office.admin.ask(CALENDAR))["organization"]["cycles"]["nodes"]
    assert [each["key"] for each in cycles] == ["2027-Q4"]


@pytest.mark.row("R3-08")
async def test_planned_cycles_go_through_their_states_one_after_another(office: Office) -> None:
    planned = await office.admin.command("planCycles", "cycles { id key }", QUARTERS)
    ids = {each["key"]: each["id"] for each in planned["cycles"]}
    reader = await office.person()

    async def states() -> dict[str, str]:
        seen = (await reader.ask(CALENDAR))["organization"]["cycles"]["nodes"]
        return {each["key"]: each["state"] for each in seen if each["parent"]}

    async def move(mutation: str, key: str) -> None:
        await office.admin.do(mutation, "cycle { id }", cycleId=ids[key])

    assert set((await states()).values()) == {"PLANNING"}
    for mutation, state in (
        ("startCycle", "ACTIVE"),
        ("reviewCycle", "REVIEW"),
        ("closeCycle", "CLOSED"),
    ):
        await move(mutation, "2027-Q1")
        assert (await states())["2027-Q1"] == state
        again = await office.admin.refused(mutation, "cycle", cycleId=ids["2027-Q1"])
        code = "CYCLE_IS_CLOSED" if state == "CLOSED" else "WRONG_STATE"
        assert again == [(code, "input.cycleId")]
    await move("startCycle", "2027-Q2")
    assert await states() == {
        "2027-Q1": "CLOSED",
        "2027-Q2": "ACTIVE",
        "2027-Q3": "PLANNING",
        "2027-Q4": "PLANNING",
    }
