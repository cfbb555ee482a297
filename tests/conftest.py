"""What tests ask for: a server per run, a database per worker, an organization per test."""

import os
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager
from itertools import count
from typing import Protocol

import asyncpg
import hypothesis
import pytest

from server.commands import Handler
from server.database import Database
from server.log import Log
from server.migrate import owner_of
from server.settings import Settings
from tests import databases
from tests.databases import RUN, Shared, look_in
from tests.samples import Organization

hypothesis.settings.register_profile("okrlog", deadline=None, print_blob=True)
hypothesis.settings.load_profile("okrlog")

COUNTED = ("asked", "planned", "refused")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests have counted, added up over all workers."""
    counted = Counter[str]()
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        counted.update({name: value for name, value in report.user_properties if name in COUNTED})
    if counted:
        told = ", ".join(f"{counted[name]} {name}" for name in COUNTED)
        terminalreporter.write_sep("=", f"random operations: {told}")


class Clone(Protocol):
    """Makes a database of one's own, to tamper with or to rebuild; it goes when the block ends."""

    def __call__(self) -> AbstractAsyncContextManager[str]: ...


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    base = tmp_path_factory.getbasetemp()
    of_run = base if WORKER == "alone" else base.parent
    with Shared(of_run / "databases") as shared:
        yield shared


@pytest.fixture(scope="session")
def postgres(shared: Shared) -> Iterator[str]:
    """The URL of the run's PostgreSQL."""
    with databases.running_server(shared) as url:
        yield url


@pytest.fixture(scope="session")
async def clone(shared: Shared, postgres: str) -> AsyncIterator[Clone]:
    numbers = count(1)
    async with databases.migrated_template(shared, postgres):
        yield lambda: databases.cloned(postgres, f"okrlog_test_{RUN}_{WORKER}_{next(numbers)}")


@pytest.fixture(scope="session")
async def database_url(clone: Clone) -> AsyncIterator[str]:
    """The worker's own database."""
    async with clone() as url:
        yield url


@pytest.fixture(scope="session")
async def database(database_url: str) -> AsyncIterator[Database]:
    async with Database(Settings(), database_url) as database:
        yield database


@pytest.fixture(scope="session")
def handler(database: Database) -> Handler:
    return Handler(database=database, log=Log(database))


@pytest.fixture(scope="session")
async def owner(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """The connection of whoever owns the worker's database; it looks into the state first."""
    async with owner_of(database_url) as owner:
        await look_in(owner, 1)
        yield owner


@pytest.fixture
async def organization(handler: Handler) -> Organization:
    """A new organization, on behalf of its administrator."""
    return await Organization.begin(handler)
