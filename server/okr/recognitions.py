"""Rules about recognition: what was achieved, said without any amount."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.now import Guard
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need, stated

FOR_WHAT = ("objective_id", "key_result_id")
TO_WHOM = ("person_id", "team_id")


@dataclass(kw_only=True)
class AddRecognition(terms.Recognition):
    """Say what was achieved: of an objective or a key result, by a person or a team, or both."""

    objective_id: Annotated[UUID | None, "The objective that was achieved."] = None
    key_result_id: Annotated[UUID | None, "The key result that was achieved."] = None
    person_id: Annotated[UUID | None, "Who achieved it."] = None
    team_id: Annotated[UUID | None, "The team that achieved it."] = None
    review_id: Annotated[UUID | None, "The review in which it was told, if it was."] = None


@dataclass(kw_only=True)
class WithdrawRecognition:
    """Stand by what one recognized no longer; it stays in the history."""

    recognition_id: Annotated[UUID, "Which recognition."]


def add_recognition(standing: Standing, said: AddRecognition) -> Decision:
    """Whoever sees something may recognize it, in others."""
    objective_id = _looked_up(standing, said)
    checks.unversioned(objections := Objections(), standing)
    checks.named(objections, said.text, "text")
    _named(objections, said)
    own = Invalid("Others recognize what you achieved.", "person_id")
    objections.when(said.person_id == standing.actor.id, own)
    objections.settle()
    fact = events.RecognitionAdded(
        recognition_id=standing.new_id(),
        objective_id=objective_id,
        key_result_id=said.key_result_id,
        person_id=said.person_id,
        team_id=said.team_id,
        review_id=said.review_id,
        text=said.text,
    )
    grounds = [Guard(stream=objective_id)] if objective_id else []
    return Decision(facts=[fact], guards=grounds)


def withdraw_recognition(standing: Standing, said: WithdrawRecognition) -> Decision:
    """Who said it takes it back, once."""
    recognition = need(standing.recognition, "recognition_id")
    standing.expect(recognition.version)
    objections = Objections()
    objections.when(recognition.author_id != standing.actor.id, NotAllowed("Only who said it may."))
    gone = WrongState("The recognition was withdrawn already.", "recognition_id")
    objections.when(recognition.withdrawn, gone)
    objections.settle()
    fact = events.RecognitionWithdrawn(
        recognition_id=said.recognition_id, objective_id=recognition.objective_id
    )
    return Decision(facts=[fact], guards=[Guard(stream=recognition.id)])


def _named(objections: Objections, said: AddRecognition) -> None:
    """One thing at most, one or many at most, and something of these."""
    for names in (FOR_WHAT, TO_WHOM):
        several = all(getattr(said, name) is not None for name in names)
        objections.when(several, Invalid("Name one of these.", names[1]))
    nothing = all(getattr(said, name) is None for name in (*FOR_WHAT, *TO_WHOM))
    objections.when(nothing, Invalid("Say what was achieved, or by whom.", "objective_id"))


def _looked_up(standing: Standing, said: AddRecognition) -> UUID | None:
    """The objective by which it is known who sees the recognition: it may be the review's."""
    stated(standing, said, (*FOR_WHAT, *TO_WHOM, "review_id"))
    if said.key_result_id is not None:
        return need(standing.key_result).objective.id
    of_review = standing.review.objective_id if standing.review else None
    return said.objective_id or of_review
