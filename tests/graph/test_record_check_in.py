"""Recording a check-in through the running server."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.graph.office import Office

WAY_UP = """
  query ($id: ID!) { node(id: $id) { ... on KeyResult {
    current version lastCheckIn { note obstacles { text open } author { name } }
    progress { value raw formula }
    objective { progress { value } alignments { to { ... on Objective { progress { value } } } } }
  } } }"""
STANDS = "current progress { value raw }"


async def measured(office: Office, **metric: Any) -> str:
    return await office.key_result(await office.objective(await office.cycle()), metric)


async def refused(office: Office, key_result: str, **said: Any) -> list[tuple[str, str]]:
    return await office.admin.refused("recordCheckIn", "checkIn", keyResultId=key_result, **said)


async def test_a_check_in_moves_the_key_result_its_objective_and_the_one_above(
    office: Office,
) -> None:
    cycle = await office.cycle()
    company = await office.objective(cycle)
    objective = await office.objective(cycle)
    await office.align(objective, company, rollUp="MEAN")
    key_result = await office.key_result(objective)
    reader = await office.person()

    await office.check_in(key_result, "12.5", note="Two and a half.", obstacles=["A wall"])

    seen = (await reader.ask(WAY_UP, id=key_result))["node"]
    assert seen["current"] == "12.5"
    assert seen["progress"] == {"value": "0.25", "raw": "0.25", "formula": "linear/1"}
    assert seen["objective"]["progress"]["value"] == "0.25"
    assert seen["objective"]["alignments"][0]["to"]["progress"]["value"] == "0.25"
    assert seen["lastCheckIn"] == {
        "note": "Two and a half.",
        "obstacles": [{"text": "A wall", "open": True}],
        "author": {"name": "Ada"},
    }


async def test_everything_that_was_said_is_seen(office: Office) -> None:
    key_result = await office.started()
    before = datetime.now(UTC)

    check_in = await office.check_in(
        key_result,
        "12.50",
        confidence="0.70",
        status="AT_RISK",
        note="Slow.",
        obstacles=["A wall", "Rain"],
        occurredOn="2026-10-05",
    )

    shows = """value confidence status note occurredOn author { name } machine { id }
      keyResult { id } obstacles { text open answer } correctedBy { id }"""
    assert await office.seen("CheckIn", check_in, shows) == {
        "value": "12.5",
        "confidence": "0.7",
        "status": "AT_RISK",
        "note": "Slow.",
        "occurredOn": "2026-10-05",
        "author": {"name": "Ada"},
        "machine": None,
        "keyResult": {"id": key_result},
        "obstacles": [
            {"text": "A wall", "open": True, "answer": None},
            {"text": "Rain", "open": True, "answer": None},
        ],
        "correctedBy": None,
    }
    recorded = (await office.seen("CheckIn", check_in, "recordedAt"))["recordedAt"]
    assert before <= datetime.fromisoformat(recorded) <= datetime.now(UTC)


async def test_a_report_without_a_day_is_about_today_where_the_organization_is(
    office: Office,
) -> None:
    zone = ZoneInfo("Europe/Zurich")
    first = datetime.now(zone).date()
    check_in = await office.check_in(await office.started())
    last = datetime.now(zone).date()

    seen = await office.seen("CheckIn", check_in, "occurredOn")
    assert seen["occurredOn"] in (first.isoformat(), last.isoformat())


async def test_tomorrow_cannot_be_reported(office: Office) -> None:
    tomorrow = (datetime.now(ZoneInfo("Europe/Zurich")) + timedelta(days=1)).date().isoformat()

    assert await refused(office, await office.started(), value="1", occurredOn=tomorrow) == [
        ("INVALID", "input.occurredOn")
    ]


async def test_a_late_report_of_an_earlier_day_joins_the_series_and_moves_nothing(
    office: Office,
) -> None:
    key_result = await office.started()
    now = await office.check_in(key_result, "15", confidence="0.5", occurredOn="2026-11-10")
    late = await office.check_in(key_result, "11", confidence="0.9", occurredOn="2026-11-01")
    same_day = await office.check_in(key_result, "16", occurredOn="2026-11-10")

    shows = "current confidence lastCheckIn { id } checkIns { nodes { id } }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "16",
        "confidence": "0.5",
        "lastCheckIn": {"id": same_day},
        "checkIns": {"nodes": [{"id": now}, {"id": late}, {"id": same_day}]},
    }


async def test_without_a_value_nothing_moves_and_something_is_said(office: Office) -> None:
    key_result = await office.started()
    await office.check_in(key_result, "15", confidence="0.5", status="ON_TRACK")
    await office.check_in(key_result, status="AT_RISK", note="No change.")

    shows = "version current confidence status lastCheckIn { value note }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "version": 3,
        "current": "15",
        "confidence": "0.5",
        "status": "AT_RISK",
        "lastCheckIn": {"value": None, "note": "No change."},
    }


@pytest.mark.parametrize(
    ("value", "clamped", "raw"), [("5", "0", "-0.5"), ("25", "1", "1.5"), ("10", "0", "0")]
)
async def test_regress_and_overshoot_are_kept_beside_the_clamped_number(
    office: Office, value: str, clamped: str, raw: str
) -> None:
    key_result = await office.started()
    await office.check_in(key_result, value)

    assert await office.seen("KeyResult", key_result, STANDS) == {
        "current": value,
        "progress": {"value": clamped, "raw": raw},
    }


async def test_done_is_reported_as_one(office: Office) -> None:
    key_result = await measured(office, kind="DONE")

    assert await refused(office, key_result, value="0.5") == [("INVALID", "input.value")]
    await office.check_in(key_result, "1")
    assert await office.seen("KeyResult", key_result, STANDS) == {
        "current": "1",
        "progress": {"value": "1", "raw": "1"},
    }


async def test_milestones_are_reported_by_name_and_can_turn_out_undone(office: Office) -> None:
    steps = [{"title": "Begin", "weight": "3"}, {"title": "End"}]
    key_result = await measured(office, kind="MILESTONES", milestones=steps)
    shows = "metric { milestones { id done } } progress { value }"
    metric = (await office.seen("KeyResult", key_result, shows))["metric"]
    begin, end = (each["id"] for each in metric["milestones"])

    await office.check_in(key_result, milestonesDone=[begin, end])
    await office.check_in(key_result, milestonesUndone=[end])

    assert await office.seen("KeyResult", key_result, shows) == {
        "metric": {"milestones": [{"id": begin, "done": True}, {"id": end, "done": False}]},
        "progress": {"value": "0.75"},
    }
    assert await refused(office, key_result, value="1") == [("INVALID", "input.value")]
    assert await refused(office, key_result, milestonesDone=[end], milestonesUndone=[end]) == [
        ("INVALID", "input.milestonesUndone")
    ]
    assert await refused(office, key_result, milestonesDone=[begin, key_result]) == [
        ("NOT_FOUND", "input.milestonesDone.1")
    ]


async def test_numbers_and_words_that_cannot_be_are_named_together(office: Office) -> None:
    reasons = await refused(
        office, await office.started(), confidence="1.1", obstacles=["A wall", " "]
    )
    assert reasons == [("INVALID", "input.confidence"), ("INVALID", "input.obstacles.1")]


async def test_reports_need_a_started_cycle_and_an_active_objective(office: Office) -> None:
    planned = await office.cycle(started=False)
    early = await office.key_result(await office.objective(planned))
    draft = await office.key_result(
        await office.objective(await office.cycle("2027"), active=False)
    )

    for key_result in (early, draft):
        assert await refused(office, key_result, value="11") == [
            ("WRONG_STATE", "input.keyResultId")
        ]


async def test_the_version_expected_stands_in_the_item_or_in_the_command(office: Office) -> None:
    key_result = await office.started()
    said = {"keyResultId": key_result, "value": "11"}
    shows = "checkIn { keyResult { version } }"

    for stated, command in (
        (said | {"expectedVersion": 1}, None),
        (said, {"expectedVersion": 2}),
    ):
        done = await office.admin.command("recordCheckIn", shows, stated, command)
        assert done["refusals"] == []
    for stated, command, path in (
        (said | {"expectedVersion": 1}, None, ["input", "expectedVersion"]),
        (said, {"expectedVersion": 2}, ["command", "expectedVersion"]),
    ):
        late = await office.admin.command("recordCheckIn", shows, stated, command)
        assert [(each["code"], each["path"]) for each in late["refusals"]] == [
            ("CHANGED_MEANWHILE", path)
        ]
