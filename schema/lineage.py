"""Lineage in the graph: what something leads to and what leads to it, in one question."""

from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.fields import one
from schema.node import Node, find_any
from schema.pages import invalid
from server.okr.words import Direction, RollUp
from server.reads.loader import Loader
from server.reads.shapes import Relation

FARTHEST = 30
STEPS = Relation(view="lineage", on="start_id", order="place")

Depth = Annotated[
    int, strawberry.argument(description=f"How many steps to go, from 1 to {FARTHEST}.")
]
Towards = Annotated[Direction, strawberry.argument(description="Which way to go.")]


async def _node(root: Any, info: Info[Any, Any]) -> Any:
    return await find_any(reads(root, info), root.node_id)


async def _from(root: Any, info: Info[Any, Any]) -> Any:
    return await find_any(reads(root, info), root.from_id)


@nouns.shown(None)
class LineageStep:
    """A step of a lineage: from one thing to the next, which it leads to or which leads to it."""

    depth: int = strawberry.field(description="How many steps from the start the node is, from 1.")
    node: Any = strawberry.field(resolver=_node, graphql_type=Node, description="Where it gets.")
    from_: Any = strawberry.field(
        resolver=_from, graphql_type=Node, name="from", description="Where it comes from."
    )
    via: Any = one(
        "Alignment",
        "alignment",
        key="alignment_id",
        optional=True,
        description="The alignment between the two; null between a thing and its own part.",
    )
    roll_up: RollUp | None = strawberry.field(
        description="How the supporter counts; null where there is no alignment."
    )


async def steps(loader: Loader, start: UUID, direction: Direction, depth: int) -> Any:
    """The steps from a start, the nearest first."""
    if not 1 <= depth <= FARTHEST:
        raise invalid(f"`depth` is a number from 1 to {FARTHEST}.", "depth")
    rows = await loader.rows(replace(STEPS, given=(direction.value, depth)), start)
    return [registry.as_noun(LineageStep, row) for row in rows]


def lineage() -> Any:
    """All that it leads to, or all that leads to it."""

    async def resolve(
        root: Any, info: Info[Any, Any], direction: Towards, depth: Depth = 15
    ) -> Any:
        return await steps(reads(root, info), root.id, direction, depth)

    return strawberry.field(
        resolver=resolve,
        graphql_type=list[LineageStep],
        description="All that it leads to, or all that leads to it, down to parts and milestones: "
        "each step once, the nearest 1,000. What was given up leads nowhere.",
    )


def contribution_path() -> Any:
    """What somebody's work leads to."""

    async def resolve(root: Any, info: Info[Any, Any], depth: Depth = 15) -> Any:
        return await steps(reads(root, info), root.id, Direction.UP, depth)

    return strawberry.field(
        resolver=resolve,
        graphql_type=list[LineageStep],
        description="All that it leads to, up to every objective at the top: "
        "each step once, the nearest 1,000.",
    )
