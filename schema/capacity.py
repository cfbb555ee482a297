"""How much work teams can take on, in the graph, beside what is planned for them."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import of_related, one
from schema.finding import findings
from schema.node import Node
from schema.pages import connection
from server.okr import terms
from server.reads.shapes import Relation

LOAD = Relation(view="team_load", on="id")


@registry.known
@nouns.shown(terms.Capacity)
class Capacity(terms.Capacity, Node):
    """How much work a team can take on in a cycle."""

    team: Any = one("Team", "team", key="team_id", description="The team.")
    cycle: Any = one("Cycle", "cycle", key="cycle_id", description="The cycle.")
    planned: Any = of_related(
        "planned",
        LOAD,
        Decimal,
        description="How many days of work are planned for it, as far as the viewer sees: what "
        "the team does, and what its members do for its objectives.",
    )
    over: Any = of_related(
        "over", LOAD, bool, description="Whether that is more than it can take on."
    )
    author: Any = one(
        "Person", "person", key="author_id", optional=True, description="Who said so last."
    )
    recorded_at: datetime = strawberry.field(description="When that was.")
    findings: Any = findings()
    version: int = strawberry.field(description="How often it was said.")


def capacities_of(on: str, description: str) -> Any:
    """How much work teams can take on."""
    return connection("Capacity", Relation(view="capacity", on=on), description=description)
