"""What stands outside and belongs to objectives and key results, in the graph."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import belonging, one
from schema.filters import AttachmentFilter
from schema.mentoring_entry import entries
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Attachment)
class Attachment(terms.Attachment, Node):
    """Something outside of here that belongs to an objective, a key result or all of it."""

    objective: Any = belonging(
        "Objective",
        "objective",
        "The objective that it belongs to, itself or through its key result; null where it is "
        "for everybody to learn from.",
    )
    key_result: Any = belonging(
        "KeyResult",
        "key_result",
        "The key result that it belongs to, if it is one.",
    )
    author: Any = one("Person", "person", key="author_id", description="Who attached it.")
    recorded_at: datetime = strawberry.field(description="When it was attached.")
    reflections: Any = entries(
        "attachment_id", "What people made of it, as far as the viewer is in on that."
    )
    permissions: Any = permissions("Attachment")


def attachments(on: str, description: str, **more: Any) -> Any:
    """What stands outside and belongs to a noun, oldest first."""
    return connection(
        "Attachment",
        Relation(view="attachment", on=on, **more),
        filtered=AttachmentFilter,
        description=description,
    )
