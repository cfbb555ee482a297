"""Verified facts per second: an exported history checked offline, on one core."""

import time
from collections.abc import AsyncIterator
from itertools import islice
from pathlib import Path

from server.audit.export import lines
from server.audit.verify import Verified, verify
from server.log import Log
from tests.benchmarks.databases import migrated, new_database, server
from tests.benchmarks.generated import FOUR_LEVELS, organization
from tests.benchmarks.replaying import check_ins
from tests.benchmarks.results import Row, alone

FACTS = 2_000
ROUNDS = 50
FACTS_OF_A_COMMAND = 50


async def measure(scratch: Path) -> AsyncIterator[Row]:
    """A history of check-ins, read from a file as often as it takes to be measured."""
    with server(scratch / "verify") as url:
        file = await _exported(url, scratch / "history.ndjson")
    goal = 100_000
    yield alone("verify: the chain", "facts/s", _verified(file), at_least=goal)
    yield alone("verify: chain and tree", "facts/s", _verified(file, tree=True), at_least=goal)


async def _exported(url: str, file: Path) -> Path:
    async with new_database(url, "verify") as (own, _), migrated(own) as database:
        log, made = Log(database), organization(FOUR_LEVELS)
        await made.found(log)
        lived = islice(check_ins(made), FACTS)
        while some := list(islice(lived, FACTS_OF_A_COMMAND)):
            await log.append(made.entry(some))
        with file.open("w", encoding="utf-8") as written:
            async for line in lines(database, made.id):
                written.write(f"{line}\n")
    return file


def _verified(file: Path, *, tree: bool = False) -> list[float]:
    return [_verify(file, tree=tree) for _ in range(ROUNDS)]


def _verify(file: Path, *, tree: bool) -> float:
    verified = Verified()
    begun = time.process_time()  # of one core, whatever else the machine does
    with file.open("rb") as read:
        if tree:
            verified.expect(FACTS, _has_a_root)
        verify(read, verified)
    return verified.facts / (time.process_time() - begun)


def _has_a_root(verified: Verified) -> None:
    assert verified.tree
    assert verified.tree.root
