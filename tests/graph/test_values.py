"""Series of values: as they were known, and as they are known now to have been true."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from server.okr.alignments import align_objective
from server.okr.check_ins import record_check_in
from server.okr.corrections import correct_check_in, retract_check_in
from server.okr.objectives import activate_objective, create_objective
from server.okr.terms import RollUp
from tests.graph.earlier import Earlier
from tests.graph.office import Office

SHOWN = "on current value raw confidence position checkIn { id }"


async def values(
    earlier: Earlier, kind: str, noun: Any, said: str, as_of: str | None = None
) -> Any:
    shows = f"values({said}) {{ totalCount nodes {{ {SHOWN} }} }}"
    shown = (await earlier.seen(kind, noun, shows, as_of))["values"]
    assert shown["totalCount"] >= len(shown["nodes"])
    return shown["nodes"]


async def reported(earlier: Earlier) -> tuple[Any, Any, list[Any]]:
    """10 on the 6th, 99 by mistake on the 8th, 20 as is told on the 9th; then 30 of the 7th."""
    objective, key_result = await earlier.a_quarter()

    async def report(at: str, day: int, value: int, **said: Any) -> Any:
        said |= {"key_result_id": key_result, "value": Decimal(value)}
        return await earlier.do(at, record_check_in, occurred_on=date(2025, 1, day), **said)

    first = await report("2025-01-06T10:00", 6, 10, confidence=Decimal("0.5"))
    wrong = await report("2025-01-08T10:00", 8, 99)
    amended = {"check_in_id": wrong.check_in_id, "reason": "A slip.", "value": Decimal(20)}
    right = await earlier.do("2025-01-09T10:00", correct_check_in, **amended)
    late = await report("2025-01-14T10:00", 7, 30)
    return objective, key_result, [first, wrong, right, late]


@pytest.mark.row("R2-16")
async def test_what_was_known_and_what_was_true_are_two_series(earlier: Earlier) -> None:
    objective, key_result, facts = await reported(earlier)
    first, wrong, right, late = (str(each.check_in_id) for each in facts)

    known = await values(earlier, "KeyResult", key_result, "along: RECORDED")
    true = await values(earlier, "KeyResult", key_result, "along: OCCURRED")
    above = await values(earlier, "Objective", objective, "first: 100")

    def told(points: Any) -> Any:
        return [(p["on"], p["current"], p["checkIn"] and p["checkIn"]["id"]) for p in points]

    assert told(known) == [
        ("2025-01-01", None, None),
        ("2025-01-06", "10", first),
        ("2025-01-08", "99", wrong),
        ("2025-01-09", "20", right),
        ("2025-01-14", "20", late),
    ]
    assert told(true) == [
        ("2025-01-06", "10", first),
        ("2025-01-07", "30", late),
        ("2025-01-08", "20", right),
    ]
    assert [each["value"] for each in true] == ["0.1", "0.3", "0.2"]
    assert {each["confidence"] for each in true} == {"0.5"}
    assert [(p["on"], p["value"]) for p in above] == [
        ("2025-01-01", None),
        ("2025-01-06", "0.1"),
        ("2025-01-08", "0.99"),
        ("2025-01-09", "0.2"),
    ]
    shows = "trend { startsOn endsOn firstValue lastValue change perWeek tendency }"
    trend = shows.replace("trend", "trend(along: OCCURRED)")
    assert (await earlier.seen("KeyResult", key_result, trend))["trend"] == {
        "startsOn": "2025-01-06",
        "endsOn": "2025-01-08",
        "firstValue": "0.1",
        "lastValue": "0.2",
        "change": "0.1",
        "perWeek": "0.35",
        "tendency": "RISING",
    }
    falling = shows.replace("trend", 'trend(since: "2025-01-08")')
    assert (await earlier.seen("Objective", objective, falling))["trend"]["tendency"] == "FALLING"
    silent = shows.replace("trend", 'trend(until: "2025-01-05")')
    assert (await earlier.seen("Objective", objective, silent))["trend"] is None


async def test_values_are_read_at_the_end_of_each_day_or_week(earlier: Earlier) -> None:
    objective, key_result, _ = await reported(earlier)

    async def read(kind: str, noun: Any, said: str) -> Any:
        shown = await values(earlier, kind, noun, said)
        return [(each["on"][-5:], each["value"]) for each in shown]

    until = 'until: "2025-01-15"'
    assert await read("KeyResult", key_result, f"every: WEEK, {until}") == [
        ("01-05", None),
        ("01-12", "0.2"),
        ("01-15", "0.2"),
    ]
    daily = await read("KeyResult", key_result, f'every: DAY, since: "2025-01-07", {until}')
    assert daily[:4] == [("01-07", "0.1"), ("01-08", "0.99"), ("01-09", "0.2"), ("01-10", "0.2")]
    assert len(daily) == 9
    true = await read("KeyResult", key_result, f"along: OCCURRED, every: WEEK, {until}")
    assert true == [("01-12", "0.2"), ("01-15", "0.2")]
    assert (await read("Objective", objective, f"every: DAY, {until}"))[7] == ("01-08", "0.99")
    today = datetime.now(UTC).date().isoformat()
    last = await values(earlier, "Objective", objective, 'every: DAY, last: 1, until: "9999-12-31"')
    assert [each["on"] for each in last] == [today]


async def test_what_was_retracted_was_never_true_but_was_once_known(earlier: Earlier) -> None:
    _, key_result, (_, _, right, late) = await reported(earlier)
    for report in (right, late):
        said = {"check_in_id": report.check_in_id, "reason": "Not so."}
        await earlier.do("2025-01-20T10:00", retract_check_in, **said)

    true = await values(earlier, "KeyResult", key_result, "along: OCCURRED")
    known = await values(earlier, "KeyResult", key_result, "along: RECORDED")

    assert [each["current"] for each in true] == ["10"]
    assert [each["current"] for each in known] == [None, "10", "99", "20", "20", "30", "10"]


async def test_later_facts_are_absent_from_values_of_the_past(earlier: Earlier) -> None:
    objective, key_result, _ = await reported(earlier)
    then = "2025-01-08T12:00:00"

    known = await values(earlier, "KeyResult", key_result, "along: RECORDED", then)
    true = await values(earlier, "KeyResult", key_result, "along: OCCURRED", then)
    daily = await values(earlier, "Objective", objective, "every: DAY", then)
    above = await values(earlier, "Objective", objective, "along: OCCURRED", then)

    assert [each["current"] for each in known] == [None, "10", "99"]
    assert [each["current"] for each in true] == ["10", "99"]
    assert [each["value"] for each in above] == ["0.1", "0.99"]
    assert [(each["on"], each["value"]) for each in daily][-2:] == [
        ("2025-01-07", "0.1"),
        ("2025-01-08", "0.99"),
    ]


async def test_the_values_of_an_objective_tell_what_moved_it_from_below(earlier: Earlier) -> None:
    below, _, (first, *_) = await reported(earlier)
    at, owner = "2025-01-15T08:00", earlier.organization.actor.id
    cycle = (await earlier.seen("Objective", below, "cycle { id }"))["cycle"]["id"]
    made = await earlier.do(
        at, create_objective, cycle_id=cycle, title="Above", owner_person_id=owner
    )
    above = made.objective_id
    await earlier.do(at, activate_objective, objective_id=above)
    edge = {"objective_id": below, "to_objective_id": above, "roll_up": RollUp.MEAN}
    await earlier.do("2025-01-16T08:00", align_objective, **edge)
    said = {"key_result_id": first.key_result_id, "value": Decimal(50)}
    last = await earlier.do(
        "2025-01-17T08:00", record_check_in, occurred_on=date(2025, 1, 17), **said
    )

    points = await values(earlier, "Objective", above, "first: 10")
    true = await values(earlier, "Objective", above, "along: OCCURRED")

    assert [(each["on"], each["value"]) for each in points] == [
        ("2025-01-15", None),
        ("2025-01-16", "0.2"),
        ("2025-01-17", "0.5"),
    ]
    assert points[-1]["checkIn"] == {"id": str(last.check_in_id)}
    assert [(each["on"], each["value"]) for each in true] == [
        ("2025-01-06", "0.1"),
        ("2025-01-07", "0.3"),
        ("2025-01-08", "0.2"),
        ("2025-01-17", "0.5"),
    ]


async def test_a_day_begins_where_the_organization_is(http: Any, tokens: Any, handler: Any) -> None:
    earlier = await Earlier.begin(http, tokens, handler, "Pacific/Auckland")
    _, key_result = await earlier.a_quarter()
    said = {"key_result_id": key_result, "value": Decimal(10), "occurred_on": date(2025, 1, 6)}
    await earlier.do("2025-01-06T12:00", record_check_in, **said)

    known = await values(earlier, "KeyResult", key_result, "first: 10")

    assert [each["on"] for each in known] == ["2025-01-01", "2025-01-07"]


async def test_what_was_known_while_it_was_private_stays_with_those_who_take_part(
    office: Office,
) -> None:
    bob = await office.person()
    objective = await office.objective(await office.cycle(), visibility="PRIVATE")
    key_result = await office.key_result(objective)
    await office.check_in(key_result, "12")
    shows = "values { totalCount nodes { current } } trend { firstValue }"
    daily = "values(every: DAY) { nodes { current } }"
    assert await office.seen("KeyResult", key_result, shows, bob) is None

    said = {"objectiveId": objective, "visibility": "ORGANIZATION", "reason": "It may be known."}
    await office.admin.do("editObjective", "objective { id }", **said)

    hidden = {"values": {"totalCount": 0, "nodes": []}, "trend": None}
    assert await office.seen("KeyResult", key_result, shows, bob) == hidden
    current = {"values": {"nodes": [{"current": "12"}]}}
    assert await office.seen("KeyResult", key_result, daily, bob) == current
    await office.check_in(key_result, "14")
    seen = await office.seen("KeyResult", key_result, shows, bob)
    assert seen["values"] == {"totalCount": 1, "nodes": [{"current": "14"}]}
    own = await office.seen("KeyResult", key_result, shows, office.admin)
    assert [each["current"] for each in own["values"]["nodes"]] == [None, "12", "14"]


async def test_a_series_has_windows_and_a_limit(office: Office) -> None:
    key_result = await office.started()
    for value in ("11", "12", "13"):
        await office.check_in(key_result, value)
    document = """query ($id: ID!, $first: Int, $after: String) { node(id: $id) {
      ... on KeyResult { values(along: OCCURRED, first: $first, after: $after) {
        edges { cursor node { current } } pageInfo { hasNextPage } } } } }"""

    async def page(**said: Any) -> Any:
        return (await office.admin.ask(document, id=key_result, **said))["node"]["values"]

    begun = await page(first=2)
    assert [each["node"]["current"] for each in begun["edges"]] == ["11", "12"]
    rest = await page(first=2, after=begun["edges"][-1]["cursor"])
    assert [each["node"]["current"] for each in rest["edges"]] == ["13"]
    assert rest["pageInfo"] == {"hasNextPage": False}
    [error] = await office.admin.errors(document, id=key_result, first=1_001)
    assert error["extensions"]["code"] == "INVALID"
