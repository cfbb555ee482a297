"""Two commands decided on the same standing: whichever comes first, the rule holds."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, get_type_hints

import pytest

from server.commands import Handler, Rule
from server.database import Database
from server.log import Log
from server.okr import alignments, check_ins, contributions, cycles, key_results, people, teams
from server.okr.refusals import Refused
from server.okr.terms import Decimal, MetricKind, Permission, Visibility
from server.okr.objectives import edit_objective
from server.settings import Settings
from tests.elsewhere import Elsewhere
from tests.entries import Meeting
from tests.samples import Organization

Command = tuple[Organization, Rule, dict[str, Any]]


class Race:
    """Two commands that exclude each other, and the reason that the later one is told."""

    def __init__(self, one: Command, other: Command, reasons: set[str]) -> None:
        self.commands = [one, other]
        self.reasons = reasons

    async def holds(self) -> bool:
        """Whether what the log says now is possible."""
        raise NotImplementedError


async def two_alignments(at: Organization) -> tuple[Command, Command, str]:
    """Each is possible alone; together they lead in a circle."""
    low, high = await at.objective(), await at.objective()

    def align(one: Any, other: Any) -> Command:
        said = {"objective_id": one.objective_id, "to_objective_id": other.objective_id}
        return at, alignments.align_objective, said

    return align(low, high), align(high, low), "ALIGNMENT_WOULD_LOOP"


async def a_loop_over_a_key_result(at: Organization) -> tuple[Command, Command, str]:
    """A key result leads to its own objective, so this circle has one alignment more than it shows."""
    low, middle, high = [await at.objective() for _ in range(3)]
    key_result = await at.key_result(middle)
    await at.align(middle, high)

    def align(supporter: Any, **to: Any) -> Command:
        return at, alignments.align_objective, {"objective_id": supporter.objective_id, **to}

    down = align(low, to_key_result_id=key_result.key_result_id)
    return down, align(high, to_objective_id=low.objective_id), "ALIGNMENT_WOULD_LOOP"
...
