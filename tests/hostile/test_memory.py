"""After a great deal of what nobody means the server answers, and has not grown."""

import json
from collections.abc import AsyncIterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import httpx
import psutil
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from tests.faults.processes import Serving
from tests.graph.office import Office
from tests.graph.test_bad_requests import NO_JSON, NO_OPERATIONS, NO_REQUESTS
from tests.live.listening import PROTOCOL

WARM, ROUNDS, EACH, SOCKETS = 5, 8, 120, 10
MEGABYTES = 2
NUMBERS = count()
FRAMES: list[str | bytes] = [
    "no JSON",
    "[]",
    '{"type": "subscribe", "id": "1", "payload": {"query": "{"}}',
    b"\xff",
]


def bodies() -> list[bytes | str]:
    """Requests of which no two are the same, some of them good."""
    documents = [
        "{ organization { name } } # %d",
        "{ a%d: organization { name } }",
        "{ organization { surprise%d } }",
        "query A%d { organization { people { nodes { name } } } }",
        'mutation { addPerson(input: { name: "\\u0000%d" }) { position } }',
        '{ node(id: "%d") { id } }',
        "{ organization { objectives(first: -%d) { totalCount } } }",
    ]
    made = [documents[each % len(documents)] % next(NUMBERS) for each in range(EACH)]
    made += [f"{document} # {next(NUMBERS)}" for document in NO_OPERATIONS.values()]
    said: list[bytes | str] = [json.dumps({"query": each}) for each in made]
    said += NO_REQUESTS
    return said + NO_JSON


async def one_round(http: httpx.AsyncClient, token: str) -> None:
    """What many who mean no good might send."""
    for body in bodies():
        headers = {
            "Content-Type": "application/json",
            "Authorization": f"Bearer {token}",
            "X-Forwarded-For": f"2001:db8:{next(NUMBERS) % 10_000}::1",
        }
        answer = await http.post("/graphql", content=body, headers=headers)
        assert answer.status_code in (200, 294, 400, 406, 422), body
        forged = headers | {"Authorization": f"Bearer {token[:-8]}{next(NUMBERS):08}"}
        answer = await http.post("/graphql", content=body, headers=forged)
        assert answer.status_code == httpx.codes.UNAUTHORIZED
    url = str(http.base_url).replace("http", "ws", 1).rstrip("/") + "/graphql"
    for number in range(SOCKETS):
        with suppress(ConnectionClosed):
            async with connect(url, subprotocols=[PROTOCOL]) as socket:
                hello = {"type": "connection_init", "payload": {"Authorization": f"Bearer {token}"}}
                await socket.send(json.dumps(hello))
                await socket.send(FRAMES[number % len(FRAMES)])


@pytest.fixture
async def serving(database_url: str, keys_dir: Path, server: str) -> AsyncIterator[Serving]:
    """A server of one's own, whose memory can be looked at."""
    with Serving(
        database_url=database_url, keys_dir=keys_dir, person_rate=0, migrate_on_start=False
    ) as serving:
        yield serving


@pytest.mark.timeout(600)
async def test_a_hostile_run_leaves_the_server_answering_and_its_memory_flat(
    serving: Serving, office: Office
) -> None:
    process = psutil.Process(serving.process.pid)
    grown = []
    async with httpx.AsyncClient(base_url=serving.address, timeout=60) as http:
        for _ in range(WARM):
            await one_round(http, office.admin.token)
        for _ in range(ROUNDS):
            before = process.memory_info().rss
            await one_round(http, office.admin.token)
            grown.append((process.memory_info().rss - before) / 2**20)
            if grown[-1] < MEGABYTES:
                break
    assert min(grown) < MEGABYTES, grown
    assert serving.ask(office.admin.token, "{ organization { name } }") == {
        "data": {"organization": {"name": "Office"}}
    }
    assert "fault" not in serving.said()
