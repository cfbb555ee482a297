"""Verifications in the graph: who checked the log, how far, and what they found."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.node import Node
from schema.words import Position


@registry.known
@nouns.shown(None)
class Verification(Node):
    """What somebody found who checked the log, for those who may look into that."""

    first_position: Position = strawberry.field(description="From where on it was checked.")
    last_position: Position = strawberry.field(description="How far it was checked.")
    chain: str = strawberry.field(
        description="The chain there as they found it: 64 digits from 0 to f."
    )
    same_log: bool = strawberry.field(
        description="Whether that is the chain of this log; where it is not, they saw another one."
    )
    fault: str | None = strawberry.field(description="What did not fit; null where all did.")
    author: Any = one("Person", "person", key="author_id", description="Who checked it.")
    recorded_at: datetime = strawberry.field(description="When they said so.")
