"""Putting a report right through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import RISING, Office


async def correct(office: Office, check_in: str, by: Client | None = None, **said: Any) -> str:
    made = await (by or office.admin).do(
        "correctCheckIn", "checkIn { id }", checkInId=check_in, **({"reason": "A slip."} | said)
    )
    return str(made["id"])


async def refused(office: Office, check_in: str, by: Client | None = None, **said: Any) -> Any:
    return await (by or office.admin).refused(
        "correctCheckIn", "checkIn", checkInId=check_in, **({"reason": "A slip."} | said)
    )


async def test_the_right_value_counts_and_the_first_one_stays_readable(office: Office) -> None:
    key_result = await office.started()
    wrong = await office.check_in(key_result, "51", note="Fifteen.")

    right = await correct(office, wrong, value="15")

    shows = "value note correctedBy { id } correctedBecause"
    assert await office.seen("CheckIn", wrong, shows) == {
        "value": "51",
        "note": "Fifteen.",
        "correctedBy": {"id": right},
        "correctedBecause": None,
    }
    assert await office.seen("CheckIn", right, shows) == {
        "value": "15",
        "note": "Fifteen.",
        "correctedBy": None,
        "correctedBecause": "A slip.",
    }
    shows = """version current lastCheckIn { id } checkIns { nodes { id } }
      progress { value } objective { progress { value } }"""
    assert await office.seen("KeyResult", key_result, shows) == {
        "version": 3,
        "current": "15",
        "lastCheckIn": {"id": right},
        "checkIns": {"nodes": [{"id": wrong}, {"id": right}]},
        "progress": {"value": "0.5"},
        "objective": {"progress": {"value": "0.5"}},
    }


async def test_it_stands_where_the_wrong_one_stood(office: Office) -> None:
    key_result = await office.started()
    earlier = await office.check_in(key_result, "11", confidence="0.1", occurredOn="2026-11-02")
    latest = await office.check_in(key_result, "15", occurredOn="2026-11-02")

    right = await correct(office, earlier, value="12", confidence="0.2")

    assert await office.seen("CheckIn", right, "occurredOn") == {"occurredOn": "2026-11-02"}
    shows = "current confidence lastCheckIn { id }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "15",
        "confidence": "0.2",
        "lastCheckIn": {"id": latest},
    }


async def test_what_is_not_said_stays_and_null_clears(office: Office) -> None:
    said: dict[str, Any] = {"confidence": "0.5", "status": "AT_RISK", "note": "Slow."}
    check_in = await office.check_in(await office.started(), "12", **said)

    once = await correct(office, check_in, note=None)
    twice = await correct(office, once, confidence=None)

    shows = "value confidence status note"
    assert await office.seen("CheckIn", once, shows) == {"value": "12"} | said | {"note": None}
    assert await office.seen("CheckIn", twice, shows) == {
        "value": "12",
        "status": "AT_RISK",
        "confidence": None,
        "note": None,
    }


async def test_a_value_is_not_taken_back_by_a_correction(office: Office) -> None:
    check_in = await office.check_in(await office.started(), "12")

    assert await refused(office, check_in, value=None) == [("INVALID", "input.value")]


async def test_words_do_not_become_a_value_of_a_day_that_is_not_measured(office: Office) -> None:
    metric = RISING | {"opensWith": "Launch", "openForDays": 5}
    key_result = await office.key_result(await office.objective(await office.cycle()), metric)
    waiting = await office.check_in(key_result, note="Soon.", occurredOn="2026-11-01")
    assert await refused(office, waiting, value="12") == [("WRONG_STATE", "input.checkInId")]

    said = {"keyResultId": key_result, "occurredOn": "2026-11-02"}
    await office.admin.do("openWindow", "keyResult { id }", **said)
    late = await office.check_in(key_result, note="Over.", occurredOn="2026-11-20")
    for check_in in (waiting, late):
        assert await refused(office, check_in, value="12") == [("INVALID", "input.checkInId")]
    await correct(office, late, note="Long over.")
    assert await office.seen("KeyResult", key_result, "current") == {"current": None}

    within = await office.check_in(key_result, note="Now.", occurredOn="2026-11-05")
    await correct(office, within, value="12")
    assert await office.seen("KeyResult", key_result, "current") == {"current": "12"}


async def test_a_contributors_correction_moves_their_part(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    await office.contributor(key_result, bob)
    check_in = await office.check_in(key_result, "3", by=bob)

    await correct(office, check_in, by=bob, value="2")

    shows = "current contributions { nodes { current progress } }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "12",
        "contributions": {"nodes": [{"current": "2", "progress": "0.5"}]},
    }


async def test_a_report_is_corrected_once_and_its_correction_again(office: Office) -> None:
    check_in = await office.check_in(await office.started(), "12")
    again = await correct(office, check_in, value="13")

    assert await refused(office, check_in, value="14") == [("WRONG_STATE", "input.checkInId")]
    await correct(office, again, value="14")


async def test_what_was_retracted_is_not_corrected(office: Office) -> None:
    check_in = await office.check_in(await office.started(), "12")
    await office.admin.do("retractCheckIn", "checkIn { id }", checkInId=check_in, reason="So.")

    assert await refused(office, check_in, value="14") == [("WRONG_STATE", "input.checkInId")]


async def test_authors_and_those_who_report_the_whole_correct_others_do_not(
    office: Office,
) -> None:
    key_result, bob, eve = await office.started(), await office.person(), await office.person()
    for person in (bob, eve):
        await office.contributor(key_result, person)
    check_in = await office.check_in(key_result, "3", by=bob)

    for person in (eve, await office.person()):
        assert await refused(office, check_in, by=person, value="2") == [("NOT_ALLOWED", "")]
    await correct(office, await correct(office, check_in, by=bob, value="2"), value="1")


async def test_after_closing_corrections_are_still_taken_and_move_what_closed(
    office: Office,
) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    check_in = await office.check_in(await office.key_result(objective), "12")
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    await correct(office, check_in, value="15")

    seen = await office.seen("Objective", objective, "state progress { value }")
    assert seen == {"state": "CLOSED", "progress": {"value": "0.5"}}


@pytest.mark.parametrize("reason", ["", "\t"])
async def test_a_reason_is_asked_for(office: Office, reason: str) -> None:
    check_in = await office.check_in(await office.started(), "12")

    assert await refused(office, check_in, reason=reason, confidence="-0.1") == [
        ("REASON_IS_MISSING", "input.reason"),
        ("INVALID", "input.confidence"),
    ]
