"""Insights in the graph: what was learned, and what rests on it."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import belonging, many, one
from schema.node import Node
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Insight)
class Insight(terms.Insight, Node):
    """Something that was learned, kept for whoever decides later."""

    hypothesis: Any = one(
        "Hypothesis",
        "hypothesis",
        key="hypothesis_id",
        optional=True,
        description="The hypothesis it was learned about, if it was one.",
    )
    objective: Any = belonging(
        "Objective",
        "objective",
        "The objective it was learned on the way to, itself or by its key result.",
    )
    key_result: Any = belonging(
        "KeyResult",
        "key_result",
        "The key result it was learned from, if it was one.",
    )
    author: Any = one("Person", "person", key="author_id", description="Who learned it.")
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    linked_by: Any = many(
        "Link",
        Relation(view="link", on="to_insight_id"),
        description="The ties of later objectives that rest on it.",
    )


def insights(on: str, description: str) -> Any:
    """What was learned from a noun, in the order in which it was."""
    return many("Insight", Relation(view="insight", on=on), description=description)
