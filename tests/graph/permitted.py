"""What docs/permissions.md says of who may do what."""

import re
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "permissions.md"
COMMANDS = "## Commands"
MENTORING = "## Commands of mentorships"
READING = "## Reading"
IN_CONFIDENCE = "## Reading of mentorships"
COMMAND = re.compile(r"`(\w+)`([^,`]*)")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What the table says of one who does one thing."""

    what: str
    who: str
    says: str


def commands() -> list[Cell]:
    """Each command, or manner of it, with a cell for everybody."""
    return [
        Cell(what=name + words.rstrip(), who=cell.who, says=cell.says)
        for cell in _cells(COMMANDS) + _cells(MENTORING)
        for name, words in COMMAND.findall(cell.what)
    ]


def reading() -> list[Cell]:
    """What can be read, with a cell for everybody."""
    return _cells(READING) + _cells(IN_CONFIDENCE)


def _cells(title: str) -> list[Cell]:
    section = DOCUMENT.read_text().split(f"\n{title}\n")[1].split("\n## ")[0]
    lines = [line.strip("| ") for line in section.splitlines() if line.startswith("| ")]
    head, *rows = [re.split(r" +\| +", line) for line in lines]
    return [
        Cell(what=what, who=who, says=says)
        for what, *cells in rows
        for who, says in zip(head[1:], cells, strict=True)
    ]
