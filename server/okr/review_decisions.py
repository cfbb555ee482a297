"""Rules about what reviews decide: of which things, by whom, and in favour of what."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, terms
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import (
    Invalid,
    NotAllowed,
    NotFound,
    Objections,
    WrongState,
)
from server.okr.standing import Standing
from server.okr.terms import Course
from server.okr.work import owns

NOT_YOURS = "You have no hand in what this decision is about."


@dataclass(kw_only=True)
class DecisionInput(terms.ReviewDecision):
    """A decision about one objective or one key result."""

    objective_id: Annotated[UUID | None, "The objective; this or a key result."] = None
    key_result_id: Annotated[UUID | None, "The key result; this or an objective."] = None
    work_item_id: Annotated[UUID | None, "The piece of work; if it is about none of these."] = None
    in_favour_of_objective_id: Annotated[
        UUID | None, "For TRADE_OFF: the objective that it gives way to."
    ] = None
    in_favour_of_key_result_id: Annotated[
        UUID | None, "For TRADE_OFF: the key result that it gives way to."
    ] = None


def decided_on(
    objections: Objections, standing: Standing, said: DecisionInput, *place: str
) -> list[Guard]:
    """A decision is about one thing that can still change, and says why."""
    checks.reasoned(objections, said.reason, *place, "reason")
    _in_favour(objections, standing, said, *place)
    if said.work_item_id is not None:
        return _on_work(objections, standing, said, *place)
    objective = _subject(objections, standing, said, *place)
    if objective is None:
        return []
    _still_open(objections, standing, objective, *place)
    return objective.grounds


def of_work(standing: Standing, decision: DecisionInput) -> UUID | None:
    """The objective that the piece of work is for that a decision is about."""
    items = {each.id: each.objective_id for each in standing.work_items}
    return None if decision.work_item_id is None else items.get(decision.work_item_id)


def _on_work(
    objections: Objections, standing: Standing, said: DecisionInput, *place: str
) -> list[Guard]:
    both = said.objective_id is not None or said.key_result_id is not None
    objections.when(both, Invalid("A decision is about one thing.", *place, "work_item_id"))
    item = next((each for each in standing.work_items if each.id == said.work_item_id), None)
    if item is None:
        objections.append(NotFound(None, *place, "work_item_id"))
        return []
    may = authority.plans(standing.actor) or owns(standing, item)
    objections.when(not may, NotAllowed(NOT_YOURS, *place))
    objections.when(item.ended, WrongState(f"It is {item.state}.", *place))
    return item.grounds


def _subject(
    objections: Objections, standing: Standing, said: DecisionInput, *place: str
) -> ObjectiveNow | None:
    objections.when(
        (said.objective_id is None) == (said.key_result_id is None),
        Invalid("A decision is about an objective or a key result.", *place, "objective_id"),
    )
    objectives = {each.id: each for each in standing.objectives}
    key_results = {each.id: each.objective for each in standing.key_results}
    _known(objections, objectives, said.objective_id, *place, "objective_id")
    _known(objections, key_results, said.key_result_id, *place, "key_result_id")
    if said.objective_id is not None:
        return objectives.get(said.objective_id)
    return None if said.key_result_id is None else key_results.get(said.key_result_id)


def _known(
    objections: Objections, seen: dict[UUID, ObjectiveNow], id_: UUID | None, *place: str
) -> None:
    objections.when(id_ is not None and id_ not in seen, NotFound(None, *place))


def _still_open(
    objections: Objections, standing: Standing, objective: ObjectiveNow, *place: str
) -> None:
    actor = standing.actor
    may = authority.plans(actor) or authority.works_for(actor, objective)
    objections.when(not may, NotAllowed(NOT_YOURS, *place))
    checks.goes_on(objections, objective, *place)


def _in_favour(
    objections: Objections, standing: Standing, said: DecisionInput, *place: str
) -> None:
    objective_id, key_result_id = said.in_favour_of_objective_id, said.in_favour_of_key_result_id
    path = (*place, "in_favour_of_objective_id")
    traded = said.decision is Course.TRADE_OFF
    both = objective_id is not None and key_result_id is not None
    named = objective_id is not None or key_result_id is not None
    objections.when(
        (traded and not named) or both,
        Invalid("A TRADE_OFF names the one thing that it is in favour of.", *path),
    )
    objections.when(
        named and not traded, Invalid("Only a TRADE_OFF is in favour of something.", *path)
    )
    itself = named and (objective_id, key_result_id) == (said.objective_id, said.key_result_id)
    objections.when(itself, Invalid("Nothing gives way to itself.", *path))
    objectives = {each.id: each for each in standing.objectives}
    key_results = {each.id: each.objective for each in standing.key_results}
    _known(objections, objectives, objective_id, *path)
    _known(objections, key_results, key_result_id, *place, "in_favour_of_key_result_id")
