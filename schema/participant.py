"""Who takes part in an objective, and who agrees with it, in the graph."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.node import Node
from server.okr import terms
from server.reads.shapes import Match


@registry.known
@nouns.shown(terms.Participant)
class Participant(terms.Participant, Node):
    """A person or a team that takes part in an objective that is not theirs."""

    objective: Any = one(
        "Objective",
        "objective",
        key="objective_id",
        within=True,
        description="What they take part in.",
    )
    person: Any = one(
        "Person", "person", key="person_id", optional=True, description="Who; null for a team."
    )
    team: Any = one(
        "Team", "team", key="team_id", optional=True, description="Which team; null for a person."
    )
    acknowledgement: Any = one(
        "Attestation",
        "attestation",
        on="objective_id",
        key="objective_id",
        also="person_id",
        where=(Match(column="kind", value="ACKNOWLEDGED"), Match(column="stands", value=True)),
        optional=True,
        description="Whether they have seen it and count on it, in their last word; null for a "
        "team, and while they have said nothing.",
    )


@registry.known
@nouns.shown(terms.SignOff)
class SignOff(terms.SignOff, Node):
    """What somebody thinks of an objective before it begins."""

    objective: Any = one(
        "Objective", "objective", key="objective_id", within=True, description="Of what."
    )
    person: Any = one("Person", "person", key="person_id", description="Who said it.")
    stands: bool = strawberry.field(
        description="Whether it is the latest of its person; earlier ones are kept."
    )
    recorded_at: datetime = strawberry.field(description="When they said it.")


@registry.known
@nouns.shown(None)
class Agreement:
    """How many agree with an objective, of how many who are asked."""

    asked: int = strawberry.field(
        description="How many people are asked: members of its teams, its owner, its co-authors."
    )
    agreed: int = strawberry.field(description="How many of them agree, with concerns or without.")
    disagreed: int = strawberry.field(description="How many of them disagree.")
    quorum: Decimal | None = strawberry.field(
        description="The share that has to agree before it begins; null where none is asked for."
    )
    reached: bool = strawberry.field(description="Whether as many agree as are asked for.")
