"""Rules about reflections: what they are about, and which earlier ones they take the place of."""

from typing import Protocol
from uuid import UUID

from server.okr.mentoring_now import MentoringEntryNow
from server.okr.now import Guard
from server.okr.refusals import Invalid, NotFound, Objections, WrongState
from server.okr.standing import Standing, need
from server.okr.terms import AttachmentKind, EntryKind


class Reflecting(Protocol):
    """What a reflection may name."""

    attachment_id: UUID | None
    closed_entry_ids: list[UUID] | None


def looked_at(objections: Objections, standing: Standing, said: Reflecting) -> None:
    """Of all that stands outside a reflection is about what somebody learns from."""
    if said.attachment_id is None:
        return
    attachment = need(standing.attachment, "attachment_id")
    if attachment.objective_id is not None:
        need(standing.objective, "attachment_id")
    other = attachment.kind is not AttachmentKind.LEARNING
    objections.when(other, Invalid("Something to learn from: LEARNING.", "attachment_id"))


def closed(
    objections: Objections, standing: Standing, said: Reflecting
) -> tuple[list[UUID], list[Guard]]:
    """One larger text takes the place of reflections that its author still owed."""
    known = {each.id: each for each in standing.closed_entries}
    named = list(dict.fromkeys(said.closed_entry_ids or []))
    for index, each in enumerate(named):
        path = ("closed_entry_ids", str(index))
        owed = each in known and waits(known[each], standing.actor.id)
        objections.when(each not in known, NotFound(None, *path))
        told = "Your own REFLECTION that is still to be written."
        objections.when(each in known and not owed, WrongState(told, *path))
    return named, [Guard(stream=each) for each in named]


def waits(entry: MentoringEntryNow, author_id: UUID) -> bool:
    """Whether it is a reflection that somebody is still to write."""
    due = entry.kind is EntryKind.REFLECTION and entry.due_on is not None
    return due and entry.outcome is None and entry.author_id == author_id
