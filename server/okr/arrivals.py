"""The rule about first logins: who comes in by themselves because an issuer vouches for them."""

from dataclasses import dataclass
from typing import Annotated

from server.okr import checks, events
from server.okr.identities import ANY_IDENTITY, named
from server.okr.now import Guard
from server.okr.people import ENTRUSTED
from server.okr.refusals import AlreadyExists, NotAllowed, NotFound, Objections
from server.okr.standing import Decision, Standing
from server.okr.terms import Text

SAME_NAME = (events.PersonAdded, events.PersonRenamed, events.PermissionGranted)


@dataclass(kw_only=True)
class ProvisionPerson:
    """Come in for the first time, as the person with a verified address or as a new one."""

    issuer: Annotated[str, "Who vouches for them."]
    subject: Annotated[Text, "What the issuer calls them, for good."]
    name: Annotated[Text, "What they are called."]
    email: Annotated[Text | None, "Where they can be reached, if the issuer has verified it."] = (
        None
    )


def provision_person(standing: Standing, said: ProvisionPerson) -> Decision:
    """Nobody is let in twice, nor again once an administrator has ended their identity."""
    objections = Objections()
    named(objections, said.issuer, said.subject)
    checks.named(objections, said.name, "name")
    objections.when(
        standing.identity_known, AlreadyExists("This identity is or was somebody's.", "subject")
    )
    person_id = standing.actor.id
    arrival: list[events.PersonAdded] = []
    if standing.actor.arrives:
        arrival = [events.PersonAdded(person_id=person_id, name=said.name, email=said.email)]
    else:
        _is_themselves(objections, standing)
    objections.settle()
    fact = events.IdentityLinked(
        identity_id=standing.new_id(),
        person_id=person_id,
        issuer=said.issuer,
        subject=said.subject,
    )
    guards = [Guard(stream=person_id), Guard(kinds=(*ANY_IDENTITY, *SAME_NAME))]
    return Decision(facts=[*arrival, fact], guards=guards)


def _is_themselves(objections: Objections, standing: Standing) -> None:
    """A verified address is enough where it is one person's, to whom nothing is entrusted."""
    objections.when(
        standing.namesakes != [standing.actor.id],
        NotFound("No one person has this address.", "email"),
    )
    objections.when(
        not set(ENTRUSTED).isdisjoint(standing.actor.permissions),
        NotAllowed("Whoever may audit or redact is linked by an administrator."),
    )
