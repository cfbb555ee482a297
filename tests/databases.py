"""The databases of a test run: one server, one migrated template, and clones of it."""

import fcntl
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import asyncpg

from server import migrate
from server.embedded import EmbeddedPostgres
from server.migrate import owner_of
from server.queries import query

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:12]
TEMPLATE = f"okrlog_test_{RUN}_template"
DEMO = f"okrlog_test_{RUN}_demo"

Filled = Callable[[str], Awaitable[None]]
"""Fills the database of a URL."""


class Shared:
    """A folder of the run: its workers take turns in it, and know who of them is the last."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder

    def __enter__(self) -> Self:
        self._claim = os.open(self.folder / "users", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self._claim, fcntl.LOCK_SH)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.close(self._claim)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Nobody else makes or ends anything meanwhile."""
        turn = os.open(self.folder / "turn", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(turn, fcntl.LOCK_EX)
            yield
        finally:
            os.close(turn)

    @property
    def is_last(self) -> bool:
        """Whether no other worker is here; whoever comes now waits until this one has left."""
        try:
            fcntl.flock(self._claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def running_server(shared: Shared) -> Iterator[str]:
    """The URL of the run's server; an embedded one goes with the last worker."""
    if url := os.environ.get("OKRLOG_TEST_DATABASE_URL"):
        yield url
        return
    with shared.turn():
        server = EmbeddedPostgres.open(shared.folder / "server")
    yield server.url
    with shared.turn():
        server.close()
        if shared.is_last:
            shutil.rmtree(shared.folder / "server" / "postgres")  # its log stays, to be read


@asynccontextmanager
async def migrated_template(shared: Shared, url: str) -> AsyncIterator[str]:
    """The name of a migrated database."""

    async def migrated(url: str) -> None:
        async with owner_of(url) as owner:
            await migrate.migrate(owner)

    async with template(shared, url, TEMPLATE, migrated) as name:
        yield name


@asynccontextmanager
async def template(shared: Shared, url: str, name: str, filled: Filled) -> AsyncIterator[str]:
    """The name of a database to be copied; the first worker fills it, the last one drops it."""
    with shared.turn():
        if not await _exists(url, name):
            await create(url, name)
            await filled(named(url, name))
    yield name
    with shared.turn():
        if shared.is_last:
            await drop(url, name)


@asynccontextmanager
async def cloned(url: str, name: str, of: str = TEMPLATE) -> AsyncIterator[str]:
    """The URL of a fresh copy of a template, which is dropped in the end."""
    await create(url, name, of)
    try:
        yield named(url, name)
    finally:
        await drop(url, name)


@asynccontextmanager
async def rolled_back(owner: asyncpg.Connection) -> AsyncIterator[None]:
    """What is done in the block is not, in the end; until then others wait for it."""
    transaction = owner.transaction()
    await transaction.start()
    try:
        yield
    finally:
        await transaction.rollback()


async def look_in(owner: asyncpg.Connection, version: int) -> None:
    """Look up names in a version of the state: its tables with all their past first."""
    path = f"state_{version}, state_{version}_now, log, pg_temp"
    await owner.execute(query("set_search_path"), path)


def named(url: str, name: str) -> str:
    """The same server, another database."""
    return urlsplit(url)._replace(path=f"/{name}").geturl()


async def create(url: str, name: str, template: str = "template1") -> None:
    """Make a database that need not survive a crash, so that tests do not wait for the disk."""
    async with owner_of(url) as owner:
        await owner.execute(f'create database "{name}" template "{template}"')
        await owner.execute(f'alter database "{name}" set synchronous_commit = off')


async def drop(url: str, name: str) -> None:
    """Remove a database, whoever is still connected to it."""
    async with owner_of(url) as owner:
        await owner.execute(f'drop database if exists "{name}" with (force)')


async def _exists(url: str, name: str) -> bool:
    async with owner_of(url) as owner:
        found = await owner.fetchval(
            "select exists (select from pg_database where datname = $1)", name
        )
    return bool(found)


async def versions_in_use(owner: asyncpg.Connection) -> set[int]:
    """The versions of the state that organizations read and write."""
    heads = await owner.fetch("select state_version from log.head")
    return {head["state_version"] for head in heads}
