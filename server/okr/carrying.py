"""Rules about carrying on: what a cycle left unfinished begins anew in a later one."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, mentored, terms
from server.okr.left_now import KeyResultLeft, ObjectiveLeft
from server.okr.leftovers import finished, measured_anew
from server.okr.metrics import repeated
from server.okr.now import CycleNow, Guard, ObjectiveNow, ParticipantNow
from server.okr.objectives import CreateObjective, create_objective
from server.okr.participants import still_shared
from server.okr.per_person import still_a_teams
from server.okr.refusals import (
    AlreadyExists,
    Invalid,
    LimitReached,
    NotFound,
    Objections,
    Refused,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CycleState, LinkKind, ObjectiveState, ParticipantRole, Text

SAID_ANEW = {"due_on": None, "start_confidence": None, "expected_score": None}


@dataclass(kw_only=True)
class CarryObjectiveForward:
    """Go on with an objective in a later cycle: draft it anew with what is left of it."""

    objective_id: Annotated[UUID, "The objective that goes on."]
    cycle_id: Annotated[UUID, "The later cycle."]
    key_result_ids: Annotated[
        list[UUID] | None,
        "Which key results go on, each with its parts; if left out, all that are not reached, "
        "and those that are to be kept.",
    ] = None
    owner_team_id: Annotated[
        UUID | None, "The team that owns it from then on; as before if no owner is named."
    ] = None
    owner_person_id: Annotated[
        UUID | None, "The person who owns it from then on; as before if no owner is named."
    ] = None
    accountable_person_id: Annotated[
        UUID | None, "The one person who answers for it; as before if left out."
    ] = None
    note: Annotated[Text | None, "What there is to say about it."] = None


def carry_objective_forward(standing: Standing, said: CarryObjectiveForward) -> Decision:
    """Whoever could create it there may; it is as open as it was, for those who took part."""
    objective = need(standing.objective, "objective_id")
    left = need(standing.left, "objective_id")
    standing.expect(objective.version)
    objections = Objections()
    key_results = _goes_on(objections, left, said.key_result_ids)
    cycle = standing.cycle
    if cycle is None:
        raise Refused([*objections, NotFound(None, "cycle_id")])
    _later(objections, standing, objective, cycle)
    checks.noted(objections, said.note, "note")
    for each in key_results:
        _fits(objections, each, cycle)
    anew = _anew(standing, objective, left, said)
    participants = _stay(objections, objective, left, anew)
    personal = any(each.metric.per_person for each in key_results)
    still_a_teams(objections, anew.owner_team_id, personal=personal)
    try:
        created = create_objective(replace(standing, expected_version=None), anew)
    except Refused as refused:
        raise Refused([*objections, *refused.reasons]) from None
    objections.settle()
    drafted = (each for each in created.facts if isinstance(each, events.ObjectiveCreated))
    draft = replace(next(drafted), origin=left.origin)
    facts = [
        draft,
        *(_takes_part(standing, draft.objective_id, each) for each in participants),
        *(added := _added(standing, draft.objective_id, cycle, key_results)),
        *_bound(added, key_results),
        _linked(standing, draft.objective_id, said),
    ]
    guards = [*created.guards, *objective.grounds, *_grounds(participants, key_results)]
    return Decision(facts=facts, guards=guards)


def _later(
    objections: Objections, standing: Standing, objective: ObjectiveNow, cycle: CycleNow
) -> None:
    """What stands in the way of going on there at all."""
    earlier = objective.cycle
    objections.when(
        earlier.state is CycleState.PLANNING,
        WrongState("Its cycle has not started: nothing is left over from it.", "objective_id"),
    )
    objections.when(
        objective.state is ObjectiveState.WITHDRAWN,
        WrongState("The objective is WITHDRAWN.", "objective_id"),
    )
    objections.when(cycle.id == earlier.id, Invalid("It is in this cycle already.", "cycle_id"))
    objections.when(
        cycle.ends_on < earlier.ends_on,
        Invalid(f"It goes on later: in a cycle that ends after {earlier.ends_on}.", "cycle_id"),
    )
    objections.when(
        cycle.id != earlier.id and cycle.state is CycleState.REVIEW,
        WrongState("The cycle is in REVIEW.", "cycle_id"),
    )
    objections.when(
        standing.carried_already, AlreadyExists("It goes on in this cycle already.", "cycle_id")
    )


def _goes_on(
    objections: Objections, left: ObjectiveLeft, named: list[UUID] | None
) -> list[KeyResultLeft]:
    """The key results that go on, in their order, each whole before its parts."""
    parts = [each for each in left.key_results if each.part_of_id is not None]
    whole = {each.id: each for each in left.key_results if each.part_of_id is None}
    over = {
        each.id
        for each in left.key_results
        if finished(each, [part for part in parts if part.part_of_id == each.id])
    }
    for index, key_result_id in enumerate(named or []):
        place = ("key_result_ids", str(index))
        part = any(each.id == key_result_id for each in parts)
        objections.when(part, Invalid("A part goes on with its whole: name that.", *place))
        unknown = not part and key_result_id not in whole
        objections.when(unknown, NotFound(None, *place))
        objections.when(
            not part and key_result_id in over,
            WrongState("It was reached: nothing is left of it.", *place),
        )
    chosen = {*whole} if named is None else {*named}
    return [
        each
        for each in left.key_results
        if each.id not in over and (each.part_of_id or each.id) in chosen - over
    ]


def _fits(objections: Objections, key_result: KeyResultLeft, cycle: CycleNow) -> None:
    """What could not be added to an objective of a cycle cannot go on there."""
    found = Objections()
    repeated(found, key_result.metric, cycle)
    objections += [LimitReached(f"{key_result.key}: {each.message}", "cycle_id") for each in found]


def _anew(
    standing: Standing, objective: ObjectiveNow, left: ObjectiveLeft, said: CarryObjectiveForward
) -> CreateObjective:
    """The same words; days and ranks are those of a cycle, and are said anew in the next."""
    owners = (said.owner_team_id, said.owner_person_id)
    if owners == (None, None):
        owners = (objective.owner_team_id, objective.owner_person_id)
    answers = standing.accountable_person
    stated = terms.changes(terms.Objective, left) | {"due_on": None, "priority_rank": None}
    return CreateObjective(
        cycle_id=said.cycle_id,
        owner_team_id=owners[0],
        owner_person_id=owners[1],
        accountable_person_id=said.accountable_person_id or (answers.id if answers else None),
        **(stated | mentored.carried(standing, left)),
    )


def _stay(
    objections: Objections, objective: ObjectiveNow, left: ObjectiveLeft, anew: CreateObjective
) -> list[ParticipantNow]:
    """Who takes part as before; a team that shared it may own it from here on."""
    shares = ParticipantRole.SHARES
    participants = [
        each
        for each in left.participants
        if each.role is not shares or each.team_id != anew.owner_team_id
    ]
    still_shared(
        objections,
        replace(objective, participants=participants),
        anew.owner_team_id,
        anew.accountable_person_id,
    )
    return participants


def _linked(
    standing: Standing, objective_id: UUID, said: CarryObjectiveForward
) -> events.ObjectivesLinked:
    return events.ObjectivesLinked(
        link_id=standing.new_id(),
        objective_id=objective_id,
        to_objective_id=said.objective_id,
        kind=LinkKind.CARRIED_FROM,
        note=said.note,
    )


def _takes_part(
    standing: Standing, objective_id: UUID, before: ParticipantNow
) -> events.ParticipantAdded:
    return events.ParticipantAdded(
        participant_id=standing.new_id(),
        objective_id=objective_id,
        role=before.role,
        person_id=before.person_id,
        team_id=before.team_id,
    )


def _added(
    standing: Standing, objective_id: UUID, cycle: CycleNow, key_results: list[KeyResultLeft]
) -> list[events.KeyResultAdded]:
    ids = {each.id: standing.new_id() for each in key_results}
    return [
        events.KeyResultAdded(
            key_result_id=ids[each.id],
            objective_id=objective_id,
            owner_person_id=each.owner_person_id,
            metric=measured_anew(each, cycle),
            milestones=[
                terms.PlannedMilestone(id=standing.new_id(), title=step.title, weight=step.weight)
                for step in each.milestones
                if not step.done
            ],
            part_of_id=ids[each.part_of_id] if each.part_of_id else None,
            carried_from_id=each.id,
            paired_with_id=ids.get(each.paired_with_id) if each.paired_with_id else None,
            **(terms.changes(terms.KeyResult, each) | SAID_ANEW),
        )
        for each in key_results
    ]


def _bound(
    added: list[events.KeyResultAdded], left: list[KeyResultLeft]
) -> list[events.KeyResultBound]:
    """What followed a KPI goes on to follow it."""
    return [
        events.KeyResultBound(
            key_result_id=each.key_result_id,
            kpi_id=earlier.kpi_id,
            reason=f"It goes on with {earlier.key}, which followed it.",
        )
        for each, earlier in zip(added, left, strict=True)
        if earlier.kpi_id is not None
    ]


def _grounds(participants: list[ParticipantNow], key_results: list[KeyResultLeft]) -> list[Guard]:
    """Where it ended, who is still there, and that nobody else carries it on meanwhile."""
    named = [each.person_id for each in participants] + [
        each.owner_person_id for each in key_results
    ]
    return [
        Guard(kinds=(events.ObjectivesLinked,)),
        *(Guard(stream=each.id) for each in key_results),
        *(
            Guard(stream=person, kinds=(events.PersonDeactivated,))
            for person in dict.fromkeys(named)
            if person is not None
        ),
    ]
