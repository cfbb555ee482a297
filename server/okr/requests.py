"""Rules about requests: what is asked of somebody, offered, accepted, declined, withdrawn."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import (
    authority,
    checks,
    contributions,
    events,
    key_result_proposals,
    key_results,
    proposals,
    terms,
)
from server.okr.now import Guard
from server.okr.refusals import (
    AlreadyExists,
    CycleIsClosed,
    NotAllowed,
    Objections,
    WrongState,
)
from server.okr.said_now import RequestNow
from server.okr.standing import Decision, Standing, need
from server.okr.subjects import the_subject
from server.okr.terms import CycleState, RequestKind, RequestState, Text

HELP_IS_FOR = "Help is for an objective or for a key result."
# Whoever asks has no stream of their own in which a second request would stand.
ASKED = Guard(kinds=(events.ContributionRequested,))


@dataclass(kw_only=True)
class RequestContribution(terms.Request):
    """Ask to take on a part of a key result, in one's own team or in another."""

    key_result_id: Annotated[UUID, "Which key result."]
    target: Annotated[Decimal, "How much one means to add: a positive amount towards the target."]


@dataclass(kw_only=True)
class RequestHelp(terms.Request):
    """Ask for help with an objective or a key result."""

    objective_id: Annotated[UUID | None, "The objective it is about; this or a key result."] = None
    key_result_id: Annotated[UUID | None, "The key result it is about; this or an objective."] = (
        None
    )
    of_person_id: Annotated[UUID | None, "Who is asked; otherwise whoever owns it."] = None


@dataclass(kw_only=True)
class OfferHelp(terms.Offer):
    """Offer the help that somebody asks for."""

    request_id: Annotated[UUID, "Which request."]


@dataclass(kw_only=True)
class AcceptRequest:
    """Give what was asked for: let somebody join, approve a change; say how the help went."""

    request_id: Annotated[UUID, "Which request."]
    answer: Annotated[Text | None, "What there is to say; for help, what came of it."] = None


@dataclass(kw_only=True)
class DeclineRequest:
    """Say that what was asked for is not given."""

    request_id: Annotated[UUID, "Which request."]
    reason: Annotated[Text, "Why not."]


@dataclass(kw_only=True)
class WithdrawRequest:
    """Ask for it no more."""

    request_id: Annotated[UUID, "Which request."]


def request_contribution(standing: Standing, said: RequestContribution) -> Decision:
    """Whoever sees a key result may ask to join it, once at a time."""
    key_result = need(standing.key_result, "key_result_id")
    standing.expect(key_result.version)
    objections = contributions.adding(key_result, "key_result_id")
    checks.named(objections, said.text, "text")
    contributions.positive(objections, said.target)
    objections.when(
        key_result.contribution_of(standing.actor.id),
        AlreadyExists("You have a part already.", "key_result_id"),
    )
    objections.when(
        standing.asked_already, AlreadyExists("You have asked already.", "key_result_id")
    )
    objections.settle()
    fact = events.ContributionRequested(
        request_id=standing.new_id(),
        objective_id=key_result.objective.id,
        key_result_id=key_result.id,
        target=said.target,
        text=said.text,
    )
    return Decision(facts=[fact], guards=[*key_result.grounds, ASKED])


def request_help(standing: Standing, said: RequestHelp) -> Decision:
    """Whoever sees something may ask for help with it, of whoever sees it too."""
    if said.of_person_id is not None:
        need(standing.of_person, "of_person_id")
    subject = the_subject(standing, said, ("objective", "key_result"), HELP_IS_FOR)
    objective, key_result = need(subject.objective), subject.key_result
    standing.expect(key_result.version if key_result else objective.version)
    objections = Objections()
    checks.named(objections, said.text, "text")
    subject.going_on(objections)
    _can_be_asked(objections, standing, said)
    objections.settle()
    fact = events.HelpRequested(
        request_id=standing.new_id(),
        objective_id=objective.id,
        key_result_id=said.key_result_id,
        of_person_id=said.of_person_id,
        text=said.text,
    )
    remains = [standing.of_person.remains] if standing.of_person else []
    return Decision(facts=[fact], guards=[*subject.grounds, *remains])


def offer_help(standing: Standing, said: OfferHelp) -> Decision:
    """Whoever sees a request for help may offer it."""
    request, objections = _open(standing)
    objections.when(
        request.kind is not RequestKind.HELP,
        WrongState(f"This asks for something else than help: {request.kind}.", "request_id"),
    )
    checks.named(objections, said.text, "text")
    objections.settle()
    fact = events.HelpOffered(
        offer_id=standing.new_id(),
        request_id=request.id,
        objective_id=request.objective_id,
        text=said.text,
    )
    return Decision(facts=[fact], guards=_grounds(standing, request))


