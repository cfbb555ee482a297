"""Who takes part in an objective that is not theirs, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

PARTICIPANT = "participant { id }"


async def takes_part(
    office: Office, objective: str, role: str, by: Client | None = None, **who: Any
) -> str:
    said = {"objectiveId": objective, "role": role} | who
    made = await (by or office.admin).do("addParticipant", PARTICIPANT, **said)
    return str(made["id"])


def person(client: Client) -> dict[str, Any]:
    return {"personId": str(client.person_id)}


@pytest.mark.row("R2-32")
async def test_several_teams_share_an_objective_that_one_person_answers_for(
    office: Office,
) -> None:
    owner, first, second = [await office.team() for _ in range(3)]
    lead, guest = await office.member(owner, "MANAGER"), await office.member(first)
    cycle = await office.cycle()
    accountable: dict[str, Any] = {"accountablePersonId": str(lead.person_id)}
    nobodys = await office.objective(cycle, ownerTeamId=owner)
    alone = {"objectiveId": nobodys, "role": "SHARES", "teamId": first}
    assert await office.admin.refused("addParticipant", "participant", **alone) == [
        ("WRONG_STATE", "input.objectiveId")
    ]
    objective = await office.objective(cycle, ownerTeamId=owner, **accountable)
    for team in (first, second):
        await takes_part(office, objective, "SHARES", lead, teamId=team)

    shows = """owner { ... on Team { id } } accountable { id }
      participants(filter: { role: SHARES }) { nodes { role team { id } person { id } } }"""
    assert await office.seen("Objective", objective, shows) == {
        "owner": {"id": owner},
        "accountable": {"id": str(lead.person_id)},
        "participants": {
            "nodes": [
                {"role": "SHARES", "team": {"id": each}, "person": None} for each in (first, second)
            ]
        },
    }
    nobody = {"objectiveId": objective, "accountablePersonId": None, "reason": "So."}
    assert await lead.refused("editObjective", "objective", **nobody) == [
        ("WRONG_STATE", "input.accountablePersonId")
    ]
    lists = "objectives { totalCount } sharedObjectives { nodes { id } }"
    assert await office.seen("Team", first, lists) == {
        "objectives": {"totalCount": 0},
        "sharedObjectives": {"nodes": [{"id": objective}]},
    }
    await office.contributor(await office.key_result(objective), guest, by=guest)


async def test_what_is_shared_stays_a_teams_and_somebodys_to_answer_for(office: Office) -> None:
    team, other = await office.team(), await office.team()
    cycle = await office.cycle(started=False)
    ada = str(office.admin.person_id)
    objective = await office.objective(cycle, ownerTeamId=team)
    said = {"objectiveId": objective, "role": "SHARES"}

    assert await office.admin.refused("addParticipant", "participant", teamId=other, **said) == [
        ("WRONG_STATE", "input.objectiveId")
    ]
    answers = {"objectiveId": objective, "accountablePersonId": ada}
    await office.admin.do("editObjective", "objective { id }", **answers)
    await takes_part(office, objective, "SHARES", teamId=other)
    for edit, path in (
        ({"accountablePersonId": None}, "accountablePersonId"),
        ({"ownerPersonId": ada}, "ownerPersonId"),
        ({"ownerTeamId": other}, "ownerTeamId"),
    ):
        assert await office.admin.refused(
            "editObjective", "objective", objectiveId=objective, **edit
        ) == [("WRONG_STATE", f"input.{path}")]


async def test_stakeholders_and_co_authors_see_what_is_private_while_they_take_part(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle(), visibility="PRIVATE")
    bob, team = await office.person(), await office.team()
    eve = await office.member(team)
    parts = [
        await takes_part(office, objective, "STAKEHOLDER", teamId=team),
        await takes_part(office, objective, "CO_AUTHOR", **person(bob)),
    ]

    for each in (bob, eve):
        assert await office.seen("Objective", objective, "id", each) == {"id": objective}
    assert await office.seen("Objective", objective, "id") is None
    shows = "participations { nodes { id role objective { id } } }"
    part = {"id": parts[1], "role": "CO_AUTHOR", "objective": {"id": objective}}
    seen = await office.seen("Person", person(bob)["personId"], shows, bob)
    assert seen == {"participations": {"nodes": [part]}}
    seen = await office.seen("Person", person(bob)["personId"], shows)
    assert seen == {"participations": {"nodes": []}}
    for part_id in parts:
        await office.admin.do("removeParticipant", "objective { id }", participantId=part_id)
    for former in (bob, eve):
        assert await office.seen("Objective", objective, "id", former) is None


async def test_who_takes_part_fits_the_role(office: Office) -> None:
    team = await office.team()
    objective = await office.objective(
        await office.cycle(), ownerTeamId=team, accountablePersonId=str(office.admin.person_id)
    )
    bob, eve = await office.person(), await office.person()
    await takes_part(office, objective, "CO_AUTHOR", **person(bob))

    async def refused(role: str, by: Client | None = None, **who: Any) -> list[tuple[str, str]]:
        said = {"objectiveId": objective, "role": role} | who
        return await (by or office.admin).refused("addParticipant", "participant", **said)

    assert await refused("SHARES", **person(bob)) == [("INVALID", "input.personId")]
    assert await refused("CO_AUTHOR", teamId=team) == [("INVALID", "input.teamId")]
    assert await refused("STAKEHOLDER") == [("INVALID", "input.personId")]
    both = person(bob) | {"teamId": team}
    assert await refused("STAKEHOLDER", **both) == [("INVALID", "input.personId")]
    assert await refused("SHARES", teamId=team) == [("ALREADY_EXISTS", "input.teamId")]
    assert await refused("CO_AUTHOR", **person(bob)) == [("ALREADY_EXISTS", "input.personId")]
    assert await refused("STAKEHOLDER", eve, **person(eve)) == [("NOT_ALLOWED", "")]
