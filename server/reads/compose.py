"""From a plan to the one statement that answers it: its JSON text goes to the client as it is.

Every row that is read has an alias of its own, and what hangs on it is a subselect on that alias.
User values are always parameters.
"""

from dataclasses import dataclass, replace
from functools import singledispatchmethod

from server.reads import pieces, sources
from server.reads.composing import Composing
from server.reads.pieces import SHOWN, Row
from server.reads.plan import Chosen
from server.reads.shapes import LONGEST
from server.reads.sources import KEY, LIMIT, Source
from server.reads.statement import literal, seen


@dataclass(kw_only=True)
class Composer(Composing):
    """Puts one statement together, each kind of source in its own way."""

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
    def _(self, source: sources.Held, _: Chosen, row: Row) -> str:
        ways = [
            f"{row.column(column)} && array[{', '.join(map(literal, words))}]"
            for column, words in source.ways
        ]
        return f"({' or '.join(ways)})"

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
    def _(self, source: sources.Counted, chosen: Chosen, row: Row) -> str:
        return pieces.COUNT.format(**self._related(source.relation, chosen, row))

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
            return self._anything(source, chosen, row.column(source.column, "ID"))
        said = self._slot(chosen.number, KEY)
        if not chosen.listed:
            return self._anything(source, chosen, f"{said}::uuid")
        each = self._new()
        value = self._anything(source, chosen, f"{each.alias}.id")
        return pieces.EACH.format(value=value, alias=each.alias, ids=f"{said}::uuid[]")

    @_read.register
    def _(self, source: sources.Listed, chosen: Chosen, row: Row) -> str:
        found = self._new()
        return pieces.LISTED.format(
            value=self._inside(chosen, found),
            alias=found.alias,
            ids=self._ids(chosen, row, source.column),
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
    def _(self, source: sources.StoredThere, chosen: Chosen, row: Row) -> str:
        found = self._new(stored=True)
        value = self._inside(chosen, found)
        there = {"column": source.column, **self._related(source.relation, chosen, row)}
        order = source.relation.order
        return pieces.STORED_THERE.format(value=value, alias=found.alias, order=order, **there)

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
            return self._page(chosen, source, made, of_window)
        made |= {each.key: self._many(each, of_window) for each in parts if each.part == "nodes"}
        return self._inside(chosen, Row(alias="", made=made))

    @_read.register
    def _(self, source: sources.Following, chosen: Chosen, row: Row) -> str:
        related = self._related(source.relation, chosen, row)
        of_window = self._window(chosen, source.relation.order, related)
        found = self._found(source.relation.view)
        value = pieces.HAPPENED.format(
            place=f"{found.alias}.{source.relation.order}",
            cursor=found.column(str(source.cursor)),
            value=self._inside(chosen, found),
        )
        return pieces.MANY.format(value=value, alias=found.alias, **of_window)

    def _window(self, chosen: Chosen, order: str, related: dict[str, str]) -> dict[str, str]:
        """Which of the rows lie in the window, and from which end it begins."""
        return {
            "view": related["view"],
            "source": related["source"],
            "conditions": " and ".join([related["conditions"], *self._cut(chosen, order)]),
            "order": order,
            "direction": "desc" if self._asked(chosen).window.backward else "asc",
            "limit": f"{self._slot(chosen.number, LIMIT)}::int",
        }

    def _page(
        self,
        chosen: Chosen,
        source: sources.Pages,
        made: dict[str, str],
        of_window: dict[str, str],
    ) -> str:
        """A connection that tells where its window lies: rows are gathered with their places."""
        found, page = self._found(source.relation.view), self._new()
        place, limit = f"{found.alias}.{of_window['order']}", of_window["limit"]
        columns, gathered = [f"{place} as place", f"{found.alias}.nth"], []
        if source.cursor is None:
            shown, by = replace(found, made={"cursor": f"{place}::text"}), pieces.BY_PLACE
        else:
            shown, by = found, pieces.BY_CURSOR
            columns.append(f"{found.column(source.cursor)} as cursor")
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
            gathered=", ".join([*gathered, pieces.MORE.format(limit=limit, **by)]),
            columns=", ".join(columns),
            alias=found.alias,
            page=page.alias,
            **of_window,
        )

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
        return piece.format(value=value, alias=found.alias, **related)

    def _many(self, chosen: Chosen, of_window: dict[str, str]) -> str:
        found = self._found(of_window["view"])
        if found.kind:
            value = self._inside(chosen, found)
            return pieces.MANY_OF_KINDS.format(value=value, alias=found.alias, **of_window)
        columns = self._columns(chosen.kind, chosen.inside[chosen.kind], found)
        return pieces.MANY.format(value=columns, alias=found.alias, **of_window)

    def _anything(self, source: sources.Anything, chosen: Chosen, key: str) -> str:
        """Whatever an id names, shown as the kind of noun that it is."""
        ways = []
        for kind, view in self.views.items():
            if not source.leads_to(kind):
                continue
            found = self._found(view)
            value = (
                self._inside(chosen, found)
                if found.kind
                else self._columns(kind, chosen.inside[kind], found)
            )
            piece = pieces.VALUE if found.kind else pieces.ONE
            one = piece.format(
                value=value,
                alias=found.alias,
                source=view,
                first="",
                conditions=pieces.NAMED.format(seen=seen(view)),
            )
            ways.append(f"when {literal(kind)} then {one}")
        return pieces.ANYTHING.format(ways=" ".join(ways), key=key)
