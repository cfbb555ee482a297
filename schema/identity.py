"""Identities in the graph: by what people are known to those who vouch for them."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.node import Node
from schema.pages import connection
from server.reads.shapes import Relation


@registry.known
@nouns.shown(None)
class Identity(Node):
    """By which issuer and subject a person is found, for those who may look into that."""

    person: Any = one("Person", "person", key="person_id", description="Who it is.")
    issuer: str = strawberry.field(
        description="Who vouches for them: the issuer's address, as its tokens name it."
    )
    subject: str = strawberry.field(description="What the issuer calls them, for good.")
    linked_at: datetime = strawberry.field(description="Since when they are found by it.")


def identities(description: str) -> Any:
    """The identities of a person."""
    return connection(
        "Identity", Relation(view="identity", on="person_id"), description=description
    )
