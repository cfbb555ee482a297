"""What stands outside and belongs to objectives and key results, in the graph."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import belonging, one
from schema.filters import AttachmentFilter
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Attachment)
class Attachment(terms.Attachment, Node):
    """Something outside of here that belongs to an objective or a key result."""

    objective: Any = one(
        "Objective",
        "objective",
        key="objective_id",
        within=True,
        description="The objective that it belongs to, itself or through its key result.",
    )
    key_result: Any = belonging(
        "KeyResult",
        "key_result",
        "The key result that it belongs to, if it is one.",
    )
    author: Any = one("Person", "person", key="author_id", description="Who attached it.")
    recorded_at: datetime = strawberry.field(description="When it was attached.")
    permissions: Any = permissions("Attachment")


def attachments(on: str, description: str, **more: Any) -> Any:
    """What stands outside and belongs to a noun, oldest first."""
    return connection(
        "Attachment",
        Relation(view="attachment", on=on, **more),
        filtered=AttachmentFilter,
        description=description,
    )
