"""Whether Citus could spread the database over many servers: the rules of docs/operations/citus.md.

The migrated database's own catalogue is asked. What is excepted from a rule stands here, with the
reason.
"""

import re
from pathlib import Path

import asyncpg
import pytest

from server.commands import Handler
from server.database import Database
from tests.benchmarks.readers import DOCUMENTS
from tests.samples import Organization
from tests.sql.plans import Reader, steps

COMMANDS = Path(__file__).parents[2] / "docs" / "operations" / "citus.sql"

REFERENCE = {"log.state_version": "heads point to it, on whatever node they are"}
LOCAL = {"log.migration": "only `migrate` asks, at the coordinator"}
TRIGGERS = {
    "log.refuse": "looks at no row",
    "log.let_head_go": "asks where the same organization went, which is on the same node",
    "log.let_moved_go": "asks for the head of the same organization, which is on the same node",
    "log.let_values_go": "asks for facts of the same organization, which are on the same node",
    "log.let_salts_go": "asks for values of the same organization, which are on the same node",
}
FOR_NO_ORGANIZATION = {
    "log.admit": "a right",
    "log.create_state": "what `migrate` does, at the coordinator",
    "log.drop_state": "what `migrate` does, at the coordinator",
    "log.open_state": "what `migrate` does, at the coordinator",
    "log.wall": "what `migrate` does, at the coordinator",
    "log.heads": "one row of each organization: all nodes are asked",
    "log.heads_of": "one row of each organization: all nodes are asked",
    "log.newest_checkpoints": "one row of each organization: has to be asked on each node",
    "log.unsigned": "one row of each organization: has to be asked on each node",
    "state_1.absent": "reads no table",
    "state_1.as_of": "reads a setting",
    "state_1.this_schema": "reads its own name",
    "state_1.this_state_version": "reads its own name",
    "state_1_now.span": "reads no table",
    "state_1_now.wording_codes": "reads words of languages, which are no table",
}
"""And those of the past, which are written once for both."""
OF_A_NODE = {
    "log.redact": "a rebuild and a redaction keep out of each other's way at the coordinator"
}

OURS = """
  with ours as (
    select c.oid, c.relkind, format('%I.%I', n.nspname, c.relname) as name, a.attnum as org
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where n.nspname = 'log' or n.nspname ~ '^state_[0-9]+(_now|_past)?$'
  ), spread as (select * from ours where relkind in ('r', 'p') and org is not null),
  functions as (
    select p.*, format('%I.%I', n.nspname, p.proname) as name
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'log' or n.nspname ~ '^state_[0-9]+(_now|_past)?$'
  )
"""
NOT_SPREAD = "select name from ours where relkind in ('r', 'p') and org is null"
OTHER_KINDS = """
  select name from ours where relkind not in ('r', 'v', 'i', 'c', 't')
  union all select name from ours join pg_inherits on oid in (inhrelid, inhparent)
  union all select name from ours
  join pg_rewrite on ev_class = ours.oid and rulename <> '_RETURN'"""
OTHER_ORGANIZATIONS_COLUMN = """
  select name from spread
  join pg_attribute a on attrelid = spread.oid and attnum = org
  where not attnotnull or atttypid <> 'uuid'::regtype or atthasdef or attidentity <> ''"""
NUMBERED = """
  select name || '.' || attname from spread
  join pg_attribute a on attrelid = spread.oid and attnum > 0 and not attisdropped
  left join pg_attrdef d on adrelid = attrelid and adnum = attnum
  where attidentity <> '' or pg_get_expr(adbin, adrelid) ~ 'nextval'"""
INDEXES = """
  select format('%s on %s', indexrelid::regclass, name) from spread
  join pg_index on indrelid = spread.oid
  where indkey[0] <> org"""
EXCLUSIONS = (
    "select conname from pg_constraint join spread on conrelid = spread.oid and contype = 'x'"
)
FOREIGN_KEYS = """
  select format('%s of %s', conname, f.name) from pg_constraint
  join ours f on f.oid = conrelid join ours t on t.oid = confrelid
  where contype = 'f' and not case
    when f.org is null then t.org is null
    when t.org is null then t.name = any($1)
    else confdeltype not in ('n', 'd') and confupdtype = 'a'
      and array_position(conkey, f.org) = array_position(confkey, t.org)
  end"""
POLICIES = """
  select format('%s on %s', polname, name) from spread join pg_policy on polrelid = spread.oid
  where concat(polqual, polwithcheck) ~ 'SUBLINK'"""
CALLED_BY_TRIGGERS = """
  select distinct f.name from pg_trigger join spread on tgrelid = spread.oid
  join functions f on f.oid = tgfoid
  where not tgisinternal"""
HAS_ORGANIZATION = """
  exists (
    select from pg_attribute a where attrelid in (t.typrelid, e.typrelid) and attname = 'org_id'
  )"""
