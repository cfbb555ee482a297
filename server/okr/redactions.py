"""Rules about words that are to be gone for good: who takes them away, and when nobody may."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events
from server.okr.authority import redacts
from server.okr.now import Guard
from server.okr.refusals import (
    Invalid,
    NotAllowed,
    NotFound,
    Objections,
    Refused,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.stating import Text

HELD = "A legal hold stands: nothing is redacted until it is released."
ONLY_REDACTORS = "Only who has the permission REDACT may do this."


@dataclass(kw_only=True)
class RedactEvent:
    """Take words out of a fact for good, wherever they are shown, in the past too."""

    event_id: Annotated[UUID, "The fact."]
    reason: Annotated[Text, "Why they have to be gone."]
    fields: Annotated[
        list[str] | None,
        "Which of its words, as the export names them under `private`: `note`, `obstacles.0.text`; "
        "all of them by default.",
    ] = None


@dataclass(kw_only=True)
class ForgetPerson:
    """Take a person's name, address and own words out of the whole history for good."""

    person_id: Annotated[UUID, "Who left and is to be forgotten."]
    reason: Annotated[Text, "Why they are to be forgotten."]


def redact_event(standing: Standing, said: RedactEvent) -> Decision:
    """Whoever may redact takes away what is still there, unless a legal hold stands."""
    _may_redact(standing, NotFound(None, "event_id"))
    event = need(standing.event, "event_id")
    objections = _in_the_way(standing, said.reason)
    checks.unversioned(objections, standing)
    asked = event.fields if said.fields is None else said.fields
    for place, name in enumerate(asked):
        there = ", ".join(event.fields) or "nothing"
        objections.when(
            name not in event.fields,
            Invalid(f"There is no such text in it; there is {there}.", "fields", str(place)),
        )
    objections.when(
        not asked, WrongState("There is nothing in it that could be redacted.", "event_id")
    )
    objections.settle()
    fact = events.EventRedacted(
        redaction_id=standing.new_id(),
        event_position=event.position,
        fields=sorted(set(asked)),
        reason=said.reason,
    )
    return Decision(facts=[fact], guards=_grounds(standing))


def forget_person(standing: Standing, said: ForgetPerson) -> Decision:
    """Only who has left can be forgotten."""
    person = need(standing.person, "person_id")
    _may_redact(standing)
    standing.expect(person.version)
    objections = _in_the_way(standing, said.reason)
    objections.when(
        person.active,
        WrongState("This person is still there: deactivate them first.", "person_id"),
    )
    objections.settle()
    fact = events.PersonForgotten(
        person_id=person.id, redaction_id=standing.new_id(), reason=said.reason
    )
    return Decision(facts=[fact], guards=[*_grounds(standing), Guard(stream=person.id)])


def _may_redact(standing: Standing, *hidden: NotFound) -> None:
    """Others are told no further reason: it would tell them what is there."""
    if not redacts(standing.actor):
        raise Refused([NotAllowed(ONLY_REDACTORS), *hidden])


def _in_the_way(standing: Standing, reason: str) -> Objections:
    organization = need(standing.organization)
    objections = Objections()
    checks.reasoned(objections, reason)
    objections.when(organization.legal_hold is not None, WrongState(HELD))
    return objections


def _grounds(standing: Standing) -> list[Guard]:
    """That no legal hold was placed, and that nothing was taken away meanwhile."""
    held = Guard(stream=standing.organization_id, kinds=(events.LegalHoldPlaced,))
    return [held, Guard(stream=None, kinds=(events.EventRedacted, events.PersonForgotten))]
