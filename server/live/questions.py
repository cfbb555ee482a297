"""What is followed: a planned operation, who may share its answer, and what can change it."""

import json
import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import asyncpg
import msgspec
from graphql import GraphQLError, VariableNode, strip_ignored_characters

from server.auth import Viewer
from server.reads.answers import Answers, Prepared
from server.reads.places import placed as place
from server.reads.plan import Chosen
from server.reads.seen import OF_HANDS
from server.reads.shapes import Window
from server.reads.sources import Asked, Column, Following, Here, One, Pages, Part, Related, Stored

RECORDING = ("position", "recorded_at")
"""What says of the organization how far its log is: that alone is no change."""
INSIDE = frozenset(
    {
        "objective",
        "objective_key_result",
        "key_result_expected",
        "contribution",
        "check_in",
        "standing_check_in",
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
ONCE_DECLARED_ONCE_USED = 2
ACROSS = frozenset({"comparison", "cycles_compared"})
"""What tells of more than one cycle, or how far the log is."""
ELSEWHERE = frozenset({"Person", "Team", "Cycle"})
"""Types that lead from one cycle to all."""
PASSED = (Here, Part, Stored)
"""What shows the same row under another name."""


Eyes = tuple[tuple[str, ...], str | None]
"""What somebody may do, and which private objectives they see: the same eyes see the same."""


def eyes_of(row: asyncpg.Record) -> Eyes | None:
    """With which eyes somebody sees; None where they may see nothing."""
    if row["permissions"] is None:
        return None
    return tuple(row["permissions"]), row["private_objectives"]


class Happening(msgspec.Struct):
    """A fact as a feed tells it."""

    position: int
    cursor: str
    answer: msgspec.Raw


class CannotBeFollowed(GraphQLError):
    """The question has no answer that could be asked for again."""

    def __init__(self) -> None:
        super().__init__("This cannot be followed; ask it as a query to see why.")


class OtherEyes(Exception):
    """Who asked for all sees something else than they do by now."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Question:
    """An operation that is asked again whenever something was recorded that it may depend on."""

    answers: Answers
    prepared: Prepared

    @cached_property
    def key(self) -> Hashable:
        """The same for all who ask the same, from wherever in the log they come."""
        operation = self.prepared.operation
        begin = self._begin_variable if self.is_feed else None
        variables = {name: each for name, each in operation.variables.items() if name != begin}
        who = operation.viewer_id if self._is_personal else None
        return operation.text, operation.name, json.dumps(variables, sort_keys=True), who

    @property
    def _is_personal(self) -> bool:
        """Whether it tells what each may do, which differs also where all see the same."""
        sources = self.prepared.plan.sources
        return any(isinstance(each, Related) and each.relation.view in OF_HANDS for each in sources)

    @property
    def is_feed(self) -> bool:
        """Whether facts are told, one by one; else a view is shown."""
        return isinstance(self._root.source, Following)

    def resumed(self, cursor: str) -> "Question":
        """The same question by somebody who has come to a place in the log."""
        if not self.is_feed:
            return self
        window = replace(self._asked.window, after=cursor)
        return self._with(replace(self._asked, window=window))

    async def start(self, position: int) -> Any:
        """What somebody knows who begins to follow while the log is at a position.

        Of a view nothing; of a feed all up to a position, by default to the present one. Raises
        GraphQLError where the log has no such place.
        """
        if not self.is_feed:
            return ""
        operation = self.prepared.operation
        placed = await place(self.answers.database, operation.organization_id, self._asked)
        return position if placed.window.after is None else placed.window.after

    async def happened(
        self, viewer: Viewer, eyes: Eyes, *, after: int, until: int, most: int
    ) -> list[Happening]:
        """What a feed has to tell of the facts after a position and up to another one."""
        window = Window(limit=most, after=after, before=until + 1)
        text = await self._with(replace(self._asked, window=window)).ask(viewer, eyes)
        told: list[Happening] = msgspec.json.decode(text, type=dict[str, list[Happening]])[
            self._root.key
        ]
        return told

    def told(self, happening: Happening) -> str:
        """The text of the data that tells of a fact."""
        return f"{{{json.dumps(self._root.key)}:{bytes(happening.answer).decode()}}}"

    @property
    def _begin_variable(self) -> str | None:
        """The variable that says where a feed begins, if it says nothing else."""
        arguments = self.prepared.plan.arguments[self._root.number].node.arguments or ()
        names = [
            each.value.name.value
            for each in arguments
            if each.name.value == "after" and isinstance(each.value, VariableNode)
        ]
        if not names:
            return None
        text = strip_ignored_characters(self.prepared.operation.text)
        alone = len(re.findall(rf"\${names[0]}\b", text)) == ONCE_DECLARED_ONCE_USED
        return names[0] if alone else None

    @property
    def _root(self) -> Chosen:
        """A subscription selects one field."""
        return self.prepared.plan.roots[0]

    @property
    def _asked(self) -> Asked:
        return self.prepared.asked[self._root.number]

    def _with(self, asked: Asked) -> "Question":
        more = self.prepared.asked | {self._root.number: asked}
        return replace(self, prepared=replace(self.prepared, asked=more))

    async def ask(self, viewer: Viewer, eyes: Eyes) -> str:
        """The text of the answer's data, for all who see with the eyes of one of them.

        Raises CannotBeFollowed; raises OtherEyes where that one sees with others just then.
        """
        row = await self.answers.seen(self.prepared, viewer.person_id, viewer.token_id)
        if row is None:
            raise CannotBeFollowed
        if eyes_of(row) != eyes:
            raise OtherEyes
        text: str = row["answer"]
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
        if self.is_feed:
            return None
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
        if not isinstance(chosen.source, (One, Pages)):
            return None
        # Objectives and key results have keys of their own.
        names = "key" if chosen.source.relation.view == "cycle" else "cycle_id"
        asked = self.prepared.asked.get(chosen.number, Asked())
        about = {str(each.value) for each in asked.matches if each.column == names}
        return about if about and all(_stays(each) for each in _in(chosen)) else None


def _in(chosen: Chosen) -> Iterator[Chosen]:
    for selection in chosen.inside.values():
        yield from selection


def _stays(chosen: Chosen) -> bool:
    """Whether what is read here is of the same cycle, or nothing that reports change."""
    source, inside = chosen.source, tuple(_in(chosen))
    if isinstance(source, Related) and source.relation.view in ACROSS:
        return False
    hangs_on = isinstance(source, Related) and source.relation.view in INSIDE
    if (hangs_on or isinstance(source, PASSED)) and chosen.kind not in ELSEWHERE:
        return all(_stays(each) for each in inside)
    return all(each.source is None or isinstance(each.source, Column) for each in inside)
