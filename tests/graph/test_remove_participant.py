"""Taking part no more, through the running server."""

from tests.graph.office import Office
from tests.graph.test_add_participant import person, takes_part


async def test_people_leave_by_themselves_and_teams_by_who_leads_them(office: Office) -> None:
    team = await office.team()
    lead, member = await office.member(team, "MANAGER"), await office.member(team)
    objective, bob = await office.objective(await office.cycle()), await office.person()
    of_team = await takes_part(office, objective, "STAKEHOLDER", teamId=team)
    of_bob = await takes_part(office, objective, "STAKEHOLDER", **person(bob))

    for each, actor in ((of_team, member), (of_bob, lead)):
        assert await actor.refused("removeParticipant", "objective", participantId=each) == [
            ("NOT_ALLOWED", "")
        ]
    await lead.do("removeParticipant", "objective { id }", participantId=of_team)
    await bob.do("removeParticipant", "objective { id }", participantId=of_bob)

    seen = await office.seen("Objective", objective, "participants { totalCount }")
    assert seen == {"participants": {"totalCount": 0}}
    assert await office.admin.refused("removeParticipant", "objective", participantId=of_bob) == [
        ("NOT_FOUND", "input.participantId")
    ]
