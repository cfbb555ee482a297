"""Rules about the keys of programs: who makes them, for how long, and who ends them."""

from dataclasses import Field, dataclass, field
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from server.okr import authority, checks, events
from server.okr.now import ApiKeyNow, Guard
from server.okr.people import ONLY_ADMINISTRATORS
from server.okr.refusals import Invalid, NotAllowed, NotFound, Objections, Refused, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import Text

LONGEST = 366
MADE = {"made": True}
"""Of what nobody says, because it is made when the command is carried out."""


def is_made(field_: Field[Any]) -> bool:
    """Whether nobody says it."""
    return field_.metadata == MADE


@dataclass(kw_only=True)
class CreateApiKey:
    """Make a key with which a program may come in, until a day or until it is revoked."""

    person_id: Annotated[UUID, "The program; what it may do are its permissions and roles."]
    name: Annotated[Text, "What the key is for, or where it is kept."]
    expires_on: Annotated[date, "The last day on which it is good, at most 366 days from today."]
    digest: Annotated[str, "What is kept of the secret."] = field(default="", metadata=MADE)


@dataclass(kw_only=True)
class RevokeApiKey:
    """Make a key worthless at once."""

    api_key_id: Annotated[UUID, "Which key."]


def create_api_key(standing: Standing, said: CreateApiKey) -> Decision:
    """People have no keys: what a key does is done by a program, and the log says by which."""
    program = need(standing.person, "person_id")
    standing.expect(program.version)
    if not authority.administers(standing.actor):
        raise Refused([NotAllowed(ONLY_ADMINISTRATORS)])
    objections = Objections()
    objections.when(
        not program.is_program,
        WrongState("Keys are for programs: add one with `isProgram`.", "person_id"),
    )
    objections.when(not program.active, WrongState("This program has left.", "person_id"))
    checks.named(objections, said.name, "name")
    latest = standing.today + timedelta(days=LONGEST)
    objections.when(
        not standing.today <= said.expires_on <= latest,
        Invalid(f"Name a day from {standing.today} to {latest}.", "expires_on"),
    )
    objections.settle()
    fact = events.ApiKeyCreated(
        api_key_id=standing.new_id(),
        person_id=program.id,
        name=said.name,
        digest=said.digest,
        expires_on=said.expires_on,
    )
    return Decision(facts=[fact], guards=[Guard(stream=program.id)])


def revoke_api_key(standing: Standing, said: RevokeApiKey) -> Decision:
    """A program ends its own keys; administrators end all."""
    key = _looked_after(standing)
    standing.expect(key.person.version)
    objections = Objections()
    objections.when(key.revoked, WrongState("This key was revoked already.", "api_key_id"))
    objections.settle()
    fact = events.ApiKeyRevoked(api_key_id=key.id, person_id=key.person.id)
    return Decision(facts=[fact], guards=[Guard(stream=key.person.id)])


def _looked_after(standing: Standing) -> ApiKeyNow:
    """Others are not told whether it is there."""
    key = standing.api_key
    own = key is not None and key.person.id == standing.actor.id
    if not own and not authority.administers(standing.actor):
        raise Refused([NotAllowed(ONLY_ADMINISTRATORS), NotFound(None, "api_key_id")])
    return need(key, "api_key_id")
