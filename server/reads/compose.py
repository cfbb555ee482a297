"""From a plan to the one statement that answers it: its JSON text goes to the client as it is.

Every row that is read has an alias of its own, and what hangs on it is a subselect on that alias.
User values are always parameters.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import singledispatchmethod
from itertools import count
from typing import Any

from server.reads import pieces, sources
from server.reads.pieces import SHOWN, Row
from server.reads.plan import Chosen, Selection
from server.reads.shapes import LONGEST, Relation
from server.reads.sources import AFTER, BEFORE, DAY, GIVEN, KEY, LIMIT, NOTHING, Asked, Source
from server.reads.statement import hung, literal, matching, seen, source

FIXED = 3
"""The organization, the viewer and their permissions come first in every statement."""


@dataclass(kw_only=True)
class Composer:
    """Puts one statement together; ``slots`` name its parameters: of which field, and which."""

    asked: Mapping[int, Asked]
    views: Mapping[str, str]
    slots: list[tuple[int, int]] = field(default_factory=list)
    _aliases: Iterator[int] = field(default_factory=lambda: count(1))

    def statement(self, kind: str, roots: Selection, whole: str = pieces.STATEMENT) -> str:
        """The text whose answer has a key for each of the roots of an operation of a kind."""
        return whole.format(value=self._object(kind, roots, Row(alias="root")))

    def _object(self, kind: str, selection: Selection, row: Row) -> str:
        columns = self._columns(kind, selection, row)
        return pieces.OBJECT.format(columns=columns) if columns else "'{}'::json"

    def _columns(self, kind: str, selection: Selection, row: Row) -> str:
        """What an object shows of a row, each value under the key that the answer has for it."""
        return ", ".join(f'{self._value(kind, each, row)} as "{each.key}"' for each in selection)

    def _value(self, kind: str, chosen: Chosen, row: Row) -> str:
        if chosen.source is None:
            return literal(kind)
        value: str = self._read(chosen.source, chosen, row)
        if chosen.required and chosen.inside:
            return pieces.REQUIRED.format(value=value, field=f"{kind}.{chosen.name}")
        return value

    def _inside(self, chosen: Chosen, row: Row, kind: str | None = None) -> str:
        """The object that a row is shown as."""
        kind = kind or chosen.kind
        return self._object(kind, chosen.inside[kind], row)

    def _new(self, **more: Any) -> Row:
        """A row under an alias that no other has."""
        return Row(alias=f"v{next(self._aliases)}", **more)

    def _slot(self, number: int, place: int) -> str:
        """The placeholder of a value that was said to a field."""
        if (number, place) not in self.slots:
            self.slots.append((number, place))
        return f"${self.slots.index((number, place)) + FIXED + 1}"

    def _asked(self, chosen: Chosen) -> Asked:
        return self.asked.get(chosen.number, NOTHING)

    @singledispatchmethod
    def _read(self, source: Source, chosen: Chosen, row: Row) -> str:
        """The value of a field, read from its source."""
        raise TypeError(f"Nothing is read from {source} for {chosen.name} of {row}.")

    @_read.register
    def _(self, source: sources.Column, chosen: Chosen, row: Row) -> str:
        value = row.column(source.name, chosen.kind, listed=chosen.listed)
        if source.otherwise is not None:
            value = f"coalesce({value}, {literal(source.otherwise)})"
        return value if chosen.listed else SHOWN.get(chosen.kind, "{}").format(value)

    @_read.register
    def _(self, source: sources.Words, _: Chosen, row: Row) -> str:
        words = " ".join(
            f"when {literal(word)} then {literal(meant)}" for word, meant in source.words.items()
        )
        return f"case {row.column(source.column)} {words} end"

    @_read.register
    def _(self, source: sources.Fixed, _chosen: Chosen, _row: Row) -> str:
        return literal(source.value)

    @_read.register
    def _(self, source: sources.Given, chosen: Chosen, _: Row) -> str:
        return f"{self._slot(chosen.number, KEY)}::{source.kind}"

    @_read.register
    def _(self, _: sources.Here, chosen: Chosen, row: Row) -> str:
        return self._inside(chosen, row)

    @_read.register
    def _(self, source: sources.One, chosen: Chosen, row: Row) -> str:
        found = self._new()
        columns = self._columns(chosen.kind, chosen.inside[chosen.kind], found)
        return self._one(pieces.ONE, source, chosen, row, columns, found)

    @_read.register
    def _(self, source: sources.Value, chosen: Chosen, row: Row) -> str:
        found = self._new()
        column = found.column(source.column)
        shown = SHOWN.get(chosen.kind, "{}").format(column)
        value = self._one(pieces.VALUE, source, chosen, row, shown, found)
        return (
            value if source.otherwise is None else f"coalesce({value}, {literal(source.otherwise)})"
        )

    @_read.register
    def _(self, source: sources.Many, chosen: Chosen, row: Row) -> str:
        all_of_them = {
            "order": source.relation.order,
            "direction": "asc",
            "limit": str(LONGEST),
            **self._related(source.relation, chosen, row),
        }
        return self._many(chosen, all_of_them)

    @_read.register
    def _(self, source: sources.Kept, chosen: Chosen, row: Row) -> str:
        if row.stored:
            return self._read(sources.StoredList(column=source.column), chosen, row)
        return self._read(sources.Many(relation=source.relation), chosen, row)

    @_read.register
    def _(self, source: sources.Either, chosen: Chosen, row: Row) -> str:
        ways = []
        for kind, relation in source.ways:
            found = self._new()
            columns = self._columns(kind, chosen.inside[kind], found)
            one = self._one(pieces.ONE, sources.One(relation=relation), chosen, row, columns, found)
            ways.append(f"when {row.column(relation.key, 'ID')} is not null then {one}")
        return f"case {' '.join(ways)} end"

    @_read.register
    def _(self, source: sources.Anything, chosen: Chosen, row: Row) -> str:
        if source.column is not None:
            return self._anything(chosen, row.column(source.column, "ID"))
        said = self._slot(chosen.number, KEY)
        if not chosen.listed:
            return self._anything(chosen, f"{said}::uuid")
        each = self._new()
        value = self._anything(chosen, f"{each.alias}.id")
        return pieces.EACH.format(value=value, alias=each.alias, ids=f"{said}::uuid[]")

    @_read.register
    def _(self, source: sources.Listed, chosen: Chosen, row: Row) -> str:
        found = self._new()
        return pieces.LISTED.format(
            value=self._inside(chosen, found),
            alias=found.alias,
            ids=self._key(chosen, row, source.column, "uuid[]"),
            view=source.view,
            seen=seen(source.view, found.alias),
        )

    @_read.register
    def _(self, source: sources.Stored, chosen: Chosen, row: Row) -> str:
        found = self._new(stored=True)
        column = row.column(source.column, listed=True)
        value = self._inside(chosen, found)
        return pieces.STORED.format(value=value, alias=found.alias, column=column)

    @_read.register
    def _(self, source: sources.StoredList, chosen: Chosen, row: Row) -> str:
        found = self._new(stored=True)
        column = row.column(source.column, listed=True)
        value = self._inside(chosen, found)
        return pieces.STORED_LIST.format(value=value, alias=found.alias, column=column)

    @_read.register
    def _(self, _source: sources.Part, chosen: Chosen, row: Row) -> str:
        return row.made[chosen.key]

    @_read.register
    def _(self, source: sources.Pages, chosen: Chosen, row: Row) -> str:
        parts = chosen.inside[chosen.kind]
        asked_for = {each.part for each in parts} - {None}
        if not asked_for:
            return self._inside(chosen, row)
        related = self._related(source.relation, chosen, row)
        made = {each.key: pieces.COUNT.format(**related) for each in parts if each.part == "total"}
        if asked_for == {"total"}:
            return self._inside(chosen, Row(alias="", made=made))
        of_window = self._window(chosen, source.relation.order, related)
        if asked_for & {"edges", "page_info"}:
            return self._page(chosen, made, of_window)
        made |= {each.key: self._many(each, of_window) for each in parts if each.part == "nodes"}
        return self._inside(chosen, Row(alias="", made=made))

    def _window(self, chosen: Chosen, order: str, related: dict[str, str]) -> dict[str, str]:
        """Which of the rows lie in the window, and from which end it begins."""
        return {
            "source": related["source"],
            "conditions": " and ".join([related["conditions"], *self._cut(chosen, order)]),
            "order": order,
            "direction": "desc" if self._asked(chosen).window.backward else "asc",
            "limit": f"{self._slot(chosen.number, LIMIT)}::int",
        }

    def _page(self, chosen: Chosen, made: dict[str, str], of_window: dict[str, str]) -> str:
        """A connection that tells where its window lies: rows are gathered with their places."""
        found, page = self._new(), self._new()
        place, limit = f"{found.alias}.{of_window['order']}", of_window["limit"]
        shown = Row(alias=found.alias, made={"cursor": f"{place}::text"})
        columns, gathered = [f"{place} as place", f"{found.alias}.nth"], []
        for part in chosen.inside[chosen.kind]:
            if part.part == "page_info":
                bounds = pieces.bounds(self._asked(chosen).window, page.alias)
                made[part.key] = self._inside(part, bounds)
            elif part.part in ("nodes", "edges"):
                column = f"c{len(columns)}"
                columns.append(f"{self._inside(part, shown)} as {column}")
                gathered.append(pieces.GATHERED.format(key=column, limit=limit))
                made[part.key] = f"{page.alias}.{column}"
        return pieces.PAGE.format(
            value=self._inside(chosen, Row(alias=page.alias, made=made)),
            gathered=", ".join([*gathered, pieces.MORE.format(limit=limit)]),
            columns=", ".join(columns),
            alias=found.alias,
            page=page.alias,
            **of_window,
        )

    def _cut(self, chosen: Chosen, order: str) -> list[str]:
        """Where the window begins and ends, if that was said."""
        window, cut = self._asked(chosen).window, []
        if window.after is not None:
            cut.append(f"v.{order} > {self._slot(chosen.number, AFTER)}")
        if window.before is not None:
            cut.append(f"v.{order} < {self._slot(chosen.number, BEFORE)}")
        return cut

    def _one(
        self,
        piece: str,
        source: sources.Related,
        chosen: Chosen,
        row: Row,
        value: str,
        found: Row,
    ) -> str:
        related = self._related(source.relation, chosen, row)
        return piece.format(value=value, alias=found.alias, order=source.relation.order, **related)

    def _many(self, chosen: Chosen, of_window: dict[str, str]) -> str:
        found = self._new()
        columns = self._columns(chosen.kind, chosen.inside[chosen.kind], found)
        return pieces.MANY.format(value=columns, alias=found.alias, **of_window)

    def _anything(self, chosen: Chosen, key: str) -> str:
        """Whatever an id names, shown as the kind of noun that it is."""
        ways = []
        for kind, view in self.views.items():
            found = self._new()
            one = pieces.ONE.format(
                value=self._columns(kind, chosen.inside[kind], found),
                alias=found.alias,
                order="id",
                source=view,
                conditions=pieces.NAMED.format(seen=seen(view)),
            )
            ways.append(f"when {literal(kind)} then {one}")
        return pieces.ANYTHING.format(ways=" ".join(ways), key=key)

    def _key(self, chosen: Chosen, row: Row, column: str, kind: str = "uuid") -> str:
        """What leads to other rows: a column, or what was said instead."""
        if self._asked(chosen).key is not None:
            return f"{self._slot(chosen.number, KEY)}::{kind}"
        return row.column(column, "ID")

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
            *matching(relation.where, literal),
            *matching(asked.matches, lambda _: self._slot(number, next(places))),
        ]
        return {
            "source": source(relation, f"array[{key}]", given),
            "conditions": " and ".join(conditions),
        }
