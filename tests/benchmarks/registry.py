"""All benchmarks by name; each yields its rows as it measures them, and what it has to skip."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

from tests.benchmarks import (
    appending,
    capacity,
    exporting,
    growing,
    live,
    over_http,
    profiling,
    reads,
    replaying,
    starting,
    verifying,
)
from tests.benchmarks.results import Row, Skipped

Benchmark = Callable[[Path], AsyncIterator[Row | Skipped]]

BENCHMARKS: dict[str, Benchmark] = {
    "append": appending.measure,
    "http": over_http.measure,
    "reads": reads.measure,
    "growing": growing.measure,
    "live": live.measure,
    "replay": replaying.measure,
    "export": exporting.measure,
    "verify": verifying.measure,
    "start": starting.measure,
}

# Run when named: they explain numbers and have no goal.
ON_REQUEST: dict[str, Benchmark] = {"profile": profiling.measure, "capacity": capacity.measure}
