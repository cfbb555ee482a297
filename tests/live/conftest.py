"""The same server and offices as for questions that are answered once; and one with low limits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph.conftest import http, keys_dir, office, other_office, server, tokens
from tests.serving import running

__all__ = ["http", "keys_dir", "office", "other_office", "server", "tokens"]


@pytest.fixture(scope="session")
def hurried(database_url: str, keys_dir: Path) -> Iterator[str]:
    """A server that waits for nobody and lets few in."""
    with running(
        database_url,
        keys_dir,
        init_timeout=1,
        subscriptions_limit=3,
        person_limit=2,
    ) as address:
        yield address
