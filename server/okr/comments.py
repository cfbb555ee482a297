"""Rules about comments: what people say about objectives and reports, and what came of it."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import announcements, authority, checks, events, terms
from server.okr.now import Guard
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.said_now import CommentNow
from server.okr.standing import Decision, Standing, need
from server.okr.subjects import Subject, the_subject
from server.okr.terms import Text

ABOUT = ("objective", "key_result", "check_in", "announcement")
ONE = "A comment is about an objective, a key result, a report or something made known."


@dataclass(kw_only=True)
class AddComment(terms.Comment):
    """Say something about one thing, or answer what somebody said about it."""

    objective_id: Annotated[UUID | None, "The objective it is about."] = None
    key_result_id: Annotated[UUID | None, "The key result it is about."] = None
    check_in_id: Annotated[UUID | None, "The report it is about."] = None
    announcement_id: Annotated[UUID | None, "What was made known that it is about."] = None
    answers_id: Annotated[
        UUID | None, "The comment that it answers, in the place of what it is about."
    ] = None


@dataclass(kw_only=True)
class ResolveComment:
    """Say what came of a reaction, an idea, a concern or a question."""

    comment_id: Annotated[UUID, "Which comment."]
    outcome: Annotated[Text, "What came of it."]


@dataclass(kw_only=True)
class WithdrawComment:
    """Stand by what one said no longer; it stays in the history."""

    comment_id: Annotated[UUID, "Which comment."]


def add_comment(standing: Standing, said: AddComment) -> Decision:
    """Whoever sees something may speak about it, also who cannot report on it."""
    subject, answered = _about(standing, said)
    checks.unversioned(objections := Objections(), standing)
    checks.named(objections, said.text, "text")
    subject.open_cycle(objections)
    told = subject.announcement
    gone = WrongState("This was withdrawn.", subject.path)
    objections.when(told is not None and told.withdrawn, gone)
    objections.settle()
    fact = events.CommentAdded(
        comment_id=standing.new_id(),
        objective_id=subject.objective.id if subject.objective else None,
        key_result_id=subject.key_result.id if subject.key_result else None,
        check_in_id=answered.check_in_id if answered else said.check_in_id,
        announcement_id=told.id if told else None,
        answers_id=(answered.answers_id or answered.id) if answered else None,
        text=said.text,
        kind=said.kind,
    )
    return Decision(facts=[fact], guards=subject.around)


def resolve_comment(standing: Standing, said: ResolveComment) -> Decision:
    """Who said it, and whoever could change what it is about, say what came of it."""
    comment = need(standing.comment, "comment_id")
    standing.expect(comment.version)
    objections = Objections()
    objections.when(not _resolves(standing, comment), NotAllowed(None))
    objections.when(not comment.open, WrongState("It waits for no outcome.", "comment_id"))
    checks.named(objections, said.outcome, "outcome")
    objections.settle()
    fact = events.CommentResolved(
        comment_id=comment.id, objective_id=comment.objective_id, outcome=said.outcome
    )
    return Decision(facts=[fact], guards=[Guard(stream=comment.id)])


def withdraw_comment(standing: Standing, said: WithdrawComment) -> Decision:
    """Who said it takes it back, once."""
    comment = need(standing.comment, "comment_id")
    standing.expect(comment.version)
    objections = Objections()
    objections.when(comment.author_id != standing.actor.id, NotAllowed("Only who said it may."))
    objections.when(
        comment.withdrawn, WrongState("The comment was withdrawn already.", "comment_id")
    )
    objections.settle()
    fact = events.CommentWithdrawn(comment_id=comment.id, objective_id=comment.objective_id)
    return Decision(facts=[fact], guards=[Guard(stream=comment.id)])


def _about(standing: Standing, said: AddComment) -> tuple[Subject, CommentNow | None]:
    """What is spoken about, and the comment that is answered, if one is."""
    if said.answers_id is None:
        return the_subject(standing, said, ABOUT, ONE), None
    answered = need(standing.comment, "answers_id")
    for path in (f"{name}_id" for name in ABOUT):
        if getattr(said, path) is not None:
            Objections([Invalid("An answer is about the same as what it answers.", path)]).settle()
    subject = Subject(
        name="answers",
        objective=standing.objective,
        key_result=standing.key_result if answered.key_result_id else None,
        announcement=standing.announcement,
    )
    return subject, answered


def _resolves(standing: Standing, comment: CommentNow) -> bool:
    told = standing.announcement
    return (
        comment.author_id == standing.actor.id
        or (standing.objective is not None and authority.drafts(standing.actor, standing.objective))
        or (told is not None and announcements.announces(standing.actor, told))
    )
