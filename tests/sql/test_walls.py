"""The second wall between organizations: a statement that forgets whose rows it asks for."""

from collections.abc import AsyncIterator
from random import Random

import asyncpg
import pytest

from server.commands import Handler
from server.database import Database
from server.migrate import owner_of
from tests.histories import History
from tests.samples import Organization

COMMANDS = 60
ROWS_OF = """
  select format('%I.%I', n.nspname, c.relname) as name, c.relkind = 'v' as is_view,
    c.relrowsecurity as walled, c.reloptions @> '{security_invoker=true}' as as_reader
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
  where c.relkind in ('r', 'v') and (n.nspname = 'log' or n.nspname ~ '^state_1(_now|_past)?$')
  order by 1"""
# Without a word of whose it is; $1 is whom the request is for.
PLANTED = "select distinct t.org_id from {} t where $1::uuid is not null"


@pytest.fixture
async def two(handler: Handler) -> list[Organization]:
    """Two organizations in which something of everything has happened."""
    histories = [await History.begin(handler, Random(seed)) for seed in (1, 2)]
    for each in histories:
        await each.go_on(COMMANDS)
    return [each.organization for each in histories]


@pytest.fixture
async def reader(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection with the rights of requests, for which nobody has said whom it serves."""
    async with owner_of(database_url) as connection:
        await connection.execute("set role okrlog_request")
        await connection.execute("set okrlog.as_of to '9'")
        yield connection


async def test_a_statement_without_the_organization_reads_its_own_rows_alone(
    two: list[Organization], database: Database, owner: asyncpg.Connection
) -> None:
    names = [row["name"] for row in await owner.fetch(ROWS_OF)]
    found = set()
    for name in names:
        for organization in two:
            at = 9 if "_past" in name else None
            rows = await database.read(organization.id, PLANTED.format(name), as_of=at)
            assert {row["org_id"] for row in rows} <= {organization.id}, name
            found |= {name} if rows else set()

    assert len(names) > 100
    assert len(found) > 50


async def test_for_nobody_there_is_nothing_to_read(
    two: list[Organization], reader: asyncpg.Connection, owner: asyncpg.Connection
) -> None:
    await reader.execute("set search_path to state_1_past, state_1_now, state_1, log, pg_temp")
    for unsaid in (None, ""):
        if unsaid is not None:
            await reader.execute("set okrlog.organization to ''")
        for row in await owner.fetch(ROWS_OF):
            assert await reader.fetch(PLANTED.format(row["name"]), two[0].id) == []


async def test_every_table_that_holds_rows_of_organizations_stands_behind_the_wall(
    owner: asyncpg.Connection,
) -> None:
    rows = await owner.fetch(ROWS_OF)

    assert [row["name"] for row in rows if not row["is_view"] and not row["walled"]] == []
    assert [row["name"] for row in rows if row["is_view"] and not row["as_reader"]] == []


async def test_what_is_written_for_another_organization_is_refused(
    two: list[Organization], database: Database
) -> None:
    ours, theirs = two
    with pytest.raises(asyncpg.PostgresError, match="is not the one of this transaction"):
        async with database.transaction(ours.id) as connection:
            await connection.fetchval("select append($1, '[]')", theirs.id)
