"""Changes of objectives beside what they changed."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one, stored
from schema.node import Node
from schema.objective import owner
from server.okr import terms


@registry.known
@nouns.shown(terms.Objective)
class ObjectiveAsStated(terms.Objective):
    """What was stated of an objective at one time."""

    state: terms.ObjectiveState = strawberry.field(description="How far it was.")
    owner: Any = owner("The team or person it belongs to.")
    accountable: Any = one(
        "Person",
        "person",
        key="accountable_person_id",
        optional=True,
        description="The one person who answered for it.",
    )


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
    before: Any = stored(ObjectiveAsStated, "before", "What was stated of it.")
    after: Any = stored(ObjectiveAsStated, "after", "What is stated of it from here on.")
