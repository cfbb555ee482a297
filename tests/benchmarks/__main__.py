"""Measures, prints a table, writes bench.json: all benchmarks, or those that are named."""

import argparse
import asyncio
import logging
import sys
import tempfile
from pathlib import Path

import structlog

from tests.benchmarks.registry import BENCHMARKS, ON_REQUEST
from tests.benchmarks.results import Row, Skipped, heading, line, write
from tests.benchmarks.timing import machine

RESULTS = Path(__file__).parents[2] / "bench.json"
KNOWN = BENCHMARKS | ON_REQUEST


def main() -> None:
    """Run what was asked for in a folder that goes again."""
    names = asked()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    print(machine())
    print(heading())
    with tempfile.TemporaryDirectory(prefix="okrlog-bench-") as scratch:
        rows = asyncio.run(measured(names, Path(scratch)))
    print(machine())
    write(rows, RESULTS)


def asked() -> list[str]:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("name", nargs="*", choices=[*KNOWN, []], help=", ".join(KNOWN))
    return parser.parse_args().name or list(BENCHMARKS)


async def measured(names: list[str], scratch: Path) -> list[Row]:
    """Print each row when it is known."""
    rows: list[Row] = []
    for name in names:
        async for found in KNOWN[name](scratch):
            if isinstance(found, Skipped):
                print(f"{found.name}: skipped, {found.reason}", flush=True)
            else:
                rows.append(found)
                print(line(found), flush=True)
    return rows


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
