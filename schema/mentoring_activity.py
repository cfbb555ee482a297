"""Who of the two of a mentorship started what, kept what and answered whom."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import many, one
from server.reads.shapes import Relation


@registry.known
@nouns.shown(None)
class MentoringActivity:
    """What one of the two did in a mentorship; what they keep to themselves is not counted."""

    person: Any = one("Person", "person", key="person_id", description="Which of the two.")
    goals_set: int = strawberry.field(description="Goals that they drafted.")
    notes_shared: int = strawberry.field(description="Notes that both read.")
    feedback_asked: int = strawberry.field(description="How often they asked for feedback.")
    feedback_given: int = strawberry.field(description="How often they gave feedback.")
    asked_of_them: int = strawberry.field(description="How often feedback was asked of them.")
    answered: int = strawberry.field(description="How much of that they answered.")
    response_rate: Decimal | None = strawberry.field(
        description="The share of what was asked of them that they answered; null for nothing."
    )
    days_to_answer: Decimal | None = strawberry.field(
        description="How many days they took to answer, on average."
    )
    taken_on: int = strawberry.field(description="Actions that they took on.")
    kept: int = strawberry.field(description="Of these, how many they kept.")
    not_kept: int = strawberry.field(description="Of these, how many they did not keep.")
    kept_share: Decimal | None = strawberry.field(
        description="The share of what they took on that they kept; null for nothing."
    )
    concerns_raised: int = strawberry.field(description="Concerns that they told the other.")
    challenges_named: int = strawberry.field(description="What they said was difficult.")


def activity() -> Any:
    """What each of the two did: the mentor first, then the mentee."""
    return many(
        "MentoringActivity",
        Relation(view="mentoring_activity", on="mentorship_id", order="place"),
        description="Who started what, kept what and answered whom: mentor, then mentee.",
    )
