"""Shows how far a replay is: a bar on a terminal, and elsewhere a line for each tenth of a log."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import structlog
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from server.rebuild import Told

log = structlog.get_logger()

WORTH_A_LINE = 10_000


@contextmanager
def shown(what: str) -> Iterator[Told]:
    """Whoever is told of facts that were folded shows it on stderr, while the block lasts."""
    console = Console(file=sys.stderr)
    if not console.is_terminal:
        yield lines(what)
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as progress:
        tasks = {}

        def told(organization_id: UUID, folded: int, of: int) -> None:
            if organization_id not in tasks:
                tasks[organization_id] = progress.add_task(f"{what} {organization_id}")
            progress.update(tasks[organization_id], completed=folded, total=of)

        yield told


def lines(what: str) -> Told:
    """Says so whenever another tenth of a long log is folded."""
    tenths: dict[UUID, int] = {}

    def told(organization_id: UUID, folded: int, of: int) -> None:
        tenth = folded * 10 // of
        if of >= WORTH_A_LINE and tenth != tenths.get(organization_id, 0):
            tenths[organization_id] = tenth
            log.info(what.lower(), organization=str(organization_id), facts=folded, of=of)

    return told
