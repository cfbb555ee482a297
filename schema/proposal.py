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
    category: terms.RevisionCategory | None = strawberry.field(
        description="What kind of reason; null for a new key result."
    )
    title: str | None = strawberry.field(description="The new sentence.")
    verb: str | None = strawberry.field(description="What would be done from then on.")
    counted: str | None = strawberry.field(description="What would be counted from then on.")
    weight: Decimal | None = strawberry.field(description="How much it would count.")
    due_on: date | None = strawberry.field(description="Day by which it would be due.")
    start_confidence: Decimal | None = strawberry.field(
        description="How sure the author would have been at the start."
    )
    indicator_kind: terms.IndicatorKind | None = strawberry.field(
        description="Whether it would say how much or how good."
    )
    ambition: terms.Ambition | None = strawberry.field(description="How it would be meant.")
    expected_score: Decimal | None = strawberry.field(
        description="The score that would have been expected at the start."
    )
    discipline: str | None = strawberry.field(
        description="The function or discipline that it would be of."
    )
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
