"""Ratios: what was counted, and of how much, as somebody else sees it."""

from typing import Any

import pytest

from tests.graph.office import Office

FIXED = {
    "kind": "AT_LEAST",
    "target": "90",
    "quantity": "PERCENT",
    "numerator": "bugs fixed within the limit",
    "denominator": "bugs reported",
    "within": "48 hours",
}
SHARE = {"kind": "INCREASE", "quantity": "RATIO", "baseline": "0.2", "target": "0.4"}
REPORTS = "current progress { value } checkIns { nodes { value numerator denominator } }"


async def _measured(office: Office, metric: dict[str, Any]) -> str:
    return await office.key_result(await office.objective(await office.cycle()), metric)


@pytest.mark.row("R2-47")
@pytest.mark.row("R1-105")
@pytest.mark.row("R2-17")
async def test_a_share_within_a_limit_is_reported_as_what_was_counted_of_how_much(
    office: Office,
) -> None:
    key_result = await _measured(office, FIXED)
    await office.check_in(key_result, numerator="40", denominator="48")
    seen = await office.seen("KeyResult", key_result, REPORTS)
    assert (seen["current"], seen["progress"]["value"]) == ("83.333333333333", "0")

    await office.check_in(key_result, numerator="45", denominator="50")

    shows = "metric { kind target numerator denominator within quantity }"
    assert (await office.seen("KeyResult", key_result, shows))["metric"] == FIXED
    assert await office.seen("KeyResult", key_result, REPORTS) == {
        "current": "90",
        "progress": {"value": "1"},
        "checkIns": {
            "nodes": [
                {"value": "83.333333333333", "numerator": "40", "denominator": "48"},
                {"value": "90", "numerator": "45", "denominator": "50"},
            ]
        },
    }


@pytest.mark.row("R3-27")
@pytest.mark.parametrize(
    ("metric", "report", "current"),
    [
        (
            {"kind": "DECREASE", "quantity": "DURATION", "unit": "days"}
            | {"baseline": "45", "target": "30"},
            {"value": "37.5"},
            "37.5",
        ),
        ({"kind": "INCREASE", "baseline": "3.8", "target": "4.5"}, {"value": "4.15"}, "4.15"),
        (SHARE, {"numerator": "9", "denominator": "30"}, "0.3"),
    ],
)
async def test_durations_decimals_and_shares_come_half_way(
    office: Office, metric: dict[str, str], report: dict[str, Any], current: str
) -> None:
    key_result = await _measured(office, metric)
    await office.check_in(key_result, **report)
    seen = await office.seen("KeyResult", key_result, "current progress { value }")
    assert seen == {"current": current, "progress": {"value": "0.5"}}


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"numerator": "3"}, "denominator"),
        ({"denominator": "3"}, "numerator"),
        ({"numerator": "3", "denominator": "0"}, "denominator"),
        ({"numerator": "3", "denominator": "-1"}, "denominator"),
        ({"numerator": "3", "denominator": "4", "value": "0.75"}, "value"),
    ],
)
async def test_a_ratio_has_two_numbers_and_no_third(
    office: Office, said: dict[str, str], path: str
) -> None:
    key_result = await _measured(office, SHARE)
    refused = await office.admin.refused("recordCheckIn", "checkIn", keyResultId=key_result, **said)
    assert refused == [("INVALID", f"input.{path}")]


async def test_only_ratios_are_counted_out_of_something(office: Office) -> None:
    key_result = await _measured(office, {"kind": "AT_LEAST", "target": "3"})
    said = {"keyResultId": key_result, "numerator": "3", "denominator": "4"}
    assert await office.admin.refused("recordCheckIn", "checkIn", **said) == [
        ("INVALID", "input.numerator")
    ]
    objective = await office.objective(await office.cycle("2027"))
    plain = FIXED | {"quantity": "NUMBER"}
    refused = await office.admin.refused(
        "addKeyResult", "keyResult", objectiveId=objective, title="Bugs", metric=plain
    )
    names = ("numerator", "denominator", "within")
    assert refused == [("INVALID", f"input.metric.{each}") for each in names]


async def test_corrections_carry_what_was_counted(office: Office) -> None:
    key_result = await _measured(office, SHARE)
    report = await office.check_in(key_result, numerator="9", denominator="30")

    async def correct(check_in: str, **said: str) -> str:
        said = {"checkInId": check_in, "reason": "A slip.", **said}
        made = await office.admin.do("correctCheckIn", "checkIn { id }", **said)
        return str(made["id"])

    report = await correct(report, denominator="36")
    assert (await office.seen("KeyResult", key_result, "current"))["current"] == "0.25"
    report = await correct(report, value="0.4")
    shows = "value numerator denominator"
    assert await office.seen("CheckIn", report, shows) == {
        "value": "0.4",
        "numerator": None,
        "denominator": None,
    }
    report = await correct(report, numerator="1", denominator="3")
    assert (await office.seen("CheckIn", report, shows))["value"] == "0.333333333333"
