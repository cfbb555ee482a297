"""Tokens of others and our own at the running server: turned bits, other ways in, endings."""

import random
from datetime import timedelta

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OKPKey

from server.auth import Tokens, Unauthenticated
from server.database import Database
from server.identity.trust import Newcomers
from server.ids import new_id
from tests.graph.client import Client
from tests.identity.conftest import Trusting
from tests.identity.test_first_logins import coming, is_let_in, linked
from tests.live.listening import introduced, opened, streamed

TITLES = "subscription { organization { objectives { nodes { title } } } }"
REFUSE, CREATE = Newcomers.REFUSE, Newcomers.CREATE
TURNED = 40


async def a_person(trusting: Trusting, subject: str, **said: object) -> tuple[Client, str]:
    """Somebody who was linked, with a token of the issuer; and their identity."""
    office = trusting.offices[REFUSE]
    person = await office.person()
    identity = await linked(office, person, subject, trusting.issuer.url)
    client = coming(trusting, REFUSE, subject, **said)
    return Client(http=client.http, token=client.token, person_id=person.person_id), identity


async def test_our_own_token_of_which_any_bit_was_turned_is_not_taken(
    database: Database,
) -> None:
    tokens = Tokens(key=OKPKey.generate_key("Ed25519"), database=database)
    token = tokens.issue(new_id(), new_id(), 60).encode()
    await tokens.bearer(f"Bearer {token.decode()}")

    for place in range(len(token)):
        for bit in range(8):
            turned = bytearray(token)
            turned[place] ^= 1 << bit
            with pytest.raises(Unauthenticated):
                await tokens.bearer(f"Bearer {turned.decode('latin-1')}")


async def test_our_own_tokens_name_their_key_and_what_they_are(database: Database) -> None:
    key = OKPKey.generate_key("Ed25519")
    tokens = Tokens(key=key, database=database)
    good = tokens.issue(new_id(), new_id(), 60)
    said = jwt.decode(good, key, algorithms=["Ed25519"])
    assert said.header == {"alg": "Ed25519", "typ": "JWT", "kid": key.thumbprint()}

    for otherwise in ({"kid": "another"}, {"typ": "okrlog-invitation"}):
        other = jwt.encode(said.header | otherwise, said.claims, key, algorithms=["Ed25519"])
        with pytest.raises(Unauthenticated):
            await tokens.bearer(f"Bearer {other}")


async def test_a_turned_bit_opens_no_door(trusting: Trusting) -> None:
    ann, _ = await a_person(trusting, "turned")
    assert await is_let_in(ann)
    dice = random.Random(7)

    for _ in range(TURNED):
        turned = bytearray(ann.token.encode())
        turned[dice.randrange(len(turned))] ^= 1 << dice.randrange(7)
        headers = [(b"authorization", b"Bearer " + bytes(turned))]
        for path in ("/graphql", "/audit/checkpoint", "/audit/events"):
            if any(each < 33 or each == 127 for each in turned):
                continue
            answer = await ann.http.get(path, headers=headers, params={"query": "{ __typename }"})
            assert answer.status_code == httpx.codes.UNAUTHORIZED, turned


async def test_every_door_is_open_for_who_is_vouched_for(trusting: Trusting) -> None:
    ann, _ = await a_person(trusting, "doors")
    headers = {"Authorization": f"Bearer {ann.token}"}

    assert (await ann.http.get("/audit/checkpoint", headers=headers)).is_success
    async with introduced(trusting.address, ann.token) as socket:
        await socket.subscribe(TITLES)
        assert "organization" in await socket.next()
    async with streamed(ann.http, ann.token, TITLES) as events:
        assert "organization" in await events.data()


async def test_nobody_is_introduced_with_a_token_for_others(trusting: Trusting) -> None:
    token = trusting.issuer.token("ann", aud="others")
    async with opened(trusting.address) as socket:
        await socket.say("connection_init", payload={"Authorization": f"Bearer {token}"})
        assert (await socket.closed())[0] == 4403


@pytest.mark.parametrize("ended", ["the identity", "the person"])
async def test_what_goes_on_ends_with(trusting: Trusting, ended: str) -> None:
    office = trusting.offices[REFUSE]
    ann, identity = await a_person(trusting, f"goes on with {ended}")
    async with (
        introduced(trusting.address, ann.token) as socket,
        streamed(ann.http, ann.token, TITLES) as events,
    ):
        await socket.subscribe(TITLES)
        await socket.next()
        await events.data()
        if ended == "the identity":
            await office.admin.do("unlinkIdentity", "person { id }", identityId=identity)
        else:
            said = {"personId": str(ann.person_id)}
            await office.admin.do("deactivatePerson", "person { id }", **said)
        assert await socket.closed() == (4403, "Forbidden")
        assert "UNAUTHENTICATED" in (await events.next())["data"]


async def test_what_goes_on_ends_when_the_token_expires(trusting: Trusting) -> None:
    """Clocks may differ by half a minute: it has been over for as long, almost."""
    ann, _ = await a_person(trusting, "expires", exp=timedelta(seconds=-23))
    async with introduced(trusting.address, ann.token) as socket:
        await socket.subscribe(TITLES)
        await socket.next()
        assert await socket.closed() == (4403, "Forbidden")
    assert not await is_let_in(ann)


async def test_what_was_answered_at_once_ends_with_the_identity(trusting: Trusting) -> None:
    """A document that was answered before is answered in one statement, with who asks."""
    office = trusting.offices[REFUSE]
    ann, identity = await a_person(trusting, "at once")
    document = "{ organization { name } }"
    for _ in range(3):
        await ann.ask(document)

    await office.admin.do("unlinkIdentity", "person { id }", identityId=identity)

    assert (await ann.post(document)).status_code == httpx.codes.UNAUTHORIZED
