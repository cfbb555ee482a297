"""PostGraphile 5, which makes a GraphQL server of a database schema, over views of the state."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg

from server.settings import Settings
from tests.benchmarks.processes import Served, free_port, running
from tests.benchmarks.rivals import npm, state

PACKAGE = "postgraphile@5.1.5"
FILES = Path(__file__).with_suffix("")
HERE = "now."


@contextmanager
def served(url: str, scratch: Path) -> Iterator[Served]:
    """A running server; Missing where it cannot be had."""
    folder = scratch / "postgraphile"
    npm.fetched(PACKAGE, folder)
    node = npm.node(scratch / "node")
    shutil.copy(FILES / "server.mjs", folder)
    port = free_port()
    command: list[str | Path] = [node, folder / "server.mjs", str(port)]
    command.append(str(Settings().pool_size))
    with running(command, port, _environment(url), cwd=folder, path="/") as process:
        yield Served(port=port, process=process)


async def prepared(url: str) -> None:
    """Make the views that it shows."""
    connection = await asyncpg.connect(url)
    try:
        text = (FILES / "views.sql").read_text()
        await connection.execute(text.replace(HERE, f"{state.SCHEMA}_now."))
    finally:
        await connection.close()


def _environment(url: str) -> dict[str, str]:
    """Where the database is, as its driver wants to be told, and no help for developers."""
    parts = urlsplit(url)
    said = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return {
        "PGHOST": said["host"],
        "PGPORT": said["port"],
        "PGUSER": parts.username or "postgres",
        "PGDATABASE": parts.path.removeprefix("/"),
        "PGOPTIONS": "-c jit=off",
        "NODE_ENV": "production",
        "GRAPHILE_ENV": "production",
    }
