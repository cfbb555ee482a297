"""Rules about backgrounds: said of oneself, for oneself, to be counted among many."""

from typing import Protocol
from uuid import UUID

from server.okr.refusals import Invalid, Objections
from server.okr.terms import Background, EntryKind, ShownTo

ABOUT = ("mentorship_id", "meeting_id", "key_result_id", "of_person_id", "answered_entry_id")


class Saying(Protocol):
    """What somebody says of themselves."""

    kind: EntryKind
    shown_to: ShownTo
    background: Background | None
    mentorship_id: UUID | None


def of_oneself(objections: Objections, said: Saying) -> None:
    """Nobody else sees it, and it is about nobody else."""
    if said.kind is not EntryKind.BACKGROUND:
        return
    objections.when(said.background is None, Invalid("Say which trait.", "background"))
    told = "A BACKGROUND is for nobody's eyes but one's own: AUTHOR."
    objections.when(said.shown_to is not ShownTo.AUTHOR, Invalid(told, "shown_to"))
    for name in ABOUT:
        named = getattr(said, name) is not None
        objections.when(named, Invalid("A BACKGROUND is about oneself alone.", name))
