"""Rules about comments: what people say about objectives, key results and reports."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.now import Guard
from server.okr.refusals import CycleIsClosed, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.subjects import the_subject
from server.okr.terms import CycleState

ABOUT = ("objective", "key_result", "check_in")
ONE = "A comment is about an objective, a key result or a report."


@dataclass(kw_only=True)
class AddComment(terms.Comment):
    """Say something about an objective, a key result or a report: exactly one of them."""

    objective_id: Annotated[UUID | None, "The objective it is about."] = None
    key_result_id: Annotated[UUID | None, "The key result it is about."] = None
    check_in_id: Annotated[UUID | None, "The report it is about."] = None


@dataclass(kw_only=True)
class WithdrawComment:
    """Stand by what one said no longer; it stays in the history."""

    comment_id: Annotated[UUID, "Which comment."]


def add_comment(standing: Standing, said: AddComment) -> Decision:
    """Whoever sees something may speak about it, also who cannot report on it."""
    subject = the_subject(standing, said, ABOUT, ONE)
    objective, key_result = subject.objective, subject.key_result
    checks.unversioned(objections := Objections(), standing)
    checks.named(objections, said.text, "text")
    closed = objective.cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, subject.path))
    objections.settle()
    fact = events.CommentAdded(
        comment_id=standing.new_id(),
        objective_id=objective.id,
        key_result_id=key_result.id if key_result else None,
        check_in_id=said.check_in_id,
        text=said.text,
    )
    return Decision(facts=[fact], guards=objective.grounds)


def withdraw_comment(standing: Standing, said: WithdrawComment) -> Decision:
    """Who said it takes it back, once."""
    comment = need(standing.comment, "comment_id")
    objective = need(standing.objective, "comment_id")
    standing.expect(comment.version)
    objections = Objections()
    objections.when(comment.author_id != standing.actor.id, NotAllowed("Only who said it may."))
    objections.when(
        comment.withdrawn, WrongState("The comment was withdrawn already.", "comment_id")
    )
    objections.settle()
    fact = events.CommentWithdrawn(comment_id=said.comment_id, objective_id=objective.id)
    return Decision(facts=[fact], guards=[Guard(stream=comment.id)])
