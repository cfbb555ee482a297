"""What numbers are numbers of, and changes by so much, as somebody else sees them."""

from typing import Any

import pytest

from tests.graph.office import RISING, Office

LINE = {"kind": "INCREASE", "baseline": "10", "target": "20"}


async def _refused(office: Office, metric: dict[str, Any]) -> list[tuple[str, str]]:
    objective = await office.objective(await office.cycle())
    said = {"objectiveId": objective, "title": "Key result", "metric": metric}
    return await office.admin.refused("addKeyResult", "keyResult", **said)


async def _metric(office: Office, metric: dict[str, Any], *shown: str) -> dict[str, Any]:
    key_result = await office.key_result(await office.objective(await office.cycle()), metric)
    seen = await office.seen("KeyResult", key_result, f"metric {{ {' '.join(shown)} }}")
    found: dict[str, Any] = seen["metric"]
    return found


@pytest.mark.row("R1-27")
@pytest.mark.parametrize(
    ("quantity", "unit"),
    [
        ("NUMBER", "points"),
        ("PERCENT", "%"),
        ("PERCENT", None),
        ("COUNT", "customers"),
        ("RATE", "sessions a week"),
        ("RATIO", None),
        ("CURRENCY", "CHF"),
        ("DURATION", "hours"),
    ],
)
async def test_numbers_say_what_they_are_numbers_of(
    office: Office, quantity: str, unit: str | None
) -> None:
    said: dict[str, Any] = {"quantity": quantity, "unit": unit}
    objective = await office.objective(await office.cycle())
    await office.key_result(objective, {"kind": "BY_DATE", "by": "2026-12-24"})
    key_result = await office.key_result(objective, LINE | said)
    document = """query ($quantity: Quantity!) { organization {
      keyResults(filter: { quantity: $quantity }) { nodes { id metric { quantity unit } } } } }"""

    reader = await office.person()
    seen = (await reader.ask(document, quantity=quantity))["organization"]["keyResults"]
    assert seen == {"nodes": [{"id": key_result, "metric": said}]}


async def test_a_plain_number_is_what_goes_without_saying(office: Office) -> None:
    assert await _metric(office, RISING, "quantity") == {"quantity": "NUMBER"}


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"quantity": "CURRENCY"}, "unit"),
        ({"quantity": "CURRENCY", "unit": "$"}, "unit"),
        ({"quantity": "CURRENCY", "unit": "XYZ"}, "unit"),
        ({"quantity": "DURATION", "unit": "fortnights"}, "unit"),
        ({"quantity": "DURATION"}, "unit"),
        ({"quantity": "PERCENT", "unit": "customers"}, "unit"),
        ({"quantity": "COUNT", "target": "20.5"}, "target"),
        ({"quantity": "DATE"}, "quantity"),
    ],
)
async def test_a_unit_fits_its_quantity(office: Office, said: dict[str, Any], path: str) -> None:
    assert await _refused(office, LINE | said) == [("INVALID", f"input.metric.{path}")]


async def test_what_is_counted_is_reported_whole(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, LINE | {"quantity": "COUNT"})
    refused = await office.admin.refused(
        "recordCheckIn", "checkIn", keyResultId=key_result, value="12.5"
    )
    assert refused == [("INVALID", "input.value")]
    await office.check_in(key_result, "12.0")


@pytest.mark.row("R2-55")
async def test_money_of_one_currency_is_never_added_to_that_of_another(office: Office) -> None:
    objective, bob = await office.objective(await office.cycle()), await office.person()
    dollars = {"kind": "INCREASE", "quantity": "CURRENCY", "unit": "USD"}
    dollars |= {"baseline": "0", "target": "3000000"}
    key_result = await office.key_result(objective, dollars)
    await office.contributor(key_result, bob, "500000")

    said = {"keyResultId": key_result, "value": "250000"}
    assert await bob.refused("recordCheckIn", "checkIn", **said, unit="EUR") == [
        ("INVALID", "input.unit")
    ]
    await office.check_in(key_result, "250000.50", by=bob, unit="USD")
    refused = await office.admin.refused(
        "reviseKeyResult",
        "keyResult",
        keyResultId=key_result,
        reason="We report in euros.",
        category="OTHER",
        metric=dollars | {"unit": "EUR"},
    )
    assert refused == [("WRONG_STATE", "input.metric.unit")]

    shows = "current metric { quantity unit } progress { value }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "250000.5",
        "metric": {"quantity": "CURRENCY", "unit": "USD"},
        "progress": {"value": "0.0833335"},
    }


