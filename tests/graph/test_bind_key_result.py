"""Key results that follow KPIs, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

RISING = {"kind": "INCREASE", "unit": "%", "baseline": "90", "target": "100"}
SHOWS = """current progress { value } kpi { id } checkIns { nodes {
  value occurredOn author { id } kpiValue { id } correctedBy { id } } }"""


async def bound(office: Office, kpi: str | None, **said: Any) -> tuple[str, str]:
    """An objective with a key result that follows a KPI."""
    objective = await office.objective(await office.cycle(), **said)
    key_result = await office.key_result(objective, RISING)
    await bind(office.admin, key_result, kpi)
    return objective, key_result


async def bind(by: Client, key_result: str, kpi: str | None) -> None:
    said = {"keyResultId": key_result, "kpiId": kpi, "reason": "It is the same."}
    await by.do("bindKeyResult", "keyResult { id }", **said)


@pytest.mark.row("R1-52")
async def test_its_value_follows_what_is_measured_and_tells_where_that_comes_from(
    office: Office,
) -> None:
    kpi, bob = await office.kpi(), await office.person()
    await office.admin.do(
        "grantPermission", "person { id }", personId=str(bob.person_id), permission="MANAGE"
    )
    old = await office.measured(kpi, "92", occurredOn="2026-10-05")
    objective, key_result = await bound(office, kpi)
    seen = await office.seen("KeyResult", key_result, SHOWS)
    assert (seen["current"], seen["kpi"]) == ("92", {"id": kpi})

    new = await office.measured(kpi, "95", by=bob, occurredOn="2026-10-06")

    seen = await office.seen("KeyResult", key_result, SHOWS)
    assert (seen["current"], seen["progress"]) == ("95", {"value": "0.5"})
    admin = str(office.admin.person_id)
    assert [
        (each["value"], each["occurredOn"], each["author"]["id"], each["kpiValue"]["id"])
        for each in seen["checkIns"]["nodes"]
    ] == [("92", "2026-10-05", admin, old), ("95", "2026-10-06", str(bob.person_id), new)]
    above = await office.seen("Objective", objective, "progress { value }")
    assert above == {"progress": {"value": "0.5"}}
    followers = await office.seen("Kpi", kpi, "keyResults { id }")
    assert followers == {"keyResults": [{"id": key_result}]}


async def test_what_was_wrong_is_put_right_in_its_place(office: Office) -> None:
    kpi = await office.kpi()
    _, key_result = await bound(office, kpi)
    wrong = await office.measured(kpi, "9", occurredOn="2026-10-05")
    said = {"kpiValueId": wrong, "value": "93", "reason": "A slip."}
    await office.admin.do("correctKpiValue", "kpiValue { id }", **said)

    seen = await office.seen("KeyResult", key_result, SHOWS)
    slip, right = seen["checkIns"]["nodes"]
    assert (seen["current"], slip["value"], slip["kpiValue"]) == ("93", "9", {"id": wrong})
    assert (slip["correctedBy"] is not None, right["correctedBy"]) == (True, None)
    series = "values(along: RECORDED) { nodes { checkIn { kpiValue { value } } } }"
    points = (await office.seen("KeyResult", key_result, series))["values"]["nodes"]
    told = [each["checkIn"]["kpiValue"]["value"] for each in points if each["checkIn"]]
    assert told == ["9", "93"]


async def test_numbers_are_said_of_the_kpi_alone_and_words_of_both(office: Office) -> None:
    kpi = await office.kpi()
    _, key_result = await bound(office, kpi)
    await office.measured(kpi, "95", occurredOn="2026-10-05")
    seen = await office.seen("KeyResult", key_result, "checkIns { nodes { id } }")
    of_it = {"checkInId": seen["checkIns"]["nodes"][0]["id"], "reason": "So."}

    by_hand = await office.admin.refused(
        "recordCheckIn", "checkIn", keyResultId=key_result, value="99"
    )
    assert by_hand == [("INVALID", "input.value")]
    for mutation, words in (("correctCheckIn", {"value": "99"}), ("retractCheckIn", {})):
        refused = await office.admin.refused(mutation, "checkIn", **of_it, **words)
        assert refused == [("WRONG_STATE", "input.checkInId")]

    await office.check_in(key_result, None, note="It goes well.", confidence="0.9")
    seen = await office.seen("KeyResult", key_result, "current confidence")
    assert seen == {"current": "95", "confidence": "0.9"}


async def test_what_lies_outside_of_its_days_is_not_its_value(office: Office) -> None:
    kpi = await office.kpi()
    await office.measured(kpi, "91", occurredOn="2026-09-30")
    _, key_result = await bound(office, kpi)
    assert (await office.seen("KeyResult", key_result, SHOWS))["current"] is None

    await office.measured(kpi, "95", occurredOn="2026-10-05")
    await bind(office.admin, key_result, None)
    await office.measured(kpi, "99", occurredOn="2026-10-06")

    seen = await office.seen("KeyResult", key_result, SHOWS)
    assert (seen["current"], seen["kpi"]) == ("95", None)


@pytest.mark.parametrize(
    ("metric", "path"),
    [({"kind": "DONE"}, "keyResultId"), (RISING | {"unit": "customers"}, "kpiId")],
)
async def test_what_no_such_number_measures_follows_none(
    office: Office, metric: dict[str, Any], path: str
) -> None:
    kpi, objective = await office.kpi(), await office.objective(await office.cycle())
    key_result = await office.key_result(objective, metric)
    said = {"keyResultId": key_result, "kpiId": kpi, "reason": "So."}
    assert await office.admin.refused("bindKeyResult", "keyResult", **said) == [
        ("INVALID", f"input.{path}")
    ]


async def test_what_follows_a_number_stays_measured_by_one(office: Office) -> None:
    _, key_result = await bound(office, await office.kpi())
    said = {"keyResultId": key_result, "metric": {"kind": "DONE"}, "category": "OTHER"}
    assert await office.admin.refused("reviseKeyResult", "keyResult", **said, reason="So.") == [
        ("INVALID", "input.metric.kind")
    ]


async def test_who_takes_no_part_learns_of_no_private_follower(office: Office) -> None:
    kpi = await office.kpi()
    _, key_result = await bound(office, kpi, visibility="PRIVATE")
    await office.measured(kpi, "95", occurredOn="2026-10-05")
    shows = "keyResults { id } events(last: 9) { nodes { __typename } }"

    mine = await office.seen("Kpi", kpi, shows, office.admin)
    theirs = await office.seen("Kpi", kpi, shows)

    assert (mine["keyResults"], theirs["keyResults"]) == ([{"id": key_result}], [])
    kinds = [each["__typename"] for each in theirs["events"]["nodes"]]
    assert kinds == ["KpiAdded", "KpiValueRecorded"]
