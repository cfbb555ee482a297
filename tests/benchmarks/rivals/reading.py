"""Who else answers pages of objectives, each a server process of its own over the same tables."""

import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from pathlib import Path

from tests.benchmarks.history import Library
from tests.benchmarks.processes import free_port, running
from tests.benchmarks.readers import Reader, bare, graphql
from tests.benchmarks.rivals import postgraphile as graphile

HERE = Path(__file__).parent


Rival = Callable[[Library, Path], AbstractAsyncContextManager[Reader]]


@asynccontextmanager
async def hand_written(library: Library, scratch: Path) -> AsyncIterator[Reader]:
    """Starlette and asyncpg alone."""
    with _process("hand_written", library.url) as port:
        yield bare("hand-written SQL", port, _who(library))


@asynccontextmanager
async def idiomatic(library: Library, scratch: Path) -> AsyncIterator[Reader]:
    """Strawberry with resolvers and DataLoaders."""
    with _process("idiomatic.server", library.url) as port:
        yield graphql("Strawberry", port, HERE / "idiomatic", _who(library))


@asynccontextmanager
async def postgraphile(library: Library, scratch: Path) -> AsyncIterator[Reader]:
    """PostGraphile, which makes SQL of GraphQL, too."""
    await graphile.prepared(library.url)
    with graphile.served(library.url, scratch) as port:
        yield graphql("PostGraphile 5", port, HERE / "postgraphile", _who(library))


@contextmanager
def _process(module: str, url: str) -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", f"tests.benchmarks.rivals.{module}", str(port)]
    with running(command, port, {"RIVAL_DATABASE_URL": url}):
        yield port


def _who(library: Library) -> dict[str, str]:
    """Rivals believe who says who they are."""
    return {"organization": str(library.company.id), "viewer": str(library.company.viewer_id)}


RIVALS: dict[str, Rival] = {
    "hand-written SQL": hand_written,
    "Strawberry": idiomatic,
    "PostGraphile 5": postgraphile,
}
