"""Comments in the graph, each with what answers it."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import belonging, one
from schema.filters import CommentFilter
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Comment)
class Comment(terms.Comment, Node):
    """What somebody has to say about an objective, a key result, a report or what is made known."""

    author: Any = one("Person", "person", key="author_id", description="Who says it.")
    objective: Any = belonging(
        "Objective",
        "objective",
        "The objective it is about; null where it is about what was made known of a whole cycle.",
    )
    key_result: Any = belonging(
        "KeyResult",
        "key_result",
        "The key result it is about; null where it is about the whole objective.",
    )
    check_in: Any = one(
        "CheckIn",
        "check_in",
        key="check_in_id",
        within=True,
        optional=True,
        description="The report it is about, if any.",
    )
    announcement: Any = one(
        "Announcement",
        "announcement",
        key="announcement_id",
        optional=True,
        description="What was made known that it is about, if any.",
    )
    answers: Any = one(
        "Comment",
        "comment",
        key="answers_id",
        optional=True,
        description="The comment that it answers: with that the thread begins.",
    )
    replies: Any = connection(
        "Comment",
        Relation(view="comment", on="answers_id"),
        description="What people answered to it, oldest first.",
    )
    open: bool = strawberry.field(description="Whether it waits for an outcome.")
    outcome: str | None = strawberry.field(description="What came of it.")
    resolved_by: Any = one(
        "Person",
        "person",
        key="resolved_by_id",
        optional=True,
        description="Who said what came of it.",
    )
    withdrawn: bool = strawberry.field(description="Whether its author no longer stands by it.")
    recorded_at: datetime = strawberry.field(description="When it was said.")
    version: int = strawberry.field(
        description="Number of facts about this comment; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Comment")


def commented(on: str, *, description: str) -> Any:
    """The comments that hang on a noun, oldest first."""
    relation = Relation(view="comment", on=on)
    return connection("Comment", relation, filtered=CommentFilter, description=description)
