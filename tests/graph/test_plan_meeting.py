"""Planning meetings through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office


async def planned(office: Office, kind: str, by: Client | None = None, /, **said: Any) -> str:
    stated = {"kind": kind, "plannedOn": "2026-10-01"} | said
    return str((await (by or office.admin).do("planMeeting", "meeting { id }", **stated))["id"])


async def test_a_meeting_is_planned_with_its_place_and_people(office: Office) -> None:
    team = await office.team()
    member = await office.member(team)
    plan = {
        "topics": "Who does what.",
        "startsAt": "09:30",
        "timeZone": "Europe/Zurich",
        "joinAt": "https://example.org/room",
    }
    who = [str(member.person_id)]

    meeting = await planned(office, "CHECK_IN", member, teamId=team, participantIds=who, **plan)

    shows = "state topics startsAt timeZone joinAt participants { id } team { id }"
    assert await office.seen("Meeting", meeting, shows) == {
        "state": "PLANNED",
        **plan,
        "participants": [{"id": who[0]}],
        "team": {"id": team},
    }
    about = {"kind": "CHECK_IN", "plannedOn": "2026-10-01", "teamId": team}
    stranger = await office.person()
    assert await stranger.refused("planMeeting", "meeting", **about) == [("NOT_ALLOWED", "")]


@pytest.mark.parametrize(
    ("name", "text"), [("startsAt", "25:00"), ("timeZone", "1"), ("joinAt", "http://a")]
)
async def test_places_and_times_are_such(office: Office, name: str, text: str) -> None:
    said = {"kind": "REVIEW", "plannedOn": "2026-10-01", name: text}
    refused = await office.admin.refused("planMeeting", "meeting", **said)
    assert refused == [("INVALID", f"input.{name}")]


@pytest.mark.row("R1-46")
async def test_a_kick_off_has_a_list_whose_points_are_done_one_by_one(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle(started=False)
    member = await office.member(team)
    kick_off = await planned(office, "KICK_OFF", member, teamId=team, cycleId=cycle)
    texts = ("Say your names.", "Say what you are good at.", "Have lunch.")
    steps = [
        (await member.do("addStep", "step { id }", meetingId=kick_off, text=each))["id"]
        for each in texts
    ]

    await member.do("completeStep", "step { id }", stepId=steps[0], note="Nine names.")
    await member.do("holdMeeting", "meeting { id }", meetingId=kick_off)
    await office.admin.do("completeStep", "step { id }", stepId=steps[2])

    shows = """meetings(filter: {kind: KICK_OFF}) { nodes {
      state steps { text done note doneBy { id } } } }"""
    seen = await office.seen("Cycle", cycle, shows)
    (found,) = seen["meetings"]["nodes"]
    assert found["state"] == "HELD"
    assert [(each["text"], each["done"]) for each in found["steps"]] == [
        (texts[0], True),
        (texts[1], False),
        (texts[2], True),
    ]
    assert found["steps"][0]["doneBy"] == {"id": str(member.person_id)}
    shows = "events(last: 2) { nodes { __typename } }"
    seen = await office.seen("Cycle", cycle, shows)
    assert [each["__typename"] for each in seen["events"]["nodes"]] == [
        "MeetingHeld",
        "StepCompleted",
    ]
