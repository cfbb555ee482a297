"""Misses in the graph: why something was not reached."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from server.okr import terms


@registry.known
@nouns.shown(terms.Miss)
class Miss(terms.Miss):
    """Why a key result was not reached."""

    author: Any = one(
        "Person", "person", key="author_id", optional=True, description="Who says so."
    )
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
