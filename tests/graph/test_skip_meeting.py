"""Skipping meetings through the running server."""

import pytest

from tests.graph.office import Office
from tests.graph.test_plan_meeting import planned

COUNTS = "meetingCounts { kind planned held skipped skipRate }"


@pytest.mark.row("R1-48")
async def test_meetings_are_held_or_skipped_for_a_reason_and_the_rate_is_told(
    office: Office,
) -> None:
    team, cycle = await office.team(), await office.cycle()
    about = {"teamId": team, "cycleId": cycle}
    weekly = [await planned(office, "CHECK_IN", **about) for _ in range(4)]
    review = await planned(office, "REVIEW", **about)
    bare = {"meetingId": weekly[0], "reason": " "}
    refused = await office.admin.refused("skipMeeting", "meeting", **bare)
    assert refused == [("REASON_IS_MISSING", "input.reason")]

    why = {"meetingId": weekly[0], "reason": "A holiday."}
    await office.admin.do("skipMeeting", "meeting { id }", **why)
    for each in (*weekly[1:3], review):
        await office.admin.do("holdMeeting", "meeting { id }", meetingId=each)

    shows = "state skippedBecause"
    seen = await office.seen("Meeting", weekly[0], shows)
    assert seen == {"state": "SKIPPED", "skippedBecause": "A holiday."}
    for kind, noun in (("Team", team), ("Cycle", cycle)):
        seen = await office.seen(kind, noun, COUNTS)
        assert seen["meetingCounts"] == [
            {"kind": None, "planned": 1, "held": 3, "skipped": 1, "skipRate": "0.25"},
            {
                "kind": "CHECK_IN",
                "planned": 1,
                "held": 2,
                "skipped": 1,
                "skipRate": "0.333333333333",
            },
            {"kind": "REVIEW", "planned": 0, "held": 1, "skipped": 0, "skipRate": "0"},
        ]


async def test_meetings_about_what_is_private_are_counted_for_its_participants_alone(
    office: Office,
) -> None:
    cycle = await office.cycle()
    private = await office.objective(cycle, visibility="PRIVATE")
    await planned(office, "REVIEW", objectiveId=private)

    assert await office.seen("Cycle", cycle, COUNTS) == {"meetingCounts": []}
    mine = await office.seen("Cycle", cycle, "meetingCounts { planned }", office.admin)
    assert mine == {"meetingCounts": [{"planned": 1}, {"planned": 1}]}
