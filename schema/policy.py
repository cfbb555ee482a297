"""Policies: what the organization has agreed about working with objectives."""

from typing import Any

import msgspec
import strawberry

from schema import nouns
from schema.fields import many, one, stored
from schema.revisions import revisions
from schema.stated import PolicyAsStated
from server.okr import terms
from server.reads.shapes import Relation

USUAL_BANDS = msgspec.json.encode(terms.Policy().score_bands).decode()
USUAL_AIMS = msgspec.json.encode(terms.Policy().programme_aims).decode()


@nouns.shown(terms.ScoreBand)
class ScoreBand(terms.ScoreBand):
    """A range of scores with a name and a colour."""

    bonus: bool = strawberry.field(
        description="Whether it lies above the target: only progress that was computed reaches it.",
    )


def in_band(column: str, description: str) -> Any:
    """A range of scores that a row holds."""
    return stored(ScoreBand, column, description, optional=True)


@nouns.shown(terms.ProgrammeAim)
class ProgrammeAim(terms.ProgrammeAim):
    """Between which two values a programme number is to lie."""


@nouns.shown(terms.Policy)
class Policy(terms.Policy):
    """What the organization has agreed about working with objectives."""

    score_bands: Any = many(
        ScoreBand,
        Relation(view="score_band", on="policy_id", order="place", given=(USUAL_BANDS,)),
        description="Ranges of scores, lowest first.",
    )
    programme_aims: Any = many(
        ProgrammeAim,
        Relation(view="programme_aim", on="policy_id", order="place", given=(USUAL_AIMS,)),
        description="Where numbers about how objectives are worked with are to lie.",
    )
    revisions: Any = revisions(PolicyAsStated, "policies", "How it was changed, oldest first.")


def policy(description: str) -> Any:
    """The policy that holds for a noun."""
    return one(Policy, "policy", key="id", description=description)
