"""A running `okrlog serve` over a database that is up to date."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.processes import Served, free_port, running

MANY = "1000000000"


@contextmanager
def okrlog(url: str, keys: Path, **more: str) -> Iterator[Served]:
    """One server process; it stops afterwards."""
    port = free_port()
    environment = {
        "OKRLOG_DATABASE_URL": url,
        "OKRLOG_KEYS_DIR": str(keys),
        "OKRLOG_PORT": str(port),
        "OKRLOG_MIGRATE_ON_START": "false",
        "OKRLOG_PERSON_RATE": MANY,  # counted as always, and never too often
        "OKRLOG_ADDRESS_RATE": MANY,
        **more,
    }
    with running([sys.executable, "-m", "server", "serve"], port, environment) as process:
        yield Served(port=port, process=process)
