"""What a statement is put together with: aliases, parameters, and the objects that rows become."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, ClassVar

from server.reads import pieces
from server.reads.pieces import Row
from server.reads.plan import TYPENAME, UNNUMBERED, Chosen, Selection
from server.reads.shapes import Relation
from server.reads.sources import AFTER, BEFORE, DAY, GIVEN, KEY, NOTHING, Asked
from server.reads.statement import hung, literal, matching, source_of_one

FIXED = 3
"""The organization, the viewer and their permissions come first in every statement."""
THEN = UNNUMBERED - 1
"""Stands for a field whose values are the moment as of which everything is read."""


@dataclass(kw_only=True)
class Composing:
    """What is put together; ``slots`` name its parameters: of which field, and which."""

    _read: ClassVar[Any]

    asked: Mapping[int, Asked]
    views: Mapping[str, str]
    slots: list[tuple[int, int]] = field(default_factory=list)
    _aliases: Iterator[int] = field(default_factory=lambda: count(1))

    def statement(self, kind: str, roots: Selection, whole: str = pieces.STATEMENT) -> str:
        """The text whose answer has a key for each of the roots of an operation of a kind."""
        value = self._object(kind, roots, Row(alias="root"))
        if THEN not in self.asked:
            return whole.format(value=value)
        position, time = self._slot(THEN, GIVEN), self._slot(THEN, GIVEN + 1)
        return whole.format(value=value, position=position, time=time)

    def _object(self, kind: str, selection: Selection, row: Row) -> str:
        columns = self._columns(kind, selection, row)
        return pieces.OBJECT.format(columns=columns) if columns else "'{}'::json"

    def _columns(self, kind: str, selection: Selection, row: Row) -> str:
        """What an object shows of a row, each value under the key that the answer has for it."""
        return ", ".join(f'{self._value(kind, each, row)} as "{each.key}"' for each in selection)

    def _value(self, kind: str, chosen: Chosen, row: Row) -> str:
        if chosen.source is None:
            return row.made.get(TYPENAME) or literal(kind)
        value: str = self._read(chosen.source, chosen, row)
        if chosen.required and chosen.inside:
            return pieces.REQUIRED.format(value=value, field=f"{kind}.{chosen.name}")
        return value

    def _inside(self, chosen: Chosen, row: Row, kind: str | None = None) -> str:
        """The object that a row is shown as."""
        kind = kind or chosen.kind
        if kind not in chosen.inside:
            return self._of_its_kind(chosen, row)
        return self._object(kind, chosen.inside[kind], row)

    def _of_its_kind(self, chosen: Chosen, row: Row) -> str:
        """The object that a row is shown as whose kind a column names, once for what is alike."""
        alike: dict[int, list[str]] = {}
        for kind, selection in chosen.inside.items():
            if kind not in self.views:
                alike.setdefault(id(selection), []).append(kind)
        row = replace(row, made={**row.made, TYPENAME: row.kind})
        *apart, most = sorted(alike.values(), key=len)
        ways = [f"when {row.kind} in ({', '.join(map(literal, each))}) then " for each in apart]
        told = [
            way + self._inside(chosen, row, each[0]) for way, each in zip(ways, apart, strict=True)
        ]
        rest = self._inside(chosen, row, most[0])
        return f"case {' '.join(told)} else {rest} end" if told else rest

    def _new(self, **more: Any) -> Row:
        """A row under an alias that no other has."""
        return Row(alias=f"v{next(self._aliases)}", **more)

    def _found(self, view: str) -> Row:
        """A row of a view under an alias that no other has."""
        return pieces.row_of(view, f"v{next(self._aliases)}")

    def _slot(self, number: int, place: int) -> str:
        """The placeholder of a value that was said to a field."""
        if (number, place) not in self.slots:
            self.slots.append((number, place))
        return f"${self.slots.index((number, place)) + FIXED + 1}"

    def _asked(self, chosen: Chosen) -> Asked:
        return self.asked.get(chosen.number, NOTHING)

    def _cut(self, chosen: Chosen, order: str) -> list[str]:
        """Where the window begins and ends, if that was said."""
        window, cut = self._asked(chosen).window, []
        if window.after is not None:
            cut.append(f"v.{order} > {self._slot(chosen.number, AFTER)}")
        if window.before is not None:
            cut.append(f"v.{order} < {self._slot(chosen.number, BEFORE)}")
        return cut

    def _key(self, chosen: Chosen, row: Row, column: str, kind: str = "uuid") -> str:
        """What leads to other rows: a column, or what was said instead."""
        if self._asked(chosen).key is not None:
            return f"{self._slot(chosen.number, KEY)}::{kind}"
        return row.column(column, "ID")

    def _ids(self, chosen: Chosen, row: Row, column: str) -> str:
        """What leads to several rows: a column that lists their ids, or what was said instead."""
        if self._asked(chosen).key is not None:
            return f"{self._slot(chosen.number, KEY)}::uuid[]"
        return row.ids(column)

    def _related(self, relation: Relation, chosen: Chosen, row: Row) -> dict[str, str]:
        """Where the rows come from that hang on a row, and what is true of them."""
        asked, number = self._asked(chosen), chosen.number
        key = self._key(chosen, row, relation.key)
        given = [literal(each) for each in relation.given]
        given += [self._slot(number, GIVEN + place) for place in range(len(asked.given))]
        if relation.daily:
            given.append(f"{self._slot(number, DAY)}::text::date")
        places = count(GIVEN + len(asked.given))
        conditions = [
            *hung(relation, key, on_row=asked.key is None and not row.stored),
            *([f"v.{relation.also} = {row.column(relation.also)}"] if relation.also else []),
            *matching(relation.where, literal),
            *matching(asked.matches, lambda _: self._slot(number, next(places))),
        ]
        return {
            "view": relation.view,
            "source": source_of_one(relation, key, given),
            "conditions": " and ".join(conditions),
            "first": "" if relation.on == "id" else pieces.FIRST.format(order=relation.order),
        }
