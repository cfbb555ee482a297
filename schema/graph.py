"""The assembled schema."""

from functools import cache

import strawberry
from strawberry.extensions import (
    MaxAliasesLimiter,
    MaxTokensLimiter,
    ParserCache,
    QueryDepthLimiter,
    ValidationCache,
)
from strawberry.schema.config import StrawberryConfig

from schema import (
    alignment,
    check_in,
    contribution,
    cycle,
    key_result,
    objective,
    organization,
    person,
    registry,
    team,
)
from schema.mutation import Mutation
from schema.query import Query
from schema.refusal import ChangedMeanwhile, Declined
from schema.words import SCALARS

# Named once, so that the nouns name each other lazily and none is left out.
NOUNS = (
    alignment,
    check_in,
    contribution,
    cycle,
    key_result,
    objective,
    organization,
    person,
    team,
)


@cache
def graph(*, depth: int = 15, tokens: int = 4_000, aliases: int = 60) -> strawberry.Schema:
    """Every noun is loaded before the schema is put together: they name each other."""
    return strawberry.Schema(
        query=Query,
        mutation=Mutation,
        types=[Declined, ChangedMeanwhile, *registry.TYPES.values()],
        config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
        extensions=[
            lambda: QueryDepthLimiter(max_depth=depth),
            lambda: MaxTokensLimiter(max_token_count=tokens),
            lambda: MaxAliasesLimiter(max_alias_count=aliases),
            lambda: ParserCache(maxsize=500),
            lambda: ValidationCache(maxsize=500),
        ],
    )
