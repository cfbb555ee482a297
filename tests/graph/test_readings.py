"""What the reports of a key result say together: entries, means, the worst, the time in bounds."""

from typing import Any

import pytest

from tests.graph.office import Office

SHOWS = "current breaches progress { value raw formula }"


async def reported(office: Office, metric: dict[str, Any], *values: str) -> tuple[str, list[str]]:
    """A key result with reports of one October day after another."""
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, metric)
    reports = [
        await office.check_in(key_result, value, occurredOn=f"2026-10-{day + 1:02}")
        for day, value in enumerate(values)
    ]
    return key_result, reports


async def stands(office: Office, key_result: str) -> tuple[Any, ...]:
    seen = await office.seen("KeyResult", key_result, "current breaches progress { value }")
    return seen["current"], seen["progress"]["value"], seen["breaches"]


@pytest.mark.row("R1-102")
async def test_what_is_counted_is_a_list_of_entries_and_their_sum(office: Office) -> None:
    metric = {"kind": "INCREASE", "unit": "pilots", "baseline": "0", "target": "8"}
    key_result, entries = await reported(office, metric | {"reading": "SUM"}, "2", "1", "3")

    shows = """metric { reading } current
      progress { value inputs { node { id ... on CheckIn { occurredOn } } value counted } }"""
    seen = await office.seen("KeyResult", key_result, shows)
    assert (seen["metric"]["reading"], seen["current"]) == ("SUM", "6")
    assert seen["progress"]["value"] == "0.75"
    listed: list[Any] = [
        {"node": {"id": entry, "occurredOn": f"2026-10-0{day}"}, "value": value, "counted": True}
        for entry, day, value in zip(entries, (1, 2, 3), ("2", "1", "3"), strict=True)
    ]
    assert seen["progress"]["inputs"] == sorted(listed, key=lambda each: each["node"]["id"])

    await office.admin.do(
        "correctCheckIn", "checkIn { id }", checkInId=entries[2], reason="One less.", value="2"
    )
    await office.admin.do(
        "retractCheckIn", "checkIn { id }", checkInId=entries[0], reason="It was cancelled."
    )
    assert (await stands(office, key_result))[:2] == ("3", "0.375")


async def test_contributors_enter_what_they_add(office: Office) -> None:
    metric = {"kind": "DECREASE", "baseline": "50", "target": "0", "reading": "SUM"}
    key_result, _ = await reported(office, metric, "5")
    bob = await office.person()
    await office.contributor(key_result, bob, "20")
    for value in ("4", "6"):
        await office.check_in(key_result, value, by=bob)

    seen = await office.seen("KeyResult", key_result, "current contributions { nodes { current } }")
    assert seen == {"current": "35", "contributions": {"nodes": [{"current": "10"}]}}


async def test_a_new_reading_moves_parts_and_not_the_whole(office: Office) -> None:
    metric = {"kind": "INCREASE", "baseline": "0", "target": "100"}
    key_result, _ = await reported(office, metric, "10")
    bob = await office.person()
    await office.contributor(key_result, bob, "20")
    for value in ("4", "6"):
        await office.check_in(key_result, value, by=bob)
    await office.admin.do(
        "reviseKeyResult",
        "keyResult { id }",
        keyResultId=key_result,
        metric=metric | {"reading": "SUM"},
        reason="Entries are clearer.",
        category="OTHER",
    )
    shows = "current contributions { nodes { current } }"
    seen = await office.seen("KeyResult", key_result, shows)
    assert seen == {"current": "16", "contributions": {"nodes": [{"current": "10"}]}}
    await office.check_in(key_result, "3", by=bob)
    await office.check_in(key_result, "1", whole=True)
    assert (await office.seen("KeyResult", key_result, "current"))["current"] == "20"


