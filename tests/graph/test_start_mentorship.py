"""Beginning a mentorship, through the running server: what two people have is theirs alone."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.confidence import STARTED, ended, mentorship
from tests.graph.erased import entrusted
from tests.graph.office import Office
from tests.graph.test_who_learns import learned, places

WHOLE = """state startsOn endsOn menteeAim mentorSupport reviewCadence version
  mentor { id } mentee { id } follows { id } endedOn endedAs endedBecause"""
OF = """query ($id: ID!) { node(id: $id) { ... on Person {
  mentorshipsAsMentor { totalCount nodes { id } }
  mentorshipsAsMentee { totalCount nodes { id } } } } }"""
NODES = "query ($ids: [ID!]!, $asOf: AsOf) { nodes(ids: $ids, asOf: $asOf) { id } }"
FACTS = """query ($id: ID!) { node(id: $id) { ... on Person {
  events(first: 100) { nodes { __typename id position } } } } }"""


async def two(office: Office) -> tuple[Client, Client]:
    return await office.person("Mia"), await office.person("Ned")


@pytest.mark.row("R0-03")
async def test_the_aim_of_one_and_the_support_of_the_other_stand_side_by_side(
    office: Office,
) -> None:
    mentor, mentee = await two(office)

    pair = await mentorship(mentor, mentee, startsOn="2026-11-01", **STARTED)

    assert await office.seen("Mentorship", pair, WHOLE, mentor) == {
        "state": "ACTIVE",
        "startsOn": "2026-11-01",
        **STARTED,
        "reviewCadence": "QUARTER",
        "version": 1,
        "mentor": {"id": str(mentor.person_id)},
        "mentee": {"id": str(mentee.person_id)},
        **dict.fromkeys(("follows", "endedOn", "endedAs", "endedBecause")),
    }
    seen = (await mentor.ask(OF, id=str(mentee.person_id)))["node"]
    assert seen["mentorshipsAsMentee"] == {"totalCount": 1, "nodes": [{"id": pair}]}


async def strangers(office: Office) -> list[Client]:
    """Somebody else, somebody who administers, who audits, who redacts, who leads the mentee."""
    auditor, planner = await office.person("Aud"), await office.person("Pia")
    for who, permission in ((auditor, "AUDIT"), (planner, "MANAGE")):
        given = {"personId": str(who.person_id), "permission": permission}
        await office.admin.do("grantPermission", "person { id }", **given)
    return [office.admin, auditor, planner, await entrusted(office), await office.person()]


@pytest.mark.row("R4-07")
async def test_nobody_else_comes_upon_it_anywhere(office: Office) -> None:
    mentor, mentee = await two(office)
    before = places(await learned(mentor))
    pair = await mentorship(mentor, mentee, **STARTED)
    said = {"mentorshipId": pair, "mentorSupport": "I call every week."}
    await mentor.do("editMentorship", "mentorship { id }", **said)
    facts = {each["position"]: each["id"] for each in await learned(mentee)}
    theirs = {place: fact for place, fact in facts.items() if place not in before}
    assert len(theirs) == 2
    ids = [pair, *theirs.values()]

    for who in await strangers(office):
        nothing: dict[str, Any] = {"totalCount": 0, "nodes": []}
        for person, field in ((mentor, "mentorshipsAsMentor"), (mentee, "mentorshipsAsMentee")):
            id_ = str(person.person_id)
            assert (await who.ask(OF, id=id_))["node"][field] == nothing
            about = (await who.ask(FACTS, id=id_))["node"]["events"]["nodes"]
            assert not places(about) & theirs.keys()
        assert not places(await learned(who)) & theirs.keys()
        for then in (None, {"position": max(theirs)}):
            assert (await who.ask(NODES, ids=ids, asOf=then))["nodes"] == [None] * len(ids)
        unknown = {"mentorshipId": str(who.person_id), "category": "OTHER", "reason": "So."}
        of_unknown = await who.command("endMentorship", "mentorship { id }", unknown)
        of_theirs = await who.command(
            "endMentorship", "mentorship { id }", unknown | {"mentorshipId": pair}
        )
        assert of_unknown == of_theirs
    assert [each["id"] for each in (await mentor.ask(NODES, ids=ids))["nodes"]] == ids


async def test_an_export_withholds_it_from_whoever_takes_the_log(office: Office) -> None:
    mentor, mentee = await two(office)
    await mentorship(mentor, mentee, **STARTED)

    headers = {"Authorization": f"Bearer {office.admin.token}"}
    taken = await office.http.get("/audit/events", headers=headers)

    lines = [line for line in taken.text.splitlines() if '"MentorshipStarted"' in line]
    assert len(lines) == 1
    assert '"body":null,' in lines[0]
    assert '"private":null,' in lines[0]
    assert '"withheld":true' in lines[0]


@pytest.mark.row("R4-22")
async def test_one_person_helps_in_one_and_is_helped_in_another(office: Office) -> None:
    senior, middle = await two(office)
    junior = await office.person("Jo")

    above = await mentorship(senior, middle)
    below = await mentorship(middle, junior)

    seen = (await middle.ask(OF, id=str(middle.person_id)))["node"]
    assert seen["mentorshipsAsMentee"]["nodes"] == [{"id": above}]
    assert seen["mentorshipsAsMentor"]["nodes"] == [{"id": below}]
    assert await office.seen("Mentorship", below, "id", senior) is None


async def test_the_same_two_have_one_at_a_time(office: Office) -> None:
    mentor, mentee = await two(office)
    pair = await mentorship(mentor, mentee)
    again = {"mentorId": str(mentor.person_id), "menteeId": str(mentee.person_id)}

    refused = await mentor.refused("startMentorship", "mentorship", **again)
    assert refused == [("ALREADY_EXISTS", "input.menteeId")]
    # Whoever is not one of the two does not learn that there is one.
    refused = await office.admin.refused("startMentorship", "mentorship", **again)
    assert refused == [("NOT_ALLOWED", "")]
    await ended(pair, mentor)
    assert await mentorship(mentor, mentee) != pair


async def test_what_follows_is_for_the_mentee_to_say_and_after_an_end(office: Office) -> None:
    mentor, mentee = await two(office)
    other = await office.person("Ola")
    pair = await mentorship(mentor, mentee)
    said = {"menteeId": str(mentee.person_id), "followsMentorshipId": pair}
    with_other = {"mentorId": str(other.person_id), **said}

    refused = await mentee.refused("startMentorship", "mentorship", **with_other)
    assert refused == [("WRONG_STATE", "input.followsMentorshipId")]
    await ended(pair, mentee)
    by_mentor = {"mentorId": str(mentor.person_id), **said}
    refused = await mentor.refused("startMentorship", "mentorship", **by_mentor)
    assert refused == [("NOT_ALLOWED", "")]
    refused = await other.refused("startMentorship", "mentorship", **with_other)
    assert refused == [("NOT_FOUND", "input.followsMentorshipId")]
    again = await mentorship(other, mentee, followsMentorshipId=pair)
    shown = await office.seen("Mentorship", again, "follows { id }", mentee)
    assert shown == {"follows": {"id": pair}}
    # The new mentor learns nothing of the one before.
    assert await office.seen("Mentorship", again, "follows { id }", other) == {"follows": None}


async def test_it_takes_two_people(office: Office) -> None:
    ann, program = await office.person("Ann"), await office.person("Bot", isProgram=True)
    me = str(ann.person_id)

    alone = await ann.refused("startMentorship", "mentorship", mentorId=me, menteeId=me)
    assert alone == [("INVALID", "input.mentorId")]
    machine = {"mentorId": str(program.person_id), "menteeId": me}
    refused = await ann.refused("startMentorship", "mentorship", **machine)
    assert refused == [("INVALID", "input.mentorId")]
