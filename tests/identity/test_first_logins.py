"""Who comes in with the token of an issuer, for the first time and again, at the running server."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest

from server.identity.trust import Newcomers
from tests.graph.client import Client
from tests.graph.erased import entrusted
from tests.graph.office import Office
from tests.identity.conftest import Trusting

WHO = "{ viewer { person { id name } permissions } organization { id } }"
REFUSE, LINK, CREATE = Newcomers.REFUSE, Newcomers.LINK, Newcomers.CREATE
LINK_OR_CREATE = Newcomers.LINK_OR_CREATE


def coming(trusting: Trusting, newcomers: Newcomers, subject: str, **said: Any) -> Client:
    """Somebody with a token of the issuer, whoever that is here."""
    token = trusting.token(newcomers, subject, **said)
    return Client(http=trusting.offices[newcomers].http, token=token, person_id=UUID(int=0))


def verified(email: str) -> dict[str, Any]:
    return {"email": email, "email_verified": True}


async def is_let_in(client: Client) -> bool:
    status = (await client.post("{ __typename }")).status_code
    assert status in (httpx.codes.OK, httpx.codes.UNAUTHORIZED)
    return status == httpx.codes.OK


async def linked(office: Office, person: Client, subject: str, issuer: str) -> str:
    said = {"personId": str(person.person_id), "issuer": issuer, "subject": subject}
    return str((await office.admin.do("linkIdentity", "identity { id }", **said))["id"])


async def people(office: Office) -> int:
    return int((await office.admin.ask(COUNT))["organization"]["people"]["totalCount"])


COUNT = "{ organization { people { totalCount } } }"


async def test_who_was_linked_speaks_for_themselves(trusting: Trusting) -> None:
    office = trusting.offices[REFUSE]
    ann = coming(trusting, REFUSE, "linked")
    assert not await is_let_in(ann)
    bob = await office.person("Ann")

    await linked(office, bob, "linked", trusting.issuer.url)

    seen = await ann.ask(WHO)
    assert seen["viewer"]["person"] == {"id": str(bob.person_id), "name": "Ann"}
    assert seen["organization"]["id"] == str(office.actor.organization_id)
    team = await office.team()
    assert await ann.refused("editTeam", "team", teamId=team, name="Mine") == [("NOT_ALLOWED", "")]
    await ann.do("renamePerson", "person { id }", personId=str(bob.person_id), name="Anna")


async def test_the_same_subject_is_nobody_in_another_organization(trusting: Trusting) -> None:
    office = trusting.offices[REFUSE]
    await linked(office, await office.person(), "here alone", trusting.issuer.url)

    assert await is_let_in(coming(trusting, REFUSE, "here alone"))
    assert not await is_let_in(coming(trusting, LINK, "here alone"))


async def test_tokens_of_before_open_nothing_when_an_identity_ended_and_is_given_anew(
    trusting: Trusting,
) -> None:
    office, issuer = trusting.offices[REFUSE], trusting.issuer.url
    bob = await office.person()
    identity = await linked(office, bob, "again", issuer)
    before = coming(trusting, REFUSE, "again")
    assert await is_let_in(before)

    await office.admin.do("unlinkIdentity", "person { id }", identityId=identity)
    assert not await is_let_in(before)
    await linked(office, bob, "again", issuer)

    assert not await is_let_in(before)
    assert not await is_let_in(coming(trusting, REFUSE, "again", iat=None))
    await asyncio.sleep(1.1)  # times of tokens are whole seconds
    assert await is_let_in(coming(trusting, REFUSE, "again"))


async def test_who_has_the_verified_address_is_that_person_from_then_on(
    trusting: Trusting,
) -> None:
    office = trusting.offices[LINK]
    ann = await office.person("Ann", email="Ann@example.org")
    address = verified("ann@example.org")

    assert not await is_let_in(coming(trusting, LINK, "ann", email="ann@example.org"))
    seen = await coming(trusting, LINK, "ann", **address).ask(WHO)
    assert seen["viewer"]["person"]["id"] == str(ann.person_id)

    assert await is_let_in(coming(trusting, LINK, "ann"))
    assert not await is_let_in(coming(trusting, LINK, "another ann", **address))
    assert not await is_let_in(coming(trusting, LINK, "eve", **verified("eve@example.org")))


async def test_an_address_of_several_is_nobodys(trusting: Trusting) -> None:
    for name in ("One", "Two"):
        await trusting.offices[LINK].person(name, email="both@example.org")

    assert not await is_let_in(coming(trusting, LINK, "both", **verified("both@example.org")))


@pytest.mark.parametrize("permission", ["AUDIT", "REDACT"])
async def test_an_address_lets_nobody_audit_or_redact(trusting: Trusting, permission: str) -> None:
    """Administrators could give theirs to whoever may."""
    office = trusting.offices[LINK]
    trusted, address = await entrusted(office, permission), f"{permission}@example.org"
    said = {"personId": str(trusted.person_id), "email": address}
    await office.admin.do("renamePerson", "person { id }", **said)

    assert not await is_let_in(coming(trusting, LINK, permission, **verified(address)))


@pytest.mark.parametrize("newcomers", [CREATE, LINK_OR_CREATE])
async def test_who_is_new_becomes_a_person_once(trusting: Trusting, newcomers: Newcomers) -> None:
    office = trusting.offices[newcomers]
    before = await people(office)
    coming_in = [coming(trusting, newcomers, "new", name="Nora") for _ in range(8)]

    seen = await asyncio.gather(*(each.ask(WHO) for each in coming_in))

    assert len({each["viewer"]["person"]["id"] for each in seen}) == 1
    assert await people(office) == before + 1
    assert seen[0]["viewer"]["person"]["name"] == "Nora"
    assert sorted(seen[0]["viewer"]["permissions"]) == ["CONTRIBUTE", "READ"]


async def test_an_address_is_nobody_where_people_are_made_anew(trusting: Trusting) -> None:
    office = trusting.offices[CREATE]
    ann = await office.person("Ann", email="ann@example.org")

    seen = await coming(trusting, CREATE, "ann", **verified("ann@example.org")).ask(WHO)

    assert seen["viewer"]["person"]["id"] != str(ann.person_id)
    assert seen["viewer"]["person"]["name"] == "ann@example.org"


async def test_who_has_an_address_is_linked_where_others_are_made_anew(
    trusting: Trusting,
) -> None:
    office = trusting.offices[LINK_OR_CREATE]
    ann = await office.person("Ann", email="ann@example.org")

    seen = await coming(trusting, LINK_OR_CREATE, "ann", **verified("ann@example.org")).ask(WHO)

    assert seen["viewer"]["person"]["id"] == str(ann.person_id)


@pytest.mark.parametrize("newcomers", [CREATE, LINK_OR_CREATE])
async def test_who_was_shown_the_door_does_not_come_back_as_somebody_new(
    trusting: Trusting, newcomers: Newcomers
) -> None:
    office = trusting.offices[newcomers]
    left, ended = (coming(trusting, newcomers, each) for each in ("left", "ended"))
    shows = "{ viewer { person { id identities { nodes { id } } } } }"
    ids = [(await each.ask(shows))["viewer"]["person"]["id"] for each in (left, ended)]
    before = await people(office)

    await office.admin.do("deactivatePerson", "person { id }", personId=ids[0])
    seen = await office.seen("Person", ids[1], "identities { nodes { id } }", office.admin)
    [identity] = seen["identities"]["nodes"]
    await office.admin.do("unlinkIdentity", "person { id }", identityId=identity["id"])

    for subject, client in (("left", left), ("ended", ended)):
        assert not await is_let_in(client)
        await asyncio.sleep(1.1)  # times of tokens are whole seconds
        assert not await is_let_in(coming(trusting, newcomers, subject))
    assert await people(office) == before
