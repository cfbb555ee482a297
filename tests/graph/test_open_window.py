"""Windows through the running server: which days are measured, and the event they wait for."""

from typing import Any

import pytest

from tests.graph.office import RISING, Office

SALES = {"kind": "AT_LEAST", "target": "5000", "unit": "units"}
AFTER = SALES | {"opensWith": "Launch", "openForDays": 30}
WINDOW = "metric { opensOn closesOn opensWith openForDays }"


async def _measured(office: Office, metric: dict[str, Any], **said: Any) -> str:
    return await office.key_result(await office.objective(await office.cycle()), metric, **said)


async def _open(office: Office, key_result: str, **said: Any) -> None:
    await office.admin.do("openWindow", "keyResult { id }", keyResultId=key_result, **said)


@pytest.mark.row("R2-50")
async def test_what_is_measured_from_an_event_on_waits_for_it(office: Office) -> None:
    key_result = await _measured(office, AFTER)
    report = {"keyResultId": key_result, "value": "10"}
    waits = [("WRONG_STATE", "input.keyResultId")]
    assert await office.admin.refused("recordCheckIn", "checkIn", **report) == waits
    await office.check_in(key_result, note="The launch is near.")

    await _open(office, key_result, occurredOn="2026-11-03")

    assert (await office.seen("KeyResult", key_result, WINDOW))["metric"] == {
        "opensOn": "2026-11-03",
        "closesOn": "2026-12-03",
        "opensWith": "Launch",
        "openForDays": 30,
    }
    outside = report | {"occurredOn": "2026-11-02"}
    assert await office.admin.refused("recordCheckIn", "checkIn", **outside) == [
        ("INVALID", "input.occurredOn")
    ]
    await office.check_in(key_result, "5000", occurredOn="2026-11-03")
    seen = await office.seen("KeyResult", key_result, "progress { value }")
    assert seen == {"progress": {"value": "1"}}


@pytest.mark.row("R1-106")
async def test_a_baseline_and_a_measure_each_have_their_days(office: Office) -> None:
    size = {"kind": "INCREASE", "quantity": "CURRENCY", "unit": "EUR", "baseline": "2000"}
    size |= {"changePercent": "15", "baselineSource": "Sales system"}
    days = {"baselineFrom": "2026-07-01", "baselineOn": "2026-09-30"}
    days |= {"opensOn": "2026-11-01", "closesOn": "2026-11-10"}
    key_result = await _measured(office, size | days)

    for day, refused in (("2026-10-31", True), ("2026-11-01", False), ("2026-11-11", True)):
        said = {"keyResultId": key_result, "value": "2150", "occurredOn": day}
        payload = await office.admin.command("recordCheckIn", "checkIn { id }", said)
        told = [(each["code"], each["path"]) for each in payload["refusals"]]
        assert told == ([("INVALID", ["input", "occurredOn"])] if refused else [])
    today = {"keyResultId": key_result, "value": "9999"}
    assert await office.admin.refused("recordCheckIn", "checkIn", **today) == [
        ("INVALID", "input.occurredOn")
    ]

    shows = f"current metric {{ target {' '.join(days)} }} progress {{ value }}"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "2150",
        "metric": {"target": "2300", **days},
        "progress": {"value": "0.5"},
    }


async def test_a_revision_does_not_wait_again_for_what_has_happened(office: Office) -> None:
    key_result = await _measured(office, AFTER, verb="Sell", counted="bicycles")
    await _open(office, key_result, occurredOn="2026-11-03")
    why = {"reason": "Longer.", "category": "OTHER", "keyResultId": key_result}
    later = AFTER | {"openForDays": 45}
    await office.admin.do("reviseKeyResult", "keyResult { id }", metric=later, **why)

    seen = await office.seen("KeyResult", key_result, f"{WINDOW} statement")
    assert seen["metric"]["opensOn"] == "2026-11-03"
    assert seen["metric"]["closesOn"] == "2026-12-18"
    sentence = "Sell bicycles at or above 5000 units within 45 days of Launch"
    assert seen["statement"] == sentence


async def test_a_window_opens_once_with_its_event_and_not_in_the_future(office: Office) -> None:
    key_result, bob = await _measured(office, AFTER), await office.person()
    said = {"keyResultId": key_result}
    assert await bob.refused("openWindow", "keyResult", **said) == [("NOT_ALLOWED", "")]
    future = said | {"occurredOn": "2999-01-01"}
    assert await office.admin.refused("openWindow", "keyResult", **future) == [
        ("INVALID", "input.occurredOn")
    ]
    await _open(office, key_result)
    again = [("WRONG_STATE", "input.keyResultId")]
    assert await office.admin.refused("openWindow", "keyResult", **said) == again
    plain = await office.key_result(await office.objective(await office.cycle("2027")))
    assert await office.admin.refused("openWindow", "keyResult", keyResultId=plain) == again


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"opensOn": "2026-11-02", "closesOn": "2026-11-01"}, "closesOn"),
        ({"openForDays": 3}, "openForDays"),
        ({"opensOn": "2026-11-02", "openForDays": 0}, "openForDays"),
        ({"opensWith": "Launch", "openForDays": 3, "closesOn": "2026-12-01"}, "closesOn"),
        ({"opensWith": " "}, "opensWith"),
        ({"opensWith": "Launch", "openForDays": 2**31 - 1}, "openForDays"),
        ({"opensOn": "9999-12-31", "openForDays": 3}, "opensOn"),
    ],
)
async def test_a_window_opens_and_closes_once(
    office: Office, said: dict[str, Any], path: str
) -> None:
    objective = await office.objective(await office.cycle())
    refused = await office.admin.refused(
        "addKeyResult", "keyResult", objectiveId=objective, title="Sell", metric=RISING | said
    )
    assert refused == [("INVALID", f"input.metric.{path}")]
