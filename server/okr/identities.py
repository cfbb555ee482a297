"""Rules about identities: by which issuer and subject a person is found."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, events
from server.okr.now import Guard, IdentityNow, PersonNow
from server.okr.people import ENTRUSTED, ONLY_ADMINISTRATORS
from server.okr.refusals import (
    AlreadyExists,
    Invalid,
    NotAllowed,
    NotFound,
    Objections,
    Refused,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import Text

LONGEST_ISSUER, LONGEST_SUBJECT = 500, 255
REDACTED = "[redacted]"
ANY_IDENTITY = (events.IdentityLinked, events.IdentityUnlinked)


@dataclass(kw_only=True)
class LinkIdentity:
    """Say by which issuer and subject a person is found when they come with a token."""

    person_id: Annotated[UUID, "Who it is."]
    issuer: Annotated[str, "The issuer's address, letter for letter as the claim `iss` names it."]
    subject: Annotated[Text, "What the issuer calls them for good: the claim `sub`."]


@dataclass(kw_only=True)
class UnlinkIdentity:
    """End an identity: tokens that it had until now open nothing any more."""

    identity_id: Annotated[UUID, "Which identity."]


def link_identity(standing: Standing, said: LinkIdentity) -> Decision:
    """An administrator says who somebody is, but not of whom they have entrusted the log to."""
    person = need(standing.person, "person_id")
    standing.expect(person.version)
    objections = Objections()
    objections.when(not authority.administers(standing.actor), NotAllowed(ONLY_ADMINISTRATORS))
    objections.settle()
    objections.when(not person.active, WrongState("This person has left.", "person_id"))
    objections.when(
        person.id != standing.actor.id and not set(ENTRUSTED).isdisjoint(person.permissions),
        NotAllowed("Whoever may audit or redact is not given another way in by others."),
    )
    objections.when(
        person.is_program, WrongState("A program has keys, and no identities.", "person_id")
    )
    named(objections, said.issuer, said.subject)
    objections.when(
        standing.identity_taken, AlreadyExists("Somebody is known by this already.", "subject")
    )
    objections.settle()
    fact = events.IdentityLinked(
        identity_id=standing.new_id(),
        person_id=person.id,
        issuer=said.issuer,
        subject=said.subject,
    )
    return Decision(facts=[fact], guards=_grounds(person))


def unlink_identity(standing: Standing, said: UnlinkIdentity) -> Decision:
    """People end their own identities; administrators those of everybody."""
    identity = _looked_after(standing)
    standing.expect(identity.person.version)
    fact = events.IdentityUnlinked(identity_id=identity.id, person_id=identity.person.id)
    return Decision(facts=[fact], guards=_grounds(identity.person))


def _looked_after(standing: Standing) -> IdentityNow:
    """Others are not told whether it is there."""
    identity = standing.identity
    own = identity is not None and identity.person.id == standing.actor.id
    if not own and not authority.administers(standing.actor):
        raise Refused([NotAllowed(ONLY_ADMINISTRATORS), NotFound(None, "identity_id")])
    return need(identity, "identity_id")


def named(objections: Objections, issuer: str, subject: str) -> None:
    """An issuer is an address; what stands for redacted words is nobody's subject."""
    is_address = issuer.startswith(("https://", "http://")) and issuer.isprintable()
    objections.when(
        not is_address or len(issuer) > LONGEST_ISSUER or " " in issuer,
        Invalid("Name the issuer by its address: https://login.example.org.", "issuer"),
    )
    objections.when(
        not subject.strip() or len(subject) > LONGEST_SUBJECT or subject == REDACTED,
        Invalid("A subject has 1 to 255 characters.", "subject"),
    )


def _grounds(person: PersonNow) -> list[Guard]:
    """Whoever is known by it, wherever that was said."""
    return [Guard(stream=person.id), Guard(kinds=ANY_IDENTITY)]
