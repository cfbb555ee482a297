"""A PostgreSQL of the benchmark's own, with the settings that okrlog serves with, and slow flushes on demand."""

import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from server.app import Urls, bring_up_to_date
from server.database import Database
from server.embedded import EmbeddedPostgres
from server.settings import Settings

CONNECTIONS = 32
SLOW_FLUSH = Path(__file__).with_name("rivals") / "slow_flush.c"


@asynccontextmanager
async def database(
    folder: Path, preload: Path | None = None
) -> AsyncIterator[tuple[str, Database]]:
    """The URL of a running server and the migrated database on it; with as many connections as writers."""
    new = not folder.exists()
    with server(folder, preload) as url:
        if new:
            await bring_up_to_date(Urls(owner=url, requests=url))
        async with Database(Settings(pool_size=CONNECTIONS), url) as opened:
            yield url, opened


@contextmanager
def server(folder: Path, preload: Path | None = None) -> Iterator[str]:
    """The URL of a server that was made without, and runs with, a library loaded before all others."""
    EmbeddedPostgres.open(folder).close()
    inherited = dict(os.environ)
    if preload is not None:
        os.environ["LD_PRELOAD"] = str(preload)
    try:
        running = EmbeddedPostgres.open(folder)
    finally:
        os.environ.clear()
        os.environ.update(inherited)
    with running:
        yield running.url


def slow_flush(scratch: Path) -> Path | None:
    """The library that makes every flush to disk last 2 ms longer; None without a C compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        return None
    library = scratch / "slow_flush.so"
    command = [compiler, "-O2", "-shared", "-fPIC", "-o", library, SLOW_FLUSH, "-ldl"]
    subprocess.run(command, check=True)
    library.chmod(0o644)
    return library


@asynccontextmanager
async def new_database(url: str, name: str) -> AsyncIterator[tuple[str, asyncpg.Connection]]:
    """Another database on the same server, for a rival: its URL, and a connection to fill it."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(f'create database "{name}"')
    finally:
        await connection.close()
    own = urlsplit(url)._replace(path=f"/{name}").geturl()
    connection = await asyncpg.connect(own)
    try:
        yield own, connection
    finally:
        await connection.close()
