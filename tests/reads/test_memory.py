"""What many different documents leave behind does not grow with their number."""

import gc
from dataclasses import dataclass
from itertools import pairwise

import psutil

from server.commands import Handler
from server.database import Database
from server.log import Log
from server.migrate import owner_of
from server.settings import Settings
from tests.conftest import Clone
from tests.graph.both_ways import Reader, Said
from tests.samples import Organization

ALLOWED = "grant pg_read_all_stats to okrlog_request"
OF_CONNECTION = (
    "select sum(total_bytes)::bigint from pg_backend_memory_contexts where $1::uuid > $2"
)
LEAST = "00000000-0000-0000-0000-000000000000"
FILLED = 600
"""By then all that is kept is full: 500 plans and names of variables, 50 statements."""
ROUNDS, IN_ROUND = 4, 350
"""What is left behind shows in each round; what else goes on in this process, in some."""
MORE_OF_CONNECTION = 1.15
MORE_OF_PROCESS = 2**20


def document(number: int) -> str:
    """Like others, and yet another: the names of what it asks for are its own."""
    return f"{{ organization {{ o{number}: objectives(first: 5) {{ nodes {{ id title }} }} }} }}"


@dataclass(kw_only=True)
class Memory:
    """What the one connection has of it, in the database's process, and what our process has."""

    connection: int
    process: int


async def _used(database: Database, organization: Organization) -> Memory:
    gc.collect()
    [row] = await database.read(organization.id, OF_CONNECTION, LEAST)
    [pool] = database._shards.home.pools._pools.values()
    assert pool.get_size() == 1
    return Memory(connection=row["sum"], process=psutil.Process().memory_info().rss)


async def _ask(reader: Reader, numbers: range) -> None:
    for number in numbers:
        result = await reader.answer(Said(document=document(number)), reader.answers)
        assert result.errors is None


async def test_memory_stays_flat_under_different_documents(clone: Clone) -> None:
    async with clone() as url, owner_of(url) as owner, Database(Settings(), url) as database:
        await owner.execute(ALLOWED)
        try:
            handler = Handler(database=database, log=Log(database))
            organization = await Organization.begin(handler)
            await organization.check_in(await organization.key_result(), 1)
            reader = await Reader.of(handler, organization.id, organization.actor.id)
            await _ask(reader, range(FILLED))
            used = [await _used(database, organization)]
            for number in range(ROUNDS):
                first = FILLED + number * IN_ROUND
                await _ask(reader, range(first, first + IN_ROUND))
                used.append(await _used(database, organization))
        finally:
            await owner.execute(ALLOWED.replace("grant", "revoke").replace(" to ", " from "))
    assert used[-1].connection < MORE_OF_CONNECTION * used[0].connection
    grown = [after.process - before.process for before, after in pairwise(used)]
    assert min(grown) < MORE_OF_PROCESS, grown
