"""What wakes a view: another process is heard, and where it is not, looking alone is enough."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg
import httpx
import pytest
from websockets.exceptions import ConnectionClosed

from server.database import Database
from server.live.notices import Notices
from server.migrate import owner_of
from server.queries import query
from server.settings import Settings
from tests.graph.office import Office
from tests.live.listening import Socket, introduced
from tests.serving import running

NAMES = "subscription { organization { people { nodes { name } } } }"
POSITIONS = """
  subscription ($after: Cursor) { events(after: $after) { cursor node { position } } }"""
NEVER = 3_600


@pytest.fixture(scope="module")
def hearing(database_url: str, keys_dir: Path) -> Iterator[str]:
    """A server that never looks."""
    with running(database_url, keys_dir, look_seconds=NEVER) as address:
        yield address


@pytest.fixture(scope="module")
def looking(database_url: str, keys_dir: Path) -> Iterator[str]:
    """A server that hears nothing."""
    with running(database_url, keys_dir, notifications="false") as address:
        yield address


@asynccontextmanager
async def following(address: str, office: Office) -> AsyncIterator[Socket]:
    async with introduced(address, office.admin.token) as socket:
        await socket.subscribe(NAMES)
        await socket.next()
        yield socket


async def knows(socket: Socket, name: str) -> None:
    """Sooner or later the name is shown."""
    while name not in str(await socket.next()):
        pass


async def test_what_another_process_recorded_is_heard(hearing: str, office: Office) -> None:
    async with following(hearing, office) as socket:
        await office.person("Heard")
        await knows(socket, "Heard")


async def test_looking_alone_is_enough(looking: str, office: Office) -> None:
    async with following(looking, office) as socket:
        for name in ("First", "Second"):
            await office.person(name)
            await knows(socket, name)


async def test_what_was_recorded_while_nobody_listened_is_found(
    hearing: str, database_url: str, office: Office
) -> None:
    async with owner_of(database_url) as owner, following(hearing, office) as socket:
        for name in ("Before", "After"):
            await cut_off(owner)
            await office.person(name)
            await knows(socket, name)


async def test_a_feed_goes_on_at_its_cursor_on_another_process(
    hearing: str, looking: str, office: Office
) -> None:
    told: list[int] = []
    cursor = "0"
    for address in (hearing, looking, hearing):
        await office.person()
        head = (await office.admin.ask("{ organization { position } }"))["organization"]["position"]
        async with introduced(address, office.admin.token) as socket:
            await socket.subscribe(POSITIONS, after=cursor)
            while not told or told[-1] < head:
                edge = (await socket.next())["events"]
                told.append(edge["node"]["position"])
                cursor = edge["cursor"]
    assert told == list(range(1, told[-1] + 1))


async def test_after_a_restore_everybody_comes_back_and_learns_what_their_cursor_is_worth(
    server: str, database_url: str, office: Office
) -> None:
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(POSITIONS, after="0")
        cursor = (await socket.next())["events"]["cursor"]
        async with owner_of(database_url) as owner:
            await owner.execute(
                query("begin_epoch"), "a restore", office.actor.organization_id, 1, None
            )
        with suppress(ConnectionClosed):
            while True:
                await socket.next()
        assert (await socket.closed())[0] == 1012
    lost = cursor.replace(".1.", ".9.")
    async with introduced(server, office.admin.token) as socket:
        await socket.subscribe(POSITIONS, after=lost)
        [error] = (await socket.hear())["payload"]
        assert error["extensions"]["code"] == "LOG_FORKED"
        assert error["extensions"]["ancestor"] == 3


async def test_what_is_no_notification_of_ours_wakes_and_harms_nobody(
    hearing: str, database_url: str, office: Office
) -> None:
    async with owner_of(database_url) as owner, following(hearing, office) as socket:
        never = f'{{"{office.actor.organization_id}": 1000000}}'
        for text in ("", "*", "{}", "[1]", '{"x": 1}', "é" * 3_000, never):
            await owner.execute("select pg_notify('okrlog', $1)", text)
        await office.person("Still heard")
        await knows(socket, "Still heard")
        async with asyncio.timeout(5), httpx.AsyncClient(base_url=hearing) as http:
            while (await http.get("/health/ready")).json()["lag"]["facts"]:
                await asyncio.sleep(0.1)


async def test_what_cannot_be_heard_is_tried_again_and_stops_when_it_has_to(
    database_url: str,
) -> None:
    settings = Settings(database_url=database_url)
    elsewhere = urlsplit(database_url)._replace(path="/no_such_database").geturl()
    async with (
        Database(settings, database_url) as database,
        Notices(database, elsewhere, lambda _: None) as notices,
    ):
        notices.tell(uuid4(), 1)
        await asyncio.sleep(0.5)
        assert notices.at_work


async def cut_off(owner: asyncpg.Connection) -> None:
    """End the connections that listen to this database, and wait until they are gone."""
    ended = await owner.fetch(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where datname = current_database() and query ilike 'listen%'"
    )
    assert ended
    await asyncio.sleep(0.1)
