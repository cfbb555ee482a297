"""Keys of programs in the graph."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.node import Node
from schema.pages import connection
from server.identity.secrets import ApiKey as Secret
from server.identity.secrets import digest, new_secret
from server.okr import events
from server.okr.api_keys import CreateApiKey
from server.reads.shapes import Relation


@registry.known
@nouns.shown(None)
class ApiKey(Node):
    """A key with which a program comes in, for those who may look into that; never its secret."""

    person: Any = one("Person", "person", key="person_id", description="The program.")
    name: str = strawberry.field(description="What it is for, or where it is kept.")
    expires_on: date = strawberry.field(description="The last day on which it is good.")
    revoked: bool = strawberry.field(description="Whether it was made worthless before that.")
    created_at: datetime = strawberry.field(description="When it was made.")
    last_used_at: datetime | None = strawberry.field(
        description="When it was last used, to the minute; null where it never was."
    )


def api_keys(description: str) -> Any:
    """The keys of a program."""
    return connection("ApiKey", Relation(view="api_key", on="person_id"), description=description)


def secretly(said: CreateApiKey) -> Callable[[UUID, events.ApiKeyCreated], str | None]:
    """Make the secret of a key that is asked for; tells the key where it is the one with it."""
    secret = new_secret()
    said.digest = digest(secret)

    def tell(organization_id: UUID, made: events.ApiKeyCreated) -> str | None:
        if made.digest != said.digest:
            return None
        return str(Secret(organization_id=organization_id, id=made.api_key_id, secret=secret))

    return tell
