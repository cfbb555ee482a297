"""What tests of the log and the state ask for beside an organization."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from server.commands import Handler
from server.database import Database
from server.log import Log
from server.migrate import owner_of
from server.settings import Settings
from tests.conftest import Clone


@pytest.fixture(scope="session")
async def other_database(database_url: str) -> AsyncIterator[Database]:
    """The worker's database as another process has it: with connections of its own."""
    async with Database(Settings(), database_url) as database:
        yield database


@pytest.fixture
async def url(clone: Clone) -> AsyncIterator[str]:
    """A database of one's own."""
    async with clone() as url:
        yield url


@pytest.fixture
async def own(url: str) -> AsyncIterator[asyncpg.Connection]:
    """Whoever owns it."""
    async with owner_of(url) as connection:
        yield connection


@pytest.fixture
async def served(url: str) -> AsyncIterator[Handler]:
    """A server on it."""
    async with Database(Settings(), url) as database:
        yield Handler(database=database, log=Log(database))


@pytest.fixture
async def served_elsewhere(url: str) -> AsyncIterator[Handler]:
    """Another server on it."""
    async with Database(Settings(), url) as database:
        yield Handler(database=database, log=Log(database))
