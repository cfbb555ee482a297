"""Rules about pieces of work: what is planned, changed and reported."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import Guard, KeyResultNow, ObjectiveNow
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need, stated
from server.okr.terms import (
    ABSENT,
    Absent,
    KeyResultState,
    ObjectiveState,
    Text,
    Tracking,
    WorkState,
)
from server.okr.work_checks import whole
from server.okr.work_now import WorkItemNow

OVER = (ObjectiveState.CLOSED, ObjectiveState.WITHDRAWN)
NOT_YOURS = "Only who it belongs to, and who works on what it is for, may."


@dataclass(kw_only=True)
class AddWorkItem(terms.WorkItem):
    """Plan a piece of work for a key result or an objective, within another one, or for itself."""

    key_result_id: Annotated[UUID | None, "The key result that it is to move."] = None
    objective_id: Annotated[UUID | None, "The objective that it is for."] = None
    within_id: Annotated[UUID | None, "The piece of work that it is a part of."] = None
    owner_person_id: Annotated[UUID | None, "Who does it; if nobody is named, who plans it."] = None
    owner_team_id: Annotated[UUID | None, "The team that does it."] = None


@dataclass(kw_only=True)
@terms.changing(terms.WorkItem)
class EditWorkItem:
    """State a piece of work otherwise, or give it to somebody else; what is in it stays there."""

    work_item_id: Annotated[UUID, "Which piece of work."]
    owner_person_id: Annotated[UUID | None | Absent, "Who does it from here on."] = ABSENT
    owner_team_id: Annotated[UUID | None | Absent, "The team that does it from here on."] = ABSENT


@dataclass(kw_only=True)
class ReportWork:
    """Say how far a piece of work is."""

    work_item_id: Annotated[UUID, "Which piece of work."]
    state: Annotated[WorkState | None, "How far it is; left out where that stays."] = None
    done: Annotated[Decimal | None, "How much of it is done, 0 to 1."] = None
    spent: Annotated[Decimal | None, "How many days of work it has taken so far."] = None
    criteria_met: Annotated[bool, "Whether you saw that its criteria are met."] = False
    note: Annotated[Text | None, "What there is to say about it."] = None


def add_work_item(standing: Standing, said: AddWorkItem) -> Decision:
    """Whoever works on the end plans the means; for no end, whoever does it."""
    checks.unversioned(objections := Objections(), standing)
    objective, key_result, within = _purpose(objections, standing, said)
    alone = said.owner_person_id is None and said.owner_team_id is None
    person = standing.actor.id if alone else said.owner_person_id
    guards = _owned(objections, standing, person, said.owner_team_id)
    item = terms.WorkItem(**terms.changes(terms.WorkItem, said))
    whole(objections, item)
    works = _works_for(standing, objective, key_result)
    works = works or (within is not None and owns(standing, within))
    free = objective is None and within is None
    works = works or (free and _does(standing, person, said.owner_team_id))
    objections.when(not works, NotAllowed(NOT_YOURS))
    objections.settle()
    fact = events.WorkItemAdded(
        work_item_id=standing.new_id(),
        objective_id=objective.id if objective else None,
        key_result_id=key_result.id if key_result else None,
        within_id=said.within_id,
        owner_person_id=person,
        owner_team_id=said.owner_team_id,
        **vars(item),
    )
    guards += objective.grounds if objective else []
    return Decision(facts=[fact], guards=guards + (within.grounds if within else []))


def edit_work_item(standing: Standing, said: EditWorkItem) -> Decision:
    """What has ended is taken up again before it is stated otherwise."""
    item, objections = own(standing)
    objections.when(item.ended, WrongState(f"It is {item.state}.", "work_item_id"))
    changes = terms.changes(terms.WorkItem, said)
    owners = [said.owner_person_id, said.owner_team_id]
    person, team = (
        getattr(item, name) if given is ABSENT else given
        for name, given in zip(("owner_person_id", "owner_team_id"), owners, strict=True)
    )
    stays = not changes and owners == [ABSENT, ABSENT]
    objections.when(stays, Invalid("There is nothing to change."))
    empty = person is None and team is None
    objections.when(empty, Invalid("Somebody has to do it.", "owner_person_id"))
    guards = _owned(objections, standing, said.owner_person_id, said.owner_team_id)
    both = person is not None and team is not None
    objections.when(both, Invalid("It belongs to a person or to a team.", "owner_team_id"))
    whole(objections, replace(item, **changes))
    objections.settle()
    fact = events.WorkItemEdited(
        work_item_id=item.id,
        objective_id=item.objective_id,
        changes=changes,
        owner_person_id=said.owner_person_id,
        owner_team_id=said.owner_team_id,
    )
    return Decision(facts=[fact], guards=[*item.grounds, *guards])


def report_work(standing: Standing, said: ReportWork) -> Decision:
    """It is done once its criteria are met; what moves by milestones is told by these."""
    item, objections = own(standing)
    told = (said.state, said.done, said.spent, said.note)
    nothing = told == (None, None, None, None) and not said.criteria_met
    objections.when(nothing, Invalid("Say how far it is.", "state"))
    checks.share(objections, said.done, "done")
    stepwise = item.tracking is Tracking.MILESTONES and said.done is not None
    objections.when(stepwise, Invalid("It is told by its milestones: report those.", "done"))
    negative = said.spent is not None and said.spent < 0
    objections.when(negative, Invalid("Zero or more days.", "spent"))
    unstated = said.criteria_met and item.criteria is None
    objections.when(unstated, Invalid("It has none: state its criteria first.", "criteria_met"))
    unmet = item.criteria is not None and not (item.criteria_met or said.criteria_met)
    objections.when(
        said.state is WorkState.DONE and unmet,
        Invalid("It is done once its criteria are met: see that they are.", "criteria_met"),
    )
    checks.noted(objections, said.note, "note")
    objections.settle()
    fact = events.WorkReported(objective_id=item.objective_id, **vars(said))
    return Decision(facts=[fact], guards=item.grounds)


def _purpose(
    objections: Objections, standing: Standing, said: AddWorkItem
) -> tuple[ObjectiveNow | None, KeyResultNow | None, WorkItemNow | None]:
    """What it is for: at most one end, or that of what it lies within."""
    named = stated(standing, said, ("key_result_id", "objective_id", "within_id"))
    for each in named[1:]:
        objections.append(Invalid("It is for one thing: link it with others later.", each))
    if "within_id" in named:
        within = need(standing.within)
        objections.when(within.ended, WrongState(f"That is {within.state}.", "within_id"))
        return within.objective, within.key_result, within
    key_result = standing.key_result if "key_result_id" in named else None
    objective = standing.objective if "objective_id" in named else None
    objective = key_result.objective if key_result else objective
    if objective is not None:
        going_on(objections, objective, key_result, named[0])
    return objective, key_result, None


def going_on(
    objections: Objections, objective: ObjectiveNow, key_result: KeyResultNow | None, path: str
) -> None:
    """Work is planned for what has not ended."""
    on = checks.goes_on(objections, objective, path)
    gone = key_result is not None and key_result.state is not KeyResultState.ACTIVE
    objections.when(on and gone, WrongState("The key result goes on no longer.", path))


def _owned(
    objections: Objections,
    standing: Standing,
    person_id: UUID | None | Absent,
    team_id: UUID | None | Absent,
) -> list[Guard]:
    """Somebody who is there, or a team."""
    if isinstance(team_id, UUID):
        need(standing.owner_team, "owner_team_id")
        both = isinstance(person_id, UUID)
        objections.when(both, Invalid("It belongs to a person or to a team.", "owner_person_id"))
    if not isinstance(person_id, UUID) or person_id == standing.actor.id:
        return []
    person = need(standing.owner_person, "owner_person_id")
    checks.present(objections, person, "owner_person_id")
    return [person.remains]


def own(standing: Standing, path: str = "work_item_id") -> tuple[WorkItemNow, Objections]:
    """The piece of work that somebody works on, or what they are told who do not."""
    item = need(standing.work_item, path)
    standing.expect(item.version)
    objections = Objections()
    objections.when(not owns(standing, item), NotAllowed(NOT_YOURS))
    return item, objections


def owns(standing: Standing, item: WorkItemNow) -> bool:
    """Whether somebody works on it, or on what it is for."""
    works = _works_for(standing, item.objective, item.key_result)
    return works or _does(standing, item.owner_person_id, item.owner_team_id)


def _works_for(
    standing: Standing, objective: ObjectiveNow | None, key_result: KeyResultNow | None
) -> bool:
    """Have a hand in what the work is for."""
    on_it = key_result is not None and authority.works_on(standing.actor, key_result)
    return on_it or (objective is not None and authority.works_for(standing.actor, objective))


def _does(standing: Standing, person_id: UUID | None, team_id: UUID | None) -> bool:
    """Do the work oneself, belong to the team that does it, or administer."""
    mine = person_id == standing.actor.id or authority.administers(standing.actor)
    return mine or (team_id is not None and authority.belongs(standing.actor, team_id))
