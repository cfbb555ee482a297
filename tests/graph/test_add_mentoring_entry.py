"""Noting, asking, answering and worrying in a mentorship, through the running server."""

import pytest

from tests.graph.client import Client
from tests.graph.confidence import ended, entry, mentorship
from tests.graph.office import Office
from tests.graph.test_who_learns import learned

TEXT = "text kind shownTo author { id } ofPerson { id }"


async def two(office: Office) -> tuple[Client, Client, str]:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    return mentor, mentee, await mentorship(mentor, mentee)


async def sees(office: Office, noun: str, *who: Client) -> list[bool]:
    return [bool(await office.seen("MentoringEntry", noun, "id", each)) for each in who]


async def test_notes_are_shared_or_ones_own(office: Office) -> None:
    mentor, mentee, pair = await two(office)

    shared = await entry(mentee, "NOTE", pair, text="We spoke of fear.")
    own = await entry(mentee, "NOTE", pair, shownTo="AUTHOR")

    assert await sees(office, shared, mentor, mentee, office.admin) == [True, True, False]
    assert await sees(office, own, mentor, mentee, office.admin) == [False, True, False]
    shows = f"entries {{ totalCount nodes {{ {TEXT} }} }}"
    seen = (await office.seen("Mentorship", pair, shows, mentor))["entries"]
    assert seen == {
        "totalCount": 1,
        "nodes": [
            {
                "text": "We spoke of fear.",
                "kind": "NOTE",
                "shownTo": "TWO",
                "author": {"id": str(mentee.person_id)},
                "ofPerson": None,
            }
        ],
    }
    kinds = [each["__typename"] for each in await learned(mentor)]
    assert kinds.count("MentoringEntryAdded") == 1


@pytest.mark.row("R4-09")
async def test_both_ask_for_feedback_and_give_it_and_it_is_seen_how_much_is_answered(
    office: Office,
) -> None:
    mentor, mentee, pair = await two(office)
    asked = await entry(mentee, "FEEDBACK_REQUEST", pair)
    await entry(mentee, "FEEDBACK_REQUEST", pair)
    back = await entry(mentor, "FEEDBACK_REQUEST", pair)

    answer = await entry(mentor, "FEEDBACK", pair, answeredEntryId=asked)
    await entry(mentee, "FEEDBACK", pair, answeredEntryId=back)
    await entry(mentee, "FEEDBACK", pair)

    shows = "answers { id ofPerson { id } answeredEntry { id } }"
    assert await office.seen("MentoringEntry", asked, shows, mentee) == {
        "answers": [
            {
                "id": answer,
                "ofPerson": {"id": str(mentee.person_id)},
                "answeredEntry": {"id": asked},
            }
        ]
    }
    shows = "feedbackAsked feedbackGiven askedOfThem answered responseRate daysToAnswer"
    counted = {"daysToAnswer": "0"}
    assert await office.seen("Mentorship", pair, f"activity {{ {shows} }}", mentor) == {
        "activity": [
            {"feedbackAsked": 1, "feedbackGiven": 1, "askedOfThem": 2, "answered": 1}
            | {"responseRate": "0.5"}
            | counted,
            {"feedbackAsked": 2, "feedbackGiven": 2, "askedOfThem": 1, "answered": 1}
            | {"responseRate": "1"}
            | counted,
        ]
    }
    twice = {"mentorshipId": pair, "kind": "FEEDBACK", "text": "So.", "answeredEntryId": asked}
    refused = await mentor.refused("addMentoringEntry", "mentoringEntry", **twice)
    assert refused == [("ALREADY_EXISTS", "input.answeredEntryId")]


@pytest.mark.row("R4-21")
async def test_it_is_seen_how_active_the_mentee_is(office: Office) -> None:
    mentor, mentee, pair = await two(office)
    cycle = await office.cycle()
    for _ in range(2):
        await office.objective(
            cycle,
            active=False,
            by=mentee,
            ownerPersonId=str(mentee.person_id),
            mentorshipId=pair,
        )
    await entry(mentee, "CONCERN", pair)
    await entry(mentee, "CHALLENGE", pair, challenge="SKILL")
    await entry(mentee, "NOTE", pair)
    await entry(mentee, "NOTE", pair, shownTo="AUTHOR")

    shows = "goalsSet notesShared concernsRaised challengesNamed"
    seen = await office.seen("Mentorship", pair, f"activity {{ {shows} }}", mentor)
    counted = {"notesShared": 1, "concernsRaised": 1, "challengesNamed": 1}
    assert seen["activity"] == [
        {"goalsSet": 0, **dict.fromkeys(counted, 0)},
        {"goalsSet": 2, **counted},
    ]