async def test_what_was_added_up_in_one_currency_does_not_become_another(office: Office) -> None:
    objective, bob = await office.objective(await office.cycle()), await office.person()
    euros = {"kind": "INCREASE", "quantity": "CURRENCY", "unit": "EUR"}
    euros |= {"baseline": "0", "target": "100"}
    dollars = euros | {"unit": "USD"}
    why = {"reason": "We report in dollars.", "category": "OTHER"}
    entries = await office.key_result(objective, euros | {"reading": "SUM"})
    shared = await office.key_result(objective, euros)
    await office.admin.do(
        "reviseKeyResult",
        "keyResult { id }",
        keyResultId=entries,
        metric=dollars | {"reading": "SUM"},
        **why,
    )
    await office.check_in(entries, "40", unit="USD")
    part = await office.contributor(shared, bob)
    await office.check_in(shared, "3", by=bob)
    await office.admin.do("removeContributor", "keyResult { id }", contributionId=part)

    for key_result, metric in ((entries, euros | {"reading": "SUM"}), (shared, dollars)):
        told = await office.admin.refused(
            "reviseKeyResult", "keyResult", keyResultId=key_result, metric=metric, **why
        )
        assert told == [("WRONG_STATE", "input.metric.unit")]
    shows = "current metric { unit }"
    assert await office.seen("KeyResult", entries, shows) == {
        "current": "40",
        "metric": {"unit": "USD"},
    }
    alone = await office.key_result(objective, euros)
    await office.check_in(alone, "40")
    await office.admin.do(
        "reviseKeyResult", "keyResult { id }", keyResultId=alone, metric=dollars, **why
    )


@pytest.mark.row("R1-37")
@pytest.mark.row("R2-17")
@pytest.mark.row("R3-26")
@pytest.mark.parametrize(
    ("kind", "baseline", "change", "target"),
    [
        ("INCREASE", "200", {"changePercent": "15"}, "230"),
        ("INCREASE", "33", {"changePercent": "0.1"}, "33.033"),
        ("INCREASE", "-200", {"changePercent": "10"}, "-180"),
        ("DECREASE", "40", {"changePercent": "50"}, "20"),
        ("DECREASE", "90", {"changePercent": "30"}, "63"),
    ],
)
async def test_the_target_follows_from_a_change_by_so_many_percent(
    office: Office, kind: str, baseline: str, change: dict[str, str], target: str
) -> None:
    dated = {"baselineSource": "Dashboard", "baselineOn": "2026-09-30"}
    said = {"kind": kind, "baseline": baseline, **dated, **change}
    assert await _metric(office, said, "target", "baseline", *dated, *change) == {
        "target": target,
        "baseline": baseline,
        **dated,
        **change,
    }


@pytest.mark.row("R2-54")
@pytest.mark.parametrize(
    ("said", "target", "reports"),
    [
        ({"kind": "DECREASE", "unit": "hours", "baseline": "24", "target": "12"}, "12", "18"),
        ({"kind": "DECREASE", "unit": "days", "baseline": "90", "target": "75"}, "75", "82.5"),
        ({"kind": "DECREASE", "unit": "seconds", "baseline": "7", "changeBy": "2"}, "5", "6"),
        ({"kind": "INCREASE", "unit": "minutes", "baseline": "3", "changeBy": "5"}, "8", "5.5"),
    ],
)
async def test_durations_have_a_unit_and_get_longer_or_shorter_by_so_much(
    office: Office, said: dict[str, str], target: str, reports: str
) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, said | {"quantity": "DURATION"})
    await office.check_in(key_result, reports, unit=said["unit"])

    shows = "metric { unit target } progress { value }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "metric": {"unit": said["unit"], "target": target},
        "progress": {"value": "0.5"},
    }
    refused = await office.admin.refused(
        "recordCheckIn", "checkIn", keyResultId=key_result, value="6", unit="weeks"
    )
    assert refused == [("INVALID", "input.unit")]


@pytest.mark.parametrize(
    ("said", "path"),
    [
        (RISING | {"changePercent": "10"}, "changePercent"),
        ({"kind": "INCREASE", "changePercent": "10", "changeBy": "1"}, "changeBy"),
        ({"kind": "DECREASE", "baseline": "5", "changePercent": "-10"}, "changePercent"),
        ({"kind": "DECREASE", "baseline": "5", "changeBy": "0"}, "changeBy"),
        ({"kind": "INCREASE", "baseline": "0", "changePercent": "10"}, "changePercent"),
        ({"kind": "AT_LEAST", "target": "5", "changeBy": "2"}, "changeBy"),
        ({"kind": "INCREASE", "changeBy": "2", "baselineSource": "Log"}, "baselineSource"),
    ],
)
async def test_a_change_is_stated_once_and_says_how_much(
    office: Office, said: dict[str, Any], path: str
) -> None:
    assert await _refused(office, said) == [("INVALID", f"input.metric.{path}")]


async def test_a_revision_shows_the_change_before_and_after(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    said = {"kind": "DECREASE", "baseline": "40", "changePercent": "50"}
    key_result = await office.key_result(objective, said)
    await office.check_in(key_result, "30")
    await office.admin.do(
        "reviseKeyResult",
        "keyResult { id }",
        keyResultId=key_result,
        reason="Half was too much.",
        category="NEW_INFORMATION",
        metric=said | {"changePercent": "25"},
    )

    shown = "{ changePercent target }"
    shows = f"progress {{ value }} revisions {{ before {shown} after {shown} }}"
    seen = await office.seen("KeyResult", key_result, f"{shows} score {{ computedOriginal }}")
    assert seen == {
        "progress": {"value": "1"},
        "revisions": [
            {
                "before": {"changePercent": "50", "target": "20"},
                "after": {"changePercent": "25", "target": "30"},
            }
        ],
        "score": {"computedOriginal": "0.5"},
    }
