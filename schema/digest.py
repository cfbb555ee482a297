"""Digests in the graph: what happened lately, and what waits, in a few numbers."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.day import ON
from schema.fields import one, read, taken
from server.reads.sources import StoredList

SINCE = taken("since", date | None, "From this day on; from a week before if none is named.")


@nouns.shown(None)
class Moved:
    """An objective that is elsewhere than it was."""

    objective: Any = one("Objective", "objective", key="objective_id", description="Which one.")
    before: Decimal | None = strawberry.field(description="How far it was; null if unknown.")
    after: Decimal | None = strawberry.field(description="How far it is; null if unknown.")


@nouns.shown(None)
class Digest:
    """What happened between two days and what waits, as far as the viewer sees it."""

    since: date = strawberry.field(description="The first day.")
    on: date = strawberry.field(description="The last day.")
    due: int = strawberry.field(description="How many reports are due on the last day.")
    overdue: int = strawberry.field(description="How many of these should have come before.")
    requests: int = strawberry.field(description="How many requests wait for this person.")
    reports: int = strawberry.field(description="How many reports came.")
    revisions: int = strawberry.field(description="How often something was changed.")
    obstacles: int = strawberry.field(description="How many obstacles are open.")
    moved: Any = read(
        StoredList(column="moved"),
        registry.listed(Moved),
        "The objectives that are elsewhere than before the first day; the first 1,000.",
        shows=Moved,
    )


def digest(description: str) -> Any:
    """What happened lately about a noun."""
    return one(
        Digest,
        "digest",
        on="unit_id",
        key="id",
        daily=True,
        taken=("since",),
        takes=[SINCE, ON],
        description=description,
    )
