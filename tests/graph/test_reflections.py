"""What people make of what they lived through and learned, through the running server."""

from typing import Any

import pytest

from tests.graph.confidence import ended, entry, mentorship
from tests.graph.office import Office

COURSE: dict[str, Any] = {"kind": "LEARNING", "title": "Listening before answering"}


@pytest.mark.row("R0-19", "R1-112")
async def test_it_is_about_a_mentorship_a_person_or_what_was_learned_from(office: Office) -> None:
    mentor, mentee, other = [await office.person(each) for each in ("Mia", "Ned", "Ola")]
    objective = await office.objective(await office.cycle())
    for_all = await office.attached(**COURSE, uri="https://learn.example/1")
    of_one = await office.attached(**COURSE, objectiveId=objective)
    listed = """{ organization { attachments(filter: { kind: LEARNING }) {
      nodes { id objective { id } } } } }"""
    assert (await other.ask(listed))["organization"]["attachments"]["nodes"] == [
        {"id": for_all, "objective": None},
        {"id": of_one, "objective": {"id": objective}},
    ]
    denied = await other.refused("addAttachment", "attachment", **COURSE)
    assert denied == [("NOT_ALLOWED", "")]
    pair = await mentorship(mentor, mentee)
    await ended(pair, mentee)

    past = await entry(mentee, "REFLECTION", pair, text="It did me good.")
    of_mia = {"ofPersonId": str(mentor.person_id), "text": "She listened."}
    person = await entry(mentee, "REFLECTION", **of_mia)
    learned = {"attachmentId": for_all, "text": "I ask first.", "shownTo": "AUTHOR"}
    lesson = await entry(mentee, "REFLECTION", **learned)

    shows = "mentoringEntries { nodes { id } }"
    for who, known in (
        (mentee, [past, person, lesson]),
        (mentor, [past, person]),
        (office.admin, []),
    ):
        seen = await office.seen("Person", str(mentee.person_id), shows, who)
        assert [each["id"] for each in seen["mentoringEntries"]["nodes"]] == known
    shows = "reflections { totalCount nodes { text author { id } attachment { title } } }"
    wrote = {"author": {"id": str(mentee.person_id)}, "attachment": {"title": COURSE["title"]}}
    assert (await office.seen("Attachment", for_all, shows, mentee))["reflections"] == {
        "totalCount": 1,
        "nodes": [{"text": "I ask first.", **wrote}],
    }
    hidden = (await office.seen("Attachment", for_all, shows, mentor))["reflections"]
    assert hidden == {"totalCount": 0, "nodes": []}
    nobody = {"kind": "REFLECTION", "text": "So."}
    refused = await mentee.refused("addMentoringEntry", "mentoringEntry", **nobody)
    assert refused == [("INVALID", "input.shownTo")]


async def test_what_everybody_learns_from_is_taken_away_and_leads_to_no_objective(
    office: Office,
) -> None:
    course = await office.attached(**COURSE)
    secret = await office.objective(await office.cycle(), visibility="PRIVATE")
    theirs = await office.attached(**COURSE, objectiveId=secret)
    bob = await office.person()
    said = {"kind": "REFLECTION", "text": "So.", "shownTo": "AUTHOR", "attachmentId": theirs}

    refused = await bob.refused("addMentoringEntry", "mentoringEntry", **said)
    assert refused == [("NOT_FOUND", "input.attachmentId")]
    removed = await office.admin.command(
        "removeAttachment", "objective { id }", {"attachmentId": course}
    )
    assert (removed["objective"], removed["refusals"]) == (None, [])
    assert await office.seen("Attachment", course, "id") is None


@pytest.mark.row("R1-108")
async def test_how_somebody_works_is_told_in_words_and_moves_no_score(office: Office) -> None:
    lead, member = await office.person("Lea"), await office.person("Mo")
    objective = await office.objective(await office.cycle(), ownerPersonId=str(member.person_id))
    key_result = await office.key_result(objective)
    await office.check_in(key_result, "15")
    shows = "progress { value } score { computed }"
    before = await office.seen("Objective", objective, shows)

    about = {"ofPersonId": str(member.person_id)}
    for behaviour in ("CUSTOMER_CLOSENESS", "DATA_DRIVEN", "ADAPTABILITY"):
        await entry(lead, "REFLECTION", behaviour=behaviour, text=f"{behaviour}: more.", **about)

    shown = "told { nodes { behaviour text author { id } } }"
    by = {"author": {"id": str(lead.person_id)}}
    seen = await office.seen("Person", str(member.person_id), shown, member)
    assert seen["told"]["nodes"] == [
        {"behaviour": each, "text": f"{each}: more.", **by}
        for each in ("CUSTOMER_CLOSENESS", "DATA_DRIVEN", "ADAPTABILITY")
    ]
    others = await office.seen("Person", str(member.person_id), shown, office.admin)
    assert others["told"]["nodes"] == []
    assert await office.seen("Objective", objective, shows) == before
    kinds = """{ __type(name: "MentoringEntry") { fields { name type { name
      ofType { name } } } } }"""
    fields = (await member.ask(kinds))["__type"]["fields"]
    counting = {"Decimal", "Float", "Int"}
    numbers = {
        each["name"]
        for each in fields
        if counting & {each["type"]["name"], (each["type"]["ofType"] or {}).get("name")}
    }
    assert numbers == {"monthsAfter", "showsProgress", "version"}
    refused = await lead.refused(
        "addMentoringEntry",
        "mentoringEntry",
        kind="FEEDBACK",
        text="So.",
        behaviour="DATA_DRIVEN",
        keyResultId=key_result,
        **about,
    )
    assert refused == [("INVALID", "input.behaviour")]
