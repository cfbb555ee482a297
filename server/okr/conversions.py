"""Rules about what was taken for something else: key results that are initiatives, and back."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.key_results import AddKeyResult, add_key_result
from server.okr.metrics import MetricInput
from server.okr.now import KeyResultNow
from server.okr.refusals import Invalid, Objections, Refused, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import InitiativeSort, KeyResultState, Text, WorkKind, WorkState
from server.okr.withdrawals import WithdrawKeyResult, withdraw_key_result
from server.okr.work_checks import whole


@dataclass(kw_only=True)
class ConvertKeyResultToInitiative:
    """Say that a key result is something to do; it stays in the history, and the work goes on."""

    key_result_id: Annotated[UUID, "Which key result."]
    sort: Annotated[InitiativeSort, "Which sort of initiative it is."]
    scope: Annotated[Text, "What belongs to it, and what does not."]
    starts_on: Annotated[date, "First day."]
    ends_on: Annotated[date, "Last day."]
    reason: Annotated[Text, "Why it is no measure."]
    to_key_result_id: Annotated[
        UUID | None, "The key result of the same objective that it is to move."
    ] = None


@dataclass(kw_only=True)
class ConvertInitiativeToKeyResult:
    """Say that an initiative is a measure: it becomes a key result of its objective."""

    work_item_id: Annotated[UUID, "Which initiative."]
    metric: Annotated[MetricInput, "How it is measured."]
    reason: Annotated[Text, "Why it is more than something to do."]


def convert_key_result_to_initiative(
    standing: Standing, said: ConvertKeyResultToInitiative
) -> Decision:
    """What is given up as a key result is undertaken for its objective, under the same words."""
    key_result = need(standing.key_result, "key_result_id")
    moved = (
        None if said.to_key_result_id is None else need(standing.to_key_result, "to_key_result_id")
    )
    item = terms.WorkItem(
        title=key_result.title,
        kind=WorkKind.INITIATIVE,
        sort=said.sort,
        verb=key_result.verb,
        counted=key_result.counted,
        scope=said.scope,
        starts_on=said.starts_on,
        ends_on=said.ends_on,
    )
    whole(objections := Objections(), item)
    _moves(objections, key_result, moved)
    given_up = WithdrawKeyResult(key_result_id=key_result.id, reason=said.reason)
    try:
        withdrawn = withdraw_key_result(standing, given_up)
    except Refused as refused:
        raise Refused([*objections, *refused.reasons]) from None
    objections.settle()
    fact = events.WorkItemAdded(
        work_item_id=standing.new_id(),
        objective_id=key_result.objective.id,
        key_result_id=moved.id if moved else None,
        within_id=None,
        owner_person_id=key_result.owner_person_id or standing.actor.id,
        owner_team_id=None,
        from_key_result_id=key_result.id,
        **vars(item),
    )
    guards = withdrawn.guards + (moved.grounds if moved else [])
    return Decision(facts=[fact, *withdrawn.facts], guards=guards)


def convert_initiative_to_key_result(
    standing: Standing, said: ConvertInitiativeToKeyResult
) -> Decision:
    """An initiative for an objective is measured from here on; what was planned is dropped."""
    item = need(standing.work_item, "work_item_id")
    standing.expect(item.version)
    objective = item.objective
    if objective is None:
        raise Refused([WrongState("It is for no objective.", "work_item_id")])
    checks.reasoned(objections := Objections(), said.reason)
    other = item.kind is not WorkKind.INITIATIVE
    objections.when(other, WrongState("Only an INITIATIVE becomes one.", "work_item_id"))
    objections.when(item.ended, WrongState(f"It is {item.state}.", "work_item_id"))
    anew = AddKeyResult(
        objective_id=objective.id,
        title=item.title,
        verb=item.verb,
        counted=item.counted,
        metric=said.metric,
    )
    try:
        added = add_key_result(replace(standing, objective=objective, expected_version=None), anew)
    except Refused as refused:
        for each in refused.reasons:
            each.path = ["work_item_id" if part == "objective_id" else part for part in each.path]
        raise Refused([*objections, *refused.reasons]) from None
    objections.settle()
    key_results = (each for each in added.facts if isinstance(each, events.KeyResultAdded))
    fact = replace(next(key_results), from_work_item_id=item.id)
    dropped = events.WorkReported(
        work_item_id=item.id, objective_id=objective.id, state=WorkState.DROPPED, note=said.reason
    )
    return Decision(facts=[fact, dropped], guards=[*added.guards, *item.grounds])


def _moves(objections: Objections, key_result: KeyResultNow, moved: KeyResultNow | None) -> None:
    """Another key result that goes on, of the same objective."""
    if moved is None:
        return
    strange = moved.id == key_result.id or moved.objective.id != key_result.objective.id
    objections.when(
        strange, Invalid("It moves another key result of the same objective.", "to_key_result_id")
    )
    over = moved.state is not KeyResultState.ACTIVE or moved.id in key_result.parts
    objections.when(over, WrongState("It goes on no longer.", "to_key_result_id"))
