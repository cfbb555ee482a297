"""How far a cycle came, held against what was agreed; numbers and lessons, no verdict."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import many, one
from schema.policy import USUAL_BANDS, in_band
from server.okr.terms import ObjectiveType
from server.reads.shapes import Relation


@nouns.shown(None)
class Completion:
    """How far the OUTCOME objectives of a cycle came that are open to the whole organization."""

    realised: Decimal | None = strawberry.field(
        description="Mean of their scores, agreed or else computed; null while none is known."
    )
    band: Any = in_band("band", "The band in which that lies.")
    aim: Any = in_band("aim", "The band that the cycle aims at, if one was agreed on.")
    as_aimed: bool | None = strawberry.field(
        description="Whether it lies in the band aimed at; null where either is unknown."
    )
    objectives: int = strawberry.field(description="How many objectives were begun.")
    known: int = strawberry.field(description="Of how many of them a score is known.")
    reached: int = strawberry.field(description="How many stand at the cut-off or above.")
    learnings: int = strawberry.field(
        description="What reviews of them and of the cycle learned: answers to LEARNED."
    )


@registry.known
@nouns.shown(None)
class TypeCompletion:
    """How far the open objectives of a cycle came that are about the same."""

    objective_type: ObjectiveType = strawberry.field(description="What they are about.")
    objectives: int = strawberry.field(description="How many were begun.")
    known: int = strawberry.field(description="Of how many of them a score is known.")
    realised: Decimal | None = strawberry.field(
        description="Mean of their scores, agreed or else computed; null while none is known."
    )
    insights: int = strawberry.field(description="How many insights came of them.")


def completion_by_type() -> Any:
    """How far a cycle came, apart for what objectives are about."""
    return many(
        "TypeCompletion",
        Relation(view="type_completion", on="cycle_id", order="place"),
        description="How far it came in what is to be otherwise, found out, or learned by people, "
        "each scored apart.",
    )


def completion() -> Any:
    """How far a cycle came."""
    return one(
        Completion,
        "completion",
        on="noun_id",
        key="id",
        given=(USUAL_BANDS,),
        description="How far it came, beside the band that was aimed at and what was learned.",
    )
