"""What a page costs: processor time of the server and of PostgreSQL, and memory.

On a machine that does other things too these say more than requests per second.
"""

from pathlib import Path

import psutil

from tests.benchmarks.asking import ROUNDS
from tests.benchmarks.readers import Reader
from tests.benchmarks.results import Row, against
from tests.benchmarks.wire import Client

PAGES = 40
MEGABYTE = 1 << 20

Spent = tuple[list[float], list[float]]


async def spending(us: Reader, rivals: list[Reader], postmaster: Path) -> list[Row]:
    """Pages asked one after another, of each server in turn."""
    spent: list[Spent] = [([], []) for _ in (us, *rivals)]
    for _ in range(ROUNDS):
        for reader, (own, database) in zip((us, *rivals), spent, strict=True):
            before = _processor(reader, postmaster)
            await _asked(reader)
            after = _processor(reader, postmaster)
            own.append((after[0] - before[0]) * 1000 / PAGES)
            database.append((after[1] - before[1]) * 1000 / PAGES)
    rows = []
    for rival, theirs in zip(rivals, spent[1:], strict=True):
        for where, mine, other in zip(("the server", "PostgreSQL"), spent[0], theirs, strict=True):
            name = f"page, processor time in {where}, beside {rival.name}"
            rows.append(against(name, "ms", mine, other))
        name = f"resident memory after pages and trees, beside {rival.name}"
        rows.append(against(name, "MB", [_memory(us)], [_memory(rival)]))
    return rows


async def _asked(reader: Reader) -> None:
    client = await Client.connect(reader.port)
    request = reader.page(None)
    for _ in range(PAGES):
        await client.ask(request)
    await client.close()


def _processor(reader: Reader, postmaster: Path) -> tuple[float, float]:
    """Seconds of processor time so far, of the server and of all processes of the database."""
    database = psutil.Process(int(postmaster.read_text().split()[0])).children()
    return _seconds(psutil.Process(reader.process.pid)), sum(map(_seconds, database))


def _seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


def _memory(reader: Reader) -> float:
    return psutil.Process(reader.process.pid).memory_info().rss / MEGABYTE
