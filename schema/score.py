"""Scores: computed, self-assessed and agreed are three things; none overwrites another."""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.fields import one
from schema.policy import ScoreBand, band_of, policy_for
from server.reads.shapes import Match, Relation

PERSON = Relation(view="person", on="id", order="id")
GIVEN = Relation(view="assessment", on="noun_id")
LESSONS = {
    "Objective": Relation(view="answer", on="objective_id", order="place"),
    "KeyResult": Relation(view="answer", on="key_result_id", order="place"),
}
LEARNED = (Match(column="question", value="LEARNED"),)
ORIGINAL = Relation(view="original_progress", on="id", order="id")


async def _person(root: Any, info: Info[Any, Any]) -> Any:
    row = await reads(root, info).row(PERSON, root.person_id)
    return registry.shown("Person", row)


@nouns.shown(None)
class Vote:
    """What one of those who scored together voted."""

    person: Any = strawberry.field(
        resolver=_person, graphql_type=registry.lazily("Person"), description="Who voted."
    )
    value: Decimal = strawberry.field(description="0 to 1.")


async def _participants(root: Any, info: Info[Any, Any]) -> Any:
    loader = reads(root, info)
    rows = [await loader.row(PERSON, each) for each in root.participant_ids]
    return [registry.shown("Person", row) for row in rows if row]


def _votes(root: Any, info: Info[Any, Any]) -> Any:
    cast = json.loads(root.votes, parse_float=Decimal, parse_int=Decimal)
    return [
        registry.as_noun(
            Vote,
            {
                "person_id": UUID(each["person_id"]),
                "value": Decimal(each["score"]),
                "reads": reads(root, info),
            },
        )
        for each in cast
    ]


@nouns.shown(None)
class Assessment:
    """A score that somebody gave."""

    value: Decimal = strawberry.field(description="0 to 1.")
    author: Any = one(
        "Person", "person", key="author_id", optional=True, description="Who gave it."
    )
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    comment: str | None = strawberry.field(description="What stands behind the number.")
    participants: Any = strawberry.field(
        resolver=_participants,
        graphql_type=registry.listed(registry.lazily("Person")),
        description="For a TEAM score: who scored together.",
    )
    votes: Any = strawberry.field(
        resolver=_votes,
        graphql_type=list[Vote],
        description="For a TEAM score: what each of them voted, as far as it was told.",
    )


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
    learnings: int = strawberry.field(
        description="How often its reviews answered what was learned."
    )
    band: ScoreBand | None = strawberry.field(
        description="The band of the agreed score, else of the computed one; full scores whose "
        "measured progress lies above 1 are in the bonus band, if there is one."
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
            "learnings": await reads(root, info).count(
                LESSONS[type(root).__name__], LEARNED, root.id
            ),
            "band": band_of(agreed_on, root.value if agreed is None else agreed.value, root.raw),
        },
    )


def score() -> Any:
    """The scores of a noun."""
    return strawberry.field(
        resolver=_score, graphql_type=Score | None, description="How well it was reached."
    )
