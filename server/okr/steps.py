"""Rules about steps: what is to be done for a case, or stands on the list of a meeting."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import careers, checks, events, terms
from server.okr.cases import own_case
from server.okr.cases_now import StepNow
from server.okr.meetings import own_meeting
from server.okr.now import Guard
from server.okr.refusals import Invalid, LimitReached, Objections, WrongState
from server.okr.standing import Decision, Standing, need, stated
from server.okr.terms import ABSENT, Absent, Text, changing

MOST = 20


@dataclass(kw_only=True)
class AddStep(terms.Step):
    """Say what is to be done for a case, or put it on the list of a meeting."""

    case_id: Annotated[UUID | None, "The case; this or a meeting."] = None
    meeting_id: Annotated[UUID | None, "The meeting; this or a case."] = None
    owner_person_id: Annotated[UUID | None, "Who does it."] = None
    objective_ids: Annotated[
        list[UUID] | None, "The objectives with which it is taken, over cycles."
    ] = field(default=None)


@dataclass(kw_only=True)
@changing(terms.Step)
class EditStep:
    """State a step otherwise, or take it with other objectives."""

    step_id: Annotated[UUID, "Which step."]
    objective_ids: Annotated[
        list[UUID] | None | Absent,
        "All objectives with which it is taken from here on; those that you do not see stay.",
    ] = ABSENT


@dataclass(kw_only=True)
class CompleteStep:
    """Say that a step is done."""

    step_id: Annotated[UUID, "Which step."]
    done_on: Annotated[date | None, "The day it was done; today if left out."] = None
    note: Annotated[Text | None, "What there is to say about it."] = None


def add_step(standing: Standing, said: AddStep) -> Decision:
    """A step belongs to a case that is open, or to a meeting that is to be held."""
    checks.unversioned(begun := Objections(), standing)
    stated(standing, said, ("case_id", "meeting_id", "owner_person_id"))
    both = (said.case_id is None) == (said.meeting_id is None)
    begun.when(both, Invalid("Name a case or a meeting.", "case_id"))
    taken = _taken_with(begun, standing, said.objective_ids)
    begun.settle()
    objections, guards = _whole(standing, of_case=said.case_id is not None)
    if (person := standing.owner_person) is not None:
        checks.present(objections, person, "owner_person_id")
        careers.taken_by(objections, standing, person)
        guards.append(person.remains)
    checks.named(objections, said.text, "text")
    objections.settle()
    fact = events.StepAdded(
        step_id=standing.new_id(),
        case_id=said.case_id,
        meeting_id=said.meeting_id,
        owner_person_id=said.owner_person_id,
        objective_ids=taken,
        **terms.changes(terms.Step, said),
    )
    return Decision(facts=[fact], guards=guards)


def edit_step(standing: Standing, said: EditStep) -> Decision:
    """Who has to do with the whole says it, as long as it is not done.

    Objectives that they do not see stay where they are.
    """
    taken: list[UUID] | Absent = ABSENT
    if not isinstance(said.objective_ids, Absent):
        taken = _taken_with(begun := Objections(), standing, said.objective_ids)
        begun.settle()
    step = _found(standing)
    objections, _ = _whole(standing, "step_id", of_case=standing.case is not None)
    changes = terms.changes(terms.Step, said)
    stays = not changes and said.objective_ids is ABSENT
    objections.when(stays, Invalid("There is nothing to change."))
    objections.when(step.done, WrongState("It is done already.", "step_id"))
    if "text" in changes:
        checks.named(objections, changes["text"], "text")
    objections.settle()
    if not isinstance(taken, Absent):
        taken += step.unseen
    fact = events.StepEdited(step_id=step.id, changes=changes, objective_ids=taken)
    return Decision(facts=[fact], guards=[Guard(stream=step.id)])


def complete_step(standing: Standing, said: CompleteStep) -> Decision:
    """Who is to do it says that it is done, or who has to do with the whole."""
    step = _found(standing)
    day = said.done_on or standing.today
    objections = Objections()
    if step.owner_person_id != standing.actor.id:
        objections, _ = _whole(standing, "step_id", of_case=standing.case is not None)
    objections.when(step.done, WrongState("It is done already.", "step_id"))
    objections.when(day > standing.today, Invalid("It is done once that day has come.", "done_on"))
    checks.noted(objections, said.note, "note")
    objections.settle()
    fact = events.StepCompleted(step_id=step.id, done_on=day, note=said.note)
    return Decision(facts=[fact], guards=[Guard(stream=step.id)])


def _found(standing: Standing) -> StepNow:
    step = need(standing.step, "step_id")
    if standing.case is None:
        need(standing.meeting, "step_id")
    standing.expect(step.version)
    return step


def _taken_with(objections: Objections, standing: Standing, ids: list[UUID] | None) -> list[UUID]:
    """Objectives that the actor sees, each once."""
    known = {each.id for each in standing.objectives}
    named = list(dict.fromkeys(ids or []))
    many = len(named) > MOST
    objections.when(many, LimitReached(f"At most {MOST} for one step.", "objective_ids"))
    checks.known(objections, named, known, "objective_ids")
    return named


def _whole(
    standing: Standing, path: str | None = None, *, of_case: bool
) -> tuple[Objections, list[Guard]]:
    """What a step is of, for who has to do with that; a step that is there may come last."""
    if of_case:
        case, objections = own_case(standing, path or "case_id", ended=path is not None)
        return objections, case.grounds
    meeting, objections = own_meeting(standing, path or "meeting_id", ended=path is not None)
    return objections, meeting.grounds
