"""Rules about where the organization wants to go: its mission, its vision, its themes."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import Guard
from server.okr.refusals import Invalid, NotAllowed, Objections
from server.okr.standing import Decision, Standing, need
from server.okr.terms import Text, changing


@dataclass(kw_only=True)
class AddAspiration(terms.Aspiration):
    """State a mission, a vision or a theme that objectives can serve."""


@dataclass(kw_only=True)
@changing(terms.Aspiration)
class EditAspiration:
    """State a mission, a vision or a theme otherwise; what it was stays readable."""

    aspiration_id: Annotated[UUID, "Which one."]
    reason: Annotated[Text, "Why it changes."]


def add_aspiration(standing: Standing, said: AddAspiration) -> Decision:
    """Who plans states where all are to go."""
    objections = _planned(standing)
    checks.unversioned(objections, standing)
    _whole(objections, said)
    objections.settle()
    fact = events.AspirationAdded(
        aspiration_id=standing.new_id(), **terms.changes(terms.Aspiration, said)
    )
    return Decision(facts=[fact])


def edit_aspiration(standing: Standing, said: EditAspiration) -> Decision:
    """What serves it goes on serving it."""
    aspiration = need(standing.aspiration, "aspiration_id")
    standing.expect(aspiration.version)
    objections = _planned(standing)
    checks.reasoned(objections, said.reason)
    changes = terms.changes(terms.Aspiration, said)
    _whole(objections, terms.Aspiration(**terms.changes(terms.Aspiration, aspiration) | changes))
    objections.settle()
    fact = events.AspirationEdited(aspiration_id=aspiration.id, changes=changes, reason=said.reason)
    edited = Guard(stream=aspiration.id, kinds=(events.AspirationEdited,))
    return Decision(facts=[fact], guards=[edited])


def _planned(standing: Standing) -> Objections:
    objections = Objections()
    allowed = authority.plans(standing.actor)
    objections.when(not allowed, NotAllowed("Only people with MANAGE or ADMINISTER may."))
    return objections


def _whole(objections: Objections, aspiration: terms.Aspiration) -> None:
    """A sentence, and days in their order."""
    objections.when(aspiration.kind is None, Invalid("This cannot be empty.", "kind"))
    checks.named(objections, aspiration.title, "title")
    first, last = aspiration.starts_on, aspiration.ends_on
    turned = first is not None and last is not None and last < first
    objections.when(turned, Invalid(f"It ends on {first} or later.", "ends_on"))
