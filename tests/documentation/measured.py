"""What the last `make bench` of this checkout found, as a table of the page on performance."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
HEADING = "\n## The last run\n\n"
NONE = (
    "This site was built where nothing had been measured: `make bench` writes `bench.json`, and "
    "`make docs` shows it.\n"
)
COLUMNS = ("name", "ours", "theirs", "unit", "ratio", "goal", "met")


def table(found: Path = ROOT / "bench.json") -> str:
    """Every row of bench.json."""
    if not found.exists():
        return HEADING + NONE
    rows = "".join(
        f"| {' | '.join(_shown(row[column]) for column in COLUMNS)} |\n"
        for row in json.loads(found.read_text())
    )
    return f"{HEADING}| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n{rows}"


def _shown(value: Any) -> str:
    """A number as it is written; nothing where there was no rival or no goal."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else f"{value:,}" if isinstance(value, int | float) else value
