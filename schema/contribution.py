"""Contributions in the graph."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.node import Node


@registry.known
@nouns.shown(None)
class Contribution(Node):
    """A contributor's part of a key result: a target of their own, and how far they are."""

    key_result: Any = one(
        "KeyResult", "key_result", key="key_result_id", description="The key result."
    )
    person: Any = one("Person", "person", key="person_id", description="The contributor.")
    target: Decimal = strawberry.field(description="How much they mean to add.")
    current: Decimal | None = strawberry.field(
        description="How much they have added; null until they report."
    )
    progress: Decimal | None = strawberry.field(
        description="How far they are towards their own target."
    )
    assigned: bool = strawberry.field(
        description="True if somebody else assigned it, false if the person joined."
    )
