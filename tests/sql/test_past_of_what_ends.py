"""The past of what can end is found by what it belongs to, as the present is."""

import json
from random import Random

import asyncpg
import pytest

from server.commands import Handler
from server.okr.terms import Clock
from server.pools import search_path
from server.queries import query
from tests.histories import History
from tests.sql.plans import large, wasteful

PRESENT = """
  select c.relname as name, a.attname as led_by
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[1]
  where c.relnamespace = 'state_1'::regnamespace and i.indpred is not null and a.attname <> 'id'
    and c.relname <> all ('{mentions}' || array(select l.name from state_1_past.lasting() l))
"""
COLUMNS = """
  select
    string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
    string_agg(
      case
        when a.attname <> all ($2) then quote_ident(a.attname)
        else format('case when %I is not null then gen_random_uuid() end', a.attname)
      end,
      ', ' order by a.attnum
    ) as values
  from pg_attribute a
  where a.attrelid = ('state_1.' || $1::text)::regclass and a.attnum > 0
    and a.attname <> all ('{id,from_position,to_position}')
"""
MANY = """
  insert into state_1.{name} (id, from_position, to_position, {columns})
  select gen_random_uuid(), at, at + 1, {values}
  from (select t.*, at from state_1.{name} t, generate_series(1, 3000) at limit 3000) x
"""


@pytest.fixture
async def ends(own: asyncpg.Connection, served: Handler) -> list[asyncpg.Record]:
    """Each table of what can end, by what it is found in the present, with a long past."""
    history = await History.begin(served, Random(0), Clock.SIMULATED)
    await history.go_on(200)
    present, grown = await own.fetch(PRESENT), set[str]()
    for name in {each["name"] for each in present}:
        led_by = [each["led_by"] for each in present if each["name"] == name]
        if await _grown(own, name, led_by):
            grown.add(name)
    await own.execute("analyze")
    return [each for each in present if each["name"] in grown]


async def _grown(own: asyncpg.Connection, name: str, led_by: list[str]) -> bool:
    """Whether there was something to copy; what copies belong to is something else each time."""
    [texts] = await own.fetch(COLUMNS, name, led_by)
    return bool(await own.execute(MANY.format(name=name, **texts)) != "INSERT 0 0")


async def test_no_more_of_the_past_is_read_than_there_was(
    own: asyncpg.Connection, ends: list[asyncpg.Record]
) -> None:
    tables, found = await large(own), {}
    await own.execute(query("set_search_path"), search_path(1, "past"))
    await own.execute("set plan_cache_mode = force_generic_plan")
    for name, led_by in ends:
        async with own.transaction():
            await own.fetchval(query("set_as_of"), "1500")
            text = f"select * from {name} where org_id = $1 and {led_by} = $2"
            await own.execute(f"prepare past (uuid, uuid) as {text}")
            value = f"(select {led_by} from state_1.{name} where {led_by} is not null limit 1)"
            said = f"select quote_literal(org_id) || ', ' || quote_nullable({value})"
            values = await own.fetchval(f"{said} from state_1.{name} limit 1")
            explained = f"explain (analyze, timing off, format json) execute past ({values})"
            plan = json.loads(await own.fetchval(explained))[0]["Plan"]
            if steps := [*wasteful(plan, tables)]:
                found[f"{name} by {led_by}"] = steps
            await own.execute("deallocate past")
    assert len(ends) > 8
    assert found == {}
