"""Exports in the graph: what left, with whom and how far."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.node import Node
from schema.words import Position
from server.okr import terms


@registry.known
@nouns.shown(None)
class Export(Node):
    """Facts that left, for those who may look into that."""

    first_position: Position = strawberry.field(description="The first of them.")
    last_position: Position = strawberry.field(description="The last of them.")
    format: terms.ExportFormat = strawberry.field(description="How they were written.")
    sha256: str = strawberry.field(
        description="Digest of all that was sent, before it was packed: 64 digits from 0 to f."
    )
    complete: bool = strawberry.field(
        description="Whether it was sent to its end; where it was not, `lastPosition` is the last "
        "that may have arrived."
    )
    author: Any = one(
        "Person",
        "person",
        key="author_id",
        optional=True,
        description="Who took them; null where it was whoever operates the server.",
    )
    recorded_at: datetime = strawberry.field(description="When they had left.")
