"""Saying through the running server what came of reactions, ideas and concerns."""

import pytest

from tests.graph.office import Office

SHOWN = "kind text open outcome resolvedBy { name } replies { nodes { text author { name } } }"


@pytest.mark.row("R1-22")
async def test_reactions_ideas_and_concerns_on_a_draft_come_to_an_outcome(office: Office) -> None:
    lead, member = await office.person("Lead"), await office.person("Mia")
    draft = await office.objective(await office.cycle(), active=False, by=lead)
    said = {"REACTION": "This is us!", "IDEA": "Begin with schools.", "CONCERN": "Too much."}
    ids = {}
    for kind, text in said.items():
        about = {"objectiveId": draft, "kind": kind, "text": text}
        ids[kind] = (await member.do("addComment", "comment { id }", **about))["id"]
    await member.do("addComment", "comment { id }", objectiveId=draft, text="By the way.")

    reply = {"answersId": ids["CONCERN"], "text": "What would you leave out?"}
    answer = (await lead.do("addComment", "comment { id }", **reply))["id"]
    nested = {"answersId": answer, "text": "The second half."}
    await member.do("addComment", "comment { id }", **nested)
    outcome = {"commentId": ids["CONCERN"], "outcome": "We left out the second half."}
    stranger = await office.person()
    assert await stranger.refused("resolveComment", "comment", **outcome) == [("NOT_ALLOWED", "")]
    await lead.do("resolveComment", "comment { id }", **outcome)

    assert await office.seen("Comment", ids["CONCERN"], SHOWN) == {
        "kind": "CONCERN",
        "text": "Too much.",
        "open": False,
        "outcome": outcome["outcome"],
        "resolvedBy": {"name": "Lead"},
        "replies": {
            "nodes": [
                {"text": reply["text"], "author": {"name": "Lead"}},
                {"text": nested["text"], "author": {"name": "Mia"}},
            ]
        },
    }
    shows = "comments(filter: {open: true}) { nodes { kind } }"
    waiting = await office.seen("Objective", draft, shows)
    assert waiting["comments"]["nodes"] == [{"kind": "REACTION"}, {"kind": "IDEA"}]


async def test_what_waits_for_nothing_comes_to_no_outcome(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    about = {"objectiveId": objective, "text": "By the way."}
    remark = (await office.admin.do("addComment", "comment { id }", **about))["id"]
    idea = (await office.admin.do("addComment", "comment { id }", **about, kind="IDEA"))["id"]
    await office.admin.do("withdrawComment", "comment { id }", commentId=idea)

    for comment in (remark, idea):
        said = {"commentId": comment, "outcome": "So."}
        refused = await office.admin.refused("resolveComment", "comment", **said)
        assert refused == [("WRONG_STATE", "input.commentId")]
    both = {"answersId": remark, "objectiveId": objective, "text": "So."}
    assert await office.admin.refused("addComment", "comment", **both) == [
        ("INVALID", "input.objectiveId")
    ]
