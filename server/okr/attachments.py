"""Rules about attachments: documents, discussions, partners and dependencies outside of here."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, evidence, terms
from server.okr.now import KeyResultNow, ObjectiveNow
from server.okr.refusals import CycleIsClosed, Invalid, NotAllowed, Objections
from server.okr.standing import Decision, Standing, need
from server.okr.subjects import the_subject
from server.okr.terms import AttachmentKind, CycleState

ELSEWHERE = (AttachmentKind.DOCUMENT, AttachmentKind.DISCUSSION)
ABOUT = ("objective", "key_result")
ONE = "Name one thing that it belongs to: an objective or a key result."
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
    about = the_subject(standing, said, ABOUT, ONE)
    objective, key_result = need(about.objective), about.key_result
    objections = _own(standing, objective, key_result, about.path)
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


def _own(
    standing: Standing, objective: ObjectiveNow, key_result: KeyResultNow | None, path: str
) -> Objections:
    objections = Objections()
    on_it = key_result is not None and authority.works_on(standing.actor, key_result)
    may = on_it or authority.works_for(standing.actor, objective)
    objections.when(not may, NotAllowed(NOT_YOURS))
    closed = objective.cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, path))
    return objections
