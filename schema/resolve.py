"""The way of graphql-core: each kind of source, read row by row through the loader."""

import json
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import singledispatch
from typing import Any
from uuid import UUID

import asyncpg
from graphql import GraphQLError
from strawberry.types import Info

from schema import registry
from schema.day import day_of
from schema.node import VIEWS
from server.facts import told
from server.reads.loader import Loader, Page
from server.reads.places import placed
from server.reads.shapes import Match, Relation
from server.reads.sources import (
    Anything,
    Asked,
    Between,
    Counted,
    Either,
    Fixed,
    Held,
    Here,
    Kept,
    Listed,
    Many,
    One,
    Pages,
    Part,
    Related,
    Source,
    Stored,
    StoredList,
    StoredThere,
    Value,
    Words,
)

NODES = Relation(view="node", on="id", order="id")


@dataclass(kw_only=True)
class Asking:
    """A field of one row: what its arguments come to, and the type that its rows become."""

    root: Any
    info: Info[Any, Any]
    reads: Loader
    shows: str | type | None
    asked: Asked

    def shown(self, row: dict[str, Any] | None) -> Any:
        """A row as the noun that the field shows."""
        return None if row is None else registry.as_noun(registry.named(self.shows), row)

    def key(self, column: str) -> Any:
        """What a column of the row holds, or the argument that stands for it."""
        return _id(vars(self.root).get(column) if self.asked.key is None else self.asked.key)

    async def relation(self, relation: Relation) -> Relation:
        """The relation that is asked for, on its day."""
        asked = self.asked
        if relation.daily and asked.day is None:
            asked = replace(asked, day=await day_of(self.reads, self.info))
        return asked.of(relation)

    async def rows(self, source: Related) -> list[dict[str, Any]]:
        """The rows that hang on this one."""
        relation = await self.relation(source.relation)
        matches = (*relation.where, *self.asked.matches)
        if relation.also is not None:
            matches += (Match(column=relation.also, value=getattr(self.root, relation.also)),)
        return await self.reads.rows(relation, self.key(relation.key), matches)


@singledispatch
async def resolve(source: Source, _: Asking) -> Any:
    """The value of a field."""
    raise TypeError(f"Nothing is read from {source}.")


@resolve.register
async def _(source: Words, asking: Asking) -> Any:
    return source.words.get(getattr(asking.root, source.column))


@resolve.register
async def _(source: Held, asking: Asking) -> Any:
    return any(
        not set(words).isdisjoint(getattr(asking.root, column)) for column, words in source.ways
    )


@resolve.register
async def _(source: Fixed, _: Asking) -> Any:
    return source.value


@resolve.register
async def _(_: Here, asking: Asking) -> Any:
    return asking.shown(vars(asking.root) | {"reads": asking.reads})


@resolve.register
async def _(source: One, asking: Asking) -> Any:
    rows = await asking.rows(source)
    return asking.shown(rows[0] if rows else None)


@resolve.register
async def _(source: Between, asking: Asking) -> Any:
    try:
        rows = await asking.rows(source)
    except asyncpg.NoDataFoundError as error:
        extensions = {"code": "INVALID", "argument": "from", "head": int(error.detail or 0)}
        raise GraphQLError(str(error.args[0]), extensions=extensions) from error
    return asking.shown(rows[0])


@resolve.register
async def _(source: Counted, asking: Asking) -> Any:
    relation = await asking.relation(source.relation)
    return await asking.reads.count(relation, relation.where, asking.key(relation.key))


@resolve.register
async def _(source: Many, asking: Asking) -> Any:
    return [asking.shown(row) for row in await asking.rows(source)]


@resolve.register
async def _(source: Value, asking: Asking) -> Any:
    rows = await asking.rows(source)
    return rows[0][source.column] if rows else source.otherwise


@resolve.register
async def _(source: Either, asking: Asking) -> Any:
    for noun, relation in source.ways:
        key = asking.key(relation.key)
        if key is not None:
            row = await asking.reads.row(relation, key)
            return replace(asking, shows=noun).shown(row)
    return None


