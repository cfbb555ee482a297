"""Seconds and memory: `make demo` from nothing and again, the demo loaded anew, the idle server."""

import os
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.benchmarks.processes import ROOT, DidNotStart, Process, free_port, running
from tests.benchmarks.results import Row, Skipped, alone

FROM_NOTHING = 300
REPEATS = 3
LOADS = 2
IDLE_SECONDS = 2
MEGABYTE = 1 << 20


async def measure(scratch: Path) -> AsyncIterator[Row | Skipped]:
    """All of it in a copy of the tree, with what the first start has installed."""
    if missing := [each for each in ("git", "make") if shutil.which(each) is None]:
        yield Skipped(name="make demo", reason=f"there is no {' and no '.join(missing)}")
        return
    house = copied(scratch / "house")
    environment = {"PIP_CACHE_DIR": str(scratch / "pip"), "PIP_NO_INPUT": "1"}
    try:
        first = started(house, ["make", "demo"], environment)
    except DidNotStart as stopped:
        yield Skipped(name="make demo", reason=str(stopped))
        return
    yield alone("make demo, from nothing, empty pip cache", "s", [first], at_most=60)
    again = [started(house, ["make", "demo"], environment) for _ in range(REPEATS)]
    yield alone("make demo, the second time", "s", again, at_most=5)
    loads = [loaded(house, scratch / f"anew-{each}") for each in range(LOADS)]
    yield alone("the demo loaded into a new data directory", "s", loads, at_most=30)
    yield alone("idle server, resident memory without PostgreSQL", "MB", [idle(house)], at_most=150)


def copied(to: Path) -> Path:
    """What git would hand on of the tree as it is now: nothing ignored, no environment, no data."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    for name in listed.split("\0"):
        if name and (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)
    return to


def started(house: Path, command: list[str], environment: dict[str, str]) -> float:
    """Seconds until the server answers."""
    begun = time.perf_counter()
    with _server(house, command, environment):
        return time.perf_counter() - begun


def loaded(house: Path, data: Path) -> float:
    """Seconds for making a database, loading the demo and stopping."""
    begun = time.perf_counter()
    subprocess.run(
        [house / ".venv/bin/okrlog", "demo", "--load-only"],
        check=True,
        cwd=house,
        env=os.environ | {"OKRLOG_DATA_DIR": str(data)},
        capture_output=True,
    )
    return time.perf_counter() - begun


def idle(house: Path) -> float:
    """Megabytes of a server that has answered and now has nothing to do."""
    with _server(house, [str(house / ".venv/bin/okrlog"), "serve"], {}) as process:
        time.sleep(IDLE_SECONDS)
        return psutil.Process(process.pid).memory_info().rss / MEGABYTE


@contextmanager
def _server(house: Path, command: list[str], environment: dict[str, str]) -> Iterator[Process]:
    port = free_port()
    environment = {**environment, "OKRLOG_PORT": str(port)}
    with running(command, port, environment, cwd=house, within=FROM_NOTHING) as process:
        yield process
