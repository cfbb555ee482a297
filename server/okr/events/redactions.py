"""What can have happened to words that are to be gone: taken out of the history, or kept in it."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class EventRedacted(Fact):
    """Words were taken out of a fact for good; that they had been there stays."""

    stream = "redaction_id"
    inspected = True
    redaction_id: UUID
    event_position: Annotated[int, "The position of the fact."]
    fields: Annotated[list[str], "The names of the words that are gone."]
    reason: Annotated[Text, "Why they are gone."]


@dataclass(kw_only=True)
class PersonForgotten(Fact):
    """A person's name, address and own words were taken out of the whole history for good."""

    stream = "person_id"
    inspected = True
    person_id: UUID
    redaction_id: UUID
    reason: Annotated[Text, "Why they are gone."]


@dataclass(kw_only=True)
class LegalHoldPlaced(Fact):
    """From here on nothing may be taken out of the history."""

    stream = "organization_id"
    organization_id: UUID
    reason: Annotated[Text, "Why nothing may be taken out."]


@dataclass(kw_only=True)
class LegalHoldReleased(Fact):
    """Words may be taken out of the history again."""

    stream = "organization_id"
    organization_id: UUID
    reason: Annotated[Text, "Why words may be taken out again."]
