"""Telling everybody a story once both agree, through the running server."""

import pytest

from tests.graph.confidence import agrees, entry
from tests.graph.office import Office
from tests.graph.test_goals_of_mentorships import Pair, pair
from tests.graph.test_who_learns import learned

__all__ = ["pair"]
STORIES = """{ organization { mentoringStories { totalCount nodes { id text author { id }
  showsTitle showsProgress keyResult { id } mentorship { id } } } } }"""


@pytest.mark.row("R4-16", "R4-17")
async def test_a_story_is_everybodys_once_both_agree_and_shows_what_came_of_it(
    pair: Pair,
) -> None:
    _, key_result = await pair.begun()
    await pair.office.check_in(key_result, "20", by=pair.mentee)
    said = {"keyResultId": key_result, "text": "I speak before hundreds now."}
    story = await entry(pair.mentee, "STORY", pair.id, **said)
    stranger = await pair.office.person()
    nothing = {"organization": {"mentoringStories": {"totalCount": 0, "nodes": []}}}

    await agrees(pair.mentee, story)
    assert await stranger.ask(STORIES) == nothing
    before = len(await learned(stranger))
    await agrees(pair.mentor, story)

    told = {
        "id": story,
        "text": "I speak before hundreds now.",
        "author": {"id": str(pair.mentee.person_id)},
        "showsTitle": "Key result",
        "showsProgress": "1",
        "keyResult": None,
        "mentorship": None,
    }
    listed = {"organization": {"mentoringStories": {"totalCount": 1, "nodes": [told]}}}
    assert await stranger.ask(STORIES) == listed
    # That they agreed stays between the two.
    assert len(await learned(stranger)) == before


async def test_only_the_two_agree_each_once_and_to_a_story_alone(
    office: Office, pair: Pair
) -> None:
    story = await entry(pair.mentor, "STORY", pair.id)
    said = {"mentoringEntryId": story}
    note = {"mentoringEntryId": await entry(pair.mentor, "NOTE", pair.id)}

    await agrees(pair.mentor, story)
    again = await pair.mentor.refused("giveConsent", "mentoringEntry", **said)
    assert again == [("ALREADY_EXISTS", "input.mentoringEntryId")]
    other = await office.admin.refused("giveConsent", "mentoringEntry", **said)
    assert other == [("NOT_FOUND", "input.mentoringEntryId")]
    none = await pair.mentor.refused("giveConsent", "mentoringEntry", **note)
    assert none == [("WRONG_STATE", "input.mentoringEntryId")]
    await agrees(pair.mentee, story)
    other = await office.admin.refused("giveConsent", "mentoringEntry", **said)
    assert other == [("NOT_ALLOWED", ""), ("NOT_ALLOWED", "")]
