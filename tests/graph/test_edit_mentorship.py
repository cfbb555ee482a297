"""Changing what the two agreed on, through the running server."""

from tests.graph.confidence import STARTED, ended, mentorship
from tests.graph.office import Office


async def test_each_says_their_own_part_and_either_the_rest(office: Office) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    pair = await mentorship(mentor, mentee, **STARTED)
    said = {"mentorshipId": pair}

    refused = await mentor.refused("editMentorship", "mentorship", menteeAim="Mine", **said)
    assert refused == [("NOT_ALLOWED", "input.menteeAim")]
    aim = {"menteeAim": "To lead a team.", "reviewCadence": "MONTH", "endsOn": None}
    await mentee.do("editMentorship", "mentorship { id }", **aim, **said)

    shows = "menteeAim mentorSupport reviewCadence endsOn version"
    assert await office.seen("Mentorship", pair, shows, mentor) == {
        **aim,
        "mentorSupport": STARTED["mentorSupport"],
        "version": 2,
    }


async def test_what_makes_no_sense_is_refused_and_changes_nothing(office: Office) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    pair = await mentorship(mentor, mentee, startsOn="2026-11-01")

    for said, where in (
        ({"endsOn": "2026-10-31"}, "endsOn"),
        ({"menteeAim": " "}, "menteeAim"),
        ({"reviewCadence": None}, "reviewCadence"),
    ):
        refused = await mentee.refused("editMentorship", "mentorship", mentorshipId=pair, **said)
        assert refused == [("INVALID", f"input.{where}")]
    assert await office.seen("Mentorship", pair, "version", mentor) == {"version": 1}
    await ended(pair, mentor)
    said = {"mentorshipId": pair, "menteeAim": "More."}
    refused = await mentee.refused("editMentorship", "mentorship", **said)
    assert refused == [("WRONG_STATE", "input.mentorshipId")]
