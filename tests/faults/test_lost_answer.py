"""The answer to a commit gets lost on the way: nobody can tell, and nothing is written twice."""

import asyncio
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import asyncpg
import pytest

from server.commands import Handler, Manner
from server.database import Database
from server.log import Log
from server.losses import DatabaseUnavailable
from server.okr.check_ins import record_check_in
from server.queries import query
from server.settings import Settings
from tests.samples import Organization

COMMIT = b"COMMIT;"


class Wire:
    """Stands between us and the database; breaks at a commit, which arrives there all the same."""

    def __init__(self, url: str) -> None:
        self._url = urlsplit(url)
        self._commits_left = 0

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        theirs, ours = await self._connected()
        back = asyncio.create_task(self._carry_back(theirs, writer))
        try:
            while said := await reader.read(65536):
                if breaks := self._breaks(said):
                    back.cancel()
                ours.write(said)
                await ours.drain()
                if breaks:
                    assert b"COMMIT" in await theirs.read(65536)
                    return
        finally:
            back.cancel()
            writer.close()
            ours.close()

    def break_at(self, commit: int) -> None:
        """Break at the first commit from here on, or at a later one."""
        self._commits_left = commit

    def _breaks(self, said: bytes) -> bool:
        self._commits_left -= COMMIT in said
        return COMMIT in said and self._commits_left == 0

    async def _carry_back(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while said := await reader.read(65536):
            writer.write(said)
            await writer.drain()
        writer.close()  # the driver waits for the database to hang up

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        port = self._url.port or 5432
        if folders := parse_qs(self._url.query).get("host"):
            return await asyncio.open_unix_connection(f"{folders[0]}/.s.PGSQL.{port}")
        return await asyncio.open_connection(self._url.hostname, port)


@pytest.fixture
async def wire(database_url: str, tmp_path: Path) -> AsyncIterator[Wire]:
    wire = Wire(database_url)
    server = await asyncio.start_unix_server(wire.carry, tmp_path / ".s.PGSQL.5432")
    async with server:
        yield wire


@pytest.fixture
async def far(wire: Wire, database_url: str, tmp_path: Path) -> AsyncIterator[Handler]:
    """A handler whose connections go through the wire."""
    url = urlsplit(database_url)
    login, _, _ = url.netloc.rpartition("@")
    through = url._replace(netloc=f"{login}@", query=f"host={tmp_path}&port=5432")
    async with Database(Settings(), through.geturl()) as database:
        yield Handler(database=database, log=Log(database))


async def until_waiting(log: Log, organization_id: UUID, entries: int) -> None:
    for _ in range(2_000):
        if len(log._waiting[organization_id]) == entries:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("they do not wait for each other")


async def test_what_was_written_with_others_and_not_answered_is_there_once(
    far: Handler, wire: Wire, organization: Organization, owner: asyncpg.Connection
) -> None:
    key_result = await organization.key_result()
    there = organization.served_by(far)
    async with owner.transaction():
        await owner.fetchrow(query("lock_head"), organization.id)
        reports = [asyncio.create_task(there.check_in(key_result, value)) for value in range(3)]
        await until_waiting(far.log, organization.id, 2)
        wire.break_at(2)
    outcomes = await asyncio.gather(*reports, return_exceptions=True)
    assert [type(each) for each in outcomes].count(DatabaseUnavailable) == 2
    assert (await organization.kinds()).count("CheckInRecorded") == 3


async def test_a_key_tells_what_became_of_it(
    far: Handler, wire: Wire, organization: Organization
) -> None:
    key_result = await organization.key_result()
    there = organization.served_by(far)
    said = {"key_result_id": key_result.key_result_id, "value": Decimal(12)}
    wire.break_at(1)
    with pytest.raises(DatabaseUnavailable):
        await there.do(record_check_in, Manner(idempotency_key="k"), **said)
    assert await there.do(record_check_in, Manner(idempotency_key="k"), **said)
    assert (await organization.kinds()).count("CheckInRecorded") == 1
