"""An organization moves to another PostgreSQL server; people go on, and a move may be killed."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest

from server.database import Database
from server.digests import Digests
from server.failures import Sentence
from server.migrate import owner_of
from server.moving import BESIDE, GROWING, CannotMove, Server, leave
from server.queries import query
from server.relocation import moved_to, removed_from
from server.replicas import LARGEST
from server.settings import Settings
from tests.conftest import Clone
from tests.databases import rolled_back
from tests.faults.conftest import Spread
from tests.faults.processes import Serving, begun, result, started, until
from tests.faults.reporters import (
    Reporter,
    a_key_result,
    assert_all_there_once,
    assert_rebuilt_is_live,
    at_work,
    some_more,
)
from tests.faults.test_killed_rebuild import until_one_waits
from tests.graph.client import Client
from tests.live.listening import Socket, introduced

FACTS = "subscription ($after: Cursor) { events(after: $after) { cursor node { position } } }"
NAME = "{ organization { name } }"
ADD = 'mutation { addPerson(input: { name: "Zoe" }) { position } }'
NOBODY = "http://127.0.0.1:1/"
ELSEWHERE = httpx.codes.SERVICE_UNAVAILABLE
TABLES = """
  select c.relname from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
  where c.relnamespace = 'log'::regnamespace and c.relkind = 'r'"""
FALSIFY = """
  create function public.falsify() returns trigger language plpgsql as $$
  begin new.body := replace(new.body, '}', ',"more":1}'); return new; end $$;
  create trigger falsify before insert on log.event
  for each row execute function public.falsify()"""
ARRIVING = """
  insert into log.head select $1, 1, 1, '', now(), 'REAL', max(version) from log.state_version"""


async def moved(spread: Spread, organization_id: str, to: str) -> int:
    told = await moved_to(Settings(**spread.settings), UUID(organization_id), to)
    assert (told["organizationId"], told["server"]) == (organization_id, to)
    return int(told["position"])


async def followed(socket: Socket, until: "asyncio.Future[int]") -> list[Any]:
    """All that is told up to a position, which is known in the end."""
    told: list[Any] = []
    while not (until.done() and len(told) >= until.result()):
        told.append((await socket.next())["events"])
    return told


@pytest.mark.timeout(300)
async def test_who_reports_and_who_follows_goes_on_where_the_organization_moved(
    spread: Spread,
) -> None:
    told = begun(**spread.settings)
    whose = told["organizationId"]
    old = spread.file.with_name("old")
    old.write_text(spread.file.read_text())
    behind = spread.settings | {"directory": old}
    with Serving(**spread.settings) as serving, Serving(**behind) as stale:
        async with (
            httpx.AsyncClient(base_url=serving.address, timeout=20) as http,
            introduced(serving.address, told["token"]) as socket,
        ):
            client = Client(http=http, token=told["token"], person_id=UUID(told["personId"]))
            reporter = Reporter(
                name="one", client=client, key_result_id=await a_key_result(client, "one")
            )
            await socket.subscribe(FACTS, after="0")
            last: asyncio.Future[int] = asyncio.get_running_loop().create_future()
            following = asyncio.create_task(followed(socket, last))
            async with at_work([reporter]):
                await some_more([reporter], 5)
                command = "move", whose, "--to", "far"
                moved = await asyncio.to_thread(result, *command, **spread.settings)
                assert json.loads(moved)["server"] == "far"
                await some_more([reporter], 5)
            await reporter.ask_again()
            last.set_result((await client.ask(ADD))["addPerson"]["position"])
            seen = await following
            assert [each["node"]["position"] for each in seen] == list(range(1, len(seen) + 1))

            for document in (NAME, ADD):
                refused = stale.post(told["token"], document)
                assert (refused.status_code, refused.headers["retry-after"]) == (ELSEWHERE, "1")
            old.write_text(spread.file.read_text())
            until(lambda: "data" in stale.ask(told["token"], NAME))
            async with introduced(stale.address, told["token"]) as another:
                await another.subscribe(FACTS, after=seen[3]["cursor"])
                assert (await another.next())["events"] == seen[4]
    assert_all_there_once([reporter], **spread.settings)
    assert_rebuilt_is_live(**spread.settings)


@pytest.mark.timeout(300)
async def test_a_move_that_is_killed_is_undone_or_said_again_and_clears_up_when_told_to(
    spread: Spread,
) -> None:
    told, neighbour = begun(**spread.settings), begun(**spread.settings)
    whose, token = told["organizationId"], told["token"]
    said, known = spread.file.read_text(), Settings(**spread.settings)
    async with owner_of(spread.home) as home, owner_of(spread.far) as far:
        with Serving(**spread.settings) as serving:
            async with rolled_back(home):
                await home.fetchrow(query("lock_head"), whose)
                await killed_while_it_waits(spread, whose, spread.home)
            assert "data" in serving.ask(token, ADD)

            async with rolled_back(far):
                await far.execute(ARRIVING, UUID(whose))
                await killed_while_it_waits(spread, whose, spread.far)
                assert serving.post(token, ADD).status_code == ELSEWHERE
                assert "data" in serving.ask(neighbour["token"], ADD)
            with pytest.raises(Sentence, match="did not move"):
                await removed_from(known, UUID(whose), "far")
            await moved(spread, whose, "default")
            assert "data" in serving.ask(token, ADD)

            before = await chains(home, whose)
            assert await moved(spread, whose, "far") == len(before)
            spread.file.write_text(said)  # as if it had been killed before it said so
            assert await moved(spread, whose, "far") == len(before)
            until(lambda: "data" in serving.ask(token, ADD))
            others = await rows(home, neighbour["organizationId"])
            await removed_from(known, UUID(whose), "default")
            assert not sum((await rows(home, whose)).values())
            assert await rows(home, neighbour["organizationId"]) == others
            spread.file.write_text(said)
            until(lambda: serving.post(token, NAME).status_code == ELSEWHERE)
        await moved(spread, whose, "far")
        assert await moved(spread, whose, "default") == len(before) + 1
        assert (await chains(home, whose))[: len(before)] == before


async def test_an_old_directory_makes_no_second_log_of_an_organization(
    spread: Spread, clone: Clone
) -> None:
    whose = begun(**spread.settings)["organizationId"]
    async with clone() as west, owner_of(west) as there:
        spread.list(west=west)
        old = spread.file.read_text()
        for name in ("far", "west"):
            await moved(spread, whose, name)
        new = spread.file.read_text()

        spread.file.write_text(old)
        for name in ("default", "far", "west"):
            with pytest.raises(CannotMove, match=f"^{whose} is on west:"):
                await moved(spread, whose, name)
        await leave(UUID(whose), Server(name="west", owner=there), "default")
        for name in ("default", "far"):
            with pytest.raises(CannotMove, match="went on from west to default:"):
                await moved(spread, whose, name)
        async with owner_of(spread.home) as home, owner_of(spread.far) as far:
            for each in (home, far):
                assert await each.fetchrow(query("head"), whose) is None
        spread.file.write_text(new)
        await moved(spread, whose, "west")


async def test_an_organization_whose_log_was_removed_is_not_served_there_again(
    spread: Spread, clone: Clone
) -> None:
    whose = begun(**spread.settings)["organizationId"]
    await moved(spread, whose, "far")
    await removed_from(Settings(**spread.settings), UUID(whose), "default")
    async with clone() as empty:
        spread.list(far=empty)  # as it was before the move
        for name in ("far", "default"):
            with pytest.raises(CannotMove, match=r"it was removed\.$"):
                await moved(spread, whose, name)
    async with owner_of(spread.home) as home:
        assert await home.fetchrow(query("head"), whose) is None


async def test_digests_of_an_old_copy_are_not_posted(spread: Spread) -> None:
    whose = begun(**spread.settings)["organizationId"]
    old, now = spread.file.read_text(), datetime.now(UTC)
    await moved(spread, whose, "far")
    new = spread.file.read_text()

    async def posted(directory: str) -> None:
        spread.file.write_text(directory)
        known = Settings(**spread.settings)
        async with Database(known, spread.home) as database:
            digests = Digests(database=database, address=NOBODY, weekday=now.isoweekday())
            await digests.once(now)

    await posted(old)
    with pytest.raises(httpx.ConnectError):
        await posted(new)


async def test_an_organization_of_which_something_else_arrives_stays_where_it_is(
    spread: Spread,
) -> None:
    told = begun(**spread.settings)
    async with owner_of(spread.far) as far:
        await far.execute(FALSIFY)
    with pytest.raises(CannotMove, match=r"^The chain does not fit at position 1\.$"):
        await moved(spread, told["organizationId"], "far")
    async with owner_of(spread.home) as home:
        assert await home.fetchrow(query("head"), told["organizationId"])


async def test_nothing_that_is_beside_a_log_is_forgotten(database_url: str) -> None:
    """What belongs to a place stays there: the head, where it went, what it left there."""
    async with owner_of(database_url) as owner:
        there = {row["relname"] for row in await owner.fetch(TABLES)}
    assert there == {*GROWING, *BESIDE, "head", "moved", "state_left"}


async def killed_while_it_waits(spread: Spread, organization_id: str, url: str) -> None:
    async with owner_of(url) as onlooker:
        with started("move", organization_id, "--to", "far", **spread.settings) as moving:
            await until_one_waits(onlooker)
            moving.kill()
            moving.wait(5)


async def chains(owner: asyncpg.Connection, organization_id: str) -> list[bytes]:
    found = await owner.fetch(query("copy_events"), organization_id, 0, LARGEST - 1)
    return [row["chain"] for row in found]


async def rows(owner: asyncpg.Connection, organization_id: str) -> dict[str, int]:
    """How many an organization has in each table of the log that moves with it."""
    return {
        table: await owner.fetchval(
            f"select count(*) from log.{table} where org_id = $1", UUID(organization_id)
        )
        for table in (*GROWING, *BESIDE)
    }
