"""The same server and offices as for questions that are answered; and one that allows little."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph.conftest import filled, http, keys_dir, office, other_office, server, tokens
from tests.serving import running

__all__ = ["filled", "http", "keys_dir", "office", "other_office", "server", "tokens"]


@pytest.fixture(scope="session")
def strict(database_url: str, keys_dir: Path) -> Iterator[str]:
    """A server that allows little and tells little."""
    with running(
        database_url,
        keys_dir,
        body_limit=5_000,
        body_timeout=2,
        tokens_limit=200,
        aliases_limit=3,
        directives_limit=3,
        depth_limit=4,
        cost_limit=100,
        introspection=False,
        allowed_origins='["https://front.example"]',
    ) as address:
        yield address
