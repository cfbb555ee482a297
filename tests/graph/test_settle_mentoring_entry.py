"""Saying what became of what was taken on, of concerns and challenges, through the server."""

import pytest

from tests.graph.confidence import entry, mentorship
from tests.graph.office import Office

EXAMPLES = "{ organization { challengeExamples { challenge resolution lesson } } }"


@pytest.mark.row("R4-12")
async def test_how_a_challenge_was_met_helps_others_who_learn_of_nobody(office: Office) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    pair = await mentorship(mentor, mentee)
    hard = await entry(mentee, "CHALLENGE", pair, challenge="EXPECTATIONS", text="Ned and Mia.")
    other = await entry(mentor, "CHALLENGE", pair, challenge="TIME")
    how = {"outcome": "RESOLVED", "resolution": "Write down what each expects.", "lesson": "Early."}

    said = {"mentoringEntryId": hard, "asExample": True, **how}
    await mentor.do("settleMentoringEntry", "mentoringEntry { id }", **said)
    said = {"mentoringEntryId": other, **how}
    await mentor.do("settleMentoringEntry", "mentoringEntry { id }", **said)

    shows = "challenge outcome resolution lesson asExample"
    seen = await office.seen("MentoringEntry", hard, shows, mentee)
    assert seen == {"challenge": "EXPECTATIONS", "asExample": True, **how}
    examples = (await (await office.person()).ask(EXAMPLES))["organization"]["challengeExamples"]
    del how["outcome"]
    assert examples == [{"challenge": "EXPECTATIONS", **how}]
    assert await office.seen("MentoringEntry", hard, "id") is None


async def test_each_kind_is_settled_in_its_words_and_once(office: Office) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    pair = await mentorship(mentor, mentee)
    note, promise = await entry(mentor, "NOTE", pair), await entry(mentor, "ACTION", pair)

    for noun, said, reason in (
        (note, {"outcome": "KEPT"}, ("WRONG_STATE", "input.mentoringEntryId")),
        (promise, {"outcome": "UNRESOLVED"}, ("INVALID", "input.outcome")),
        (promise, {"outcome": "KEPT", "asExample": True}, ("INVALID", "input.asExample")),
    ):
        stated = {"mentoringEntryId": noun, **said}
        refused = await mentor.refused("settleMentoringEntry", "mentoringEntry", **stated)
        assert refused == [reason]
    kept = {"mentoringEntryId": promise, "outcome": "KEPT"}
    await mentee.do("settleMentoringEntry", "mentoringEntry { id }", **kept)
    assert await office.seen("MentoringEntry", promise, "outcome version", mentor) == {
        "outcome": "KEPT",
        "version": 2,
    }
    refused = await mentor.refused("settleMentoringEntry", "mentoringEntry", **kept)
    assert refused == [("WRONG_STATE", "input.mentoringEntryId")]


async def test_it_is_seen_who_keeps_what_they_take_on(office: Office) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    pair = await mentorship(mentor, mentee)
    for outcome in ("KEPT", "NOT_KEPT"):
        said = {"mentoringEntryId": await entry(mentor, "ACTION", pair), "outcome": outcome}
        await mentee.do("settleMentoringEntry", "mentoringEntry { id }", **said)

    shows = "activity { takenOn kept notKept keptShare }"
    assert await office.seen("Mentorship", pair, shows, mentee) == {
        "activity": [
            {"takenOn": 2, "kept": 1, "notKept": 1, "keptShare": "0.5"},
            {"takenOn": 0, "kept": 0, "notKept": 0, "keptShare": None},
        ]
    }
