"""Two servers behind PgBouncer in transaction mode, with two connections between all of them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from tests.conftest import Clone
from tests.faults.pooler import PROGRAM, pooled
from tests.faults.processes import Serving, begun, sentence
from tests.faults.reporters import (
    Reporter,
    a_key_result,
    assert_all_there_once,
    assert_rebuilt_is_live,
    at_work,
)
from tests.graph.client import Client
from tests.live.listening import Socket, introduced

ENOUGH = 30
READERS = 3
TIMES = 4
POSITIONS = 'subscription { events(after: "0") { node { position } } }'
NOTE = """
  query ($id: ID!, $asOf: AsOf) {
    node(id: $id, asOf: $asOf) { ... on KeyResult { lastCheckIn { note } } } }"""
REHEARSED = """
  mutation ($input: RecordCheckInInput!) {
    recordCheckIn(input: $input, command: { dryRun: true }) { position checkIn { note } } }"""

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no PgBouncer")


@pytest.fixture(params=[True, False], ids=["heard", "looked for"])
async def pair(
    clone: Clone, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[tuple[dict[str, Any], list[Client]]]:
    """The database itself, and the administrator at two servers that reach it by PgBouncer."""
    async with clone() as url:
        direct: dict[str, Any] = {"database_url": url, "keys_dir": tmp_path / "keys"}
        told = begun(**direct)
        with pooled(url) as by_pooler:
            settings = direct | {
                "database_url": by_pooler,
                "direct_database_url": url,
                "pooled": True,
                "notifications": request.param,
            }
            with Serving(**settings) as one, Serving(**settings) as other:
                async with (
                    httpx.AsyncClient(base_url=one.address, timeout=20) as near,
                    httpx.AsyncClient(base_url=other.address, timeout=20) as far,
                ):
                    person_id = UUID(told["personId"])
                    yield (
                        direct,
                        [
                            Client(http=http, token=told["token"], person_id=person_id)
                            for http in (near, far)
                        ],
                    )


async def test_what_is_written_read_and_followed_by_way_of_a_pooler_is_right(
    pair: tuple[dict[str, Any], list[Client]],
) -> None:
    direct, (here, there) = pair
    reporters = [
        Reporter(name=name, client=client, key_result_id=await a_key_result(client, name))
        for name, client in (("here", here), ("there", there))
    ]
    async with introduced(str(there.http.base_url), there.token) as socket, at_work(reporters):
        await socket.subscribe(POSITIONS)
        await asyncio.gather(
            following(socket), *(reading(each) for each in reporters for _ in range(READERS))
        )
    assert not any(each.outages for each in reporters)
    assert_all_there_once(reporters, **direct)
    assert_rebuilt_is_live(**direct)


async def following(socket: Socket) -> None:
    told = [(await socket.next())["events"]["node"]["position"] for _ in range(ENOUGH)]
    assert told == list(range(1, ENOUGH + 1))


async def reading(reporter: Reporter) -> None:
    """The present, the past and what would be, one after the other."""
    key = await first_report(reporter)
    position = reporter.acknowledged[key]["position"]
    said = {"keyResultId": reporter.key_result_id, "value": "1", "note": "rehearsed"}
    for _ in range(TIMES):
        past = await reporter.client.ask(
            NOTE, id=reporter.key_result_id, asOf={"position": position}
        )
        assert past["node"]["lastCheckIn"]["note"] == key
        present = await reporter.client.ask(NOTE, id=reporter.key_result_id)
        assert present["node"]["lastCheckIn"]["note"].startswith(reporter.name)
        rehearsed = await reporter.client.post(REHEARSED, {"input": said})
        told = rehearsed.json()
        if "errors" not in told:  # others may be writing for longer than a rehearsal waits
            assert told["data"]["recordCheckIn"]["checkIn"]["note"] == "rehearsed"


async def first_report(reporter: Reporter) -> str:
    while not reporter.acknowledged:
        await asyncio.sleep(0.05)
    return min(reporter.acknowledged, key=lambda key: int(key.rpartition("-")[2]))


def test_who_names_only_a_pooler_is_told_what_else_is_needed(tmp_path: Path) -> None:
    told = sentence("migrate", pooled=True, database_url="postgresql://a@b/c", keys_dir=tmp_path)
    assert told.endswith("name the database itself in OKRLOG_DIRECT_DATABASE_URL")
