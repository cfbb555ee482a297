"""All benchmarks by name; each yields its rows as it measures them, and what it has to skip."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

from tests.benchmarks import appending, replaying
from tests.benchmarks.results import Row, Skipped

Benchmark = Callable[[Path], AsyncIterator[Row | Skipped]]

BENCHMARKS: dict[str, Benchmark] = {
    "append": appending.measure,
    "replay": replaying.measure,
}
