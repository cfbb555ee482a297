"""Connections: long lists in windows, by cursors that stay valid while the list grows."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

import strawberry
from graphql import GraphQLError
from strawberry.types import Info

from schema import registry
from schema.context import reads
from schema.day import On, day_of
from schema.fields import After, Before, First, Last
from server.reads.loader import Loader, Page
from server.reads.shapes import Match, Relation, Window

DEFAULT = 50
MOST = 100
LONGEST_CURSOR = 18


@strawberry.type(description="Where a window lies in the whole list.")
class PageInfo:
    """Where a window lies in the whole list."""

    has_next_page: bool = strawberry.field(description="Whether more comes after this window.")
    has_previous_page: bool = strawberry.field(description="Whether more comes before this window.")
    start_cursor: str | None = strawberry.field(
        description="Cursor of the first thing in the window."
    )
    end_cursor: str | None = strawberry.field(description="Cursor of the last thing in the window.")


@dataclass(kw_only=True)
class Listed:
    """A window as the fields of a connection see it."""

    relation: Relation
    matches: tuple[Match, ...]
    key: Any
    page: Page
    reads: Loader

    def cursor(self, row: dict[str, Any]) -> str:
        """Where a row stands in the order."""
        return str(row[self.relation.order])


def invalid(message: str, *path: str) -> GraphQLError:
    """A request that its author has to mend."""
    return GraphQLError(message, extensions={"code": "INVALID", "argument": ".".join(path)})


def window(
    first: int | None, after: str | None, last: int | None, before: str | None, most: int
) -> Window:
    """The window that the arguments ask for; refuses what contradicts itself."""
    if first is not None and last is not None:
        raise invalid("Ask for `first` or for `last`, not for both.", "first")
    for name, number in (("first", first), ("last", last)):
        if number is not None and not 0 <= number <= most:
            raise invalid(f"`{name}` is a number from 0 to {most}.", name)
    limit = next((number for number in (first, last) if number is not None), DEFAULT)
    return Window(
        limit=limit,
        backward=last is not None,
        after=_place(after, "after"),
        before=_place(before, "before"),
    )


def _place(cursor: str | None, name: str) -> int | None:
    if cursor is None:
        return None
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= LONGEST_CURSOR):
        raise invalid(f"`{name}` is not a cursor of this list.", name)
    return int(cursor)


def _page_info(root: Listed) -> PageInfo:
    cursors = [root.cursor(row) for row in root.page.rows]
    return PageInfo(
        has_next_page=root.page.has_next,
        has_previous_page=root.page.has_previous,
        start_cursor=cursors[0] if cursors else None,
        end_cursor=cursors[-1] if cursors else None,
    )


async def _total(root: Listed, info: Info[Any, Any]) -> int:
    return await reads(root, info).count(root.relation, root.matches, root.key)


@cache
def connection_type(noun: str) -> Any:
    """The connection of a noun, with its edges."""
    node = registry.lazily(noun)
    edge: Any = type(
        f"{noun}Edge",
        (),
        {
            "__annotations__": {"cursor": str, "node": node},
            "cursor": strawberry.field(description="Where it stands in the list."),
            "node": strawberry.field(description="The thing itself."),
        },
    )
    edge = strawberry.type(edge, description=f"A place in a list: a {noun} with its cursor.")

    def edges(root: Any) -> Any:
        return [
            edge(cursor=root.cursor(row), node=registry.shown(noun, row)) for row in root.page.rows
        ]

    def nodes(root: Any) -> Any:
        return [registry.shown(noun, row) for row in root.page.rows]

    fields = {
        "edges": strawberry.field(
            edges,
            graphql_type=registry.listed(edge),
            description="The window, with a cursor for each thing in it.",
        ),
        "nodes": strawberry.field(
            nodes, graphql_type=registry.listed(node), description="The window, without cursors."
        ),
        "page_info": strawberry.field(
            _page_info,
            graphql_type=PageInfo,
            description="Where the window lies in the whole list.",
        ),
        "total_count": strawberry.field(
            _total,
            graphql_type=int,
            description="How many there are in all, that the viewer may see.",
        ),
    }
    return strawberry.type(
        type(f"{noun}Connection", (), fields), description=f"A window of a list of {noun}s."
    )


async def listed(
    root: Any,
    info: Info[Any, Any],
    relation: Relation,
    shape: Window,
    matches: tuple[Match, ...] = (),
) -> Listed:
    """A window of what hangs on a noun."""
    key, loader = getattr(root, relation.key), reads(root, info)
    page = await loader.page(relation, shape, matches, key)
    return Listed(relation=relation, matches=matches, key=key, page=page, reads=loader)


def connection(
    noun: str,
    relation: Relation,
    *,
    description: str,
    filtered: type | None = None,
    most: int = MOST,
    daily: bool = False,
) -> Any:
    """A long list of nouns that hang on this one, in windows."""

    async def plain(
        root: Any,
        info: Info[Any, Any],
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Any:
        return await listed(root, info, relation, window(first, after, last, before, most))

    async def narrowed(
        root: Any,
        info: Info[Any, Any],
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: Any = None,
    ) -> Any:
        shape = window(first, after, last, before, most)
        return await listed(root, info, relation, shape, filter.matches() if filter else ())

    async def on_a_day(
        root: Any,
        info: Info[Any, Any],
        on: On = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Any:
        rows = relation.on_day(await day_of(root, info, on))
        return await listed(root, info, rows, window(first, after, last, before, most))

    resolve = on_a_day if daily else plain
    if filtered is not None:
        said_as = strawberry.argument(description="What has to be true of them.")
        narrowed.__annotations__["filter"] = Annotated[filtered | None, said_as]
        resolve = narrowed
    return strawberry.field(
        resolver=resolve,
        graphql_type=connection_type(noun),
        description=description,
        metadata={"relation": relation},
    )
