"""What goes on ends with the right to see it, at once."""

import time
from uuid import uuid4

import httpx
from joserfc import jwt

from server.auth import ALGORITHM, ISSUER, Tokens
from tests.graph.office import Office
from tests.live.listening import introduced, streamed

TITLES = "subscription { organization { objectives { nodes { title } } } }"


def short_lived(tokens: Tokens, office: Office, seconds: float) -> str:
    """A token of the administrator that expires soon."""
    claims = {
        "iss": ISSUER,
        "org": str(office.actor.organization_id),
        "sub": str(office.actor.id),
        "jti": str(uuid4()),
        "exp": time.time() + seconds,
    }
    return jwt.encode({"alg": ALGORITHM}, claims, tokens.key, algorithms=[ALGORITHM])


async def test_a_socket_ends_when_its_token_expires(
    server: str, tokens: Tokens, office: Office
) -> None:
    async with introduced(server, short_lived(tokens, office, 3)) as socket:
        await socket.subscribe(TITLES)
        await socket.next()
        assert await socket.closed() == (4403, "Forbidden")


async def test_a_stream_ends_when_its_token_expires(
    http: httpx.AsyncClient, tokens: Tokens, office: Office
) -> None:
    async with streamed(http, short_lived(tokens, office, 3), TITLES) as events:
        await events.data()
        assert "UNAUTHENTICATED" in (await events.next())["data"]
        assert (await events.next())["event"] == "complete"


async def test_a_socket_ends_when_its_token_is_revoked_and_no_other_does(
    server: str, tokens: Tokens, office: Office
) -> None:
    bob = await office.person()
    other = tokens.issue(office.actor.organization_id, bob.person_id, 3600)
    async with introduced(server, bob.token) as socket, introduced(server, other) as staying:
        for each in (socket, staying):
            await each.subscribe(TITLES)
            await each.next()
        claims = jwt.decode(bob.token, tokens.key, algorithms=[ALGORITHM]).claims
        said = {"personId": str(bob.person_id), "tokenId": claims["jti"]}
        await bob.do("revokeToken", "person { id }", **said)
        assert await socket.closed() == (4403, "Forbidden")
        await office.objective(await office.cycle(), title="Still here")
        assert "Still here" in str(await staying.next())


async def test_a_socket_ends_when_its_person_leaves(server: str, office: Office) -> None:
    bob = await office.person()
    async with introduced(server, bob.token) as socket:
        await socket.subscribe(TITLES)
        await socket.next()
        await office.admin.do("deactivatePerson", "person { id }", personId=str(bob.person_id))
        assert await socket.closed() == (4403, "Forbidden")


async def test_what_becomes_private_is_shown_no_more_and_to_participants_still(
    server: str, office: Office
) -> None:
    bob = await office.person()
    objective = await office.objective(await office.cycle(), title="Merger")
    async with (
        introduced(server, bob.token) as outside,
        introduced(server, office.admin.token) as inside,
    ):
        for each in (outside, inside):
            await each.subscribe(TITLES)
            assert "Merger" in str(await each.next())
        await edited(office, objective, visibility="PRIVATE")
        assert "Merger" not in str(await outside.next())
        await edited(office, objective, title="Acquisition")
        assert "Acquisition" in str(await inside.next())
        await outside.silence()
        said = {"objectiveId": objective, "personId": str(bob.person_id), "role": "CO_AUTHOR"}
        await office.admin.do("addParticipant", "participant { id }", **said)
        assert "Acquisition" in str(await outside.next())


async def edited(office: Office, objective: str, **said: str) -> None:
    said |= {"reason": "It has to be.", "objectiveId": objective}
    await office.admin.do("editObjective", "objective { id }", **said)
