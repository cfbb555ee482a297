"""Long lists of what two people have together; whoever looks is one of the two."""

from tests.graph.confidence import mentorship
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
    return lists, {
        "Organization.people": [str(each.person_id) for each in others],
        "Organization.cycles": [cycle],
        "Organization.objectives": goals,
    }
