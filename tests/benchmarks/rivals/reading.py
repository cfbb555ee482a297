"""Who else answers pages of objectives, each a server process of its own over the same tables."""

import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from pathlib import Path

from tests.benchmarks.history import Library
from tests.benchmarks.processes import Served, free_port, running
from tests.benchmarks.readers import Reader, bare, graphql
from tests.benchmarks.rivals import postgraphile as graphile

HERE = Path(__file__).parent


Rival = Callable[[Library, Path], AbstractAsyncContextManager[Reader]]


@asynccontextmanager
async def hand_written(library: Library, scratch: Path) -> AsyncIterator[Reader]:
    """Starlette and asyncpg alone."""
    with _process("hand_written", library.url) as served:
        yield bare("hand-written SQL", served, _who(library))


@asynccontextmanager
async def idiomatic(library: Library, scratch: Path) -> AsyncIterator[Reader]:
    """Strawberry with resolvers and DataLoaders."""
    with _process("idiomatic.server", library.url) as served:
        yield graphql("Strawberry", served, HERE / "idiomatic", _who(library))


@asynccontextmanager
async def postgraphile(library: Library, scratch: Path) -> AsyncIterator[Reader]:
    """PostGraphile, which makes SQL of GraphQL, too."""
    await graphile.prepared(library.url)
    with graphile.served(library.url, scratch) as served:
        yield graphql("PostGraphile 5", served, HERE / "postgraphile", _who(library))


@contextmanager
def _process(module: str, url: str) -> Iterator[Served]:
    port = free_port()
    command = [sys.executable, "-m", f"tests.benchmarks.rivals.{module}", str(port)]
    with running(command, port, {"RIVAL_DATABASE_URL": url}) as process:
        yield Served(port=port, process=process)


def _who(library: Library) -> dict[str, str]:
    """Rivals believe who says who they are."""
    return {"organization": str(library.company.id), "viewer": str(library.company.viewer_id)}


RIVALS: dict[str, Rival] = {
    "hand-written SQL": hand_written,
    "Strawberry": idiomatic,
    "PostGraphile 5": postgraphile,
}
