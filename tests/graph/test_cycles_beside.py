"""Two cycles beside each other: what went on, what is new, what was left, how scores changed."""

from typing import Any
from uuid import uuid4

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

BESIDE = """query ($id: ID!, $other: ID!) { node(id: $id) { ... on Cycle {
  comparedWith(cycleId: $other) {
    cycle { key } other { key } score otherScore scoreChange
    objectives { objective { title } other { title } score otherScore scoreChange }
    keyResults { keyResult { title } other { title } score otherScore scoreChange } } } } }"""


PERCENT = {"kind": "INCREASE", "unit": "%", "baseline": "90", "target": "100"}


async def beside(client: Client, cycle: str, other: str) -> Any:
    return (await client.ask(BESIDE, id=cycle, other=other))["node"]["comparedWith"]


def rows(found: Any, name: str, noun: str) -> list[tuple[Any, ...]]:
    """Titles and scores of what stands beside each other."""
    return [
        (
            each[noun] and each[noun]["title"],
            each["other"] and each["other"]["title"],
            *(each[score] for score in ("score", "otherScore", "scoreChange")),
        )
        for each in found[name]
    ]


async def two_cycles(office: Office) -> tuple[str, str]:
    """One objective is carried on and goes better, one is left behind, one is new."""
    first = await office.cycle()
    second = await office.cycle("2027-Q1", startsOn="2027-01-01", endsOn="2027-03-31")
    grown = await office.objective(first, title="Grow")
    left = await office.objective(first, title="Rest")
    key_result = await office.key_result(grown, title="Customers")
    await office.check_in(await office.key_result(left, title="Sleep"), "15")
    await office.check_in(key_result, "14")
    carried = await office.admin.do(
        "carryObjectiveForward",
        "objective { id keyResults { id } }",
        objectiveId=grown,
        cycleId=second,
    )
    await office.admin.do("activateObjective", "objective { id }", objectiveId=carried["id"])
    await office.check_in(carried["keyResults"][0]["id"], "17")
    new = await office.objective(second, title="Learn")
    await office.key_result(new, title="Courses")
    agreed = {"objectiveId": carried["id"], "kind": "AGREED", "score": "0.9"}
    await office.admin.do("scoreObjective", "objective { id }", **agreed)
    return first, second


@pytest.mark.row("R3-30")
async def test_a_cycle_stands_beside_the_one_before(office: Office) -> None:
    first, second = await two_cycles(office)
    reader = await office.person()

    found = await beside(reader, second, first)

    assert (found["cycle"]["key"], found["other"]["key"]) == ("2027-Q1", "2026-Q4")
    assert (found["score"], found["otherScore"], found["scoreChange"]) == ("0.9", "0.45", "0.45")
    assert rows(found, "objectives", "objective") == [
        ("Grow", "Grow", "0.9", "0.4", "0.5"),
        ("Learn", None, None, None, None),
        (None, "Rest", None, "0.5", None),
    ]
    again = rows(found, "keyResults", "keyResult")
    assert again[1:] == [
        ("Courses", None, None, None, None),
        (None, "Sleep", None, "0.5", None),
    ]
    assert again[0][:2] == ("Customers", "Customers")
    back = await beside(reader, first, second)
    assert rows(back, "objectives", "objective")[0] == ("Grow", "Grow", "0.4", "0.9", "-0.5")


async def test_what_the_viewer_does_not_see_stands_beside_nothing(office: Office) -> None:
    first, second = await two_cycles(office)
    await office.objective(second, title="Secret", visibility="PRIVATE")
    reader = await office.person()

    for client, seen in ((reader, False), (office.admin, True)):
        found = rows(await beside(client, second, first), "objectives", "objective")
        assert ("Secret" in {each[0] for each in found}) == seen
    assert await beside(reader, second, str(uuid4())) is None


@pytest.mark.row("R1-06")
async def test_scores_and_what_is_measured_all_the_time_are_compared(office: Office) -> None:
    first = await office.cycle("2026-Q3", startsOn="2026-07-01", endsOn="2026-09-30")
    second, kpi, other = await office.cycle(), await office.kpi(), await office.kpi()

    async def follows(cycle: str, kpi: str, **more: Any) -> None:
        objective = await office.objective(cycle, **more)
        key_result = await office.key_result(objective, PERCENT)
        said = {"keyResultId": key_result, "kpiId": kpi, "reason": "It is the same."}
        await office.admin.do("bindKeyResult", "keyResult { id }", **said)

    for cycle, day, value in ((first, "2026-09-09", "93"), (second, "2026-11-09", "96")):
        await follows(cycle, kpi)
        await office.measured(kpi, value, occurredOn=day)
    await follows(second, other, visibility="PRIVATE")

    document = """query ($id: ID!, $other: ID!) { node(id: $id) { ... on Cycle {
      comparedWith(cycleId: $other) { scoreChange kpis {
        kpi { id } value otherValue valueChange } } } } }"""
    reader = await office.person()
    found = (await reader.ask(document, id=second, other=first))["node"]["comparedWith"]
    assert found == {
        "scoreChange": "0.3",
        "kpis": [{"kpi": {"id": kpi}, "value": "96", "otherValue": "93", "valueChange": "3"}],
    }
    mine = (await office.admin.ask(document, id=second, other=first))["node"]["comparedWith"]
    assert [each["kpi"]["id"] for each in mine["kpis"]] == [kpi, other]
