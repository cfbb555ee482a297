"""A running `okrlog serve` over a database that is up to date."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.processes import Process, free_port, running


@dataclass(kw_only=True)
class Served:
    """Where it listens, and the process."""

    port: int
    process: Process


@contextmanager
def okrlog(url: str, keys: Path) -> Iterator[Served]:
    """One server process; it stops afterwards."""
    port = free_port()
    environment = {
        "OKRLOG_DATABASE_URL": url,
        "OKRLOG_KEYS_DIR": str(keys),
        "OKRLOG_PORT": str(port),
        "OKRLOG_MIGRATE_ON_START": "false",
    }
    with running([sys.executable, "-m", "server", "serve"], port, environment) as process:
        yield Served(port=port, process=process)
