"""What a benchmark found: our number, theirs from the same run, and whether the goal is met."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import msgspec

HEADING = ("", "ours", "theirs", "unit", "ratio", "goal", "met")
LINE = "{:<74} {:>10} {:>10} {:<11} {:>7} {:>8} {:<3}"


@dataclass(kw_only=True)
class Row:
    """One line of the table and one object of bench.json; null where there is no rival or no goal.

    With a rival the goal is about the ratio of both, without one about our own number.
    """

    name: str
    ours: float
    theirs: float | None
    unit: str
    ratio: float | None
    goal: float | None
    met: bool | None


@dataclass(kw_only=True)
class Skipped:
    """What could not be measured here, and why."""

    name: str
    reason: str


def against(
    name: str,
    unit: str,
    ours: Sequence[float],
    theirs: Sequence[float],
    *,
    at_least: float | None = None,
    at_most: float | None = None,
) -> Row:
    """Both sides were measured several times: their medians, and ours as a multiple of theirs."""
    ratio = median(ours) / median(theirs)
    goal = at_least if at_least is not None else at_most
    reached = ratio <= at_most if at_most is not None else ratio >= (at_least or 0)
    return Row(
        name=name,
        ours=_rounded(median(ours)),
        theirs=_rounded(median(theirs)),
        unit=unit,
        ratio=_rounded(ratio),
        goal=goal,
        met=None if goal is None else reached,
    )


def alone(
    name: str,
    unit: str,
    ours: Sequence[float],
    *,
    at_least: float | None = None,
    at_most: float | None = None,
) -> Row:
    """There is no rival: the median, and its share of the goal."""
    middle = median(ours)
    goal = at_least if at_least is not None else at_most
    reached = middle <= at_most if at_most is not None else middle >= (at_least or 0)
    return Row(
        name=name,
        ours=_rounded(middle),
        theirs=None,
        unit=unit,
        ratio=None if goal is None else _rounded(middle / goal),
        goal=goal,
        met=None if goal is None else reached,
    )


def heading() -> str:
    """The table's first line."""
    return LINE.format(*HEADING)


def line(row: Row) -> str:
    """A row of the table."""
    met = {None: "", True: "yes", False: "no"}[row.met]
    return LINE.format(
        row.name,
        _shown(row.ours),
        _shown(row.theirs),
        row.unit,
        _shown(row.ratio),
        _shown(row.goal),
        met,
    )


def write(rows: list[Row], path: Path) -> None:
    """Everything that this run measured, and nothing older."""
    text = msgspec.json.encode([asdict(row) for row in rows])
    path.write_bytes(msgspec.json.format(text, indent=2) + b"\n")


def _rounded(number: float) -> float:
    return float(f"{number:.4g}")


def _shown(number: float | None) -> str:
    return "-" if number is None else f"{number:,.4g}" if number < 1000 else f"{number:,.0f}"
