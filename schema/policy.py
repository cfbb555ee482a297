"""Policies: what the organization has agreed about working with objectives."""

import json
from decimal import Decimal
from typing import Any, get_type_hints
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from server import hints
from server.facts import from_stored
from server.okr import terms
from server.reads.shapes import Relation

AGREED = Relation(view="policy", on="id", order="id")


def _bonus(root: Any) -> bool:
    return bool(root.from_ >= 1)


@nouns.shown(terms.ScoreBand)
class ScoreBand(terms.ScoreBand):
    """A range of scores with a name and a colour."""

    bonus: bool = strawberry.field(
        resolver=_bonus,
        description="Whether it lies above the target: only progress that was computed reaches it.",
    )


@nouns.shown(terms.Policy)
class Policy(terms.Policy):
    """What the organization has agreed about working with objectives."""

    score_bands: Any = strawberry.field(graphql_type=list[ScoreBand])


async def policy_for(root: Any, info: Info[Any, Any], noun_id: UUID) -> Any:
    """The policy that holds for the organization or a cycle."""
    row = await reads(root, info).row(AGREED, noun_id)
    agreed = from_stored(terms.Policy, _stated(row or {}))
    bands = [registry.as_noun(ScoreBand, vars(each)) for each in agreed.score_bands]
    return registry.as_noun(Policy, vars(agreed) | {"score_bands": bands})


def _stated(row: dict[str, Any]) -> dict[str, Any]:
    """What the columns say; where nothing was ever said the noun's own default holds."""
    told = get_type_hints(terms.Policy)
    stated = {name: row[name] for name in told if row.get(name) is not None}
    nested = {name for name in stated if hints.noun(hints.item(told[name])) is not None}
    return {name: json.loads(v) if name in nested else v for name, v in stated.items()}


async def _policy(root: Any, info: Info[Any, Any]) -> Any:
    return await policy_for(root, info, root.id)


def policy(description: str) -> Any:
    """The policy that holds for a noun."""
    return strawberry.field(resolver=_policy, graphql_type=Policy, description=description)


def band_of(policy: Policy, score: Decimal | None, raw: Decimal | None = None) -> ScoreBand | None:
    """The band of a score; what people give lies within 0 to 1, more than that is computed."""
    if score is None:
        return None
    above = raw is not None and raw > 1 and score == 1
    fitting = [each for each in policy.score_bands if each.from_ <= score and each.from_ < 1]
    bonus = [each for each in policy.score_bands if above and each.from_ >= 1]
    return next(reversed([*fitting, *bonus]), None)
