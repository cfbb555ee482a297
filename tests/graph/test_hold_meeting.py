"""Saying through the running server that meetings were held."""

from tests.graph.office import Office
from tests.graph.test_plan_meeting import planned


async def test_who_took_part_is_told_once_it_was_held(office: Office) -> None:
    bob, eve = await office.person(), await office.person()
    who = [str(each.person_id) for each in (bob, eve)]
    meeting = await planned(office, "RETROSPECTIVE", bob, participantIds=who)

    held = {"heldOn": "2026-10-02", "participantIds": who[:1], "note": "Eve was ill."}
    await bob.do("holdMeeting", "meeting { id }", meetingId=meeting, **held)

    shows = "state heldOn note plannedOn participants { id }"
    assert await office.seen("Meeting", meeting, shows) == {
        "state": "HELD",
        "heldOn": "2026-10-02",
        "note": "Eve was ill.",
        "plannedOn": "2026-10-01",
        "participants": [{"id": who[0]}],
    }
    again = await bob.refused("skipMeeting", "meeting", meetingId=meeting, reason="Late.")
    assert again == [("WRONG_STATE", "input.meetingId")]


async def test_nothing_is_held_before_its_day(office: Office) -> None:
    meeting = await planned(office, "REVIEW", plannedOn="2999-01-01")
    said = {"meetingId": meeting, "heldOn": "2999-01-01"}
    refused = await office.admin.refused("holdMeeting", "meeting", **said)
    assert refused == [("INVALID", "input.heldOn")]
