"""Putting off what is to be written, and writing it at last, through the running server."""

import pytest

from tests.graph.confidence import entry, mentorship
from tests.graph.office import Office
from tests.graph.test_who_learns import learned

OWED = "text dueOn deferredBecause outcome closedBy { text }"


@pytest.mark.row("R0-20")
async def test_it_is_put_off_as_a_fact_and_one_larger_text_takes_the_place_of_all(
    office: Office,
) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    pair = await mentorship(mentor, mentee)
    first = await entry(mentee, "REFLECTION", pair, text="The first part.", dueOn="2099-01-31")
    second = await entry(mentee, "REFLECTION", pair, text="The second.", dueOn="2099-02-28")
    off = {"mentoringEntryId": first, "dueOn": "2099-06-30", "reason": "All of it at the end."}

    not_mine = await mentor.refused("deferMentoringEntry", "mentoringEntry", **off)
    assert not_mine == [("NOT_ALLOWED", "")]
    sooner = off | {"dueOn": "2099-01-31"}
    refused = await mentee.refused("deferMentoringEntry", "mentoringEntry", **sooner)
    assert refused == [("INVALID", "input.dueOn")]
    await mentee.do("deferMentoringEntry", "mentoringEntry { id }", **off)

    waiting = {"outcome": None, "closedBy": None}
    assert await office.seen("MentoringEntry", first, OWED, mentor) == {
        "text": "The first part.",
        "dueOn": "2099-06-30",
        "deferredBecause": "All of it at the end.",
        **waiting,
    }
    for who, facts in ((mentor, 1), (office.admin, 0)):
        kinds = [each["__typename"] for each in await learned(who)]
        assert kinds.count("MentoringEntryDeferred") == facts

    whole = await entry(
        mentee, "REFLECTION", pair, text="All that I saw.", closedEntryIds=[first, second]
    )
    shows = "closes { id outcome dueOn }"
    assert await office.seen("MentoringEntry", whole, shows, mentor) == {
        "closes": [
            {"id": first, "outcome": "REPLACED", "dueOn": "2099-06-30"},
            {"id": second, "outcome": "REPLACED", "dueOn": "2099-02-28"},
        ]
    }
    seen = await office.seen("MentoringEntry", second, OWED, mentor)
    assert seen["closedBy"] == {"text": "All that I saw."}
    again = off | {"dueOn": "2099-12-31"}
    over = await mentee.refused("deferMentoringEntry", "mentoringEntry", **again)
    assert over == [("WRONG_STATE", "input.mentoringEntryId")]
    twice = {"kind": "REFLECTION", "text": "So.", "mentorshipId": pair, "closedEntryIds": [first]}
    over = await mentee.refused("addMentoringEntry", "mentoringEntry", **twice)
    assert over == [("WRONG_STATE", "input.closedEntryIds.0")]