def accept_request(standing: Standing, said: AcceptRequest) -> Decision:
    """What is accepted happens in the same command, under all its own conditions."""
    request, objections = _open(standing)
    helped = request.kind is RequestKind.HELP and request.asked_by_id == standing.actor.id
    objections.when(not helped and not _answers(standing, request), NotAllowed(None))
    checks.noted(objections, said.answer, "answer")
    fact = events.RequestAccepted(
        request_id=request.id, objective_id=request.objective_id, answer=said.answer
    )
    follows = _joined(standing, request, objections)
    objections.settle()
    return Decision(
        facts=[fact, *follows.facts], guards=[*_grounds(standing, request), *follows.guards]
    )


def decline_request(standing: Standing, said: DeclineRequest) -> Decision:
    """Whoever could accept it may decline it, and says why."""
    request, objections = _open(standing)
    objections.when(not _answers(standing, request), NotAllowed(None))
    checks.reasoned(objections, said.reason)
    objections.settle()
    fact = events.RequestDeclined(
        request_id=request.id, objective_id=request.objective_id, reason=said.reason
    )
    return Decision(facts=[fact], guards=_grounds(standing, request))


def withdraw_request(standing: Standing, said: WithdrawRequest) -> Decision:
    """Whoever asked may think better of it."""
    request, objections = _open(standing)
    objections.when(
        request.asked_by_id != standing.actor.id, NotAllowed("Only who asked may withdraw it.")
    )
    objections.settle()
    fact = events.RequestWithdrawn(request_id=request.id, objective_id=request.objective_id)
    return Decision(facts=[fact], guards=_grounds(standing, request))


def _can_be_asked(objections: Objections, standing: Standing, said: RequestHelp) -> None:
    if said.of_person_id is None:
        return
    person = need(standing.of_person, "of_person_id")
    checks.present(objections, person, "of_person_id")
    objections.when(
        not standing.of_person_sees,
        WrongState("This person takes no part in it, and cannot see it.", "of_person_id"),
    )


def _open(standing: Standing) -> tuple[RequestNow, Objections]:
    request = need(standing.request, "request_id")
    objective = need(standing.objective, "request_id")
    standing.expect(request.version)
    objections = Objections()
    closed = objective.cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, "request_id"))
    objections.when(
        not closed and request.state is not RequestState.OPEN,
        WrongState(f"The request is {request.state}.", "request_id"),
    )
    return request, objections


def _answers(standing: Standing, request: RequestNow) -> bool:
    objective = need(standing.objective, "request_id")
    return authority.answers(standing.actor, request, objective, standing.key_result)


def _joined(standing: Standing, request: RequestNow, objections: Objections) -> Decision:
    """What an accepted request brings about beyond its answer."""
    if request.kind is RequestKind.REVISION and request.state is RequestState.OPEN:
        changed = need(standing.key_result, "request_id")
        facts = proposals.approved(standing, request, objections)
        return Decision(facts=facts, guards=key_results.grounds(standing, changed))
    if request.kind is RequestKind.KEY_RESULT and request.state is RequestState.OPEN:
        facts, guards = key_result_proposals.taken_in(standing, request, objections)
        return Decision(facts=facts, guards=guards)
    joins = request.kind is RequestKind.CONTRIBUTION and request.state is RequestState.OPEN
    if not joins or request.target is None:
        return Decision(facts=[])
    key_result = need(standing.key_result, "request_id")
    person = need(standing.person, "request_id")
    # That the cycle is closed has been said of the request itself.
    adding = contributions.adding(key_result, "request_id")
    objections += [each for each in adding if not isinstance(each, CycleIsClosed)]
    contributions.takes_on(objections, key_result, person, "request_id")
    contributions.full(objections, key_result, "request_id")
    fact = events.ContributorAssigned(
        contribution_id=standing.new_id(),
        key_result_id=key_result.id,
        person_id=person.id,
        target=request.target,
        assigned=False,
    )
    return Decision(facts=[fact], guards=[*key_result.grounds, person.remains])


def _grounds(standing: Standing, request: RequestNow) -> list[Guard]:
    objective = need(standing.objective, "request_id")
    return [Guard(stream=request.id), *objective.grounds]
