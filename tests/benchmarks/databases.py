"""A PostgreSQL of the benchmark's own, set as okrlog sets it, and slow flushes on demand."""

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


@contextmanager
def server(folder: Path, preload: Path | None = None) -> Iterator[str]:
    """The URL of a running server; a library is loaded before all others once it is made."""
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


@asynccontextmanager
async def migrated(url: str) -> AsyncIterator[Database]:
    """A database brought up to date, with as many connections as there are writers."""
    await bring_up_to_date(Urls(owner=url, direct=url, requests=url))
    async with opened(url) as database:
        yield database


def opened(url: str) -> Database:
    """A database as it is."""
    return Database(Settings(pool_size=CONNECTIONS), url)


async def settled(url: str) -> None:
    """What autovacuum does within a minute or two: without statistics the first plans are poor."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("vacuum analyze")
    finally:
        await connection.close()


@asynccontextmanager
async def new_database(url: str, name: str) -> AsyncIterator[tuple[str, asyncpg.Connection]]:
    """Another database on the same server: its URL, and a connection to fill it."""
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


def slow_flush(scratch: Path) -> Path | None:
    """The library that makes every flush to disk last 2 ms longer; None without a C compiler."""
    compiler = next((found for each in ("cc", "gcc", "clang") if (found := shutil.which(each))), "")
    if not compiler:
        return None
    library = scratch / "slow_flush.so"
    flags = ["-O2", "-shared", "-fPIC", f"-o{library}"]
    subprocess.run([compiler, *flags, str(SLOW_FLUSH), "-ldl"], check=True)
    library.chmod(0o644)
    return library
