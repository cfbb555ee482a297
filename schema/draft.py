"""Drafts of objectives in the graph: what was stated of one each time, and what is found of it."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import many, one, stored
from schema.machine import machine
from schema.words import Position
from server.okr.findings import FindingCode
from server.reads.shapes import Relation


@registry.known
@nouns.shown(None)
class ObjectiveDraft:
    """What was stated of an objective at one time while it was a draft."""

    position: Position = strawberry.field(description="The position of the fact that stated it.")
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    author: Any = one(
        "Person", "person", key="actor_id", optional=True, description="Who stated it."
    )
    machine: Any = machine("The program that stated it.")
    stated: Any = stored("ObjectiveAsStated", "stated", "What was stated of it.")
    lint: int = strawberry.field(
        description="How much there is to be said of its wording; 0 where it is fine."
    )
    codes: list[FindingCode] = strawberry.field(
        description="What that is, by the word lists as agreed on now."
    )


def drafts() -> Any:
    """The drafts of an objective."""
    return many(
        "ObjectiveDraft",
        Relation(view="objective_draft", on="of_id", order="position"),
        description="What was stated of it each time while it was a draft, oldest first, "
        "with what is found of the wording of each.",
    )
