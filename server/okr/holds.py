"""Rules about legal holds: what is needed as evidence is not redacted."""

from dataclasses import dataclass
from typing import Annotated

from server.okr import checks, events
from server.okr.authority import administers, redacts
from server.okr.now import Guard, OrganizationNow
from server.okr.refusals import NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.stating import Text


@dataclass(kw_only=True)
class PlaceLegalHold:
    """Keep everything from being redacted, as long as it is needed as evidence."""

    reason: Annotated[Text, "What it is needed for."]


@dataclass(kw_only=True)
class ReleaseLegalHold:
    """Let words be redacted again."""

    reason: Annotated[Text, "Why it is no longer needed."]


def place_legal_hold(standing: Standing, said: PlaceLegalHold) -> Decision:
    """An administrator keeps everything as it is, once."""
    organization, objections = _administered(standing, said.reason)
    stands = organization.legal_hold is not None
    objections.when(stands, WrongState("A legal hold stands already."))
    objections.settle()
    fact = events.LegalHoldPlaced(organization_id=organization.id, reason=said.reason)
    return Decision(facts=[fact], guards=[_held(organization)])


def release_legal_hold(standing: Standing, said: ReleaseLegalHold) -> Decision:
    """An administrator who may not redact lets it go: it takes two to take away what was held."""
    organization, objections = _administered(standing, said.reason)
    both = "Whoever may redact does not release what keeps them from it."
    objections.when(redacts(standing.actor), NotAllowed(both))
    objections.when(organization.legal_hold is None, WrongState("There is no legal hold."))
    objections.settle()
    fact = events.LegalHoldReleased(organization_id=organization.id, reason=said.reason)
    return Decision(facts=[fact], guards=[_held(organization)])


def _administered(standing: Standing, reason: str) -> tuple[OrganizationNow, Objections]:
    organization = need(standing.organization)
    standing.expect(organization.version)
    objections = Objections()
    objections.when(not administers(standing.actor), NotAllowed(None))
    checks.reasoned(objections, reason)
    return organization, objections


def _held(organization: OrganizationNow) -> Guard:
    kinds = (events.LegalHoldPlaced, events.LegalHoldReleased)
    return Guard(stream=organization.id, kinds=kinds)
