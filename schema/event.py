"""What every fact shows, whatever kind it is of."""

from datetime import datetime
from typing import Any

import strawberry

from schema import registry
from schema.fields import one
from schema.machine import machine
from schema.node import Node
from schema.words import Cursor, Position


@registry.known
@strawberry.interface(
    description="One fact: something that happened. Each kind of fact is a type of its own that "
    "adds what was said."
)
class Event(Node):
    """One fact."""

    position: Position = strawberry.field(description="Its place in the log.")
    cursor: Cursor = strawberry.field(description="Read on from here by sending it as `after`.")
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    actor: Any = one(
        "Person",
        "person",
        key="actor_id",
        optional=True,
        description="The person who did it; null for a machine.",
    )
    machine: Any = machine("The program that did it.")
    chain: str = strawberry.field(
        description="Hexadecimal SHA-256 that chains this fact to all before it."
    )
