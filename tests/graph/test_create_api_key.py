"""Making keys with which programs come in, through the running server."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from tests.graph.client import Answer, Client
from tests.graph.erased import places_of
from tests.graph.office import Office
from tests.graph.stage import SOON

WHO = "{ viewer { person { id isProgram } permissions } }"
SHOWS = "apiKeys(first: 9) { nodes { name expiresOn revoked person { id } } }"


def named(program: Client, **otherwise: Any) -> dict[str, Any]:
    said = {"personId": str(program.person_id), "name": "On the build server", "expiresOn": SOON}
    return said | otherwise


async def key_of(office: Office, program: Client, **otherwise: Any) -> Client:
    """The program with a key of its own."""
    made = await made_of(office, named(program, **otherwise))
    return replace(program, token=made["secret"])


async def made_of(
    office: Office, said: dict[str, Any], command: dict[str, Any] | None = None
) -> Answer:
    return await office.admin.command("createApiKey", "apiKey { id name } secret", said, command)


async def status(client: Client) -> int:
    return (await client.post("{ __typename }")).status_code


async def test_a_program_comes_in_with_its_key_as_itself(office: Office) -> None:
    program = await office.person("Robot", isProgram=True)

    robot = await key_of(office, program)

    seen = (await robot.ask(WHO))["viewer"]
    assert seen["person"] == {"id": str(program.person_id), "isProgram": True}
    assert sorted(seen["permissions"]) == ["CONTRIBUTE", "READ"]
    shown = await office.seen("Person", str(program.person_id), SHOWS, office.admin)
    key = {"name": "On the build server", "expiresOn": SOON, "revoked": False}
    assert shown["apiKeys"]["nodes"] == [key | {"person": {"id": str(program.person_id)}}]


async def test_when_a_key_was_last_used_is_known_to_the_minute(
    office: Office, owner: asyncpg.Connection
) -> None:
    program = await office.person("Robot", isProgram=True)
    made = await made_of(office, named(program))
    key, robot = made["apiKey"]["id"], replace(program, token=made["secret"])
    assert await office.seen("ApiKey", key, "lastUsedAt", office.admin) == {"lastUsedAt": None}

    assert await status(robot) == httpx.codes.OK
    first = await office.seen("ApiKey", key, "lastUsedAt", office.admin)
    assert await status(robot) == httpx.codes.OK

    assert first["lastUsedAt"] is not None
    assert await office.seen("ApiKey", key, "lastUsedAt", office.admin) == first
    await owner.execute("set okrlog.organization = ''")
    with pytest.raises(asyncpg.PostgresError, match="is not the one of this transaction"):
        await owner.execute(
            f"select log.note_api_key_use('{office.actor.organization_id}', '{key}')"
        )


async def test_what_a_program_reports_it_reports_itself(office: Office) -> None:
    team = await office.team()
    program = await office.person("Robot", isProgram=True)
    said = {"teamId": team, "personId": str(program.person_id), "role": "MEMBER"}
    await office.admin.do("addTeamMember", "team { id }", **said)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)

    report = await office.check_in(key_result, "12", by=await key_of(office, program))

    shown = await office.seen("CheckIn", report, "value author { id }")
    assert shown == {"value": "12", "author": {"id": str(program.person_id)}}


async def test_the_secret_is_told_once_and_stands_nowhere(
    office: Office, owner: asyncpg.Connection
) -> None:
    said = named(await office.person("Robot", isProgram=True))
    command = {"idempotencyKey": "only once"}

    first = await made_of(office, said, command)
    again = await made_of(office, said, command)

    assert first["secret"].startswith("okrlog_")
    assert again == first | {"secret": None}
    assert (await made_of(office, said, {"dryRun": True}))["secret"] is None
    for part in (first["secret"], first["secret"][-40:]):
        assert await places_of(owner, part) == []


async def test_the_secret_is_told_in_the_way_of_graphql_core_too(office: Office) -> None:
    """What introspection is asked beside is not planned."""
    said = named(await office.person("Robot", isProgram=True))
    document = """mutation ($input: CreateApiKeyInput!) {
      createApiKey(input: $input) { secret apiKey { id } } __schema { queryType { name } } }"""

    answer = (await office.admin.post(document, {"input": said})).json()

    assert "okrlog_" in json.dumps(answer) or "errors" in answer


@pytest.mark.parametrize("way", ["reading", "writing"])
async def test_a_key_of_which_a_letter_is_another_opens_nothing(office: Office, way: str) -> None:
    robot = await key_of(office, await office.person("Robot", isProgram=True))
    document = "{ __typename }" if way == "reading" else MUTATION
    assert (await robot.post(document)).status_code == httpx.codes.OK

    for place in range(len(robot.token)):
        other = "A" if robot.token[place] != "A" else "B"
        turned = robot.token[:place] + other + robot.token[place + 1 :]
        answer = await replace(robot, token=turned).post(document)
        assert answer.status_code == httpx.codes.UNAUTHORIZED, place
    for more in ("", "=", "==", "A", "AAAA"):
        answer = await replace(robot, token=f"okrlog_{more}").post(document)
        assert answer.status_code == httpx.codes.UNAUTHORIZED


MUTATION = 'mutation { requestHelp(input: { text: "Words" }) { position } }'


async def test_a_program_that_may_only_read_changes_nothing(office: Office) -> None:
    program = await office.person("Robot", isProgram=True)
    robot = await key_of(office, program)
    said = {"personId": str(program.person_id), "permission": "CONTRIBUTE"}
    await office.admin.do("revokePermission", "person { id }", **said)

    assert "organization" in await robot.ask("{ organization { id } }")
    for mutation, noun, about in (
        ("requestHelp", "request", {"text": "Words"}),
        ("renamePerson", "person", {"personId": str(program.person_id), "name": "Other"}),
    ):
        assert await robot.refused(mutation, noun, **about) == [("NOT_ALLOWED", "")]


async def test_only_administrators_make_keys_and_only_for_programs(office: Office) -> None:
    program, bob = await office.person("Robot", isProgram=True), await office.person()

    for actor in (bob, await key_of(office, program)):
        assert await actor.refused("createApiKey", "apiKey", **named(program)) == [
            ("NOT_ALLOWED", "")
        ]
    assert await office.admin.refused("createApiKey", "apiKey", **named(bob)) == [
        ("WRONG_STATE", "input.personId")
    ]
    assert await office.admin.refused("createApiKey", "apiKey", **named(office.admin)) == [
        ("WRONG_STATE", "input.personId")
    ]


@pytest.mark.parametrize("permission", ["AUDIT", "REDACT"])
async def test_nobody_audits_or_redacts_by_a_program(office: Office, permission: str) -> None:
    program = await office.person("Robot", isProgram=True)
    said = {"personId": str(program.person_id), "permission": permission}

    assert await office.admin.refused("grantPermission", "person", **said) == [("NOT_ALLOWED", "")]


@pytest.mark.parametrize("days", [-2, 368])
async def test_a_key_ends_within_a_year(office: Office, days: int) -> None:
    program = await office.person("Robot", isProgram=True)
    day = str(datetime.now(UTC).date() + timedelta(days=days))

    assert await office.admin.refused(
        "createApiKey", "apiKey", **named(program, expiresOn=day)
    ) == [("INVALID", "input.expiresOn")]


async def test_nobody_but_who_looks_into_that_sees_keys(office: Office) -> None:
    program = await office.person("Robot", isProgram=True)
    robot = await key_of(office, program)

    for reader in (await office.person(), robot):
        shown = await office.seen("Person", str(program.person_id), SHOWS, reader)
        assert shown["apiKeys"]["nodes"] == []
