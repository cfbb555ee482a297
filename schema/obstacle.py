"""What reports leave open in the graph: obstacles, help wanted, corrections proposed."""

from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.filters import ObstacleFilter
from schema.node import Node
from schema.pages import connection
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Obstacle)
class Obstacle(terms.Obstacle, Node):
    """Something in the way, help wanted, or a correction proposed: open until it is answered."""

    open: bool = strawberry.field(description="Whether it still waits for an answer.")
    answer: str | None = strawberry.field(description="What was done about it.")
    answered_by: Any = one(
        "Person", "person", key="answered_by_id", optional=True, description="Who answered."
    )
    key_result: Any = one(
        "KeyResult", "key_result", key="key_result_id", within=True, description="What it is about."
    )
    check_in: Any = one(
        "CheckIn",
        "check_in",
        key="check_in_id",
        within=True,
        description="The report that named it.",
    )


def obstacles(on: str) -> Any:
    """What was left open about everything whose rows have the noun's id in a column."""
    return connection(
        "Obstacle",
        Relation(view="obstacle", on=on, order="place"),
        filtered=ObstacleFilter,
        description="Obstacles, help wanted and corrections proposed, oldest first.",
    )
