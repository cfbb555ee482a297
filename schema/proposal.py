"""Proposals in the graph: what somebody wants to change of a key result."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.curve import curve
from schema.fields import one, stored
from server.okr import terms


@nouns.shown(None)
class Proposal:
    """What somebody wants to change of a key result: null where `changes` does not name it."""

    changes: list[str] = strawberry.field(description="The fields that would change.")
    category: terms.RevisionCategory = strawberry.field(description="What kind of reason.")
    title: str | None = strawberry.field(description="The new sentence.")
    verb: str | None = strawberry.field(description="What would be done from then on.")
    counted: str | None = strawberry.field(description="What would be counted from then on.")
    weight: Decimal | None = strawberry.field(description="How much it would count.")
    due_on: date | None = strawberry.field(description="Day by which it would be due.")
    owner: Any = one(
        "Person",
        "person",
        key="owner_person_id",
        optional=True,
        description="Who would report it.",
    )
    metric: Any = stored("Metric", "metric", "How it would be measured.", optional=True)
    curve: Any = curve()


def proposal() -> Any:
    """What a request proposes to change."""
    return stored(
        Proposal,
        "proposed",
        "What is proposed to change; null where something else is asked for.",
        optional=True,
    )
