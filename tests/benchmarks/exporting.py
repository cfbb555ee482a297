"""Taking a whole log away, beside COPY of the same rows to a file; and what memory that takes."""

import tracemalloc
from collections.abc import AsyncIterator
from itertools import islice
from pathlib import Path

import asyncpg

from server.audit.taking import Taking
from server.commands import Handler
from server.database import Database
from server.log import Log
from server.okr.terms import ExportFormat
from tests.benchmarks.databases import migrated, new_database, server, settled
from tests.benchmarks.generated import FOUR_LEVELS, Organization, organization
from tests.benchmarks.replaying import without_numbers
from tests.benchmarks.results import Row, against
from tests.benchmarks.timing import Side, compare_once

FACTS = 20_000
FACTS_OF_A_COMMAND = 50
ROUNDS = 5
ROWS = (
    "select * from log.event where org_id = $1 order by position",
    "select * from log.private where org_id = $1 order by position",
)


async def measure(scratch: Path) -> AsyncIterator[Row]:
    """A log of many kinds of facts, with words in most of them."""
    with server(scratch / "export") as url:
        async with new_database(url, "export") as (own, connection), migrated(own) as database:
            made = organization(FOUR_LEVELS)
            await _lived(database, made)
            await settled(own)
            file = scratch / "export.out"
            ours = Side(act=lambda _: _exported(database, made, file))
            theirs = Side(act=lambda _: _copied(connection, made, file))
            await compare_once([ours, theirs], rounds=ROUNDS)
            yield against("export: the whole log", "s", ours.seconds, theirs.seconds, at_most=2)
            half, whole = [
                await _peak(database, made, until) for until in (made.position // 4, made.position)
            ]
            name = "export: memory for four times as many facts"
            yield against(name, "MB", [whole], [half], at_most=1.5)


async def _lived(database: Database, made: Organization) -> None:
    log = Log(database)
    await made.found(log)
    lived = islice(without_numbers(made), FACTS)
    while some := list(islice(lived, FACTS_OF_A_COMMAND)):
        made.position = (await log.append(made.entry(some))).last


async def _exported(
    database: Database, made: Organization, file: Path, until: int | None = None
) -> None:
    taking = Taking(
        handler=Handler(database=database, log=Log(database)),
        organization_id=made.id,
        person_id=None,
        after=0,
        until=until or made.position,
        format=ExportFormat.NDJSON,
    )
    with file.open("wb") as written:
        async for piece in taking.sent():
            written.write(piece)


async def _copied(connection: asyncpg.Connection, made: Organization, file: Path) -> None:
    """What the export consists of, as the database itself writes it down fastest."""
    with file.open("wb") as written:
        for rows in ROWS:
            await connection.copy_from_query(rows, made.id, output=written)


async def _peak(database: Database, made: Organization, until: int) -> float:
    """Megabytes that Python held at most."""
    tracemalloc.start()
    await _exported(database, made, Path("/dev/null"), until)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 2**20
