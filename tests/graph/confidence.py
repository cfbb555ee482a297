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


async def paired(_: Office, mentor: Client, mentee: Client) -> dict[str, str]:
    """What the two have together, by what it is."""
    return {"mentorship": await mentorship(mentor, mentee, **STARTED)}


async def confided(office: Office) -> dict[str, list[str]]:
    """What somebody who looks at everything is in on, by kind; first what has most to show."""
    mentor = await office.person("Mentor")
    first = await mentorship(mentor, office.admin, **STARTED)
    await ended(first, mentor)
    again = await mentorship(mentor, office.admin, followsMentorshipId=first, **STARTED)
    await ended(again, mentor)
    return {"Mentorship": [again, first]}
