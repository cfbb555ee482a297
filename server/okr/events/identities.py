"""What can have happened to the ways in which people say who they are."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class IdentityLinked(Fact):
    """Whoever an issuer of tokens calls by a subject is a person of the organization."""

    stream = "person_id"
    inspected = True
    identity_id: UUID
    person_id: UUID
    issuer: Annotated[str, "Who vouches for them: the issuer's address, as its tokens name it."]
    subject: Annotated[Text, "What the issuer calls them, for good."]


@dataclass(kw_only=True)
class IdentityUnlinked(Fact):
    """Whoever was known by an identity is nobody here by it, nor by tokens it had until then."""

    stream = "person_id"
    inspected = True
    identity_id: UUID
    person_id: UUID


@dataclass(kw_only=True)
class ApiKeyCreated(Fact):
    """A program has a key with which it comes in; of its secret only the digest is kept."""

    stream = "person_id"
    inspected = True
    api_key_id: UUID
    person_id: UUID
    name: Annotated[Text, "What the key is for, or where it is kept."]
    digest: Annotated[str, "SHA-256 of the secret, which nobody here knows."]
    expires_on: Annotated[date, "The last day on which it is good."]


@dataclass(kw_only=True)
class ApiKeyRevoked(Fact):
    """A key of a program is worth nothing from here on."""

    stream = "person_id"
    inspected = True
    api_key_id: UUID
    person_id: UUID
