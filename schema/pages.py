"""Connections: long lists in windows, by cursors that stay valid while the list grows."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from inspect import Parameter
from typing import Any

import strawberry
from graphql import GraphQLError

from schema import registry
from schema.day import ON
from schema.fields import WINDOW, read, taken
from server.reads.shapes import Relation, Window
from server.reads.sources import Here, Pages, Part, Said

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


def invalid(message: str, *path: str) -> GraphQLError:
    """A request that its author has to mend."""
    return GraphQLError(message, extensions={"code": "INVALID", "argument": ".".join(path)})


def window(most: int, said: Said) -> Window:
    """The window that the arguments ask for; refuses what contradicts itself."""
    first, last = said.get("first"), said.get("last")
    if first is not None and last is not None:
        raise invalid("Ask for `first` or for `last`, not for both.", "first")
    for name, number in (("first", first), ("last", last)):
        if number is not None and not 0 <= number <= most:
            raise invalid(f"`{name}` is a number from 0 to {most}.", name)
    limit = next((number for number in (first, last) if number is not None), DEFAULT)
    return Window(
        limit=limit,
        backward=last is not None,
        after=_place(said, "after"),
        before=_place(said, "before"),
    )


def _place(said: Said, name: str) -> int | None:
    cursor = said.get(name)
    if cursor is None:
        return None
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= LONGEST_CURSOR):
        raise invalid(f"`{name}` is not a cursor of this list.", name)
    return int(cursor)


@cache
def connection_type(noun: str) -> Any:
    """The connection of a noun, with its edges."""
    node = registry.lazily(noun)
    edge: Any = type(
        f"{noun}Edge",
        (),
        {
            "__annotations__": {"cursor": str, "node": Any},
            "cursor": strawberry.field(description="Where it stands in the list."),
            "node": read(Here(), node, "The thing itself.", shows=noun),
        },
    )
    edge = strawberry.type(edge, description=f"A place in a list: a {noun} with its cursor.")
    fields = {
        "edges": read(
            Part(name="edges"),
            registry.listed(edge),
            "The window, with a cursor for each thing in it.",
            shows=edge,
        ),
        "nodes": read(Part(name="nodes"), registry.listed(node), "The window, without cursors."),
        "page_info": read(
            Part(name="page_info"),
            PageInfo,
            "Where the window lies in the whole list.",
            shows=PageInfo,
        ),
        "total_count": read(
            Part(name="total"), int, "How many there are in all, that the viewer may see."
        ),
    }
    several = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return strawberry.type(
        type(f"{noun}Connection", (), fields), description=f"A window of a list of {several}."
    )


def connection(
    noun: str,
    relation: Relation,
    *,
    description: str,
    filtered: type | None = None,
    most: int = MOST,
    said: Sequence[Parameter] = (),
) -> Any:
    """A long list of nouns that hang on this one, in windows; ``filtered`` may name the day.

    What is ``said`` is given to the function that makes the rows; a day by which it ends is too.
    """
    shape: Callable[[Said], Window] = partial(window, most)
    takes = [*said, *WINDOW]
    if filtered is not None:
        takes.append(taken("filter", filtered | None, "What has to be true of them."))
    elif relation.daily and not said:
        takes.insert(0, ON)
    return read(
        Pages(relation=relation, shape=shape, taken=tuple(each.name for each in said)),
        connection_type(noun),
        description,
        shows=noun,
        takes=takes,
    )
