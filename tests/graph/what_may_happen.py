"""What docs/okr.md says of when commands may happen."""

import re
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "okr.md"
TITLE = "## What may happen when"
COMMAND = re.compile(r"`(\w+)`([^,`]*)")


def table() -> list[tuple[str, list[str]]]:
    """Each command of the table, with a cell for every state."""
    section = DOCUMENT.read_text().split(TITLE)[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line[:3] == "| `"]
    return [
        (name + words.rstrip(), cells)
        for commands, *cells in rows
        for name, words in COMMAND.findall(commands)
    ]
