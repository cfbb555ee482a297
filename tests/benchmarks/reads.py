"""A page of objectives and a tree of them over HTTP, beside others who answer the same."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

from tests.benchmarks.asking import CLIENTS, ROUNDS, SECONDS, asking
from tests.benchmarks.company import company
from tests.benchmarks.databases import server
from tests.benchmarks.history import filled
from tests.benchmarks.processes import DidNotStart
from tests.benchmarks.readers import (
    DOCUMENTS,
    TREE,
    Differs,
    Reader,
    graphql,
    same,
    walked,
    whole,
)
from tests.benchmarks.reads_again import PAGES, past, unchanged
from tests.benchmarks.results import Row, Skipped, against
from tests.benchmarks.rivals.npm import Missing
from tests.benchmarks.rivals.reading import RIVALS
from tests.benchmarks.serving import okrlog
from tests.benchmarks.spending import spending
from tests.benchmarks.timing import compare, compare_once, several
from tests.benchmarks.walls import walled

VERSIONS = 50
PAGE_GOALS = {"hand-written SQL": 0.85, "Strawberry": 20, "PostGraphile 5": 5}
TREE_GOALS = {"hand-written SQL": 1.3}


async def measure(scratch: Path) -> AsyncIterator[Row | Skipped]:
    """All servers run at once over one database, and each is asked in its turn."""
    folder, keys = scratch / "reads", scratch / "keys"
    async with AsyncExitStack() as stack:
        url = stack.enter_context(server(folder))
        library = await filled(url, company(TREE), keys, versions=VERSIONS)
        served = stack.enter_context(okrlog(url, keys))
        us = graphql("okrlog", served, DOCUMENTS, library.header)
        rivals: list[Reader] = []
        for name, rival in RIVALS.items():
            try:
                them = await stack.enter_async_context(rival(library, scratch))
                await _agreed(us, them)
                rivals.append(them)
            except (Missing, DidNotStart, Differs) as reason:
                yield Skipped(name=f"reads beside {name}", reason=str(reason))
        rows = await _pages(us, rivals) + await _trees(us, rivals)
        for row in rows + await spending(us, rivals, folder / "postgres/postmaster.pid"):
            yield row
        yield await unchanged(library, served.port)
        yield await past(library, served.port)
        yield await walled(library, us)


async def _agreed(us: Reader, them: Reader) -> None:
    """Before any clock runs: all pages and the tree say the same."""
    _, ours = await walked(us.port, us.page, PAGES)
    _, theirs = await walked(them.port, them.page, PAGES)
    same(them.name, ours, theirs)
    same(them.name, await whole(us), await whole(them))


async def _pages(us: Reader, rivals: list[Reader]) -> list[Row]:
    """Requests per second of many clients, and how long they wait."""
    async with AsyncExitStack() as stack:
        sides = []
        for each in (us, *rivals):
            requests, _ = await walked(each.port, each.page, PAGES)
            sides.append(await stack.enter_async_context(asking(each.port, requests, CLIENTS)))
        await compare(sides, CLIENTS, seconds=SECONDS, rounds=ROUNDS)
    ours, what = sides[0], f"page of 20 objectives, {several(CLIENTS, 'client')}"
    rows = []
    for rival, side in zip(rivals, sides[1:], strict=True):
        name, goal = f"{what}, beside {rival.name}", PAGE_GOALS[rival.name]
        rows.append(against(name, "requests/s", ours.rates, side.rates, at_least=goal))
        for share in (50, 99):
            took = [[each.latency(share / 100)] for each in (ours, side)]
            rows.append(against(f"{name}, p{share}", "ms", *took))
    return rows


async def _trees(us: Reader, rivals: list[Reader]) -> list[Row]:
    """How long one takes that nobody else competes with."""
    async with AsyncExitStack() as stack:
        sides = [
            await stack.enter_async_context(asking(each.port, [each.tree]))
            for each in (us, *rivals)
        ]
        await compare_once(sides, rounds=ROUNDS)
    milliseconds = [[each * 1000 for each in side.seconds] for side in sides]
    return [
        against(
            f"tree of 1,000 objectives, beside {rival.name}",
            "ms",
            milliseconds[0],
            theirs,
            at_most=TREE_GOALS.get(rival.name),
        )
        for rival, theirs in zip(rivals, milliseconds[1:], strict=True)
    ]
