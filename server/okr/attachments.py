"""Rules about attachments: what stands outside of here and belongs to goals, or to all of it."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, evidence, terms
from server.okr.now import Guard, KeyResultNow, ObjectiveNow
from server.okr.refusals import CycleIsClosed, Invalid, NotAllowed, Objections
from server.okr.standing import Decision, Standing, need
from server.okr.subjects import the_subject
from server.okr.terms import AttachmentKind, CycleState

ELSEWHERE = (AttachmentKind.DOCUMENT, AttachmentKind.DISCUSSION)
ABOUT = ("objective", "key_result")
ONE = "Name one thing that it belongs to: an objective or a key result; only LEARNING needs none."
PLANNERS = "What everybody learns from is for people with MANAGE or ADMINISTER to say."
NOT_YOURS = "You have no hand in what this is about."


@dataclass(kw_only=True)
class AddAttachment(terms.Attachment):
    """Attach something outside of here to an objective, a key result or the programme."""

    objective_id: Annotated[
        UUID | None,
        "The objective it belongs to; this or a key result, and for LEARNING neither, where it is "
        "for everybody who works with objectives.",
    ] = None
    key_result_id: Annotated[UUID | None, "The key result it belongs to."] = None


@dataclass(kw_only=True)
class RemoveAttachment:
    """Detach something that stands outside; it stays in the history."""

    attachment_id: Annotated[UUID, "Which one."]


def add_attachment(standing: Standing, said: AddAttachment) -> Decision:
    """Whoever has a hand in it says what belongs to it; what all learn from, who plans."""
    objections, guards, objective_id = _about(standing, said)
    checks.unversioned(objections, standing)
    checks.named(objections, said.title, "title")
    missing = said.kind in ELSEWHERE and said.uri is None
    objections.when(missing, Invalid("Say where it is.", "uri"))
    evidence.placed(objections, said.uri, "uri")
    objections.settle()
    fact = events.AttachmentAdded(
        attachment_id=standing.new_id(),
        objective_id=objective_id,
        key_result_id=said.key_result_id,
        **terms.changes(terms.Attachment, said),
    )
    return Decision(facts=[fact], guards=guards)


def remove_attachment(standing: Standing, said: RemoveAttachment) -> Decision:
    """Whoever may attach may detach."""
    attachment = need(standing.attachment, "attachment_id")
    if attachment.objective_id is None:
        objections, guards = _of_all(standing)
    else:
        objective = need(standing.objective, "attachment_id")
        objections, guards = _own(standing, objective, standing.key_result, "attachment_id")
    objections.settle()
    fact = events.AttachmentRemoved(
        attachment_id=attachment.id,
        objective_id=attachment.objective_id,
        key_result_id=attachment.key_result_id,
    )
    return Decision(facts=[fact], guards=[*guards, Guard(stream=attachment.id)])


def _about(standing: Standing, said: AddAttachment) -> tuple[Objections, list[Guard], UUID | None]:
    nothing = said.objective_id is None and said.key_result_id is None
    if nothing and said.kind is AttachmentKind.LEARNING:
        return *_of_all(standing), None
    about = the_subject(standing, said, ABOUT, ONE)
    objective = need(about.objective)
    return *_own(standing, objective, about.key_result, about.path), objective.id


def _of_all(standing: Standing) -> tuple[Objections, list[Guard]]:
    objections = Objections()
    objections.when(not authority.plans(standing.actor), NotAllowed(PLANNERS))
    return objections, []


def _own(
    standing: Standing, objective: ObjectiveNow, key_result: KeyResultNow | None, path: str
) -> tuple[Objections, list[Guard]]:
    objections = Objections()
    on_it = key_result is not None and authority.works_on(standing.actor, key_result)
    may = on_it or authority.works_for(standing.actor, objective)
    objections.when(not may, NotAllowed(NOT_YOURS))
    closed = objective.cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, path))
    return objections, key_result.grounds if key_result else objective.grounds
