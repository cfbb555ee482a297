"""Rules about people, what they may do, and their tokens."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.authority import administers
from server.okr.now import Guard, PersonNow
from server.okr.refusals import AlreadyExists, NotAllowed, NotFound, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import (
    ABSENT,
    Absent,
    Permission,
    Text,
)

ENTRUSTED = (Permission.AUDIT, Permission.REDACT)
ONLY_ADMINISTRATORS = "Only an administrator may do this."


@dataclass(kw_only=True)
class AddPerson(terms.Person):
    """Let a person into the organization."""

    email: Annotated[Text | None, "Where the person can be reached."] = None


@dataclass(kw_only=True)
class RenamePerson:
    """Change a person's name or e-mail address."""

    person_id: Annotated[UUID, "Whose name it is."]
    name: Annotated[Text | Absent, "The new name."] = ABSENT
    email: Annotated[Text | None | Absent, "The new address; null takes it away."] = ABSENT


@dataclass(kw_only=True)
class DeactivatePerson:
    """End a person's access; what they did stays."""

    person_id: Annotated[UUID, "Who left."]


@dataclass(kw_only=True)
class GrantPermission:
    """Let a person do more."""

    person_id: Annotated[UUID, "Who is to have it."]
    permission: Annotated[Permission, "What they may do from here on."]


@dataclass(kw_only=True)
class RevokePermission:
    """Let a person do less."""

    person_id: Annotated[UUID, "Who is to lose it."]
    permission: Annotated[Permission, "What they may no longer do."]


@dataclass(kw_only=True)
class RevokeToken:
    """Make a token worthless, one's own or as an administrator anybody's."""

    person_id: Annotated[UUID, "Whose token it is."]
    token_id: Annotated[UUID, "The token's id, its claim `jti`."]


def add_person(standing: Standing, said: AddPerson) -> Decision:
    """An administrator lets somebody in, who may then read and contribute."""
    objections = Objections()
    objections.when(not administers(standing.actor), NotAllowed(ONLY_ADMINISTRATORS))
    checks.named(objections, said.name, "name")
    checks.unversioned(objections, standing)
    objections.settle()
    fact = events.PersonAdded(
        person_id=standing.new_id(), email=said.email, **terms.changes(terms.Person, said)
    )
    return Decision(facts=[fact])


def rename_person(standing: Standing, said: RenamePerson) -> Decision:
    """People look after their own name; administrators after everybody's."""
    person = need(standing.person, "person_id")
    standing.expect(person.version)
    objections = Objections()
    themselves = standing.actor.id == person.id
    objections.when(
        not themselves and not administers(standing.actor), NotAllowed(ONLY_ADMINISTRATORS)
    )
    checks.named(objections, said.name, "name")
    objections.settle()
    fact = events.PersonRenamed(person_id=person.id, name=said.name, email=said.email)
    return Decision(facts=[fact], guards=[Guard(stream=person.id)])


def deactivate_person(standing: Standing, said: DeactivatePerson) -> Decision:
    """Somebody must be left who can administer."""
    person = _administered(standing)
    objections = Objections()
    objections.when(not person.active, WrongState("This person has left already.", "person_id"))
    _somebody_administers(objections, standing, "person_id")
    objections.settle()
    fact = events.PersonDeactivated(person_id=person.id)
    return Decision(facts=[fact], guards=[Guard(stream=person.id), *_administrators(standing)])


def grant_permission(standing: Standing, said: GrantPermission) -> Decision:
    """A permission is had once."""
    person = _administered(standing)
    objections = Objections()
    objections.when(not person.active, WrongState("This person has left.", "person_id"))
    to_themselves = person.id == standing.actor.id and said.permission in ENTRUSTED
    objections.when(to_themselves, NotAllowed("Nobody gives this permission to themselves."))
    objections.when(
        person.is_program and said.permission in ENTRUSTED,
        NotAllowed("A program has no such permission: whoever makes its keys would have it."),
    )
    objections.when(
        said.permission in person.permissions,
        AlreadyExists("The person has it already.", "permission"),
    )
    objections.settle()
    fact = events.PermissionGranted(person_id=person.id, permission=said.permission)
    return Decision(facts=[fact], guards=[Guard(stream=person.id)])


def revoke_permission(standing: Standing, said: RevokePermission) -> Decision:
    """The last administrator stays one."""
    person = _administered(standing)
    objections = Objections()
    objections.when(
        said.permission not in person.permissions,
        NotFound("The person does not have it.", "permission"),
    )
    if said.permission is Permission.ADMINISTER:
        _somebody_administers(objections, standing, "permission")
    objections.settle()
    fact = events.PermissionRevoked(person_id=person.id, permission=said.permission)
    return Decision(facts=[fact], guards=[Guard(stream=person.id), *_administrators(standing)])


def revoke_token(standing: Standing, said: RevokeToken) -> Decision:
    """A lost token is made worthless at once."""
    person = need(standing.person, "person_id")
    standing.expect(person.version)
    objections = Objections()
    themselves = standing.actor.id == person.id
    objections.when(
        not themselves and not administers(standing.actor), NotAllowed(ONLY_ADMINISTRATORS)
    )
    objections.when(not said.token_id.int, NotFound(None, "token_id"))
    objections.settle()
    fact = events.TokenRevoked(person_id=person.id, token_id=said.token_id)
    return Decision(facts=[fact], guards=[Guard(stream=person.id)])


def _administered(standing: Standing) -> PersonNow:
    """Others are told no further reason: it would tell them who may do what."""
    person = need(standing.person, "person_id")
    standing.expect(person.version)
    objections = Objections()
    objections.when(not administers(standing.actor), NotAllowed(ONLY_ADMINISTRATORS))
    objections.settle()
    return person


def _somebody_administers(objections: Objections, standing: Standing, *path: str) -> None:
    last = standing.person is not None and standing.administrators == [standing.person.id]
    objections.when(last, WrongState("Somebody must remain who can administer.", *path))


def _administrators(standing: Standing) -> list[Guard]:
    return [Guard(stream=each, kinds=LEAVING) for each in standing.administrators]


LEAVING = (events.PersonDeactivated, events.PermissionRevoked)
