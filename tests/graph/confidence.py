"""Two people in a mentorship, with everything that can hang on it."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

STARTED = {
    "menteeAim": "To speak before many people.",
    "mentorSupport": "I listen to every rehearsal.",
    "endsOn": "2099-12-31",
}


async def mentorship(mentor: Client, mentee: Client, **said: Any) -> str:
    """A new mentorship; the mentee begins it."""
    two = {"mentorId": str(mentor.person_id), "menteeId": str(mentee.person_id)}
    made = await mentee.do("startMentorship", "mentorship { id }", **two, **said)
    return str(made["id"])


async def ended(mentorship_id: str, by: Client, category: str = "NO_CHEMISTRY") -> None:
    """End a mentorship."""
    why = {"category": category, "reason": "It did not fit."}
    await by.do("endMentorship", "mentorship { id }", mentorshipId=mentorship_id, **why)


async def meeting(mentorship_id: str, by: Client, **said: Any) -> str:
    """A meeting of the two that is planned."""
    stated = {"mentorshipId": mentorship_id, "kind": "SESSION", "plannedOn": "2099-11-30"} | said
    return str((await by.do("planMeeting", "meeting { id }", **stated))["id"])


async def entry(by: Client, kind: str, mentorship_id: str | None = None, **said: Any) -> str:
    """Something that one of the two says."""
    stated = {"kind": kind, "text": f"A {kind}.", "mentorshipId": mentorship_id} | said
    return str((await by.do("addMentoringEntry", "mentoringEntry { id }", **stated))["id"])


async def career(by: Client, mentorship_id: str | None = None, **said: Any) -> str:
    """Where somebody wants to get, for their own eyes or for those of the two."""
    stated = {"kind": "CAREER", "title": "To lead a team.", "mentorshipId": mentorship_id} | said
    return str((await by.do("openCase", "case { id }", **stated))["id"])


async def way(by: Client, case: str, *objectives: str, **said: Any) -> str:
    """A step of a career, taken with objectives."""
    stated = {"caseId": case, "text": "Lead a project.", "objectiveIds": [*objectives]} | said
    return str((await by.do("addStep", "step { id }", **stated))["id"])


async def agrees(who: Client, story: str, mutation: str = "giveConsent") -> None:
    """Let everybody read a story, or no more."""
    await who.do(mutation, "mentoringEntry { id }", mentoringEntryId=story)


async def paired(_: Office, mentor: Client, mentee: Client) -> dict[str, str]:
    """What the two have together, by what it is."""
    pair = await mentorship(mentor, mentee, **STARTED)
    told = await entry(mentee, "STORY", pair)
    for who in (mentor, mentee):
        await agrees(who, told)
    goal = await career(mentee, pair)
    return {
        "career": goal,
        "way": await way(mentee, goal),
        "mentorship": pair,
        "promise": await entry(mentor, "ACTION", pair),
        "owed": await entry(mentor, "REFLECTION", pair, dueOn="2099-11-30"),
        "story": await entry(mentee, "STORY", pair),
        "told": told,
    }


async def confided(office: Office, *objectives: str) -> dict[str, list[str]]:
    """What somebody who looks at everything is in on, by kind; first what has most to show."""
    mentor = await office.person("Mentor")
    first = await mentorship(mentor, office.admin, **STARTED)
    await ended(first, mentor)
    again = await mentorship(mentor, office.admin, followsMentorshipId=first, **STARTED)
    clock = {"startsAt": "09:30", "timeZone": "Asia/Tokyo", "topics": "All."}
    held = await meeting(again, mentor, joinAt="https://example.org/room", **clock)
    goal = await career(office.admin, again)
    step = await way(office.admin, goal, *objectives)
    entries = await said_between(mentor, office.admin, again, held)
    await ended(again, mentor)
    entries.append(await entry(mentor, "OUTCOME", again, monthsAfter=6))
    made = {"Mentorship": [again, first], "Meeting": [held], "MentoringEntry": entries}
    return made | {"Case": [goal], "Step": [step]}


async def said_between(mentor: Client, mentee: Client, pair: str, held: str) -> list[str]:
    """One entry of each kind, what waits for something settled."""
    hard = await entry(mentor, "CHALLENGE", pair, challenge="TIME", meetingId=held)
    how = {"outcome": "RESOLVED", "resolution": "We meet early.", "lesson": "Mornings are free."}
    said = {"mentoringEntryId": hard, "asExample": True, **how}
    await mentee.do("settleMentoringEntry", "mentoringEntry { id }", **said)
    asked = await entry(mentee, "FEEDBACK_REQUEST", pair)
    answer = await entry(mentor, "FEEDBACK", pair, answeredEntryId=asked)
    story = await entry(mentor, "STORY", pair)
    for who in (mentor, mentee):
        await agrees(who, story)
    await entry(mentor, "REVIEW", pair)
    action = await entry(mentor, "ACTION", pair, dueOn="2099-12-01")
    own = {"shownTo": "AUTHOR", "background": "ORIGIN", "text": "The sea."}
    trait = await entry(mentee, "BACKGROUND", **own)
    return [*await reflected(mentee, pair), trait, hard, answer, asked, story, action]


async def reflected(by: Client, pair: str) -> list[str]:
    """A reflection that was put off, and the larger one in its place."""
    made = {"title": "Listening, the basics", "kind": "LEARNING"}
    course = (await by.do("addAttachment", "attachment { id }", **made))["id"]
    owed = await entry(by, "REFLECTION", pair, dueOn="2099-11-30", attachmentId=course)
    off = {"mentoringEntryId": owed, "dueOn": "2099-12-01", "reason": "All at the end."}
    await by.do("deferMentoringEntry", "mentoringEntry { id }", **off)
    how = {"behaviour": "ADAPTABILITY", "closedEntryIds": [owed]}
    return [await entry(by, "REFLECTION", pair, **how), owed]
