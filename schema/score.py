"""Scores: computed, self-assessed and agreed are three things; none overwrites another."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns
from schema.fields import listed, many, one, read
from schema.policy import USUAL_BANDS, in_band
from server.reads.shapes import Match, Relation
from server.reads.sources import StoredList


@nouns.shown(None)
class Vote:
    """What one of those who scored together voted."""

    person: Any = one("Person", "person", key="person_id", description="Who voted.")
    value: Decimal = strawberry.field(description="0 to 1.")


@nouns.shown(None)
class Assessment:
    """A score that somebody gave."""

    value: Decimal = strawberry.field(description="0 to 1.")
    author: Any = one(
        "Person", "person", key="author_id", optional=True, description="Who gave it."
    )
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    comment: str | None = strawberry.field(description="What stands behind the number.")
    participants: Any = listed(
        "Person", "person", "participant_ids", "For a TEAM score: who scored together."
    )
    votes: Any = read(
        StoredList(column="votes_cast"),
        list[Vote],
        "For a TEAM score: what each of them voted, as far as it was told.",
        shows=Vote,
    )


def given(kind: str) -> dict[str, Any]:
    """Where the scores of one kind stand."""
    return {"on": "noun_id", "where": (Match(column="kind", value=kind),)}


def given_by_all(kind: str, description: str) -> Any:
    """The one score of a kind."""
    return one(
        Assessment,
        "assessment",
        key="noun_id",
        optional=True,
        description=description,
        **given(kind),
    )


@nouns.shown(None)
class Score:
    """Computed, self-assessed and agreed scores are three things; none overwrites another."""

    computed: Decimal | None = strawberry.field(description="What the measured progress says.")
    computed_original: Decimal | None = strawberry.field(
        description="Computed against the target as it stood when the cycle started; null where "
        "what is reported now says nothing of that."
    )
    self: Any = many(
        Assessment,
        Relation(view="assessment", key="noun_id", **given("SELF")),
        description="What people who worked on it think.",
    )
    team: Any = given_by_all("TEAM", "What the team thinks together.")
    agreed: Any = given_by_all("AGREED", "What was agreed in the end.")
    learnings: int = strawberry.field(
        description="How often its reviews answered what was learned."
    )
    band: Any = in_band(
        "band",
        "The band of the agreed score, else of the computed one; full scores whose "
        "measured progress lies above 1 are in the bonus band, if there is one.",
    )


def score() -> Any:
    """The scores of a noun."""
    return one(
        Score,
        "score",
        on="noun_id",
        key="id",
        optional=True,
        given=(USUAL_BANDS,),
        description="How well it was reached.",
    )
