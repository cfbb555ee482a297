"""What tests of the log and the state ask for beside an organization."""

from collections.abc import AsyncIterator

import pytest

from server.database import Database
from server.settings import Settings


@pytest.fixture(scope="session")
async def other_database(database_url: str) -> AsyncIterator[Database]:
    """The worker's database as another process has it: with connections of its own."""
    async with Database(Settings(), database_url) as database:
        yield database
