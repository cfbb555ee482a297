"""Where the organization wants to go, in the graph, and what serves it."""

from typing import Any

import strawberry

from schema import nouns, registry
from schema.events import events_about
from schema.filters import ObjectiveFilter
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from schema.revisions import revisions
from schema.stated import AspirationAsStated
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Aspiration)
class Aspiration(terms.Aspiration, Node):
    """Where the organization wants to go: its mission, its vision, a theme of its strategy."""

    objectives: Any = connection(
        "Objective",
        Relation(view="serving_objective", on="to_aspiration_id"),
        filtered=ObjectiveFilter,
        most=1_000,
        description="The objectives that serve it, as far as the viewer sees them.",
    )
    revisions: Any = revisions(
        AspirationAsStated, "aspirations", "How it was stated before, oldest first."
    )
    events: Any = events_about("it and what serves it")
    version: int = strawberry.field(
        description="Number of facts about it; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Aspiration")
