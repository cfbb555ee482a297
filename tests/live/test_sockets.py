"""The protocol `graphql-transport-ws`: how a socket is closed, and what is an error."""

import asyncio
import json
from contextlib import suppress
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from tests.graph.office import Office
from tests.live.listening import PROTOCOL, Socket, introduced, opened

NAMES = "subscription { organization { name } }"


async def errors(socket: Socket, document: str, **variables: Any) -> list[dict[str, Any]]:
    """What is wrong with an operation."""
    await socket.subscribe(document, **variables)
    message = await socket.hear()
    assert (message["type"], message["id"]) == ("error", "1")
    told: list[dict[str, Any]] = message["payload"]
    return told


async def code_after(socket: Socket, *frames: str | bytes) -> int | None:
    """How the server closes after it got these frames."""
    async with asyncio.timeout(20):
        with suppress(ConnectionClosed):
            for frame in frames:
                await socket.connection.send(frame)
        await socket.connection.wait_closed()
    return socket.connection.close_code


@pytest.mark.parametrize(
    "frame",
    [
        "no JSON",
        "[" * 100_000,
        "1" * 5_000,
        b"binary",
        "[]",
        '{"type": "greeting"}',
        '{"no": "type"}',
        '{"type": "subscribe", "id": 1, "payload": {"query": "{ __typename }"}}',
        '{"type": "subscribe", "id": "1", "payload": "query"}',
        '{"type": "complete"}',
        '{"type": "connection_init", "payload": 1}',
    ],
)
async def test_what_is_no_message_closes_with_4400(server: str, frame: str | bytes) -> None:
    async with opened(server) as socket:
        assert await code_after(socket, frame) == 4400


async def test_a_subscription_that_is_no_graphql_closes_with_4400(
    server: str, office: Office
) -> None:
    async with introduced(server, office.admin.token) as socket:
        said = {"type": "subscribe", "id": "1", "payload": {"variables": {}}}
        assert await code_after(socket, json.dumps(said)) == 4400


async def test_whoever_asks_before_they_are_known_is_closed_with_4401(server: str) -> None:
    async with opened(server) as socket:
        said = {"type": "subscribe", "id": "1", "payload": {"query": NAMES}}
        assert await code_after(socket, json.dumps(said)) == 4401


@pytest.mark.parametrize("payload", [None, {}, {"Authorization": 7}, {"Authorization": "Bearer x"}])
async def test_whoever_has_no_valid_token_is_closed_with_4403(server: str, payload: Any) -> None:
    message = {"type": "connection_init"} | ({} if payload is None else {"payload": payload})
    async with opened(server) as socket:
        assert await code_after(socket, json.dumps(message)) == 4403


async def test_an_unknown_subprotocol_is_closed_with_4406(server: str) -> None:
    url = server.replace("http", "ws", 1) + "/graphql"
    for protocols in ([Subprotocol("graphql-ws")], None):
        async with connect(url, subprotocols=protocols, compression=None) as connection:
            await connection.wait_closed()
            assert connection.close_code == 4406


async def test_whoever_does_not_say_who_they_are_is_closed_with_4408(hurried: str) -> None:
    async with opened(hurried) as socket:
        assert (await socket.closed())[0] == 4408


async def test_two_operations_of_one_id_close_with_4409(server: str, office: Office) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(NAMES)
        await socket.next()
        await socket.subscribe(NAMES)
        assert (await socket.closed())[0] == 4409


async def test_saying_twice_who_one_is_closes_with_4429(server: str, office: Office) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.say("connection_init")
        assert (await socket.closed())[0] == 4429


async def test_a_frame_that_is_too_large_closes_with_1009(server: str, office: Office) -> None:
    async with (
        introduced(server, office.admin.token) as other,
        introduced(server, office.admin.token) as socket,
    ):
        await other.subscribe(NAMES)
        await other.next()
        assert await code_after(socket, "x" * 10_000_000) == 1009
        await other.subscribe(NAMES, "2")
        assert await other.next("2") == {"organization": {"name": "Office"}}


async def test_pages_of_other_sites_open_none(server: str) -> None:
    url = server.replace("http", "ws", 1) + "/graphql"
    with pytest.raises(InvalidStatus) as caught:
        async with connect(
            url,
            subprotocols=[PROTOCOL],
            origin="https://evil.example",  # type: ignore[arg-type]
        ):
            pass
    assert caught.value.response.status_code == 403


async def test_an_operation_that_is_not_valid_is_told_and_the_others_go_on(
    server: str, office: Office
) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe("subscription { organization { people { nodes { name } } } }", "2")
        await socket.next("2")
        for wrong in (
            "subscription { organization { nothing } }",
            "subscription { organization { name } viewer { __typename } }",
            "subscription A { organization { name } } subscription B { organization { name } }",
            "subscription { organization { objectives(first: -1) { nodes { id } } } }",
            "query { organization { name } } }",
        ):
            [told, *_] = await errors(socket, wrong)
            assert told["message"]
            assert told["extensions"]["code"] == "INVALID"
        await office.person("Zoe")
        assert len((await socket.next("2"))["organization"]["people"]["nodes"]) == 2


async def test_a_socket_has_so_many_operations_at_once(hurried: str, office: Office) -> None:
    async with introduced(hurried, office.admin.token) as socket:
        for number in range(3):
            await socket.subscribe(NAMES, str(number))
            await socket.next(str(number))
        await socket.subscribe(NAMES, "3")
        message = await socket.hear()
        assert (message["type"], message["id"]) == ("error", "3")
        await socket.say("complete", id="0")
        await socket.subscribe(NAMES, "4")
        await socket.next("4")


async def test_a_person_has_so_many_sockets_at_once(hurried: str, office: Office) -> None:
    token = office.admin.token
    async with introduced(hurried, token), introduced(hurried, token):
        async with opened(hurried) as socket:
            await socket.say("connection_init", payload={"Authorization": f"Bearer {token}"})
            assert (await socket.closed())[0] == 4429
        other = await office.person()
        async with introduced(hurried, other.token):
            pass
    async with introduced(hurried, token) as socket:
        await socket.subscribe(NAMES)
        await socket.next()
