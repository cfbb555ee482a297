"""Long lists of what two people have together; whoever looks is one of the two."""

from itertools import product

from tests.graph.client import Client
from tests.graph.confidence import agrees, career, entry, meeting, mentorship
from tests.graph.crowd_of_voices import Lists
from tests.graph.office import Office

LENGTH = 5


async def pairs(office: Office) -> tuple[Lists, dict[str, list[str]]]:
    """The lists by connection, each with its owner; and what else stands in the organization's."""
    admin, others = office.admin, [await office.person() for _ in range(LENGTH)]
    me = str(admin.person_id)
    helped = [await mentorship(each, admin) for each in others]
    cycle = await office.cycle("2031", startsOn="2031-01-01", endsOn="2031-12-31")
    goals = [
        await office.objective(cycle, active=False, mentorshipId=helped[0], ownerPersonId=me)
        for _ in range(LENGTH)
    ]
    lists: Lists = {
        "Person.mentorshipsAsMentee": (me, helped),
        "Person.mentorshipsAsMentor": (me, [await mentorship(admin, each) for each in others]),
        "Mentorship.objectives": (helped[0], goals),
    }
    key_result = await office.key_result(goals[0])
    pair, other = helped[0], others[0]
    ways = [await career(admin, pair) for _ in range(LENGTH)]
    lists |= {
        "Mentorship.meetings": (pair, [await meeting(pair, admin) for _ in range(LENGTH)]),
        "Mentorship.cases": (pair, ways),
        "Mentorship.entries": (pair, [await entry(admin, "NOTE", pair) for _ in range(LENGTH)]),
        "KeyResult.feedback": (key_result, await feedback(admin, other, key_result)),
    }
    stories = [await entry(admin, "STORY", helped[1]) for _ in range(LENGTH)]
    for story, who in product(stories, (admin, others[1])):
        await agrees(who, story)
    told = [await entry(admin, "CONCERN", helped[2]) for _ in range(LENGTH)]
    course = await office.attached(kind="LEARNING", title="A course")
    about = {"ofPersonId": me, "attachmentId": course}
    made = [await entry(others[3], "REFLECTION", **about) for _ in range(LENGTH)]
    lists |= {
        "Person.mentoringEntries": (str(others[3].person_id), made),
        "Attachment.reflections": (course, made),
        "Organization.mentoringStories": (str(office.actor.organization_id), stories),
        "Person.told": (str(others[2].person_id), told),
    }
    more = [await office.person() for _ in range(LENGTH)]
    late = [await mentorship(each, admin, startsOn="2020-01-01") for each in more]
    lists["Organization.overdueMentorships"] = (str(office.actor.organization_id), late)
    lists["Person.mentorshipsAsMentee"][1].extend(late)
    return lists, {
        "Organization.attachments": [course],
        "Organization.cases": [*ways],
        "Organization.meetings": lists["Mentorship.meetings"][1],
        "Organization.people": [str(each.person_id) for each in (*others, *more)],
        "Organization.cycles": [cycle],
        "Organization.objectives": goals,
        "Organization.keyResults": [key_result],
    }


async def feedback(by: Client, whom: Client, key_result: str) -> list[str]:
    """Feedback to somebody on a key result."""
    said = {"keyResultId": key_result, "ofPersonId": str(whom.person_id)}
    return [await entry(by, "FEEDBACK", **said) for _ in range(LENGTH)]
