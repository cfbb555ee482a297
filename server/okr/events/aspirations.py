"""What can have happened to where the organization wants to go."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class AspirationAdded(Fact, terms.Aspiration):
    """A mission, a vision or a theme was stated."""

    stream = "aspiration_id"
    aspiration_id: UUID


@dataclass(kw_only=True)
class AspirationEdited(Fact):
    """A mission, a vision or a theme is stated otherwise."""

    stream = "aspiration_id"
    changed = terms.Aspiration
    aspiration_id: UUID
    changes: dict[str, Any]
    reason: Annotated[Text, "Why it changed."]
