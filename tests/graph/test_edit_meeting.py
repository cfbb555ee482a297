"""Planning meetings otherwise through the running server."""

from tests.graph.office import Office
from tests.graph.test_plan_meeting import planned


async def test_a_meeting_is_moved_to_another_day(office: Office) -> None:
    meeting = await planned(office, "REVIEW")
    change = {"plannedOn": "2026-10-08", "topics": "What we reached."}
    await office.admin.do("editMeeting", "meeting { id }", meetingId=meeting, **change)

    assert await office.seen("Meeting", meeting, "version plannedOn topics") == {
        "version": 2,
        **change,
    }
    empty = {"meetingId": meeting, "plannedOn": None}
    assert await office.admin.refused("editMeeting", "meeting", **empty) == [
        ("INVALID", "input.plannedOn")
    ]
