"""Making the key of a program worthless through the running server."""

from dataclasses import replace
from uuid import uuid4

import httpx
import pytest

from tests.graph.office import Office
from tests.graph.test_create_api_key import made_of, named, status
from tests.live.listening import introduced, streamed

TITLES = "subscription { organization { objectives { nodes { title } } } }"


@pytest.mark.parametrize("by_itself", [True, False])
async def test_a_revoked_key_is_worthless_at_once_and_no_other(
    office: Office, by_itself: bool
) -> None:
    program = await office.person("Robot", isProgram=True)
    lost, kept = [await made_of(office, named(program)) for _ in range(2)]
    robot, other = (replace(program, token=each["secret"]) for each in (lost, kept))
    assert await status(robot) == httpx.codes.OK

    key = {"apiKeyId": lost["apiKey"]["id"]}
    await (robot if by_itself else office.admin).do("revokeApiKey", "apiKey { id }", **key)

    assert await status(robot) == httpx.codes.UNAUTHORIZED
    assert await status(other) == httpx.codes.OK
    shown = await office.seen("ApiKey", lost["apiKey"]["id"], "revoked", office.admin)
    assert shown == {"revoked": True}
    assert await office.admin.refused("revokeApiKey", "apiKey", **key) == [
        ("WRONG_STATE", "input.apiKeyId")
    ]


async def test_nobody_else_revokes_it_or_learns_of_it(office: Office) -> None:
    program = await office.person("Robot", isProgram=True)
    made = await made_of(office, named(program))

    for key in (made["apiKey"]["id"], str(uuid4())):
        assert await (await office.person()).refused("revokeApiKey", "apiKey", apiKeyId=key) == [
            ("NOT_ALLOWED", ""),
            ("NOT_FOUND", "input.apiKeyId"),
        ]
    assert await status(replace(program, token=made["secret"])) == httpx.codes.OK


@pytest.mark.parametrize("ended", ["the key", "the program"])
async def test_what_goes_on_ends_with(
    office: Office, server: str, http: httpx.AsyncClient, ended: str
) -> None:
    program = await office.person("Robot", isProgram=True)
    made = await made_of(office, named(program))
    async with (
        introduced(server, made["secret"]) as socket,
        streamed(http, made["secret"], TITLES) as events,
    ):
        await socket.subscribe(TITLES)
        await socket.next()
        await events.data()
        if ended == "the key":
            key = {"apiKeyId": made["apiKey"]["id"]}
            await office.admin.do("revokeApiKey", "apiKey { id }", **key)
        else:
            said = {"personId": str(program.person_id)}
            await office.admin.do("deactivatePerson", "person { id }", **said)
        assert await socket.closed() == (4403, "Forbidden")
        assert "UNAUTHENTICATED" in (await events.next())["data"]


async def test_a_key_of_another_organization_is_not_found(
    office: Office, other_office: Office
) -> None:
    made = await made_of(other_office, named(await other_office.person("Robot", isProgram=True)))

    key = {"apiKeyId": made["apiKey"]["id"]}
    assert await office.admin.refused("revokeApiKey", "apiKey", **key) == [
        ("NOT_FOUND", "input.apiKeyId")
    ]