@pytest.mark.row("R1-90")
async def test_feedback_on_a_key_result_is_for_one_person_or_for_all_who_see_it(
    office: Office,
) -> None:
    giver, other = await office.person("Gil"), await office.person("Ola")
    owner = await office.person("Own")
    key_result = await office.started()
    said = {"keyResultId": key_result, "ofPersonId": str(owner.person_id)}

    private = await entry(giver, "FEEDBACK", text="Slow down.", **said)
    public = await entry(giver, "FEEDBACK", text="Well done.", shownTo="ORGANIZATION", **said)

    shows = f"feedback {{ totalCount nodes {{ {TEXT} }} }}"
    seen = (await office.seen("KeyResult", key_result, shows, other))["feedback"]
    assert seen == {
        "totalCount": 1,
        "nodes": [
            {
                "text": "Well done.",
                "kind": "FEEDBACK",
                "shownTo": "ORGANIZATION",
                "author": {"id": str(giver.person_id)},
                "ofPerson": {"id": str(owner.person_id)},
            }
        ],
    }
    seen = await office.seen("KeyResult", key_result, "feedback { nodes { id } }", owner)
    assert seen["feedback"]["nodes"] == [{"id": private}, {"id": public}]
    assert await sees(office, private, owner, giver, other, office.admin) == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.row("R4-11")
async def test_a_mentee_tells_a_concern_to_the_mentor_or_past_them(office: Office) -> None:
    mentor, mentee, pair = await two(office)
    lead = await office.person("Lea")
    given = {"personId": str(lead.person_id), "permission": "MANAGE"}
    await office.admin.do("grantPermission", "person { id }", **given)

    to_mentor = await entry(mentee, "CONCERN", pair, text="You come late.")
    past = await entry(mentee, "CONCERN", pair, ofPersonId=str(lead.person_id), text="He shouts.")

    who = (mentor, mentee, lead, office.admin)
    assert await sees(office, to_mentor, *who) == [True, True, False, False]
    assert await sees(office, past, *who) == [False, True, True, False]
    shows = "told { totalCount nodes { text author { id } mentorship { id } } }"
    seen = await office.seen("Person", str(lead.person_id), shows, lead)
    told = {"text": "He shouts.", "author": {"id": str(mentee.person_id)}, "mentorship": None}
    assert seen == {"told": {"totalCount": 1, "nodes": [told]}}
    resolved = {"mentoringEntryId": past, "outcome": "RESOLVED", "resolution": "We spoke."}
    await lead.do("settleMentoringEntry", "mentoringEntry { id }", **resolved)
    assert await office.seen("MentoringEntry", past, "outcome resolution", mentee) == {
        "outcome": "RESOLVED",
        "resolution": "We spoke.",
    }
    stranger = {"mentorshipId": pair, "kind": "CONCERN", "text": "So."}
    stranger |= {"ofPersonId": str((await office.person()).person_id)}
    refused = await mentee.refused("addMentoringEntry", "mentoringEntry", **stranger)
    assert refused == [("INVALID", "input.ofPersonId")]


@pytest.mark.row("R4-14")
async def test_what_came_of_it_is_told_half_a_year_and_two_years_later(office: Office) -> None:
    mentor, mentee, pair = await two(office)
    said = {"mentorshipId": pair, "kind": "OUTCOME", "text": "I lead a team.", "monthsAfter": 24}

    refused = await mentee.refused("addMentoringEntry", "mentoringEntry", **said)
    assert refused == [("WRONG_STATE", "input.mentorshipId")]
    await ended(pair, mentor, "ACHIEVED")
    refused = await mentee.refused(
        "addMentoringEntry", "mentoringEntry", **(said | {"monthsAfter": 7})
    )
    assert refused == [("INVALID", "input.monthsAfter")]
    await entry(mentee, "OUTCOME", pair, text="I gave a talk.", monthsAfter=6)
    await entry(mentee, "OUTCOME", pair, text="I lead a team.", monthsAfter=24)

    seen = await office.seen("Mentorship", pair, "entries { nodes { text monthsAfter } }", mentor)
    assert seen["entries"]["nodes"] == [
        {"text": "I gave a talk.", "monthsAfter": 6},
        {"text": "I lead a team.", "monthsAfter": 24},
    ]


async def test_what_does_not_fit_its_kind_is_refused(office: Office) -> None:
    mentor, mentee, pair = await two(office)

    for said, where in (
        ({"kind": "NOTE", "dueOn": "2099-01-01"}, "dueOn"),
        ({"kind": "CHALLENGE"}, "challenge"),
        ({"kind": "NOTE", "ofPersonId": str(mentor.person_id)}, "ofPersonId"),
        ({"kind": "NOTE", "shownTo": "ORGANIZATION"}, "shownTo"),
        ({"kind": "ACTION", "shownTo": "AUTHOR"}, "shownTo"),
        ({"kind": "NOTE", "text": " "}, "text"),
        ({"kind": "NOTE", "mentorshipId": None}, "mentorshipId"),
    ):
        stated = {"mentorshipId": pair, "text": "So."} | said
        refused = await mentee.refused("addMentoringEntry", "mentoringEntry", **stated)
        assert refused == [("INVALID", f"input.{where}")], said
    seen = await office.seen("Mentorship", pair, "entries { totalCount }", mentor)
    assert seen == {"entries": {"totalCount": 0}}
