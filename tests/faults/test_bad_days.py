"""One server and its database through one bad day after another, while people report."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from server import migrate
from server.embedded import EmbeddedPostgres
from server.migrate import owner_of
from server.rebuild import CannotBeFolded
from tests.databases import look_in, versions_in_use
from tests.faults.conftest import Home
from tests.faults.processes import Serving, postmaster, until
from tests.faults.reporters import (
    Reporter,
    assert_kept,
    at_work,
    some_more,
    some_outages,
    staff,
)
from tests.live.listening import introduced

SOME = 6
LIMIT = 3_000
NAME = "{ organization { name } }"
FACTS = """
  subscription ($after: Cursor) {
    events(after: $after) { cursor node { position ... on PersonAdded { person { name } } } } }"""
PEOPLE = "subscription { organization { people { totalCount } } }"
ADD = 'mutation { addPerson(input: { name: "Zoe" }) { position } }'
POISON = """
with latest as (
  select e.* from log.event e join log.head h using (org_id, position)
), poison as (
  insert into log.event
  select
    org_id, epoch, position + 1, gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(),
    'PersonAdded', 1, clock_timestamp(), actor_id, 'poison', sha256('poison'), chain
  from latest
  returning org_id, position
)
update log.head h set position = p.position from poison p where h.org_id = p.org_id"""
EXCUSES = frozenset({"UNAVAILABLE", "TIMEOUT"})
"""Who comes while somebody's commit is waited for waits for that, and is given up."""


@dataclass(kw_only=True)
class Office:
    """Where people report, whatever happens."""

    serving: Serving
    token: str
    database_url: str
    data_dir: Path
    reporters: list[Reporter]

    def asked(self) -> httpx.Response:
        """The answer to something small."""
        return self.serving.post(self.token, NAME)

    def people(self) -> int:
        """How many there are."""
        answer = self.serving.ask(self.token, "{ organization { people { totalCount } } }")
        people: int = answer["data"]["organization"]["people"]["totalCount"]
        return people

    def added(self) -> int:
        """The position at which somebody was added."""
        position: int = self.serving.ask(self.token, ADD)["data"]["addPerson"]["position"]
        return position


