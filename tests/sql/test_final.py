"""The log is final: nobody changes or removes what was recorded, whoever they are."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from server.commands import Manner
from server.migrate import owner_of
from server.okr.people import add_person
from tests.entries import sqlstate
from tests.samples import Organization

REFUSED = asyncpg.InsufficientPrivilegeError.sqlstate
FINAL = ("event", "private", "command", "epoch")
SIGNING = {"keep_checkpoint", "keep_subtrees", "newest_checkpoints", "unsigned"}
WHERE_LOGS_STAND = {"heads", "heads_of"}
BESIDE_THE_LOG = {"note_api_key_use", "note_delivery", "take_delivery"}
TABLES = """
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'v', 'm', 'p', 'S') and (n.nspname = 'log' or n.nspname like 'state\\_%')
"""


@pytest.fixture
async def written(organization: Organization) -> Organization:
    """An organization that has something in every table of the log."""
    await organization.do(add_person, Manner(idempotency_key="a key"), name="Ann")
    return organization


@pytest.fixture
async def request_login(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """What requests are: a login that owns nothing."""
    async with owner_of(database_url) as connection:
        await connection.execute("set role okrlog_request")
        yield connection


async def refusal(connection: asyncpg.Connection, statement: str) -> str:
    """The message with which a statement is refused."""
    with pytest.raises(asyncpg.PostgresError) as caught:
        await connection.execute(statement)
    assert sqlstate(caught.value) == REFUSED
    return str(caught.value)


@pytest.mark.parametrize("table", FINAL)
@pytest.mark.parametrize(
    "change", ["update log.{} set org_id = org_id", "delete from log.{}", "truncate log.{}"]
)
async def test_even_the_owner_changes_nothing(
    written: Organization, owner: asyncpg.Connection, table: str, change: str
) -> None:
    assert await owner.fetchval(f"select count(*) from log.{table} where org_id = $1", written.id)
    assert await refusal(owner, change.format(table)) == (
        f"the log is final: {change.split(maxsplit=1)[0].upper()} on log.{table} is refused"
    )


@pytest.mark.parametrize("change", ["delete from log.head", "truncate log.head"])
async def test_even_the_owner_removes_no_head(owner: asyncpg.Connection, change: str) -> None:
    assert "the log is final" in await refusal(owner, change)


async def test_an_update_of_no_row_is_refused_too(owner: asyncpg.Connection) -> None:
    await refusal(owner, "update log.event set type = 'Nothing' where false")


@pytest.mark.parametrize(
    "change",
    [
        "update log.private set salt = null, value = '[redacted]' where org_id = '{}'",
        "update log.private set value = 'Eve' where org_id = '{}'",
        "update log.command set salt = null where org_id = '{}'",
        "update log.command set actor_id = command_id where org_id = '{}'",
    ],
)
async def test_words_go_only_as_a_fact_says(
    written: Organization, owner: asyncpg.Connection, change: str
) -> None:
    head = (await written.log())[-1]["position"]
    await owner.execute(f"set okrlog.redaction = '{head}'")
    try:
        assert "the log is final" in await refusal(owner, change.format(written.id))
    finally:
        await owner.execute("reset okrlog.redaction")


async def test_requests_own_nothing(owner: asyncpg.Connection) -> None:
    owned = await owner.fetchval(
        "select count(*) from pg_shdepend"
        " where refobjid = 'okrlog_request'::regrole and deptype = 'o'"
    )
    assert owned == 0
    role = await owner.fetchrow("select * from pg_roles where rolname = 'okrlog_request'")
    assert role is not None
    powers = ("rolsuper", "rolcreaterole", "rolcreatedb", "rolcanlogin", "rolbypassrls")
    assert not any(role[power] for power in powers)


async def test_requests_read_every_table_and_write_none(owner: asyncpg.Connection) -> None:
    tables = [row["name"] for row in await owner.fetch(TABLES)]
    assert {"log.event", "log.head", "state_1.objectives", "state_1_now.objectives"} <= {*tables}
    unread = await owner.fetch(
        f"select name from ({TABLES}) t"
        " where not has_table_privilege('okrlog_request', name, 'select')"
    )
    assert [row["name"] for row in unread if row["name"] != "log.migration"] == []
    writable = await owner.fetch(
        f"select name, privilege from ({TABLES}) t,"
        " unnest('{insert,update,delete,truncate,references,trigger}'::text[]) privilege"
        " where has_table_privilege('okrlog_request', name, privilege)"
    )
    assert writable == []


async def test_requests_create_nothing_beside_the_tables(owner: asyncpg.Connection) -> None:
    schemas = await owner.fetch(
        "select nspname from pg_namespace"
        " where has_schema_privilege('okrlog_request', oid, 'create')"
        " and nspname not like 'pg\\_temp%'"
    )
    assert schemas == []


async def test_requests_are_refused_by_privilege(
    written: Organization, request_login: asyncpg.Connection
) -> None:
    for table in (*FINAL, "head"):
        for statement in ("update log.{} set org_id = org_id", "delete from log.{}"):
            assert "permission denied" in await refusal(request_login, statement.format(table))
    await refusal(request_login, "insert into log.epoch select * from log.epoch")
    await refusal(request_login, "update state_1.people set name = 'Eve'")
    await refusal(request_login, "select log.drop_state(1)")
    await refusal(request_login, "select log.create_state(99)")


async def test_appending_signing_and_where_logs_stand_are_all_that_the_owner_does_for_others(
    owner: asyncpg.Connection,
) -> None:
    functions = await owner.fetch(
        "select p.proname, p.proconfig from pg_proc p"
        " join pg_namespace n on n.oid = p.pronamespace"
        " where p.prosecdef and (n.nspname = 'log' or n.nspname like 'state\\_%')"
        " order by p.proname"
    )
    appending, *others = functions
    assert appending["proname"] == "append"
    assert "search_path=state_1, state_1_now, log, pg_temp" in appending["proconfig"]
    assert {row["proname"] for row in others} == SIGNING | WHERE_LOGS_STAND | BESIDE_THE_LOG
    assert all("search_path=log, pg_temp" in row["proconfig"] for row in others)


async def test_the_folds_cannot_be_called_past_append(
    written: Organization, request_login: asyncpg.Connection
) -> None:
    await request_login.execute("set search_path to state_1, state_1_now, log, pg_temp")
    await request_login.execute(f"set okrlog.organization to '{written.id}'")
    await refusal(request_login, f"select replay('{written.id}', 0, 1)")
