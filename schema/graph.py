"""The assembled schema."""

from functools import cache
from typing import Any

import strawberry
from strawberry.extensions import MaxTokensLimiter, ParserCache
from strawberry.schema.config import StrawberryConfig

from schema import (
    alignment,
    capacity,
    case,
    check_in,
    comment,
    contribution,
    cycle,
    due,
    evidence,
    finding,
    key_result,
    meeting,
    objective,
    obstacle,
    organization,
    participant,
    person,
    registry,
    request,
    review,
    revision,
    team,
    work_item,
    work_link,
)
from schema.declared import declare
from schema.facts import fact_types
from schema.limits import REMEMBERED, USUAL, Checked, Limits
from schema.mutation import Mutation
from schema.one_operation import OneOperation
from schema.planned import Planned
from schema.query import Query
from schema.refusal import ChangedMeanwhile, Declined
from schema.rehearsal import Rehearsals
from schema.subscription import Subscription
from schema.words import SCALARS

# Named once, so that the nouns name each other lazily and none is left out.
NOUNS = (
    alignment,
    capacity,
    case,
    check_in,
    comment,
    contribution,
    cycle,
    due,
    finding,
    evidence,
    key_result,
    meeting,
    objective,
    obstacle,
    organization,
    participant,
    person,
    review,
    revision,
    request,
    team,
    work_item,
    work_link,
)


class Graph(strawberry.Schema):
    """The schema; it does not log errors, because they quote what people wrote."""

    suggestions = False

    def process_errors(self, *_: Any) -> None:
        """Whoever answers the request tells the errors, and logs those that are faults."""

    def _get_custom_context_kwargs(self, *of_it: Any, **more: Any) -> dict[str, Any]:
        kwargs = super()._get_custom_context_kwargs(*of_it, **more)
        return kwargs | {"hide_suggestions": not self.suggestions}


@cache
def graph(limits: Limits = USUAL) -> strawberry.Schema:
    """Every noun is loaded before the schema is put together: they name each other."""
    fact_types()
    schema = Graph(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=[Declined, ChangedMeanwhile, *registry.TYPES.values()],
        config=StrawberryConfig(scalar_map=SCALARS),
        extensions=[
            lambda: MaxTokensLimiter(max_token_count=limits.tokens),
            lambda: ParserCache(maxsize=REMEMBERED),
            lambda: Checked(limits),
            OneOperation,
            Rehearsals,
            Planned,
        ],
    )
    schema.suggestions = limits.suggestions
    declare(schema)
    return schema
