"""Rules about under what an objective is found, and what it is good for."""

from uuid import UUID

from server.okr import checks, terms
from server.okr.refusals import Invalid, Objections
from server.okr.terms import Intent


def filed(
    objections: Objections, said: object, owner_person_id: UUID | None, before: Intent | None = None
) -> None:
    """What somebody grows by is their own; a discipline and a source have a name."""
    stated = terms.changes(terms.Filing, said)
    for name in ("discipline", "source"):
        checks.noted(objections, stated.get(name), name)
    intent = stated.get("intent", before)
    objections.when(intent is None, Invalid("This cannot be empty.", "intent"))
    personal = intent is Intent.PERSONAL_GROWTH
    objections.when(
        personal and owner_person_id is None,
        Invalid("Only a person grows: PERSONAL_GROWTH is for objectives of people.", "intent"),
    )
