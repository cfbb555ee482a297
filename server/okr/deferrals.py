"""Rules about putting off: what is to be written comes later, for a reason."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import checks, events
from server.okr.mentoring import found
from server.okr.reflections import waits
from server.okr.refusals import Invalid, NotAllowed, WrongState
from server.okr.standing import Decision, Standing
from server.okr.terms import Text


@dataclass(kw_only=True)
class DeferMentoringEntry:
    """Put off a reflection that is still to be written."""

    mentoring_entry_id: Annotated[UUID, "Which reflection."]
    due_on: Annotated[date, "By when it is to be written instead."]
    reason: Annotated[Text, "Why it is put off."]


def defer_mentoring_entry(standing: Standing, said: DeferMentoringEntry) -> Decision:
    """Who is to write it puts it off, to a later day."""
    entry, objections = found(standing)
    others = entry.author_id != standing.actor.id
    objections.when(others, NotAllowed("It is for its author to put it off."))
    over = not others and not waits(entry, standing.actor.id)
    told = "Only a REFLECTION that is still to be written is put off."
    objections.when(over, WrongState(told, "mentoring_entry_id"))
    last = max(entry.due_on or standing.today, standing.today)
    objections.when(said.due_on <= last, Invalid(f"A day after {last}.", "due_on"))
    checks.reasoned(objections, said.reason)
    objections.settle()
    fact = events.MentoringEntryDeferred(**vars(said))
    return Decision(facts=[fact], guards=entry.grounds)
