"""What is followed: a planned operation, who may share its answer, and what can change it."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import msgspec

from server.reads.answers import Answers, Prepared
from server.reads.plan import Chosen
from server.reads.sources import Asked, Column, Here, One, Pages, Part, Related, Stored

RECORDING = ("position", "recorded_at")
"""What says of the organization how far its log is: that alone is no change."""
INSIDE = frozenset(
    {
        "objective",
        "objective_key_result",
        "key_result_expected",
        "contribution",
        "check_in",
        "milestone",
        "obstacle",
        "filed_evidence",
        "score",
        "progress_input",
        "objective_contributor",
        "objective_collaborator",
        "key_result_collaborator",
        "key_result_targets",
    }
)
"""What hangs on a cycle and is not changed by reports in another one that supports nothing here."""
ELSEWHERE = frozenset({"Person", "Team", "Cycle"})
"""Types that lead from one cycle to all."""
PASSED = (Here, Part, Stored)
"""What shows the same row under another name."""


class CannotBeFollowed(Exception):
    """The question has no answer that could be asked for again."""

    def __init__(self) -> None:
        super().__init__("This cannot be followed; ask it as a query to see why.")


@dataclass(frozen=True, kw_only=True, eq=False)
class Question:
    """An operation that is asked again whenever something was recorded that it may depend on."""

    answers: Answers
    prepared: Prepared

    @cached_property
    def key(self) -> Hashable:
        """The same for all who ask the same."""
        operation = self.prepared.operation
        variables = msgspec.json.encode(operation.variables, order="deterministic")
        return operation.text, operation.name, variables

    def asked_by(self, permissions: list[str]) -> "Question":
        """The same question of somebody with these permissions."""
        operation = replace(self.prepared.operation, permissions=permissions)
        return replace(self, prepared=replace(self.prepared, operation=operation))

    async def ask(self) -> str:
        """The text of the answer's data; raises CannotBeFollowed."""
        text = await self.answers.answer(self.prepared)
        if text is None:
            raise CannotBeFollowed
        return text

    def compared(self, answer: str) -> str:
        """The answer without what changes with every fact."""
        if not self._recording:
            return answer
        data: Any = msgspec.json.decode(answer)
        for root, key in self._recording:
            del data[root][key]
        return msgspec.json.encode(data).decode()

    @cached_property
    def cycles(self) -> frozenset[str] | None:
        """Ids and keys of the cycles whose reports can change it; None where any can."""
        found: set[str] = set()
        for root in self.prepared.plan.roots:
            for each in root.inside.get("Organization", ()):
                cycle = self._cycle(each)
                if cycle is None:
                    return None
                found |= cycle
        return frozenset(found)

    @cached_property
    def _recording(self) -> list[tuple[str, str]]:
        return [
            (root.key, each.key)
            for root in self.prepared.plan.roots
            for each in root.inside.get("Organization", ())
            if isinstance(each.source, Column) and each.source.name in RECORDING
        ]

    def _cycle(self, chosen: Chosen) -> set[str] | None:
        """The cycle that a field of the organization is about; None where it is about more."""
        if chosen.source is None or isinstance(chosen.source, Column):
            return set()
        asked = self.prepared.asked.get(chosen.number, Asked())
        about = {str(each.value) for each in asked.matches if each.column in ("key", "cycle_id")}
        kept = isinstance(chosen.source, (One, Pages)) and all(_stays(each) for each in _in(chosen))
        return about if about and kept else None


def _in(chosen: Chosen) -> Iterator[Chosen]:
    for selection in chosen.inside.values():
        yield from selection


def _stays(chosen: Chosen) -> bool:
    """Whether what is read here is of the same cycle, or nothing that reports change."""
    source, inside = chosen.source, tuple(_in(chosen))
    hangs_on = isinstance(source, Related) and source.relation.view in INSIDE
    if (hangs_on or isinstance(source, PASSED)) and chosen.kind not in ELSEWHERE:
        return all(_stays(each) for each in inside)
    return all(each.source is None or isinstance(each.source, Column) for each in inside)
