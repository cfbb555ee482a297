"""Redactions in the graph: what was taken out of the history, when and why."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.node import Node
from schema.pages import connection
from schema.words import Position
from server.reads.shapes import Relation


@registry.known
@nouns.shown(None)
class Redaction(Node):
    """Words that were taken out of the history for good, for those who may look into that."""

    event_position: Position | None = strawberry.field(
        description="Of which fact; null where a person was forgotten."
    )
    fields: list[str] | None = strawberry.field(
        description="Which of its words, by name; null where a person was forgotten."
    )
    person: Any = one(
        "Person",
        "person",
        key="person_id",
        optional=True,
        description="Who was forgotten; null where one fact was redacted.",
    )
    reason: str = strawberry.field(description="Why they had to be gone.")
    author: Any = one("Person", "person", key="author_id", description="Who took them out.")
    exports: Any = connection(
        "Export",
        Relation(view="redaction_export", on="redaction_id"),
        description="What had left before with those words, or may have: tell whoever has it.",
    )
    recorded_at: datetime = strawberry.field(description="When they were taken out.")
