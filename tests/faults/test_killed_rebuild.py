"""A rebuild that is killed half way: everything goes on as before, and the next one clears up."""

import asyncio
from pathlib import Path
from typing import Any

import asyncpg

from server.migrate import owner_of
from server.queries import query
from tests.conftest import Clone
from tests.faults.processes import begun, okrlog, result, started
from tests.faults.reporters import assert_rebuilt_is_live

WAITING = """
  select count(*) from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'"""
SCHEMAS = "select nspname from pg_namespace where nspname like 'state%' order by 1"


async def until_one_waits(onlooker: asyncpg.Connection) -> None:
    for _ in range(600):
        if await onlooker.fetchval(WAITING):
            return
        await asyncio.sleep(0.05)
    raise AssertionError("nobody waits")


async def test_a_killed_rebuild_is_as_if_it_had_not_been(clone: Clone, tmp_path: Path) -> None:
    async with clone() as url, owner_of(url) as owner, owner_of(url) as onlooker:
        there: dict[str, Any] = {"database_url": url, "keys_dir": tmp_path}
        told = begun(**there)
        async with owner.transaction():
            # What is rebuilt is swapped in under this lock.
            await owner.fetchrow(query("lock_head"), told["organizationId"])
            with started("rebuild", **there) as rebuilding:
                await until_one_waits(onlooker)
                rebuilding.kill()
                rebuilding.wait(5)
        left = await owner.fetch(SCHEMAS)

        assert result("token", "--person", told["personId"], **there)
        assert len(result("export", **there).splitlines()) == 3
        assert okrlog("migrate", **there).stderr == ""
        assert_rebuilt_is_live(**there)
        assert len(await owner.fetch(SCHEMAS)) == len(left)
