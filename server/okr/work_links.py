"""Rules about ties of work: what it serves beside its own end, feeds, and waits for."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.now import Guard
from server.okr.refusals import AlreadyExists, Invalid, Objections
from server.okr.standing import Decision, Standing, need, stated
from server.okr.terms import WorkLinkKind
from server.okr.work import going_on, own

ENDS = {
    WorkLinkKind.SERVES: ("to_key_result_id", "to_objective_id"),
    WorkLinkKind.FEEDS: ("to_work_item_id",),
    WorkLinkKind.WAITS_FOR: ("to_work_item_id",),
}
ALL_ENDS = ("to_key_result_id", "to_objective_id", "to_work_item_id")


@dataclass(kw_only=True)
class LinkWork(terms.WorkLink):
    """Tie a piece of work to what else it serves, what it feeds, or what it waits for."""

    work_item_id: Annotated[UUID, "Which piece of work."]
    to_key_result_id: Annotated[UUID | None, "For SERVES: the key result."] = None
    to_objective_id: Annotated[UUID | None, "For SERVES: the objective, if no key result."] = None
    to_work_item_id: Annotated[UUID | None, "Else the other piece of work."] = None


@dataclass(kw_only=True)
class UnlinkWork:
    """End a tie of a piece of work; it stays in the history."""

    work_link_id: Annotated[UUID, "Which tie."]


def link_work(standing: Standing, said: LinkWork) -> Decision:
    """Whoever works on it says what it serves and waits for; nothing waits for itself."""
    item, objections = own(standing)
    ends = stated(standing, said, ALL_ENDS)
    _one_end(objections, said, ends)
    other, key_result = standing.to_work_item, standing.to_key_result
    objective = key_result.objective if key_result else standing.to_objective
    place = ends[0] if ends else "kind"
    if objective is not None:
        going_on(objections, objective, key_result, place)
    circle = other is not None and (other.id == item.id or standing.target_leads_to_work)
    objections.when(circle, Invalid("That one leads back to this one.", "to_work_item_id"))
    objections.when(standing.work_linked_already, AlreadyExists("They are tied like this.", place))
    checks.weighted(objections, said.weight)
    checks.noted(objections, said.note, "note")
    objections.settle()
    of_work = other.objective_id if other else None
    fact = events.WorkLinked(
        work_link_id=standing.new_id(),
        work_item_id=item.id,
        objective_id=item.objective_id,
        to_work_item_id=said.to_work_item_id,
        to_key_result_id=said.to_key_result_id,
        to_objective_id=said.to_objective_id,
        of_objective_id=objective.id if objective else of_work,
        **terms.changes(terms.WorkLink, said),
    )
    tied = Guard(kinds=(events.WorkLinked, events.WorkUnlinked))
    grounds = objective.grounds if objective else []
    return Decision(facts=[fact], guards=[*item.grounds, *grounds, tied])


def unlink_work(standing: Standing, said: UnlinkWork) -> Decision:
    """Whoever may tie may untie."""
    link = need(standing.work_link, "work_link_id")
    item, objections = own(standing, "work_link_id")
    objections.settle()
    fact = events.WorkUnlinked(
        work_link_id=link.id,
        work_item_id=item.id,
        objective_id=link.objective_id,
        to_work_item_id=link.to_work_item_id,
        to_key_result_id=link.to_key_result_id,
        to_objective_id=link.to_objective_id,
        of_objective_id=link.of_objective_id,
    )
    return Decision(facts=[fact], guards=item.grounds)


def _one_end(objections: Objections, said: LinkWork, ends: list[str]) -> None:
    fitting = ENDS[said.kind]
    names = " or ".join(each.removesuffix("_id") for each in fitting)
    told = f"{said.kind} leads to one {names.replace('_', ' ').replace('to ', '')}."
    objections.when(len(ends) != 1, Invalid(told, fitting[0]))
    for each in ends:
        objections.when(len(ends) == 1 and each not in fitting, Invalid(told, each))
