"""Cycles of several rhythms side by side, long-term and short-term goals, through the server."""

import pytest

from tests.graph.client import Answer
from tests.graph.office import Office

YEAR: Answer = {"startsOn": "2027-01-01", "endsOn": "2027-12-31", "cadence": "YEAR"}
TRIMESTER: Answer = {"startsOn": "2027-01-01", "endsOn": "2027-04-30", "cadence": "TRIMESTER"}
QUARTER: Answer = {"startsOn": "2027-01-01", "endsOn": "2027-03-31", "cadence": "QUARTER"}
SIDE_BY_SIDE = """query ($filter: CycleFilter) { organization {
  cycles(filter: $filter) { totalCount nodes { key cadence state parent { key }
    cycles { nodes { key } } } } } }"""


@pytest.mark.row("R1-10")
async def test_cycles_of_several_rhythms_run_at_the_same_time(office: Office) -> None:
    year = await office.cycle("2027", **YEAR)
    trimester = await office.cycle("2027-T1", **TRIMESTER, parentId=year)
    quarter = await office.cycle("2027-Q1", **QUARTER, parentId=year)
    for cycle in (year, trimester, quarter):
        await office.check_in(await office.key_result(await office.objective(cycle)), "12")
    reader = await office.person()

    async def listed(**filtered: str) -> dict[str, Answer]:
        seen = (await reader.ask(SIDE_BY_SIDE, filter=filtered))["organization"]["cycles"]
        assert seen["totalCount"] == len(seen["nodes"])
        return {each["key"]: each for each in seen["nodes"]}

    everything = await listed(state="ACTIVE")
    assert {key: each["cadence"] for key, each in everything.items()} == {
        "2027": "YEAR",
        "2027-T1": "TRIMESTER",
        "2027-Q1": "QUARTER",
    }
    assert everything["2027"]["cycles"] == {"nodes": [{"key": "2027-T1"}, {"key": "2027-Q1"}]}
    assert (await listed(cadence="QUARTER")).keys() == {"2027-Q1"}
    assert (await listed(parentId=year)).keys() == {"2027-T1", "2027-Q1"}
    assert await listed(state="PLANNING") == {}


@pytest.mark.row("R2-07")
async def test_a_quarterly_objective_carries_an_annual_one(office: Office) -> None:
    year = await office.cycle("2027", **YEAR)
    quarter = await office.cycle("2027-Q1", **QUARTER, parentId=year)
    annual, quarterly = await office.objective(year), await office.objective(quarter)
    await office.align(quarterly, annual, rollUp="MEAN")

    await office.check_in(await office.key_result(quarterly), "13")

    supporters = "supporters { nodes { from { cycle { parent { key } } } } }"
    seen = await office.seen(
        "Objective", annual, f"progress {{ value }} cycle {{ key }} {supporters}"
    )
    assert seen == {
        "progress": {"value": "0.3"},
        "cycle": {"key": "2027"},
        "supporters": {"nodes": [{"from": {"cycle": {"parent": {"key": "2027"}}}}]},
    }


@pytest.mark.row("R2-18")
async def test_short_and_long_term_goals_are_told_apart(office: Office) -> None:
    spans = {
        "year": ("2027-01-01", "2027-12-31", "LONG_TERM"),
        "beyond half a year": ("2027-07-01", "2028-01-01", "LONG_TERM"),
        "half a year": ("2027-07-01", "2027-12-31", "SHORT_TERM"),
        "day": ("2027-01-01", "2027-01-01", "SHORT_TERM"),
    }
    made = {
        await office.objective(await office.cycle(key, startsOn=first, endsOn=last)): horizon
        for key, (first, last, horizon) in spans.items()
    }
    reader = await office.person()
    document = """query ($filter: ObjectiveFilter!) { organization {
      objectives(filter: $filter) { totalCount nodes { id horizon } } } }"""

    for horizon in ("LONG_TERM", "SHORT_TERM"):
        seen = await reader.ask(document, filter={"horizon": horizon})
        expected = [{"id": each, "horizon": horizon} for each in made if made[each] == horizon]
        assert seen["organization"]["objectives"] == {"totalCount": 2, "nodes": expected}