@resolve.register
async def _(source: Anything, asking: Asking) -> Any:
    key = asking.key(source.column or "")
    if isinstance(key, list):
        return [await found(asking.reads, each) for each in key]
    return await found(asking.reads, key)


@resolve.register
async def _(source: Listed, asking: Asking) -> Any:
    relation = Relation(view=source.view, on="id", order="id")
    ids = vars(asking.root).get(source.column) or []
    rows = [await asking.reads.row(relation, _id(each)) for each in ids]
    return [asking.shown(row) for row in rows if row is not None]


@resolve.register
async def _(source: Stored, asking: Asking) -> Any:
    stored = _json(vars(asking.root).get(source.column))
    return None if stored is None else _as_stated(asking, stored)


@resolve.register
async def _(source: StoredThere, asking: Asking) -> Any:
    rows = await asking.rows(source)
    stored = _json(rows[0][source.column]) if rows else None
    return None if stored is None else _as_stated(asking, stored)


@resolve.register
async def _(source: StoredList, asking: Asking) -> Any:
    return [_as_stated(asking, each) for each in _json(vars(asking.root).get(source.column)) or []]


@resolve.register
async def _(source: Kept, asking: Asking) -> Any:
    kept = vars(asking.root).get(source.column)
    if kept is None:
        return [asking.shown(row) for row in await asking.rows(source)]
    return [_as_stated(asking, each) for each in kept]


@dataclass(kw_only=True)
class Connected:
    """A window of rows as the parts of a connection see it."""

    asking: Asking
    relation: Relation
    key: Any
    page: Page
    cursor: str

    def edges(self) -> list[dict[str, Any]]:
        """The rows, each with its cursor."""
        return [row | {"cursor": str(row[self.cursor])} for row in self.page.rows]


@resolve.register
async def _(source: Pages, asking: Asking) -> Any:
    relation = await asking.relation(source.relation)
    key, matches = asking.key(relation.key), (*relation.where, *asking.asked.matches)
    context = asking.info.context
    asked = await placed(context.handler.database, context.viewer.organization_id, asking.asked)
    page = await asking.reads.page(relation, asked.window, matches, key)
    column = source.cursor or relation.order
    return Connected(asking=asking, relation=relation, key=key, page=page, cursor=column)


@resolve.register
async def _(source: Part, asking: Asking) -> Any:
    root: Connected = asking.root
    of = root.asking
    match source.name:
        case "total":
            matches = (*root.relation.where, *of.asked.matches)
            return await of.reads.count(root.relation, matches, root.key)
        case "nodes":
            return [of.shown(row) for row in root.page.rows]
        case "edges":
            return [asking.shown(row | {"reads": of.reads}) for row in root.edges()]
    cursors = [row["cursor"] for row in root.edges()] or [None]
    return asking.shown(
        {
            "has_next_page": root.page.has_next,
            "has_previous_page": root.page.has_previous,
            "start_cursor": cursors[0],
            "end_cursor": cursors[-1],
        }
    )


async def found(loader: Loader, id_: UUID | None) -> Any:
    """Whatever an id names, or None where the viewer sees nothing by it."""
    kind = await loader.row(NODES, id_)
    if kind is None:
        return None
    return await find(loader, kind["kind"], id_)


async def find(loader: Loader, noun: str, id_: UUID | None) -> Any:
    """A noun of a known kind by its id, or None where the viewer sees nothing by it."""
    row = await loader.row(Relation(view=VIEWS[noun], on="id", order="id"), id_)
    return registry.shown(noun, row)


def _as_stated(asking: Asking, stored: dict[str, Any]) -> Any:
    """What was kept as a type that shows it; what it does not name is null, as it is in a row."""
    kind = registry.named(asking.shows)
    unsaid: dict[str, Any] = dict.fromkeys(each.name for each in fields(kind))
    row = unsaid | stored | told(kind, stored) | {"reads": asking.reads}
    return registry.as_noun(kind, row)


def _json(value: Any) -> Any:
    return json.loads(value, parse_float=Decimal) if isinstance(value, str) else value


def _id(value: Any) -> Any:
    """A key that was stored as text."""
    return UUID(value) if isinstance(value, str) else value
