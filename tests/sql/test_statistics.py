"""Once a server has started, the planner knows how much there is."""

import asyncpg

from server.migrate import migrate, owner_of
from tests.conftest import Clone
from tests.sql.plans import UNWATCHED

PEOPLE = """
  insert into state_1.people
    (org_id, id, from_position, created_position, name, active, permissions, is_program, version)
  select gen_random_uuid(), gen_random_uuid(), 1, 1, 'Ada', true, '{}', false, 1
  from generate_series(1, $1::int)
"""
KNOWN = "select reltuples from pg_class where oid = 'state_1.people'::regclass"
MANY, FEW, NEVER = 5_000, 500, -1


async def known(owner: asyncpg.Connection) -> int:
    """How many people the planner thinks there are."""
    return int(await owner.fetchval(KNOWN))


async def test_what_grew_is_counted_at_the_next_start(clone: Clone) -> None:
    """As after an import or a restore; a little more is left to autovacuum."""
    async with clone() as url, owner_of(url) as owner:
        await owner.execute(UNWATCHED)
        await migrate(owner)
        assert await known(owner) == NEVER

        await owner.execute(PEOPLE, MANY)
        await migrate(owner)
        assert await known(owner) == MANY

        await owner.execute(PEOPLE, FEW)
        await migrate(owner)
        assert await known(owner) == MANY
