"""What the second wall between organizations costs those who read: the same page without it."""

from collections.abc import Sequence

import asyncpg

from tests.benchmarks.asking import CLIENTS, ROUNDS, SECONDS, asking
from tests.benchmarks.history import Library
from tests.benchmarks.readers import Reader, walked
from tests.benchmarks.results import Row, against
from tests.benchmarks.timing import rate

PAGES = 10
NAME = "page of 20 objectives with row-level security, beside none"
SET = """
  do $$ declare walled regclass; begin
    for walled in select polrelid from pg_policy loop
      execute format('alter table %s {} row level security', walled);
    end loop;
  end $$"""


async def walled(library: Library, us: Reader) -> Row:
    """In turns; plans made the other way are made anew while nobody counts."""
    requests, _ = await walked(us.port, us.page, PAGES)
    rates: dict[str, list[float]] = {"enable": [], "disable": []}
    owner = await asyncpg.connect(library.url)
    try:
        for _ in range(ROUNDS):
            for how, found in rates.items():
                await owner.execute(SET.format(how))
                found.append(await _rate(us, requests))
    finally:
        await owner.execute(SET.format("enable"))
        await owner.close()
    return against(NAME, "requests/s", rates["enable"], rates["disable"], at_least=0.8)


async def _rate(us: Reader, requests: Sequence[bytes]) -> float:
    async with asking(us.port, requests, CLIENTS) as side:
        await rate(side.act, CLIENTS, SECONDS / 2)
        return await rate(side.act, CLIENTS, SECONDS)
