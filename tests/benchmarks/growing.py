"""A page in a database that has grown, beside the same page in a small one."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

from tests.benchmarks.asking import asking, slower
from tests.benchmarks.company import company
from tests.benchmarks.databases import new_database, server
from tests.benchmarks.history import filled
from tests.benchmarks.readers import DOCUMENTS, graphql
from tests.benchmarks.results import Row
from tests.benchmarks.serving import okrlog

OBJECTIVES = 25
TIMES = 100
NAME = "page with 100 times more history and organizations, beside a small database"


async def measure(scratch: Path) -> AsyncIterator[Row]:
    """Both servers run at once; every organization of the large one has as many versions."""
    keys = scratch / "keys"
    async with AsyncExitStack() as stack:
        url = stack.enter_context(server(scratch / "growing"))
        sides = []
        for name, times in (("large", TIMES), ("small", 1)):
            own, _ = await stack.enter_async_context(new_database(url, name))
            library = await filled(own, company(OBJECTIVES), keys, versions=times, others=times - 1)
            served = stack.enter_context(okrlog(own, keys))
            reader = graphql(name, served, DOCUMENTS, library.header)
            sides.append(await stack.enter_async_context(asking(served.port, [reader.page(None)])))
        large, small = sides
        yield await slower(NAME, large, small, at_most=1.2)
