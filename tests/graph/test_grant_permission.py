"""Letting a person do more through the running server."""

import pytest

from tests.graph.client import Client
from tests.graph.office import Office


async def grant(office: Office, person: Client, permission: str) -> None:
    await office.admin.do(
        "grantPermission", "person { id }", personId=str(person.person_id), permission=permission
    )


async def test_who_may_manage_opens_cycles(office: Office) -> None:
    bob = await office.person()
    cycle = {"key": "2027", "name": "2027", "startsOn": "2027-01-01", "endsOn": "2027-12-31"}
    assert await bob.refused("openCycle", "cycle", **cycle) == [("NOT_ALLOWED", "")]

    await grant(office, bob, "MANAGE")

    await bob.do("openCycle", "cycle { id }", **cycle)
    permissions = (await bob.ask("{ viewer { permissions } }"))["viewer"]["permissions"]
    assert sorted(permissions) == ["CONTRIBUTE", "MANAGE", "READ"]


async def test_who_may_administer_lets_people_in(office: Office) -> None:
    bob = await office.person()

    await grant(office, bob, "ADMINISTER")

    assert await bob.do("addPerson", "person { name }", name="Eve") == {"name": "Eve"}


async def test_who_may_manage_does_not_administer(office: Office) -> None:
    bob = await office.person()

    await grant(office, bob, "MANAGE")

    assert await bob.refused(
        "grantPermission", "person", personId=str(bob.person_id), permission="ADMINISTER"
    ) == [("NOT_ALLOWED", "")]


async def test_a_permission_is_had_once(office: Office) -> None:
    bob = await office.person()

    assert await office.admin.refused(
        "grantPermission", "person", personId=str(bob.person_id), permission="READ"
    ) == [("ALREADY_EXISTS", "input.permission")]


async def test_who_may_not_grant_does_not_learn_who_has_what(office: Office) -> None:
    bob = await office.person()

    assert await bob.refused(
        "grantPermission", "person", personId=str(office.admin.person_id), permission="ADMINISTER"
    ) == [("NOT_ALLOWED", "")]


@pytest.mark.parametrize("permission", ["AUDIT", "REDACT"])
async def test_nobody_gives_themselves_what_takes_trust(office: Office, permission: str) -> None:
    said = {"personId": str(office.admin.person_id), "permission": permission}

    assert await office.admin.refused("grantPermission", "person", **said) == [("NOT_ALLOWED", "")]
