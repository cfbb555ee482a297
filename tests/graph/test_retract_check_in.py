"""Taking a report back through the running server."""

import pytest

from tests.graph.office import Office


async def retract(office: Office, check_in: str) -> None:
    await office.admin.do(
        "retractCheckIn", "checkIn { id }", checkInId=check_in, reason="It was another team's."
    )


async def test_the_report_before_counts_again_and_this_one_stays_readable(office: Office) -> None:
    key_result = await office.started()
    before = await office.check_in(key_result, "12", confidence="0.5", status="ON_TRACK")
    wrong = await office.check_in(key_result, "18", confidence="0.9", status="AT_RISK")

    await retract(office, wrong)

    shows = """version current confidence status lastCheckIn { id } checkIns { nodes { id } }
      progress { value } objective { confidence progress { value } }"""
    assert await office.seen("KeyResult", key_result, shows) == {
        "version": 4,
        "current": "12",
        "confidence": "0.5",
        "status": "ON_TRACK",
        "lastCheckIn": {"id": before},
        "checkIns": {"nodes": [{"id": before}, {"id": wrong}]},
        "progress": {"value": "0.2"},
        "objective": {"confidence": "0.5", "progress": {"value": "0.2"}},
    }
    assert await office.seen("CheckIn", wrong, "value retracted retractedBecause") == {
        "value": "18",
        "retracted": True,
        "retractedBecause": "It was another team's.",
    }


async def test_without_any_report_nothing_is_known_again(office: Office) -> None:
    key_result = await office.started()
    await retract(office, await office.check_in(key_result, "12"))

    shows = "current lastCheckIn { id } progress { value } objective { progress { value } }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": None,
        "lastCheckIn": None,
        "progress": {"value": None},
        "objective": {"progress": {"value": None}},
    }


async def test_a_contributors_part_goes_back_too(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    contribution = await office.contributor(key_result, bob)
    await office.check_in(key_result, "1", by=bob)
    wrong = await office.check_in(key_result, "3", by=bob)

    await retract(office, wrong)

    shows = "current keyResult { current }"
    assert await office.seen("Contribution", contribution, shows) == {
        "current": "1",
        "keyResult": {"current": "11"},
    }


async def test_milestones_stand_as_the_reports_that_are_left_say(office: Office) -> None:
    steps = [{"title": "Begin"}, {"title": "End"}]
    key_result = await office.key_result(
        await office.objective(await office.cycle()), {"kind": "MILESTONES", "milestones": steps}
    )
    shows = "metric { milestones { id done } }"
    metric = (await office.seen("KeyResult", key_result, shows))["metric"]
    begin, end = (each["id"] for each in metric["milestones"])
    await office.check_in(key_result, milestonesDone=[begin])
    wrong = await office.check_in(key_result, milestonesDone=[end], milestonesUndone=[begin])

    await retract(office, wrong)

    metric = (await office.seen("KeyResult", key_result, shows))["metric"]
    assert [each["done"] for each in metric["milestones"]] == [True, False]


async def test_a_retracted_correction_does_not_bring_the_mistake_back(office: Office) -> None:
    key_result = await office.started()
    await office.check_in(key_result, "12")
    wrong = await office.check_in(key_result, "51")
    corrected = await office.admin.do(
        "correctCheckIn", "checkIn { id }", checkInId=wrong, reason="A slip.", value="15"
    )

    await retract(office, corrected["id"])

    assert await office.seen("KeyResult", key_result, "current") == {"current": "12"}


async def test_a_report_is_retracted_once(office: Office) -> None:
    check_in = await office.check_in(await office.started(), "12")
    await retract(office, check_in)

    assert await office.admin.refused(
        "retractCheckIn", "checkIn", checkInId=check_in, reason="Again."
    ) == [("WRONG_STATE", "input.checkInId")]


async def test_authors_retract_what_they_said_and_colleagues_do_not(office: Office) -> None:
    key_result, bob, eve = await office.started(), await office.person(), await office.person()
    for person in (bob, eve):
        await office.contributor(key_result, person)
    said = {"checkInId": await office.check_in(key_result, "3", by=bob), "reason": "So."}

    assert await eve.refused("retractCheckIn", "checkIn", **said) == [("NOT_ALLOWED", "")]
    await bob.do("retractCheckIn", "checkIn { id }", **said)


async def test_after_closing_a_report_can_still_be_retracted(office: Office) -> None:
    cycle = await office.cycle()
    key_result = await office.key_result(await office.objective(cycle))
    check_in = await office.check_in(key_result, "12")
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    await retract(office, check_in)

    assert await office.seen("KeyResult", key_result, "current") == {"current": None}


@pytest.mark.parametrize("reason", ["", " "])
async def test_a_reason_is_asked_for(office: Office, reason: str) -> None:
    check_in = await office.check_in(await office.started(), "12")

    assert await office.admin.refused(
        "retractCheckIn", "checkIn", checkInId=check_in, reason=reason
    ) == [("REASON_IS_MISSING", "input.reason")]
