"""Scores: computed, self-assessed and agreed are three things; none overwrites another."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.fields import one
from schema.policy import Policy, ScoreBand, policy_for
from server.reads.shapes import Relation

GIVEN = Relation(view="assessment", on="noun_id")
ORIGINAL = Relation(view="original_progress", on="id", order="id")


@nouns.shown(None)
class Assessment:
    """A score that somebody gave."""

    value: Decimal = strawberry.field(description="0 to 1.")
    author: Any = one(
        "Person", "person", key="author_id", optional=True, description="Who gave it."
    )
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    comment: str | None = strawberry.field(description="What stands behind the number.")


@nouns.shown(None)
class Score:
    """Computed, self-assessed and agreed scores are three things; none overwrites another."""

    computed: Decimal | None = strawberry.field(description="What the measured progress says.")
    computed_original: Decimal | None = strawberry.field(
        description="Computed against the target as it stood when the cycle started."
    )
    self: list[Assessment] = strawberry.field(description="What people who worked on it think.")
    team: Assessment | None = strawberry.field(description="What the team thinks together.")
    agreed: Assessment | None = strawberry.field(description="What was agreed in the end.")
    band: ScoreBand | None = strawberry.field(
        description="The band of the agreed score, else of the computed one."
    )


async def _score(root: Any, info: Info[Any, Any]) -> Any:
    given = [
        (row["kind"], registry.as_noun(Assessment, row))
        for row in await reads(root, info).rows(GIVEN, root.id)
    ]
    if not given and root.value is None:
        return None
    one_of_a_kind = dict(given)
    agreed = one_of_a_kind.get("AGREED")
    agreed_on = await policy_for(root, info, root.cycle_id)
    original = await reads(root, info).row(ORIGINAL, root.id)
    return registry.as_noun(
        Score,
        {
            "computed": root.value,
            "computed_original": original and original["original_value"],
            "self": [each for kind, each in given if kind == "SELF"],
            "team": one_of_a_kind.get("TEAM"),
            "agreed": agreed,
            "band": _band(agreed_on, root.value if agreed is None else agreed.value),
        },
    )


def _band(policy: Policy, score: Decimal | None) -> ScoreBand | None:
    if score is None:
        return None
    below_top = [each for each in policy.score_bands if each.from_ <= score]
    return below_top[-1] if below_top else None


def score() -> Any:
    """The scores of a noun."""
    return strawberry.field(
        resolver=_score, graphql_type=Score | None, description="How well it was reached."
    )
