"""A running `okrlog serve` over a database that is up to date."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.processes import Served, free_port, running


@contextmanager
def okrlog(url: str, keys: Path, **more: str) -> Iterator[Served]:
    """One server process; it stops afterwards."""
    port = free_port()
    environment = {
        "OKRLOG_DATABASE_URL": url,
        "OKRLOG_KEYS_DIR": str(keys),
        "OKRLOG_PORT": str(port),
        "OKRLOG_MIGRATE_ON_START": "false",
        **more,
    }
    with running([sys.executable, "-m", "server", "serve"], port, environment) as process:
        yield Served(port=port, process=process)
