"""Ending a mentorship, through the running server."""

from datetime import UTC, datetime, timedelta

from tests.graph.confidence import mentorship
from tests.graph.office import Office


async def test_either_ends_it_saying_openly_why(office: Office) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    pair = await mentorship(mentor, mentee, startsOn="2026-01-01")
    said = {"mentorshipId": pair, "category": "NO_CHEMISTRY"}

    refused = await mentee.refused("endMentorship", "mentorship", reason=" ", **said)
    assert refused == [("REASON_IS_MISSING", "input.reason")]
    why = {"reason": "We talk past each other.", "endedOn": "2026-02-01"}
    await mentee.do("endMentorship", "mentorship { id }", **why, **said)

    shows = "state endedOn endedAs endedBecause version"
    assert await office.seen("Mentorship", pair, shows, mentor) == {
        "state": "ENDED",
        "endedOn": "2026-02-01",
        "endedAs": "NO_CHEMISTRY",
        "endedBecause": "We talk past each other.",
        "version": 2,
    }
    refused = await mentor.refused("endMentorship", "mentorship", **why, **said)
    assert refused == [("WRONG_STATE", "input.mentorshipId")]


async def test_it_ends_on_a_day_of_its_own(office: Office) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    pair = await mentorship(mentor, mentee, startsOn="2026-01-01")
    tomorrow = str(datetime.now(UTC).date() + timedelta(days=2))

    for day in ("2025-12-31", tomorrow):
        said = {"mentorshipId": pair, "category": "OTHER", "reason": "So.", "endedOn": day}
        refused = await mentee.refused("endMentorship", "mentorship", **said)
        assert refused == [("INVALID", "input.endedOn")]
    assert await office.seen("Mentorship", pair, "state", mentor) == {"state": "ACTIVE"}
