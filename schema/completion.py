"""How far a cycle came, held against what was agreed; numbers and lessons, no verdict."""

from decimal import Decimal
from typing import Any

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.policy import ScoreBand, band_of, policy_for
from server.reads.shapes import Relation

COMPLETION = Relation(view="cycle_completion", on="noun_id", order="noun_id")


@nouns.shown(None)
class Completion:
    """How far the objectives of a cycle came that are open to the whole organization."""

    realised: Decimal | None = strawberry.field(
        description="Mean of their scores, agreed or else computed; null while none is known."
    )
    band: ScoreBand | None = strawberry.field(description="The band in which that lies.")
    aim: ScoreBand | None = strawberry.field(
        description="The band that the cycle aims at, if one was agreed on."
    )
    as_aimed: bool | None = strawberry.field(
        description="Whether it lies in the band aimed at; null where either is unknown."
    )
    objectives: int = strawberry.field(description="How many objectives were begun.")
    known: int = strawberry.field(description="Of how many of them a score is known.")
    reached: int = strawberry.field(description="How many stand at the cut-off or above.")
    learnings: int = strawberry.field(
        description="What reviews of them and of the cycle learned: answers to LEARNED."
    )


async def _completion(root: Any, info: Info[Any, Any]) -> Any:
    row = await reads(root, info).row(COMPLETION, root.id) or {}
    policy = await policy_for(root, info, root.id)
    aim = next((each for each in policy.score_bands if each.aim), None)
    band = band_of(policy, row["realised"])
    as_aimed = None if aim is None or band is None else band.aim
    return registry.as_noun(Completion, row | {"band": band, "aim": aim, "as_aimed": as_aimed})


def completion() -> Any:
    """How far a cycle came."""
    return strawberry.field(
        resolver=_completion,
        graphql_type=Completion,
        description="How far it came, beside the band that was aimed at and what was learned.",
    )
