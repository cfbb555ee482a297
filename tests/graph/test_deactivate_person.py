"""Ending a person's access through the running server."""

import httpx

from tests.graph.client import Client
from tests.graph.office import Office


async def leave(office: Office, person: Client) -> None:
    await office.admin.do("deactivatePerson", "person { id }", personId=str(person.person_id))


async def test_who_left_gets_no_answer_and_what_they_did_stays(office: Office) -> None:
    bob = await office.person("Bob")
    objective = await office.objective(await office.cycle(), by=bob)

    await leave(office, bob)

    answer = await bob.post("{ __typename }")
    assert answer.status_code == httpx.codes.UNAUTHORIZED
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    seen = await office.seen(
        "Objective", objective, "state owner { ... on Person { name active } }"
    )
    assert seen == {"state": "ACTIVE", "owner": {"name": "Bob", "active": False}}


async def test_who_left_is_given_nothing_more(office: Office) -> None:
    bob, team, cycle = await office.person(), await office.team(), await office.cycle()
    objective = await office.objective(cycle)
    await leave(office, bob)
    person_id = str(bob.person_id)

    assert await office.admin.refused(
        "createObjective", "objective", cycleId=cycle, title="Late", ownerPersonId=person_id
    ) == [("WRONG_STATE", "input.ownerPersonId")]
    assert await office.admin.refused(
        "editObjective",
        "objective",
        objectiveId=objective,
        accountablePersonId=person_id,
        reason="?",
    ) == [("WRONG_STATE", "input.accountablePersonId")]
    assert await office.admin.refused("addTeamMember", "team", teamId=team, personId=person_id) == [
        ("WRONG_STATE", "input.personId")
    ]
    assert await office.admin.refused(
        "grantPermission", "person", personId=person_id, permission="MANAGE"
    ) == [("WRONG_STATE", "input.personId")]


async def test_nobody_leaves_twice(office: Office) -> None:
    bob = await office.person()
    await leave(office, bob)

    assert await office.admin.refused(
        "deactivatePerson", "person", personId=str(bob.person_id)
    ) == [("WRONG_STATE", "input.personId")]


async def test_the_last_administrator_stays(office: Office) -> None:
    administrator = str(office.admin.person_id)
    assert await office.admin.refused("deactivatePerson", "person", personId=administrator) == [
        ("WRONG_STATE", "input.personId")
    ]
    second = await office.person()
    await office.admin.do(
        "grantPermission", "person { id }", personId=str(second.person_id), permission="ADMINISTER"
    )

    await second.do("deactivatePerson", "person { id }", personId=administrator)

    assert await office.seen("Person", administrator, "active", by=second) == {"active": False}


async def test_only_an_administrator_ends_an_access(office: Office) -> None:
    bob = await office.person()

    assert await bob.refused("deactivatePerson", "person", personId=str(bob.person_id)) == [
        ("NOT_ALLOWED", "")
    ]
    assert (await office.seen("Person", str(bob.person_id), "active"))["active"]
