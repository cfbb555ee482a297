"""Rules about attachments: documents, discussions, partners and dependencies outside of here."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, evidence, terms
from server.okr.now import KeyResultNow, ObjectiveNow
from server.okr.refusals import CycleIsClosed, Invalid, NotAllowed, Objections, Refused
from server.okr.standing import Decision, Standing, need
from server.okr.terms import AttachmentKind, CycleState

ELSEWHERE = (AttachmentKind.DOCUMENT, AttachmentKind.DISCUSSION)
NOT_YOURS = "You have no hand in what this is about."


@dataclass(kw_only=True)
class AddAttachment(terms.Attachment):
    """Attach something outside of here to an objective or a key result."""

    objective_id: Annotated[UUID | None, "The objective it belongs to; this or a key result."] = (
        None
    )
    key_result_id: Annotated[UUID | None, "The key result it belongs to."] = None


@dataclass(kw_only=True)
class RemoveAttachment:
    """Detach something that stands outside; it stays in the history."""

    attachment_id: Annotated[UUID, "Which one."]


def add_attachment(standing: Standing, said: AddAttachment) -> Decision:
    """Whoever has a hand in it says what belongs to it."""
    objective, key_result = _about(standing, said)
    objections = _own(standing, objective, key_result, "key_result_id")
    checks.unversioned(objections, standing)
    checks.named(objections, said.title, "title")
    missing = said.kind in ELSEWHERE and said.uri is None
    objections.when(missing, Invalid("Say where it is.", "uri"))
    evidence.placed(objections, said.uri, "uri")
    objections.settle()
    fact = events.AttachmentAdded(
        attachment_id=standing.new_id(),
        objective_id=objective.id,
        key_result_id=key_result.id if key_result else None,
        **terms.changes(terms.Attachment, said),
    )
    return Decision(facts=[fact], guards=key_result.grounds if key_result else objective.grounds)


def remove_attachment(standing: Standing, said: RemoveAttachment) -> Decision:
    """Whoever may attach may detach."""
    attachment = need(standing.attachment, "attachment_id")
    objective = need(standing.objective, "attachment_id")
    objections = _own(standing, objective, standing.key_result, "attachment_id")
    objections.settle()
    fact = events.AttachmentRemoved(
        attachment_id=attachment.id,
        objective_id=objective.id,
        key_result_id=attachment.key_result_id,
    )
    key_result = standing.key_result
    return Decision(facts=[fact], guards=key_result.grounds if key_result else objective.grounds)


def _about(standing: Standing, said: AddAttachment) -> tuple[ObjectiveNow, KeyResultNow | None]:
    for name in ("objective", "key_result"):
        if getattr(said, f"{name}_id") is not None:
            need(getattr(standing, name), f"{name}_id")
    if (said.objective_id is None) == (said.key_result_id is None):
        told = "Name one thing that it belongs to: an objective or a key result."
        raise Refused([Invalid(told, "objective_id")])
    if said.key_result_id is None:
        return need(standing.objective, "objective_id"), None
    key_result = need(standing.key_result, "key_result_id")
    return key_result.objective, key_result


def _own(
    standing: Standing, objective: ObjectiveNow, key_result: KeyResultNow | None, path: str
) -> Objections:
    objections = Objections()
    on_it = key_result is not None and authority.works_on(standing.actor, key_result)
    may = on_it or authority.works_for(standing.actor, objective)
    objections.when(not may, NotAllowed(NOT_YOURS))
    place = path if key_result or path == "attachment_id" else "objective_id"
    closed = objective.cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, place))
    return objections
