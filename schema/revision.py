"""Changes of objectives beside what they changed."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from schema import nouns, registry
from schema.context import reads
from schema.fields import one
from schema.node import Node
from schema.objective import owner
from server.facts import from_stored
from server.okr import terms


@registry.known
@nouns.shown(terms.Objective)
class ObjectiveAsStated(terms.Objective):
    """What was stated of an objective at one time."""

    owner: Any = owner()
    accountable: Any = one(
        "Person",
        "person",
        key="accountable_person_id",
        optional=True,
        description="The one person who answered for it.",
    )


def _before(root: Any, info: Info[Any, Any]) -> Any:
    return _stored(root.before, reads(root, info))


def _after(root: Any, info: Info[Any, Any]) -> Any:
    return _stored(root.after, reads(root, info))


def _stored(text: str, loader: Any) -> Any:
    """An objective as it was kept with a revision."""
    stored = json.loads(text)
    owners = {
        name: stored[name] and UUID(stored[name])
        for name in ("owner_team_id", "owner_person_id", "accountable_person_id")
    }
    said = vars(from_stored(terms.Objective, stored))
    return registry.as_noun(ObjectiveAsStated, said | owners | {"reads": loader})


@registry.known
@nouns.shown(None)
class ObjectiveRevision(Node):
    """A change of an objective with its reason, kept beside what it changed."""

    reason: str = strawberry.field(description="Why it changed.")
    category: terms.RevisionCategory | None = strawberry.field(description="What kind of reason.")
    author: Any = one(
        "Person", "person", key="actor_id", optional=True, description="Who changed it."
    )
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    running: bool = strawberry.field(description="Whether the cycle had started.")
    before: Any = strawberry.field(
        resolver=_before, graphql_type=ObjectiveAsStated, description="What was stated of it."
    )
    after: Any = strawberry.field(
        resolver=_after,
        graphql_type=ObjectiveAsStated,
        description="What is stated of it from here on.",
    )