@pytest.fixture(scope="module")
def data_dir(furnished: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy for all of these tests."""
    data_dir = tmp_path_factory.mktemp("bad-days") / "data"
    subprocess.run(["cp", "-a", furnished.data_dir, data_dir], check=True)
    return data_dir


@pytest.fixture(scope="module")
async def office(furnished: Home, data_dir: Path) -> AsyncIterator[Office]:
    """Two workers with few connections and little time, and four people."""
    settings: dict[str, Any] = {"pool_size": 2, "statement_timeout": LIMIT, "look_seconds": 0.2}
    with (
        EmbeddedPostgres.open(data_dir) as embedded,
        Serving(data_dir=data_dir, workers=2, **settings) as serving,
    ):
        async with staff(serving, furnished.told, excuses=EXCUSES, pause=0.1) as reporters:
            yield Office(
                serving=serving,
                token=furnished.token,
                database_url=embedded.url,
                data_dir=data_dir,
                reporters=reporters,
            )


@asynccontextmanager
async def reported_before_and_after(office: Office) -> AsyncIterator[None]:
    """People report all the time; in the end each of their reports is there, once."""
    async with at_work(office.reporters):
        await some_more(office.reporters, SOME)
        yield
        await some_more(office.reporters, SOME)
    await assert_kept(office.reporters)


@contextmanager
def standing_still(data_dir: Path) -> Iterator[None]:
    """All of PostgreSQL stopped, as by a disk that neither takes nor gives anything."""
    first = postmaster(data_dir)
    assert first
    processes = [first, *first.children()]
    try:
        for each in processes:
            each.suspend()
        yield
    finally:
        for each in processes:
            with suppress(psutil.NoSuchProcess):
                each.resume()


@asynccontextmanager
async def nothing_flushed(url: str) -> AsyncIterator[None]:
    """Commits wait for a standby that does not come to say that they are on its disk."""
    async with owner_of(url) as owner:
        await owner.execute("set synchronous_commit = local")
        await owner.execute("checkpoint")  # whoever makes one takes notice of nothing else
        await owner.execute("alter system set synchronous_standby_names = 'nobody'")
        await owner.fetchval("select pg_reload_conf()")
        try:
            yield
        finally:
            await owner.execute("alter system reset synchronous_standby_names")
            await owner.fetchval("select pg_reload_conf()")


async def test_nobody_waits_without_end_for_a_database_that_stands_still(office: Office) -> None:
    async with reported_before_and_after(office):
        with standing_still(office.data_dir):
            await some_outages(office.reporters, SOME)
            # Told before the connection that asks is given up.
            told = office.serving.health(within=3.5)
            assert told == httpx.codes.SERVICE_UNAVAILABLE
            answer = office.asked()
            assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
            assert answer.headers["Retry-After"] == "1"


async def test_a_commit_that_is_not_flushed_is_not_acknowledged_and_its_key_tells_later(
    office: Office,
) -> None:
    async with reported_before_and_after(office), nothing_flushed(office.database_url):
        await some_outages(office.reporters, SOME)
        assert office.asked().status_code == httpx.codes.OK


async def test_who_finds_all_connections_in_use_is_told_that_nothing_was_done(
    office: Office,
) -> None:
    async with owner_of(office.database_url) as owner:
        [version] = await versions_in_use(owner)
        await look_in(owner, version)
        async with reported_before_and_after(office):
            async with owner.transaction():
                # Whoever reads people, be it to know who asks, waits until this transaction ends.
                await owner.execute("lock table people in access exclusive mode")
                async with httpx.AsyncClient(base_url=office.serving.address, timeout=60) as http:
                    headers = {"Authorization": f"Bearer {office.token}"}
                    many = [
                        http.post("/graphql", json={"query": NAME}, headers=headers)
                        for _ in range(40)
                    ]
                    answers = await asyncio.gather(*many)
            told = {
                (each.status_code, each.json()["errors"][0]["extensions"]["code"])
                for each in answers
            }
            assert told == {(503, "UNAVAILABLE"), (504, "TIMEOUT")}
            turned_away = [each for each in answers if each.status_code == 503]
            assert all("nothing was done" in each.text for each in turned_away)
            assert all(each.headers["Retry-After"] == "1" for each in turned_away)


async def test_what_is_killed_for_its_memory_takes_nothing_with_it(office: Office) -> None:
    """With SIGKILL, as the kernel does it: first one of the database's, then one that serves."""
    before = office.serving.said().count('"a worker serves"')
    async with reported_before_and_after(office):
        async with owner_of(office.database_url) as owner:
            backends = await owner.fetch(
                "select pid from pg_stat_activity where application_name = 'okrlog'"
            )
        os.kill(backends[0]["pid"], signal.SIGKILL)
        await some_outages(office.reporters, 1)
        await some_more(office.reporters, SOME)
        watching = psutil.Process(office.serving.process.pid)
        watching.children()[0].kill()
        until(lambda: office.serving.said().count('"a worker serves"') > before)


async def test_at_a_fact_that_cannot_be_read_a_feed_ends_and_a_rebuild_and_both_say_so(
    office: Office,
) -> None:
    """Nobody but the owner of the database can write one; here it stays."""
    async with (
        introduced(office.serving.address, office.token) as socket,
        owner_of(office.database_url) as owner,
    ):
        await socket.subscribe(PEOPLE, "people")
        people = (await socket.next("people"))["organization"]["people"]["totalCount"]
        last = office.added()
        await socket.subscribe(FACTS, "facts", after="0")
        told, ended, cursor = [], None, None
        while ended is None or people != office.people() or told != list(range(1, last + 1)):
            message = await socket.hear()
            if message["type"] == "error":
                [ended] = message["payload"]
            elif message["id"] == "facts":
                happened = message["payload"]["data"]["events"]
                told.append(happened["node"]["position"])
                cursor = happened["cursor"]
                if told[-1] == last:
                    await owner.execute(POISON)
                    office.added()
            else:  # the state is what it was told to be, and goes on
                people = message["payload"]["data"]["organization"]["people"]["totalCount"]
        assert ended["extensions"].pop("after", cursor) == cursor
        assert ended["extensions"] == {"code": "INTERNAL"}
        assert f"the fact at position {last + 1} cannot be told" in office.serving.said()

        await socket.subscribe(FACTS, "again", after=cursor)
        again = await socket.hear()
        assert (again["id"], again["type"]) == ("again", "error")
        assert again["payload"][0]["extensions"]["code"] == "INTERNAL"

        with pytest.raises(CannotBeFolded, match=f"position {last + 1} of organization"):
            await migrate.rebuild(owner)
