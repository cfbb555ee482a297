"""Rules about what reviews are about, and who may record them."""

from typing import Protocol
from uuid import UUID

from server.okr import authority
from server.okr.cases_now import About
from server.okr.matters import has_a_hand
from server.okr.now import Guard
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Standing, stated
from server.okr.terms import CycleState, ReviewKind, WorkKind
from server.okr.work import owns

USUAL = ("objective_id", "key_result_id", "team_id", "cycle_id")
ABOUT = (*USUAL, "work_item_id")
SUBJECTS = {
    ReviewKind.TEAM: ("team_id", "cycle_id"),
    ReviewKind.SEQUENCE: ("objective_id",),
    ReviewKind.SPRINT: ("work_item_id",),
    ReviewKind.MILESTONE: ("work_item_id",),
    ReviewKind.CHARTER: ("cycle_id",),
}
WORK = {ReviewKind.SPRINT: WorkKind.SPRINT, ReviewKind.MILESTONE: WorkKind.MILESTONE}
NOT_YOURS = "Only people who have a hand in it may record its review."


class Saying(Protocol):
    """What a review says it is about."""

    kind: ReviewKind
    objective_id: UUID | None
    key_result_id: UUID | None
    team_id: UUID | None
    cycle_id: UUID | None
    work_item_id: UUID | None


def subject(objections: Objections, standing: Standing, said: Saying) -> None:
    """Note what is wrong with what a review is about."""
    named = stated(standing, said, ABOUT)
    fitting = SUBJECTS.get(said.kind, USUAL)
    objections.when(
        len(named) != 1 and named != ["team_id", "cycle_id"],
        Invalid("A review is about one thing; beside a team it may name a cycle.", "kind"),
    )
    for name in named:
        objections.when(name not in fitting, Invalid(f"A {said.kind} review has no such.", name))
    objections.when(
        said.kind is ReviewKind.TEAM and said.team_id is None,
        Invalid("A TEAM review names its team.", "team_id"),
    )
    kind, item = WORK.get(said.kind), standing.work_item
    odd = kind is not None and item is not None and item.kind is not kind
    objections.when(odd, Invalid(f"That is no {said.kind}.", "work_item_id"))
    objections.when(named and not _may(standing, said), NotAllowed(NOT_YOURS))
    ahead = said.kind is ReviewKind.RETROSPECTIVE and _planning(standing)
    objections.when(
        ahead, WrongState("There is nothing to look back at: the cycle has not started.", "kind")
    )


def grounds(standing: Standing, review: Saying) -> list[Guard]:
    """What a review rests on."""
    if review.work_item_id is not None:
        return []
    noun = standing.objective if review.key_result_id is None else standing.key_result
    return noun.grounds if noun is not None else []


def _planning(standing: Standing) -> bool:
    """Whether what it is about has not begun."""
    objective = standing.key_result.objective if standing.key_result else standing.objective
    cycle = objective.cycle if objective else standing.cycle
    return cycle is not None and cycle.state is CycleState.PLANNING


def _may(standing: Standing, said: Saying) -> bool:
    of_work = said.work_item_id is not None and not (said.key_result_id or said.objective_id)
    if of_work and standing.work_item is not None:
        return authority.plans(standing.actor) or owns(standing, standing.work_item)
    about = About(
        objective=standing.objective if said.objective_id else None,
        key_result=standing.key_result if said.key_result_id else None,
        team_id=said.team_id,
        cycle_id=said.cycle_id,
    )
    return has_a_hand(standing.actor, about)
