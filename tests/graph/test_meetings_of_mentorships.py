"""When mentor and mentee meet, through the running server: for the two alone, wherever they are."""

from typing import Any

import pytest

from tests.graph.confidence import ended, entry, meeting
from tests.graph.office import Office
from tests.graph.test_goals_of_mentorships import Pair, pair
from tests.graph.test_who_learns import learned, places
from tests.live.listening import introduced

__all__ = ["pair"]
GOALS = "subscription { organization { objectives { nodes { id progress { value } } } } }"


@pytest.mark.row("R4-19")
async def test_a_meeting_begins_at_one_moment_wherever_the_two_are(pair: Pair) -> None:
    before = len(await learned(pair.office.admin))
    said = {"plannedOn": "2099-07-01", "startsAt": "09:30", "timeZone": "Asia/Tokyo"}

    held = await meeting(pair.id, pair.mentee, joinAt="https://example.org/room", **said)

    shows = "beginsAt joinAt state mentorship { id } participants { id } objective { id }"
    assert await pair.seen("Meeting", held, shows) == {
        "beginsAt": "2099-07-01T00:30:00.000000Z",
        "joinAt": "https://example.org/room",
        "state": "PLANNED",
        "mentorship": {"id": pair.id},
        "participants": [{"id": str(each.person_id)} for each in (pair.mentor, pair.mentee)],
        "objective": None,
    }
    assert await pair.office.seen("Meeting", held, "id", pair.office.admin) is None
    assert len(await learned(pair.office.admin)) == before
    counted = "{ organization { meetingCounts { planned } meetings { totalCount } } }"
    seen = (await pair.office.admin.ask(counted))["organization"]
    assert seen == {"meetingCounts": [], "meetings": {"totalCount": 0}}


@pytest.mark.row("R4-06")
async def test_what_was_spoken_about_is_noted_for_both_or_for_oneself(pair: Pair) -> None:
    held = await meeting(pair.id, pair.mentee, topics="The talk in May")
    shared = await entry(pair.mentee, "NOTE", pair.id, meetingId=held, text="We spoke of fear.")
    await entry(pair.mentee, "NOTE", pair.id, meetingId=held, shownTo="AUTHOR")
    action = await entry(pair.mentor, "ACTION", pair.id, meetingId=held, dueOn="2099-12-01")

    shows = "topics entries { id text dueOn ofPerson { id } meeting { id } }"
    here = {"meeting": {"id": held}}
    mentor = {"id": str(pair.mentor.person_id)}
    assert await pair.seen("Meeting", held, shows) == {
        "topics": "The talk in May",
        "entries": [
            {"id": shared, "text": "We spoke of fear.", "dueOn": None, "ofPerson": None, **here},
            {"id": action, "text": "A ACTION.", "dueOn": "2099-12-01", "ofPerson": mentor, **here},
        ],
    }
    mine = await pair.office.seen("Meeting", held, "entries { id }", pair.mentee)
    assert len(mine["entries"]) == 3
    assert await pair.office.seen("MentoringEntry", shared, "id", pair.office.admin) is None


@pytest.mark.row("R4-08")
async def test_it_is_seen_how_reliably_the_two_meet_and_keep_what_they_take_on(
    pair: Pair,
) -> None:
    days = ("2026-10-01", "2026-10-15", "2026-11-01")
    first, second, third = [await meeting(pair.id, pair.mentee, plannedOn=day) for day in days]
    for held in (first, second):
        await pair.mentor.do("holdMeeting", "meeting { id }", meetingId=held)
    skipped = {"meetingId": third, "reason": "A storm."}
    await pair.mentee.do("skipMeeting", "meeting { id }", **skipped)
    for outcome in ("KEPT", "NOT_KEPT"):
        promise = await entry(pair.mentor, "ACTION", pair.id)
        said = {"mentoringEntryId": promise, "outcome": outcome}
        await pair.mentee.do("settleMentoringEntry", "mentoringEntry { id }", **said)

    shows = """meetingCounts { kind planned held skipped } activity { takenOn kept notKept }
      meetings { totalCount nodes { state skippedBecause } }"""
    counts = {"planned": 0, "held": 2, "skipped": 1}
    assert await pair.seen("Mentorship", pair.id, shows) == {
        "meetingCounts": [{"kind": None, **counts}, {"kind": "SESSION", **counts}],
        "activity": [
            {"takenOn": 2, "kept": 1, "notKept": 1},
            {"takenOn": 0, "kept": 0, "notKept": 0},
        ],
        "meetings": {
            "totalCount": 3,
            "nodes": [
                {"state": "HELD", "skippedBecause": None},
                {"state": "HELD", "skippedBecause": None},
                {"state": "SKIPPED", "skippedBecause": "A storm."},
            ],
        },
    }
    facts = places(await learned(pair.mentor)) & places(await learned(pair.mentee))
    assert not facts & (places(await learned(pair.office.admin)) - facts)


@pytest.mark.row("R4-13")
async def test_both_follow_their_goals_while_they_work_on_them(server: str, pair: Pair) -> None:
    objective, key_result = await pair.begun()

    def shown(value: str | None) -> Any:
        nodes = [{"id": objective, "progress": {"value": value}}]
        return {"organization": {"objectives": {"nodes": nodes}}}

    async with introduced(server, pair.mentor.token) as socket:
        await socket.subscribe(GOALS)
        assert await socket.next() == shown(None)

        await pair.office.check_in(key_result, "15", by=pair.mentee)

        assert await socket.next() == shown("0.5")


async def test_a_meeting_of_the_two_is_theirs_alone(office: Office, pair: Pair) -> None:
    stranger = await office.person()
    said = {"mentorshipId": pair.id, "kind": "SESSION", "plannedOn": "2099-01-01"}

    refused = await stranger.refused("planMeeting", "meeting", **said)
    assert refused == [("NOT_FOUND", "input.mentorshipId")]
    third = {"participantIds": [str(stranger.person_id)]}
    refused = await pair.mentor.refused("planMeeting", "meeting", **said, **third)
    assert refused == [("INVALID", "input.participantIds")]
    nowhere = {"startsAt": "09:30", "timeZone": "Middle/Earth"}
    refused = await pair.mentor.refused("planMeeting", "meeting", **said, **nowhere)
    assert refused == [("INVALID", "input.timeZone")]
    await ended(pair.id, pair.mentor)
    refused = await pair.mentor.refused("planMeeting", "meeting", **said)
    assert refused == [("WRONG_STATE", "input.mentorshipId")]