FOR_WHOM_IS_NOT_SAID = f"""
  select distinct replace(name, '_past.', '_now.') from functions f
  where provolatile <> 'i' and prorettype <> 'trigger'::regtype
  and not exists (
    select from unnest(proargtypes) with ordinality given (type, place)
    join pg_type t on t.oid = type
    left join pg_type e on e.oid = t.typelem
    where proargnames[place] = 'org_id' or {HAS_ORGANIZATION}
  )
  and not (
    proretset and prosqlbody is not null and not prosecdef and proconfig is null and (
      'org_id' = any (proargnames)
      or exists (
        select from pg_type t, pg_type e
        where prorettype = t.oid and e.oid = t.oid and {HAS_ORGANIZATION}
      )
    )
  )"""
"""But what answers whose each row is becomes a part of the statement that asks, as a view does."""
WHAT_ONE_NODE_KNOWS = r"""
  select name from functions
  where coalesce(pg_get_function_sqlbody(oid), prosrc)
    ~* '\m(pg_notify|notify|listen|pg_\w*advisory\w*|nextval|lock table)\M'"""


async def found(owner: asyncpg.Connection, breach: str, *values: object) -> set[str]:
    """What breaks a rule."""
    return {row[0] for row in await owner.fetch(OURS + breach, *values)}


async def test_every_table_has_an_organization_in_each_row_or_is_small_and_known(
    owner: asyncpg.Connection,
) -> None:
    assert await found(owner, NOT_SPREAD) == REFERENCE.keys() | LOCAL.keys()
    assert await found(owner, OTHER_ORGANIZATIONS_COLUMN) == set()


async def test_there_are_only_tables_and_views_and_nothing_counts_across_nodes(
    owner: asyncpg.Connection,
) -> None:
    assert await found(owner, OTHER_KINDS) == set()
    assert await found(owner, NUMBERED) == set()


async def test_every_key_and_every_index_begins_with_the_organization(
    owner: asyncpg.Connection,
) -> None:
    assert await found(owner, INDEXES) == set()
    assert await found(owner, EXCLUSIONS) == set()


async def test_every_foreign_key_stays_within_an_organization_or_points_to_a_reference_table(
    owner: asyncpg.Connection,
) -> None:
    assert await found(owner, FOREIGN_KEYS, [*REFERENCE]) == set()


async def test_triggers_ask_for_nothing_of_another_node(owner: asyncpg.Connection) -> None:
    assert await found(owner, CALLED_BY_TRIGGERS) == TRIGGERS.keys()


async def test_every_function_is_told_for_whom_it_is_or_is_known_to_be_for_nobody(
    owner: asyncpg.Connection,
) -> None:
    assert await found(owner, FOR_WHOM_IS_NOT_SAID) == FOR_NO_ORGANIZATION.keys()


async def test_no_function_relies_on_what_one_node_alone_knows(owner: asyncpg.Connection) -> None:
    assert await found(owner, WHAT_ONE_NODE_KNOWS) == OF_A_NODE.keys()


async def test_the_printed_commands_spread_every_table_once(owner: asyncpg.Connection) -> None:
    commands = [row["command"] for row in await owner.fetch(COMMANDS.read_text())]
    spread = re.findall(r"_table\('(.*?)'", "\n".join(commands))

    assert sorted(spread) == sorted(await found(owner, "select name from spread") | {*REFERENCE})
    assert spread[:2] == [*REFERENCE, "log.head"]


async def test_walls_on_shards_have_no_subselect_and_keep_rows_apart(
    served: Handler, own: asyncpg.Connection
) -> None:
    ours, theirs = [await Organization.begin(served) for _ in range(2)]
    assert await found(own, POLICIES) != set()
    for row in await own.fetch(COMMANDS.read_text()):
        if "log.wall" in row["command"]:
            await own.execute(row["command"])

    assert await found(own, POLICIES) == set()
    for each in ours, theirs:
        rows = await served.database.read(
            each.id, "select distinct org_id from log.event where $1::uuid is not null"
        )
        assert [row["org_id"] for row in rows] == [each.id]


async def test_a_shard_lets_go_of_no_words_either(served: Handler, own: asyncpg.Connection) -> None:
    """Its row type is another than that of the table, of which the trigger asks."""
    organization = await Organization.begin(served)
    await own.execute("create table log.private_102008 (like log.private including all)")
    await own.execute("insert into log.private_102008 select * from log.private")
    await own.execute(
        "create trigger only_words_go before update on log.private_102008"
        " for each row execute function log.let_values_go()"
    )
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="the log is final"):
        await own.execute(
            "update log.private_102008 set salt = null where org_id = $1", organization.id
        )


@pytest.mark.parametrize("name", ["page", "tree", "request"])
async def test_the_present_is_asked_for_its_organization_in_every_table_that_is_read(
    name: str, organization: Organization, database: Database
) -> None:
    """Only then a statement is one of a single node; what is read of the past is not yet."""
    reader = Reader(
        database=database, organization_id=organization.id, person_id=organization.actor.id
    )
    asked = reader.of_each_request()
    if name != "request":
        text = (DOCUMENTS / f"{name}.graphql").read_text()
        asked = await reader.text_of(text, None, first=20, cycle="2026-Q4")
    plan = await reader.plan_of(asked, "custom", done=False)
    read = [step for step in steps(plan) if "Relation Name" in step]

    assert read
    assert [each for each in read if f"(org_id = '{organization.id}'::uuid)" not in str(each)] == []
