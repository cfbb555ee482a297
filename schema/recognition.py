"""Recognition in the graph: what was achieved, without any amount."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import belonging, one
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Recognition)
class Recognition(terms.Recognition, Node):
    """What somebody says has been achieved, and by whom; it has no amount, and nothing follows."""

    author: Any = one("Person", "person", key="author_id", description="Who says it.")
    objective: Any = belonging(
        "Objective",
        "objective",
        "The objective that was achieved or reviewed, if it is about one.",
    )
    key_result: Any = belonging(
        "KeyResult",
        "key_result",
        "The key result that was achieved, if it is about one.",
    )
    person: Any = one(
        "Person", "person", key="person_id", optional=True, description="Who achieved it."
    )
    team: Any = one(
        "Team", "team", key="team_id", optional=True, description="The team that achieved it."
    )
    review: Any = one(
        "Review",
        "review",
        key="review_id",
        optional=True,
        description="The review in which it was told, if it was.",
    )
    withdrawn: bool = strawberry.field(description="Whether its author no longer stands by it.")
    recorded_at: datetime = strawberry.field(description="When it was said.")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Recognition")


def recognitions(on: str, key: str = "id", *, description: str) -> Any:
    """What was recognized that hangs on a noun."""
    relation = Relation(view="recognition", on=on, key=key)
    return connection("Recognition", relation, description=description)
