"""Not letting everybody read one's story any more, through the running server."""

import pytest

from tests.graph.client import Client
from tests.graph.confidence import agrees, entry, mentorship
from tests.graph.office import Office

NODE = """query ($id: ID!, $asOf: AsOf) { node(id: $id, asOf: $asOf) { id }
  organization(asOf: $asOf) { position mentoringStories { totalCount } } }"""


async def seen(who: Client, story: str, then: int | None = None) -> tuple[bool, int]:
    as_of = None if then is None else {"position": then}
    found = await who.ask(NODE, id=story, asOf=as_of)
    return bool(found["node"]), found["organization"]["mentoringStories"]["totalCount"]


@pytest.mark.row("R4-16")
async def test_who_withdraws_takes_the_story_back_in_the_past_too(office: Office) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    story = await entry(mentee, "STORY", await mentorship(mentor, mentee))
    for who in (mentor, mentee):
        await agrees(who, story)
    stranger = await office.person()
    then = (await stranger.ask("{ organization { position } }"))["organization"]["position"]
    assert await seen(stranger, story) == (True, 1)
    assert await seen(stranger, story, then) == (True, 1)

    await agrees(mentor, story, "withdrawConsent")

    assert await seen(stranger, story) == (False, 0)
    assert await seen(stranger, story, then) == (False, 0)
    assert (await seen(mentee, story))[0]
    refused = await mentor.refused("withdrawConsent", "mentoringEntry", mentoringEntryId=story)
    assert refused == [("WRONG_STATE", "input.mentoringEntryId")]
