"""Comments in the graph."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Comment)
class Comment(terms.Comment, Node):
    """What somebody has to say about an objective, a key result or a report."""

    author: Any = one("Person", "person", key="author_id", description="Who says it.")
    objective: Any = one(
        "Objective",
        "objective",
        key="objective_id",
        within=True,
        description="The objective it is about.",
    )
    key_result: Any = one(
        "KeyResult",
        "key_result",
        key="key_result_id",
        within=True,
        optional=True,
        description="The key result it is about; null where it is about the whole objective.",
    )
    check_in: Any = one(
        "CheckIn",
        "check_in",
        key="check_in_id",
        within=True,
        optional=True,
        description="The report it is about, if any.",
    )
    withdrawn: bool = strawberry.field(description="Whether its author no longer stands by it.")
    recorded_at: datetime = strawberry.field(description="When it was said.")
    version: int = strawberry.field(
        description="Number of facts about this comment; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Comment")


def commented(on: str, *, description: str) -> Any:
    """The comments that hang on a noun, oldest first."""
    return connection("Comment", Relation(view="comment", on=on), description=description)
