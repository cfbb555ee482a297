"""Revisions in the graph: what changed of what was stated of a noun, read from its own past."""

from datetime import datetime
from functools import cache
from typing import Any

import strawberry

from schema import registry
from schema.fields import many, one, stored
from schema.machine import machine
from schema.words import Position
from server.reads.shapes import Match, Relation


@cache
def revision_type(as_stated: type) -> Any:
    """The type of a change of what a noun states."""
    noun = as_stated.__name__.removesuffix("AsStated")
    plain = {
        "position": (Position, "The position of the fact that changed it."),
        "recorded_at": (datetime, "When it was recorded."),
        "reason": (str | None, "Why it changed; null where no reason is asked for."),
        "fields": (registry.listed(str), "The names of what changed."),
    }
    made: dict[str, Any] = {
        name: strawberry.field(description=sentence) for name, (_, sentence) in plain.items()
    }
    made["author"] = one(
        "Person", "person", key="actor_id", optional=True, description="Who changed it."
    )
    made["machine"] = machine("The program that changed it.")
    made["before"] = stored(as_stated, "before", "What was stated of it.")
    made["after"] = stored(as_stated, "after", "What is stated of it from here on.")
    made["__annotations__"] = {name: kind for name, (kind, _) in plain.items()}
    return strawberry.type(
        type(f"{noun}Revision", (), made),
        description=f"A change of what is stated of a {noun}, with what it changed.",
    )


def revisions(as_stated: type, table: str, description: str) -> Any:
    """How a noun was changed whose rows stand in a table."""
    of_table = (Match(column="name", value=table),)
    changes = Relation(view="revision", on="id", order="position", where=of_table)
    return many(revision_type(as_stated), changes, description=description)
