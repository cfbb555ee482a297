"""Establishing a baseline through the running server: a change by so much waits for its start."""

from typing import Any

import pytest

from tests.graph.office import RISING, Office

WAITING = {"kind": "INCREASE", "unit": "sessions", "changePercent": "15"}
FOUND = {"baseline": "200", "baselineSource": "Session log", "baselineOn": "2026-11-01"}
SHOWS = """current baselineState metric { baseline target changePercent baselineSource baselineFrom
  baselineOn } progress { value raw because formula } score { computedOriginal }"""


async def _waiting(office: Office, metric: dict[str, Any] | None = None) -> str:
    return await office.key_result(await office.objective(await office.cycle()), metric or WAITING)


async def _establish(office: Office, key_result: str, **said: Any) -> None:
    await office.admin.do(
        "establishBaseline", "keyResult { id }", keyResultId=key_result, **(FOUND | said)
    )


@pytest.mark.row("R1-37")
async def test_reports_are_kept_and_progress_waits_until_it_is_known_where_it_started(
    office: Office,
) -> None:
    key_result = await _waiting(office)
    seen = await office.seen("KeyResult", key_result, SHOWS)
    assert (seen["current"], seen["baselineState"], seen["score"]) == (None, "MISSING", None)
    assert seen["metric"]["target"] is None

    await office.check_in(key_result, "215")
    seen = await office.seen("KeyResult", key_result, SHOWS)
    assert seen["current"] == "215"
    assert seen["progress"] == {
        "value": None,
        "raw": None,
        "because": "It is not known yet where it started.",
        "formula": "linear/1",
    }

    await _establish(office, key_result)
    assert await office.seen("KeyResult", key_result, SHOWS) == {
        "current": "215",
        "baselineState": "KNOWN",
        "metric": {
            "baseline": "200",
            "target": "230",
            "changePercent": "15",
            "baselineSource": "Session log",
            "baselineFrom": None,
            "baselineOn": "2026-11-01",
        },
        "progress": {"value": "0.5", "raw": "0.5", "because": None, "formula": "linear/1"},
        "score": {"computedOriginal": "0.5"},
    }


async def test_what_contributors_added_before_counts_from_where_it_started(
    office: Office,
) -> None:
    key_result, bob = await _waiting(office), await office.person()
    await office.contributor(key_result, bob)
    await office.check_in(key_result, "6", by=bob)
    seen = await office.seen("KeyResult", key_result, "current progress { because }")
    assert seen["current"] is None
    whole = await office.check_in(key_result, "209", whole=True)
    await office.check_in(key_result, "12", by=bob)
    assert (await office.seen("KeyResult", key_result, "current"))["current"] == "215"

    await _establish(office, key_result)
    assert (await office.seen("KeyResult", key_result, "current"))["current"] == "215"

    await office.admin.do(
        "retractCheckIn", "checkIn { id }", checkInId=whole, reason="Counted wrongly."
    )
    assert (await office.seen("KeyResult", key_result, "current"))["current"] == "212"


async def test_a_baseline_is_taken_over_a_span(office: Office) -> None:
    key_result = await _waiting(office)
    await _establish(office, key_result, baselineFrom="2026-10-01", baselineOn="2026-10-31")
    seen = await office.seen("KeyResult", key_result, SHOWS)
    assert seen["metric"]["baselineFrom"] == "2026-10-01"
    assert seen["metric"]["baselineOn"] == "2026-10-31"


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"baseline": "0"}, "baseline"),
        ({"baselineSource": " "}, "baselineSource"),
        ({"baselineOn": "2999-01-01"}, "baselineOn"),
        ({"baselineFrom": "2026-11-02"}, "baselineFrom"),
        ({"baselineFrom": "2026-10-01", "baselineOn": None}, "baselineFrom"),
    ],
)
async def test_a_baseline_that_cannot_be_is_refused(
    office: Office, said: dict[str, Any], path: str
) -> None:
    key_result = await _waiting(office)
    refused = await office.admin.refused(
        "establishBaseline", "keyResult", keyResultId=key_result, **(FOUND | said)
    )
    assert refused == [("INVALID", f"input.{path}")]
    seen = await office.seen("KeyResult", key_result, "baselineState")
    assert seen == {"baselineState": "MISSING"}


@pytest.mark.parametrize("metric", [RISING, {"kind": "DONE"}, WAITING | {"baseline": "100"}])
async def test_a_baseline_is_established_where_it_is_missing(
    office: Office, metric: dict[str, Any]
) -> None:
    key_result = await _waiting(office, metric)
    refused = await office.admin.refused(
        "establishBaseline", "keyResult", keyResultId=key_result, **FOUND
    )
    assert refused == [("WRONG_STATE", "input.keyResultId")]


async def test_a_baseline_is_established_once_and_by_who_steers(office: Office) -> None:
    key_result, bob = await _waiting(office), await office.person()
    said = {"keyResultId": key_result, **FOUND}
    assert await bob.refused("establishBaseline", "keyResult", **said) == [("NOT_ALLOWED", "")]
    await _establish(office, key_result)
    assert await office.admin.refused("establishBaseline", "keyResult", **said) == [
        ("WRONG_STATE", "input.keyResultId")
    ]
