"""Rules about stories of mentorships: told to everybody as long as both of the two agree."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import events
from server.okr.mentoring import found
from server.okr.mentoring_now import MentoringEntryNow
from server.okr.mentorships_now import MentorshipNow
from server.okr.refusals import AlreadyExists, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import EntryKind


@dataclass(kw_only=True)
class GiveConsent:
    """Agree that everybody may read your story; they do once the other one agrees too."""

    mentoring_entry_id: Annotated[UUID, "Which story."]


@dataclass(kw_only=True)
class WithdrawConsent:
    """Do not let everybody read your story any more, in the past neither."""

    mentoring_entry_id: Annotated[UUID, "Which story."]


def give_consent(standing: Standing, said: GiveConsent) -> Decision:
    """Each of the two for themselves."""
    story, mentorship, objections = _story(standing)
    given = standing.actor.id in story.consents
    objections.when(given, AlreadyExists("You agreed already.", "mentoring_entry_id"))
    objections.settle()
    fact = events.ConsentGiven(
        mentoring_entry_id=said.mentoring_entry_id, mentorship_id=mentorship.id
    )
    return Decision(facts=[fact], guards=story.grounds)


def withdraw_consent(standing: Standing, said: WithdrawConsent) -> Decision:
    """Each of the two for themselves, at any time."""
    story, mentorship, objections = _story(standing)
    never = standing.actor.id not in story.consents
    objections.when(never, WrongState("You have not agreed.", "mentoring_entry_id"))
    objections.settle()
    fact = events.ConsentWithdrawn(
        mentoring_entry_id=said.mentoring_entry_id, mentorship_id=mentorship.id
    )
    return Decision(facts=[fact], guards=story.grounds)


def _story(standing: Standing) -> tuple[MentoringEntryNow, MentorshipNow, Objections]:
    story, objections = found(standing)
    if standing.mentorship is None:
        objections.append(NotAllowed("It is for the two to say whose story it is."))
    objections.when(
        story.kind is not EntryKind.STORY,
        WrongState("Only a story is told to everybody.", "mentoring_entry_id"),
    )
    objections.settle()
    return story, need(standing.mentorship, "mentoring_entry_id"), objections
