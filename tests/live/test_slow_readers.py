"""Whoever reads slowly holds nobody up, and loses nothing."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed

from server.commands import Handler
from tests.entries import append, arrival, entry
from tests.graph.office import Office
from tests.live.listening import introduced
from tests.samples import Organization
from tests.serving import running

LONG = "x" * 80_000
FACTS = 150
PEOPLE = """
  subscription ($after: Cursor) { events(after: $after) { cursor node { position
    ... on PersonAdded { name } } } }"""
COUNTED = "subscription { organization { people { totalCount } } }"


@pytest.fixture(scope="module")
def narrow(database_url: str, keys_dir: Path) -> Iterator[str]:
    """A server that lets little wait."""
    with running(database_url, keys_dir, waiting_limit=5, write_timeout=60) as address:
        yield address


@pytest.fixture(scope="module")
def impatient(database_url: str, keys_dir: Path) -> Iterator[str]:
    """A server that does not wait for long."""
    with running(database_url, keys_dir, write_timeout=1) as address:
        yield address


def small(address: str) -> socket.socket:
    """A connection on whose way little is kept; else the kernel may keep megabytes."""
    reading = socket.socket()
    reading.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16_384)
    reading.connect(("127.0.0.1", urlsplit(address).port))
    return reading


async def told_at_length(organization: Organization) -> None:
    """More than any buffer on the way holds."""
    for _ in range(FACTS):
        await append(organization, entry(organization, arrival(LONG)))


async def test_a_feed_that_is_read_too_slowly_begins_again_at_its_cursor(
    narrow: str, office: Office, handler: Handler
) -> None:
    organization = Organization(handler=handler, actor=office.actor)
    first = len(await organization.log()) + 1
    async with (
        introduced(narrow, office.admin.token, max_queue=1, sock=small(narrow)) as slow,
        introduced(narrow, office.admin.token) as quick,
    ):
        await slow.subscribe(PEOPLE)
        await quick.subscribe(COUNTED)
        await quick.next()
        await told_at_length(organization)
        while (await quick.next())["organization"]["people"]["totalCount"] <= FACTS:
            pass
        positions, cursor = [], ""
        while (message := await slow.hear())["type"] == "next":
            edge = message["payload"]["data"]["events"]
            positions.append(edge["node"]["position"])
            cursor = edge["cursor"]
        [error] = message["payload"]
        assert error["extensions"] == {"code": "RESYNC", "after": cursor}
        assert len(positions) < FACTS
        await slow.subscribe(PEOPLE, after=cursor)
        while len(positions) < FACTS:
            edge = (await slow.next())["events"]
            positions.append(edge["node"]["position"])
        assert positions == list(range(first, first + FACTS))


async def test_whoever_takes_nothing_for_long_is_let_go(
    impatient: str, office: Office, handler: Handler
) -> None:
    organization = Organization(handler=handler, actor=office.actor)
    async with introduced(
        impatient, office.admin.token, max_queue=1, sock=small(impatient)
    ) as deaf:
        await deaf.subscribe(PEOPLE)
        await told_at_length(organization)
        await asyncio.sleep(3)
        with pytest.raises(ConnectionClosed):
            await _all(deaf)


async def _all(socket: Any) -> None:
    while True:
        await socket.hear()