@pytest.mark.row("R2-46")
async def test_uptime_is_kept_by_time_by_the_worst_or_by_the_latest(office: Office) -> None:
    uptime = {"kind": "AT_LEAST", "unit": "%", "target": "99.9"}
    values = ("99.95", "99.5", "99.95", "99.99")
    key_result, _ = await reported(office, uptime | {"reading": "TIME_IN_BOUNDS"}, *values)

    await office.check_in(key_result, "99.9", occurredOn="2026-10-10")
    assert await stands(office, key_result) == ("90", "0.9", 1)
    seen = await office.seen("KeyResult", key_result, "progress { formula inputs { value } }")
    assert seen["progress"]["formula"] == "time_in_bounds/1"
    assert len(seen["progress"]["inputs"]) == 5

    for reading, current, value in (
        ("WORST", "99.5", "0"),
        ("LATEST", "99.9", "1"),
        ("MEAN", "99.858", "0"),
    ):
        await office.admin.do(
            "reviseKeyResult",
            "keyResult { id }",
            keyResultId=key_result,
            metric=uptime | {"reading": reading},
            reason="Agreed with operations.",
            category="OTHER",
        )
        assert await stands(office, key_result) == (current, value, 1)


async def test_of_several_reports_of_a_day_the_last_is_the_days(office: Office) -> None:
    metric = {"kind": "AT_MOST", "target": "5", "strict": True, "reading": "TIME_IN_BOUNDS"}
    key_result, _ = await reported(office, metric, "4", "9")
    assert await stands(office, key_result) == ("50", "0.5", 1)
    await office.check_in(key_result, "4.5", occurredOn="2026-10-02")
    assert await stands(office, key_result) == ("100", "1", 1)
    await office.check_in(key_result, "5", occurredOn="2026-10-04")
    assert await stands(office, key_result) == ("75", "0.75", 2)


async def test_silence_has_no_reading_and_entries_break_nothing(office: Office) -> None:
    for metric in (
        {"kind": "AT_MOST", "target": "5", "reading": "TIME_IN_BOUNDS"},
        {"kind": "WITHIN", "lower": "1", "upper": "2", "reading": "WORST"},
    ):
        key_result = await office.key_result(
            await office.objective(await office.cycle(f"2026-{metric['kind']}")), metric
        )
        assert await stands(office, key_result) == (None, None, 0)
        await office.check_in(key_result, note="Nothing measured yet.")
        assert await stands(office, key_result) == (None, None, 0)
    key_result, _ = await reported(
        office, {"kind": "AT_MOST", "target": "3", "reading": "SUM"}, "1", "1", "2"
    )
    assert await stands(office, key_result) == ("4", "0", None)


@pytest.mark.parametrize(
    ("metric", "kind"),
    [
        ({"kind": "DONE"}, "SUM"),
        ({"kind": "MILESTONES", "milestones": [{"title": "Begin"}]}, "MEAN"),
        ({"kind": "INCREASE", "baseline": "0", "target": "1"}, "TIME_IN_BOUNDS"),
    ],
)
async def test_each_kind_is_read_in_its_own_ways(office: Office, metric: Any, kind: str) -> None:
    said = {
        "objectiveId": await office.objective(await office.cycle()),
        "title": "Key result",
        "metric": metric | {"reading": kind},
    }
    assert await office.admin.refused("addKeyResult", "keyResult", **said) == [
        ("INVALID", "input.metric.reading")
    ]


async def test_nobody_adds_to_a_mean(office: Office) -> None:
    metric = {"kind": "INCREASE", "baseline": "0", "target": "9", "reading": "MEAN"}
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, metric)
    part = {"personId": str(office.admin.person_id), "target": "1"}
    assert await office.admin.refused(
        "assignContributor", "keyResult", keyResultId=key_result, **part
    ) == [("WRONG_STATE", "input.keyResultId")]
    supporter = await office.objective(await office.cycle("2027"))
    said = {"objectiveId": supporter, "toKeyResultId": key_result, "rollUp": "SUM"}
    assert await office.admin.refused("alignObjective", "alignment", **said) == [
        ("INVALID", "input.rollUp")
    ]
