"""Reads from a streaming replica whose replay is stopped, so that it lags for certain."""

import asyncio
import json
from base64 import urlsafe_b64decode
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import asyncpg
import httpx
import pytest

from server.auth import Tokens
from server.embedded import EmbeddedPostgres
from server.keys import signing_key
from server.migrate import owner_of
from tests.faults.backups import base_backup
from tests.faults.conftest import PEOPLE, Home
from tests.faults.pooler import PROGRAM, pooled
from tests.faults.processes import Serving

NOT_MODIFIED = httpx.codes.NOT_MODIFIED
COUNT = "{ organization { people { totalCount } } }"
ADD = 'mutation { addPerson(input: { name: "Ann" }) { position } }'
FIRST = PEOPLE + 1
AT_ONCE = 5

Reached = Callable[[str], AbstractContextManager[str]]
"""By which way a database is reached, from its URL."""


@dataclass(kw_only=True)
class Reader:
    """A front end that says how far it has seen the log."""

    home: Home
    http: httpx.AsyncClient

    async def ask(
        self, document: str = COUNT, seen: int | None = None, by: str = "GET", tag: str = ""
    ) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.home.token}", "If-None-Match": tag}
        if seen is not None:
            headers["Okrlog-Min-Position"] = str(seen)
        if by == "GET":
            return await self.http.get("/graphql", params={"query": document}, headers=headers)
        return await self.http.post("/graphql", json={"query": document}, headers=headers)

    async def people(self, seen: int | None = None, by: str = "GET") -> Any:
        answer = await self.ask(seen=seen, by=by)
        return answer.json()["data"]["organization"]["people"]["totalCount"]

    async def add(self, seen: int | None = None) -> Any:
        answer = await self.ask(ADD, seen=seen, by="POST")
        return answer.json()["data"]["addPerson"]["position"]


def another_token(home: Home) -> str:
    """A token that can be lost."""
    key = signing_key(home.data_dir / "keys", "tokens")
    tokens = Tokens(key=key, database=cast("Any", None))
    return tokens.issue(UUID(home.organization_id), UUID(home.person_id), 3600)


def revocation(home: Home) -> str:
    """The mutation by which a token ends itself."""
    claims = home.token.split(".")[1]
    said = json.loads(urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    ids = f'personId: "{home.person_id}", tokenId: "{said["jti"]}"'
    return f"mutation {{ revokeToken(input: {{ {ids} }}) {{ position }} }}"


@asynccontextmanager
async def followed(
    home: Home, data_dir: Path, reached: Reached = nullcontext, **more: Any
) -> AsyncIterator[tuple[Reader, EmbeddedPostgres]]:
    """A server with a replica, and how both databases are reached."""
    with EmbeddedPostgres.open(home.data_dir) as primary:
        base_backup(primary.url, home.data_dir, data_dir, "--write-recovery-conf")
        with EmbeddedPostgres.open(data_dir) as replica:
            settings: dict[str, Any] = {
                "direct_database_url": primary.url,
                "keys_dir": home.data_dir / "keys",
                "checkpoint_seconds": 0,
            }
            with reached(primary.url) as url, reached(replica.url) as replica_url:
                named: dict[str, Any] = {"database_url": url, "replica_url": replica_url}
                with Serving(**settings, **named, **more) as serving:
                    async with httpx.AsyncClient(base_url=serving.address, timeout=60) as http:
                        yield Reader(home=home, http=http), replica


async def has(standby: asyncpg.Connection, position: int) -> None:
    """Wait until the replica has come so far."""
    while await standby.fetchval("select position from log.head") < position:
        await asyncio.sleep(0.05)


@pytest.mark.timeout(300)
async def test_who_says_what_they_have_seen_sees_no_less_and_the_replica_answers_what_it_has(
    home: Home, tmp_path: Path
) -> None:
    async with followed(home, tmp_path / "replica") as (reader, replica):
        async with owner_of(replica.url) as standby:
            seen = await reader.add()
            await has(standby, seen)
            await standby.fetchval("select pg_wal_replay_pause()")
            wrote = await reader.add(seen)

            for by in ("GET", "POST"):
                assert await reader.people(by=by) == FIRST + 2
                assert await reader.people(seen, by=by) == FIRST + 1
                assert await reader.people(wrote, by=by) == FIRST + 2
            stale = (await reader.ask(seen=seen)).headers["etag"]
            assert (await reader.ask(seen=seen, tag=stale)).status_code == NOT_MODIFIED
            assert (await reader.ask(seen=wrote, tag=stale)).status_code == httpx.codes.OK

            lost = Reader(home=replace(home, token=another_token(home)), http=reader.http)
            assert await lost.people(seen) == FIRST + 1
            assert "errors" not in (await lost.ask(revocation(lost.home), by="POST")).json()
            assert (await lost.ask(seen=seen)).status_code == httpx.codes.UNAUTHORIZED

            await standby.fetchval("select pg_wal_replay_resume()")
            await has(standby, wrote)
            assert await reader.people(wrote) == FIRST + 2
        replica.close()
        assert await reader.people(wrote) == FIRST + 2
        wrong = await reader.ask(seen=-1)
        assert (wrong.status_code, "name a position" in wrong.text) == (400, True)


@pytest.mark.timeout(300)
@pytest.mark.skipif(PROGRAM is None, reason="there is no PgBouncer")
async def test_a_replica_behind_a_pooler_answers_many_at_once_what_it_has(
    home: Home, tmp_path: Path
) -> None:
    async with followed(home, tmp_path / "replica", pooled, pooled=True) as (reader, replica):
        async with owner_of(replica.url) as standby:
            seen = await reader.add()
            await has(standby, seen)
            await standby.fetchval("select pg_wal_replay_pause()")
            wrote = await reader.add(seen)
            assert await reader.people(seen) == FIRST + 1
            asked = [seen, wrote] * AT_ONCE
            found = await asyncio.gather(*(reader.people(each) for each in asked))
            assert found == [FIRST + 1, FIRST + 2] * AT_ONCE
            await standby.fetchval("select pg_wal_replay_resume()")
        replica.close()
        assert await reader.people(seen) == FIRST + 2
