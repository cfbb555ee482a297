"""Requests and answers as the GraphQL-over-HTTP specification has them, of the running server."""

import asyncio
import json
import socket
from typing import Any

import httpx
import pytest

from server.listening import bound
from server.media import JSON, RESPONSE, answered_as
from server.settings import Settings
from tests.graph.filled import Filled
from tests.graph.office import Office

NAME = "query Name($id: ID!) { node(id: $id) { id } } query Type { __typename }"
WRONG = '{ organization { position cycle(key: "a\\u0000b") { id } } }'


async def got(office: Office, said: dict[str, Any], accept: str | None = None) -> httpx.Response:
    """What GET answers; objects are said as JSON."""
    parameters = {
        name: value if isinstance(value, str) else json.dumps(value) for name, value in said.items()
    }
    headers = {"Authorization": f"Bearer {office.admin.token}"} | (
        {} if accept is None else {"Accept": accept}
    )
    return await office.http.get("/graphql", params=parameters, headers=headers)


async def posted(office: Office, accept: str, **said: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {office.admin.token}", "Accept": accept}
    return await office.http.post("/graphql", json=said, headers=headers)


async def test_a_query_is_also_answered_by_get(office: Office) -> None:
    team = await office.team("TEAM")
    said = {"query": NAME, "operationName": "Name", "variables": {"id": team}, "extensions": {}}

    answer = await got(office, said)

    assert answer.status_code == httpx.codes.OK
    assert answer.json() == {"data": {"node": {"id": team}}}
    assert answer.json() == (await posted(office, "*/*", **said)).json()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({}, 422),
        ({"query": ""}, 422),
        ({"query": "{"}, 400),
        ({"query": "{ __typename }", "variables": "{"}, 400),
        ({"query": "{ __typename }", "variables": "[]"}, 422),
        ({"query": NAME, "operationName": "Name", "variables": {}}, 422),
        ({"query": NAME, "operationName": "Other"}, 422),
        ({"query": NAME}, 422),
    ],
    ids=str,
)
async def test_what_get_does_not_say_well(office: Office, said: Any, status: int) -> None:
    answer = await got(office, said)
    assert answer.status_code == status
    assert list(answer.json()) == ["errors"]
    assert answer.json()["errors"][0]["extensions"]["code"] == "INVALID"


KINDS = {
    None: JSON,
    "*/*": JSON,
    JSON: JSON,
    RESPONSE: RESPONSE,
    f"{RESPONSE}, {JSON};q=0.9": RESPONSE,
    f"{JSON}, {RESPONSE}": RESPONSE,
    f"{JSON}, text/plain, */*": JSON,
    f"{JSON};q=0.5, {RESPONSE};q=0.1": JSON,
    f"{RESPONSE};charset=utf-8": RESPONSE,
    f"{JSON};q=0, */*": RESPONSE,
    "text/html, */*;q=0.1": JSON,
}


@pytest.mark.parametrize("accept", KINDS, ids=str)
def test_the_media_type_that_a_client_likes_best(accept: str | None) -> None:
    assert answered_as(accept) == KINDS[accept]


@pytest.mark.parametrize("accept", ["text/html", f"{JSON};q=0", "nonsense", "image/*, text/*"])
async def test_who_takes_no_answer_of_ours_gets_none(office: Office, accept: str) -> None:
    for answer in (
        await got(office, {"query": "{ __typename }"}, accept),
        await posted(office, accept, query="{ __typename }"),
    ):
        assert answer.status_code == httpx.codes.NOT_ACCEPTABLE
        assert list(answer.json()) == ["errors"]


@pytest.mark.parametrize(
    ("query", "status", "entries"),
    [
        ("{ __typename }", 200, ["data"]),
        (WRONG, 294, ["data", "errors"]),
        ("{", 400, ["errors"]),
        ("{ surprise }", 422, ["errors"]),
        ("query ($id: ID!) { node(id: $id) { id } }", 422, ["errors"]),
    ],
    ids=["whole", "in part", "unreadable", "invalid", "a variable is missing"],
)
async def test_the_status_says_what_came_of_the_operation(
    filled: Filled, query: str, status: int, entries: list[str]
) -> None:
    for accept in (RESPONSE, JSON):
        answer = await posted(filled.office, accept, query=query)
        kind = answer.headers["Content-Type"]
        assert answer.status_code == status
        assert sorted(answer.json()) == entries
        assert kind == (RESPONSE if "data" not in entries else accept)


async def test_the_end_of_an_answer_does_not_wait_until_its_beginning_was_received() -> None:
    told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        accepted = writer.get_extra_info("socket")
        told.set_result(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    with bound(Settings(port=0)) as listener:
        async with await asyncio.start_server(answer, sock=listener):
            _, writer = await asyncio.open_connection(*listener.getsockname())
            writer.close()
            assert await told
