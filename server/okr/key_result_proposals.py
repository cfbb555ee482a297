"""Rules about key results that are proposed: by anybody, taken in by who drafts the objective."""

from dataclasses import dataclass, fields
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.key_results import AddKeyResult, added, open_to_more
from server.okr.metrics import MetricInput, MilestoneInput
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import (
    CycleIsClosed,
    Invalid,
    NotAllowed,
    Objections,
    Refused,
    WrongState,
)
from server.okr.said_now import RequestNow
from server.okr.standing import Decision, Standing, need
from server.okr.terms import RequestKind, RequestState, changes

NOT_YOURS = "Only who drafts the objective, or whose proposals all of them are, merges them."
STATED = {each.name for each in fields(AddKeyResult)} - {"objective_id", "metric", "part_of_id"}


@dataclass(kw_only=True)
class ProposeKeyResult(terms.KeyResult, terms.Request):
    """Propose a key result for an objective; who drafts that takes it in, or does not."""

    objective_id: Annotated[UUID, "The objective it would measure."]
    metric: Annotated[MetricInput, "How it would be measured."]
    owner_person_id: Annotated[UUID | None, "Who would report it."] = None
    curve: Annotated[
        terms.Curve | None, "Along which way it would be expected to move; evenly if left out."
    ] = None
    merged_request_ids: Annotated[
        list[UUID] | None, "Earlier proposals for the objective that go into this one."
    ] = None


def propose_key_result(standing: Standing, said: ProposeKeyResult) -> Decision:
    """Whoever sees an objective may propose how it is measured."""
    objective = need(standing.objective, "objective_id")
    standing.expect(objective.version)
    objections = open_to_more(objective, "objective_id")
    checks.named(objections, said.text, "text")
    merged = _merged(objections, standing, objective, said)
    would_be = AddKeyResult(
        objective_id=objective.id,
        metric=said.metric,
        owner_person_id=said.owner_person_id,
        curve=said.curve,
        **changes(terms.KeyResult, said),
    )
    key_result, guards = added(standing, objective, would_be, objections)
    fact = events.KeyResultProposed(
        request_id=standing.new_id(),
        objective_id=objective.id,
        owner_person_id=said.owner_person_id,
        metric=key_result.metric,
        milestones=key_result.milestones,
        curve=said.curve,
        merged_request_ids=said.merged_request_ids or [],
        text=said.text,
        **changes(terms.KeyResult, said),
    )
    return Decision(facts=[fact], guards=[*guards, *merged])


def taken_in(
    standing: Standing, request: RequestNow, objections: Objections
) -> tuple[list[events.Fact], list[Guard]]:
    """The key result that was proposed, under all its conditions as things stand now."""
    objective = need(standing.objective, "request_id")
    said = _as_said(objective, request)
    try:
        open_ = open_to_more(objective, "request_id")
        fact, guards = added(standing, objective, said, open_, request.id)
    except Refused as refused:
        # That the cycle is closed has been said of the request itself.
        reasons = [each for each in refused.reasons if not isinstance(each, CycleIsClosed)]
        objections += [type(each)(each.message, "request_id") for each in reasons]
        return [], []
    return [fact], guards


def _as_said(objective: ObjectiveNow, request: RequestNow) -> AddKeyResult:
    """The key result in the words of the proposal."""
    proposal = need(request.proposal, "request_id")
    metric = vars(need(proposal.metric, "request_id"))
    steps = [MilestoneInput(**(vars(each) | {"id": None})) for each in proposal.milestones]
    told = {name: getattr(proposal, name) for name in STATED & set(proposal.stated)}
    return AddKeyResult(
        objective_id=objective.id, metric=MetricInput(**metric, milestones=steps or None), **told
    )


def _merged(
    objections: Objections, standing: Standing, objective: ObjectiveNow, said: ProposeKeyResult
) -> list[Guard]:
    """Open proposals for the same objective: of who merges them, or of whoever drafts it."""
    found = {each.id: each for each in standing.requests}
    drafts = authority.drafts(standing.actor, objective)
    for index, id_ in enumerate(said.merged_request_ids or []):
        place = ("merged_request_ids", str(index))
        request = need(found.get(id_), *place)
        fits = request.kind is RequestKind.KEY_RESULT and request.objective_id == objective.id
        other = Invalid("This is no proposal of a key result for the objective.", *place)
        objections.when(not fits, other)
        ended = WrongState(f"The request is {request.state}.", *place)
        objections.when(fits and request.state is not RequestState.OPEN, ended)
        own = request.asked_by_id == standing.actor.id
        objections.when(fits and not own and not drafts, NotAllowed(NOT_YOURS, *place))
    return [Guard(stream=each) for each in said.merged_request_ids or []]
