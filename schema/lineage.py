"""Lineage in the graph: what something leads to and what leads to it, in one question."""

from typing import Any

import strawberry

from schema import nouns
from schema.fields import demanded, many, one, read, taken
from schema.node import Node
from schema.pages import invalid
from server.okr.words import Direction, RollUp
from server.reads.shapes import Relation
from server.reads.sources import Anything, Said

FARTHEST = 30

ON_THE_WAY = frozenset(
    {"Contribution", "KeyResult", "Milestone", "Objective", "Person", "WorkItem"}
)
"""What a way leads through: see ways_up and ways_down."""

DEPTH = taken("depth", int, f"How many steps to go, from 1 to {FARTHEST}.", default=15)
DISCIPLINE = taken(
    "discipline", str | None, "Only what is of this function or discipline, wherever it stands."
)
TOWARDS = demanded("direction", Direction, "Which way to go.")


def sensible(said: Said) -> None:
    """Refuses to go nowhere, or for ever."""
    if not 1 <= said["depth"] <= FARTHEST:
        raise invalid(f"`depth` is a number from 1 to {FARTHEST}.", "depth")


@nouns.shown(None)
class LineageStep:
    """A step of a lineage: from one thing to the next, which it leads to or which leads to it."""

    depth: int = strawberry.field(description="How many steps from the start the node is, from 1.")
    node: Any = read(Anything(column="node_id", kinds=ON_THE_WAY), Node, "Where it gets.")
    from_: Any = read(
        Anything(column="from_id", kinds=ON_THE_WAY), Node, "Where it comes from.", name="from"
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


def lineage() -> Any:
    """All that it leads to, or all that leads to it."""
    return many(
        LineageStep,
        Relation(view="lineage", on="start_id", order="place"),
        taken=("direction", "depth", "discipline"),
        checked=sensible,
        takes=[TOWARDS, DEPTH, DISCIPLINE],
        description="All that it leads to, or all that leads to it, down to parts and milestones: "
        "each step once, the nearest 1,000. What was given up leads nowhere.",
    )


def contribution_path(description: str, **more: Any) -> Any:
    """What somebody's work leads to."""
    return many(
        LineageStep,
        Relation(view="lineage", on="start_id", order="place", given=(Direction.UP.name,)),
        taken=("depth",),
        checked=sensible,
        description=description,
        **{"takes": [DEPTH], **more},
    )
