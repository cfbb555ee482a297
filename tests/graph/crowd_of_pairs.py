"""Long lists of what two people have together; whoever looks is one of the two."""

from tests.graph.confidence import mentorship
from tests.graph.crowd_of_voices import Lists
from tests.graph.office import Office

LENGTH = 5


async def pairs(office: Office) -> tuple[Lists, dict[str, list[str]]]:
    """The lists by connection, each with its owner; and what else stands in the organization's."""
    admin, others = office.admin, [await office.person() for _ in range(LENGTH)]
    me = str(admin.person_id)
    lists: Lists = {
        "Person.mentorshipsAsMentee": (me, [await mentorship(each, admin) for each in others]),
        "Person.mentorshipsAsMentor": (me, [await mentorship(admin, each) for each in others]),
    }
    return lists, {"Organization.people": [str(each.person_id) for each in others]}
