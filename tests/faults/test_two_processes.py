"""Two servers on one database: one log, one outcome per key, and one present state."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from server import migrate
from server.auth import Tokens
from server.commands import Handler
from server.database import Database
from server.keys import signing_key
from server.log import Log
from server.migrate import owner_of
from server.settings import Settings
from tests.conftest import Clone
from tests.faults.processes import PATIENCE, Serving, okrlog
from tests.faults.reporters import Reporter, a_key_result, assert_kept, at_work, some_more
from tests.graph.client import Client
from tests.samples import Organization
from tests.serving import ROOT

ENOUGH = 20


@dataclass(kw_only=True)
class Pair:
    """An organization that two servers serve, and its administrator at each of them."""

    here: Client
    there: Client
    organization_id: UUID
    servers: "Servers"

    async def somebody_there(self) -> Client:
        """A new person, at the other server."""
        bob = await self.here.do("addPerson", "person { id }", name="Bob")
        person_id = UUID(bob["id"])
        token = self.servers.token(self.organization_id, person_id)
        return Client(http=self.there.http, token=token, person_id=person_id)

    async def rebuild(self) -> None:
        """Replay every log; it gives the state that is there."""
        async with owner_of(self.servers.settings["database_url"]) as owner:
            for each in await migrate.rebuild(owner):
                assert each.differences == []

    async def reporters(self) -> list[Reporter]:
        return [
            Reporter(name=name, client=client, key_result_id=await a_key_result(client, name))
            for name, client in {"here": self.here, "there": self.there}.items()
        ]


@dataclass(kw_only=True)
class Servers:
    """Two servers on one database, which can be reached beside them, too."""

    near: httpx.AsyncClient
    far: httpx.AsyncClient
    settings: dict[str, Any]
    handler: Handler

    def token(self, organization_id: UUID, person_id: UUID) -> str:
        """For one person of one organization."""
        key = signing_key(self.settings["keys_dir"], "tokens")
        tokens = Tokens(key=key, database=self.handler.database)
        return tokens.issue(organization_id, person_id, 3600)


@pytest.fixture(scope="module")
async def servers(clone: Clone, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Servers]:
    async with clone() as url, Database(Settings(), url) as database:
        keys_dir = tmp_path_factory.mktemp("keys")
        settings: dict[str, Any] = {"database_url": url, "keys_dir": keys_dir}
        signing_key(keys_dir, "tokens")
        with Serving(**settings) as one, Serving(**settings) as other:
            async with (
                httpx.AsyncClient(base_url=one.address, timeout=PATIENCE) as near,
                httpx.AsyncClient(base_url=other.address, timeout=PATIENCE) as far,
            ):
                handler = Handler(database=database, log=Log(database))
                yield Servers(near=near, far=far, settings=settings, handler=handler)


@pytest.fixture
async def pair(servers: Servers) -> Pair:
    """A new organization."""
    actor = (await Organization.begin(servers.handler)).actor
    token = servers.token(actor.organization_id, actor.id)
    here, there = (
        Client(http=http, token=token, person_id=actor.id) for http in (servers.near, servers.far)
    )
    return Pair(here=here, there=there, organization_id=actor.organization_id, servers=servers)


async def test_a_key_that_is_used_at_both_servers_at_once_stands_for_one_report(pair: Pair) -> None:
    key_result_id = await a_key_result(pair.here, "one")
    ours, theirs = (
        Reporter(name="one", client=client, key_result_id=key_result_id)
        for client in (pair.here, pair.there)
    )
    for number in range(ENOUGH):
        key = f"key-{number}"
        outcome, same = await asyncio.gather(ours.report(key), theirs.report(key))
        assert outcome == same
    await assert_kept([ours])


async def test_rebuilds_go_unnoticed_by_those_who_report_at_both_servers(pair: Pair) -> None:
    reporters = await pair.reporters()
    async with at_work(reporters):
        for _ in range(2):
            await some_more(reporters, ENOUGH)
            await pair.rebuild()
        await some_more(reporters, ENOUGH)
    assert not any(each.outages for each in reporters)
    await assert_kept(reporters)


async def test_a_server_that_slept_through_two_rebuilds_answers_with_the_present(
    pair: Pair,
) -> None:
    there = await pair.somebody_there()
    assert await there.ask("{ viewer { person { name } } }")
    for _ in range(2):
        await pair.rebuild()
    eve = await pair.here.do("addPerson", "person { id }", name="Eve")
    assert await there.ask("query ($id: ID!) { node(id: $id) { id } }", id=eve["id"]) == {
        "node": {"id": eve["id"]}
    }


async def test_an_answer_had_from_one_server_is_known_to_be_old_at_the_other(pair: Pair) -> None:
    asked = {"query": "{ organization { people { nodes { name } } } }"}

    async def got(client: Client, tag: str = "") -> httpx.Response:
        headers = {"Authorization": f"Bearer {client.token}", "If-None-Match": tag}
        return await client.http.get("/graphql", params=asked, headers=headers)

    tag = (await got(pair.here)).headers["ETag"]
    assert (await got(pair.there)).headers["ETag"] == tag
    for client in (pair.here, pair.there):
        assert (await got(client, tag)).status_code == httpx.codes.NOT_MODIFIED
    await pair.here.do("addPerson", "person { id }", name="Zoe")
    for client in (pair.there, pair.here):
        answer = await got(client, tag)
        assert answer.status_code == httpx.codes.OK
        assert "Zoe" in answer.text


async def test_who_left_after_a_rebuild_is_let_in_by_neither_server(pair: Pair) -> None:
    there = await pair.somebody_there()
    assert await there.ask("{ viewer { person { name } } }")
    await pair.rebuild()
    await pair.here.do("deactivatePerson", "person { id }", personId=str(there.person_id))
    answer = await there.post("{ viewer { person { name } } }")
    assert answer.status_code == httpx.codes.UNAUTHORIZED


async def test_both_servers_show_what_a_migration_to_another_text_made_of_the_facts(
    pair: Pair, tmp_path: Path
) -> None:
    reporters = await pair.reporters()
    for each in reporters:
        each.pause = 0.5  # so that the migration comes through on few processors, too
    async with at_work(reporters):
        await some_more(reporters, 2)
        migrated = await asyncio.to_thread(
            okrlog, "migrate", checkout=shouting(tmp_path), **pair.servers.settings
        )
        assert '"changed": ["organizations"]' in migrated.stderr
        await some_more(reporters, 2)
    assert not any(each.outages for each in reporters)
    for client in (pair.here, pair.there):
        assert await client.ask("{ organization { name } }") == {"organization": {"name": "ACME"}}
    await reporters[0].report("last")
    shown = await pair.there.ask(
        "query ($id: ID!) { node(id: $id) { ... on KeyResult { lastCheckIn { note } } } }",
        id=reporters[0].key_result_id,
    )
    assert shown == {"node": {"lastCheckIn": {"note": "last"}}}


def shouting(folder: Path) -> Path:
    """A checkout whose fold writes the organization's name in capitals."""
    for part in ("server", "schema", "sql"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    fold = folder / "sql" / "projections" / "organization_created.sql"
    before = "created(fact, 'organization_id')"
    after = f"{before} || jsonb_build_object('name', upper(fact.data ->> 'name'))"
    assert before in fold.read_text()
    fold.write_text(fold.read_text().replace(before, after))
    return folder
