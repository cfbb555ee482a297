"""Appends per second: check-ins through our log, beside a plain insert and message-db."""

import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from server.database import Database
from server.log import Log
from tests.benchmarks.databases import migrated, opened, server, settled, slow_flush
from tests.benchmarks.generated import FOUR_LEVELS, Organization, found_all, organization
from tests.benchmarks.results import Row, Skipped, against
from tests.benchmarks.rivals import message_db, npm, plain_insert
from tests.benchmarks.rivals.store import Store
from tests.benchmarks.timing import Side, compare, several

SECONDS = 0.8
ROUNDS = 3
WRITERS = (1, 32)
MANY = 1_000
TWO_LEVELS = (1, 1)

# What docs/performance.md promises, by rival, organizations and writers.
BATCHED = ("message-db", 1, 32)
SPREAD = ("plain insert", MANY, 32)


@dataclass(kw_only=True)
class Contest:
    """Who is written to, and beside whom."""

    groups: list[list[Organization]]
    stores: list[Store] = field(default_factory=list)
    flush: str = ""

    def goal(self, store: Store, organizations: int, writers: int) -> float | None:
        """What has to be reached beside this rival."""
        if (store.name, organizations, writers) == BATCHED:
            return 2.0
        spread = (store.name, organizations, writers) == SPREAD
        return 0.8 if spread and self.flush else None


async def measure(scratch: Path) -> AsyncIterator[Row | Skipped]:
    """With the disk as it is, then with one that flushes slowly."""
    folder, library = scratch / "append", slow_flush(scratch)
    small = [organization(TWO_LEVELS) for _ in range(MANY)]
    here = Contest(groups=[[organization(FOUR_LEVELS)], small])
    with server(folder) as url:
        async with migrated(url) as database:
            for group in here.groups:
                await found_all(Log(database), group)
                await settled(url)
            here.stores.append(await plain_insert.installed(url))
            try:
                here.stores.append(await message_db.installed(url, scratch))
            except npm.Missing as missing:
                yield Skipped(name="append beside message-db", reason=str(missing))
            async for row in compared(here, database):
                yield row
    if library is None:
        yield Skipped(name="append, 2 ms flush", reason="there is no C compiler")
        return
    here.flush = ", 2 ms flush"
    with server(folder, preload=library) as url:
        async with opened(url) as database:
            async for row in compared(here, database):
                yield row


async def compared(here: Contest, database: Database) -> AsyncIterator[Row]:
    """Every number of organizations with every number of writers, each beside every rival."""
    for group, writers in product(here.groups, WRITERS):
        ours = _ours(Log(database), group)
        async with AsyncExitStack() as stack:
            theirs = [
                await stack.enter_async_context(each.side(group, writers)) for each in here.stores
            ]
            await compare([ours, *theirs], writers, seconds=SECONDS, rounds=ROUNDS)
        for store, side in zip(here.stores, theirs, strict=True):
            yield against(
                f"append, {several(len(group), 'organization')}, {several(writers, 'writer')}"
                f"{here.flush}, beside {store.name}",
                "check-ins/s",
                ours.rates,
                side.rates,
                at_least=here.goal(store, len(group), writers),
            )


def _ours(log: Log, group: Sequence[Organization]) -> Side:
    return Side(act=lambda _: random.choice(group).check_in(log))
