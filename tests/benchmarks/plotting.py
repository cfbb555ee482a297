"""What a soak has shown, as a picture: each curve should be a flat line."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from tests.benchmarks.soak import Minute

Curves = dict[str, Callable[["Minute"], float]]
PANELS: dict[str, Curves] = {
    "latency, ms": {
        "page, p50": lambda each: each.latency(0.5, "page"),
        "page, p99": lambda each: each.latency(0.99, "page"),
        "check-in, p50": lambda each: each.latency(0.5, "check-in"),
        "check-in, p99": lambda each: each.latency(0.99, "check-in"),
    },
    "memory, MB": {
        "server": lambda each: each.held.memory,
        "PostgreSQL": lambda each: each.held.database_memory,
    },
    "open files": {
        "server": lambda each: each.held.files,
        "PostgreSQL": lambda each: each.held.database_files,
    },
    "statements prepared on a connection": {"server": lambda each: each.held.prepared},
    "dead rows of a hundred": {"all tables": lambda each: each.held.dead},
    "bytes a fact": {"log and state": lambda each: each.bytes_a_fact},
    "requests a second": {"answered": lambda each: each.requests},
    "load of the machine": {"one minute": lambda each: each.held.load},
}
COLUMNS = 2


def plot(minutes: Sequence["Minute"], picture: Path, title: str) -> None:
    """A panel for each thing that should stay as it is, all over the same minutes."""
    mpl.use("agg")
    figure = Figure(figsize=(11, 12), layout="constrained")
    figure.suptitle(title)
    panels = figure.subplots(len(PANELS) // COLUMNS, COLUMNS, sharex=True).flat
    numbers = [each.number for each in minutes]
    for panel, (name, curves) in zip(panels, PANELS.items(), strict=True):
        for curve, value in curves.items():
            panel.plot(numbers, [value(each) for each in minutes], label=curve)
        panel.set_title(name, fontsize="medium")
        panel.set_ylim(bottom=0)
        panel.grid(alpha=0.3)
        panel.legend(fontsize="small")
    figure.supxlabel("minute")
    figure.savefig(picture, dpi=100)
