"""Pairs of commands about objectives, key results and reports that exclude each other."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from server.ids import new_id
from server.okr import (
    alignments,
    baselines,
    carrying,
    check_ins,
    contributions,
    corrections,
    cycles,
    events,
    key_results,
    objectives,
    windows,
)
from server.okr.metrics import MetricInput
from server.okr.terms import (
    Metric,
    MetricKind,
    Reading,
    RevisionCategory,
    RollUp,
    Visibility,
)
from tests.entries import append, entry
from tests.races import Command, Race, race, say
from tests.samples import Organization, at_least, increase

THRESHOLD = {
    "metric": at_least(5),
    "reason": "We know better.",
    "category": RevisionCategory.OTHER,
}


def align(at: Organization, low: UUID, late: str = "ALIGNMENT_WOULD_LOOP", **to: Any) -> Command:
    return say(at, alignments.align_objective, late, objective_id=low, **to)


@race
async def two_alignments_that_loop_together(at: Organization) -> Race:
    one, other = [(await at.objective()).objective_id for _ in range(2)]
    return align(at, one, to_objective_id=other), align(at, other, to_objective_id=one)


@race
async def two_alignments_that_loop_over_a_key_result(at: Organization) -> Race:
    low, middle, top = [await at.objective() for _ in range(3)]
    key_result = await at.key_result(middle)
    await at.align(middle, top)
    return (
        align(at, low.objective_id, to_key_result_id=key_result.key_result_id),
        align(at, top.objective_id, to_objective_id=low.objective_id),
    )


@race
async def the_same_alignment_twice(at: Organization) -> Race:
    low, top = [(await at.objective()).objective_id for _ in range(2)]
    one = align(at, low, "ALREADY_EXISTS", to_objective_id=top)
    return one, one


@race
async def a_check_in_beside_the_end_of_the_cycle(at: Organization) -> Race:
    key_result = await at.key_result()
    cycle = await at.running_cycle()
    report = check_ins.record_check_in
    return (
        say(at, report, "CYCLE_IS_CLOSED", key_result_id=key_result.key_result_id),
        say(at, cycles.close_cycle, cycle_id=cycle.cycle_id),
    )


@race
async def an_objective_beside_the_end_of_the_cycle(at: Organization) -> Race:
    create, cycle_id = objectives.create_objective, (await at.running_cycle()).cycle_id
    said = {"cycle_id": cycle_id, "title": "Late", "owner_person_id": at.actor.id}
    return (
        say(at, create, "CYCLE_IS_CLOSED", **said),
        say(at, cycles.close_cycle, cycle_id=cycle_id),
    )


@race
async def a_check_in_beside_the_withdrawal_of_the_objective(at: Organization) -> Race:
    key_result = await at.key_result(objective := await at.objective())
    report, withdraw = check_ins.record_check_in, objectives.withdraw_objective
    return (
        say(at, report, "WRONG_STATE", key_result_id=key_result.key_result_id),
        say(at, withdraw, objective_id=objective.objective_id, reason="No."),
    )


@race
async def a_value_beside_the_removal_of_its_contributor(at: Organization) -> Race:
    ann, key_result = await at.person(), await at.key_result()
    part = await at.contributor(key_result, ann)
    report = check_ins.record_check_in
    said = {"key_result_id": key_result.key_result_id, "value": Decimal(5)}
    return (
        say(at.by(ann), report, "NOT_ALLOWED", **said),
        say(at, contributions.remove_contributor, contribution_id=part.contribution_id),
    )


@race
async def a_members_value_beside_the_first_contributor(at: Organization) -> Race:
    ann, bob = await at.person(), await at.person()
    objective = await at.objective(team=await at.team(ann))
    key_result = (await at.key_result(objective)).key_result_id
    assign = {"key_result_id": key_result, "person_id": bob.person_id, "target": Decimal(1)}
    return (
        say(at.by(ann), check_ins.record_check_in, "NOT_ALLOWED", key_result_id=key_result),
        say(at, contributions.assign_contributor, **assign),
    )


@race
async def the_last_place_for_a_key_result(at: Organization) -> Race:
    objective = await at.objective()
    so_many = key_results.KEY_RESULTS_OF_AN_OBJECTIVE - 1
    await append(at, entry(at, *(key_result_of(objective) for _ in range(so_many))))
    said = {"objective_id": objective.objective_id, "title": "One", "metric": increase(0, 1)}
    one = say(at, key_results.add_key_result, "LIMIT_REACHED", **said)
    return one, one


@race
async def the_same_activation_twice(at: Organization) -> Race:
    objective = await at.objective(draft=True)
    one = say(at, objectives.activate_objective, "WRONG_STATE", objective_id=objective.objective_id)
    return one, one


@race
async def a_correction_beside_a_retraction(at: Organization) -> Race:
    report = await at.check_in(await at.key_result(), 5)
    said = {"check_in_id": report.check_in_id, "reason": "A slip of the pen."}
    return (
        say(at, corrections.correct_check_in, "WRONG_STATE", value=Decimal(6), **said),
        say(at, corrections.retract_check_in, "WRONG_STATE", **said),
    )


@race
async def the_same_answer_twice(at: Organization) -> Race:
    report = await at.check_in(await at.key_result(), obstacles=["A wall."])
    said = {"obstacle_id": report.obstacles[0].id, "answer": "A ladder."}
    one = say(at, check_ins.answer_obstacle, "WRONG_STATE", **said)
    return one, one


@race
async def the_same_contributor_twice(at: Organization) -> Race:
    key_result = (await at.key_result()).key_result_id
    said = {"key_result_id": key_result, "person_id": at.actor.id, "target": Decimal(1)}
    one = say(at, contributions.assign_contributor, "ALREADY_EXISTS", **said)
    return one, one


@race
async def a_new_share_beside_the_removal_of_its_contributor(at: Organization) -> Race:
    part = await at.contributor(await at.key_result(), await at.person())
    said = {"contribution_id": part.contribution_id}
    change = contributions.change_contribution
    return (
        say(at, change, "NOT_FOUND", target=Decimal(2), **said),
        say(at, contributions.remove_contributor, **said),
    )


@race
async def a_contributor_beside_a_metric_without_parts(at: Organization) -> Race:
    key_result = {"key_result_id": (await at.key_result()).key_result_id}
    part = {"person_id": at.actor.id, "target": Decimal(1)}
    return (
        say(at, contributions.assign_contributor, "WRONG_STATE", **key_result, **part),
        say(at, key_results.revise_key_result, "WRONG_STATE", **key_result, **THRESHOLD),
    )


@race
async def a_new_unit_beside_the_first_entry(at: Organization) -> Race:
    euros = replace(increase(0, 100), unit="EUR", reading=Reading.SUM)
    key_result = {"key_result_id": (await at.key_result(metric=euros)).key_result_id}
    why = {"reason": "We sell abroad.", "category": RevisionCategory.OTHER}
    dollars = replace(euros, unit="USD")
    return (
        say(at, key_results.revise_key_result, "WRONG_STATE", metric=dollars, **key_result, **why),
        say(at, check_ins.record_check_in, "INVALID", value=Decimal(5), unit="EUR", **key_result),
    )


@race
async def a_sum_beside_a_metric_without_parts(at: Organization) -> Race:
    low, key_result = await at.objective(), (await at.key_result()).key_result_id
    add = {"to_key_result_id": key_result, "roll_up": RollUp.SUM}
    revise = key_results.revise_key_result
    return (
        align(at, low.objective_id, "INVALID", **add),
        say(at, revise, "WRONG_STATE", key_result_id=key_result, **THRESHOLD),
    )


@race
async def a_roll_up_beside_a_narrower_view(at: Organization) -> Race:
    low, top = [(await at.objective()).objective_id for _ in range(2)]
    hide = {"visibility": Visibility.PRIVATE, "reason": "Hush."}
    return (
        align(at, low, "INVALID", to_objective_id=top, roll_up=RollUp.MEAN),
        say(at, objectives.edit_objective, "WRONG_STATE", objective_id=low, **hide),
    )


@race
async def two_cycles_of_one_key(at: Organization) -> Race:
    span = {"starts_on": date(2027, 1, 1), "ends_on": date(2027, 3, 31)}
    one = say(at, cycles.open_cycle, "ALREADY_EXISTS", key="2027-Q1", name="Winter", **span)
    return one, one


def key_result_of(objective: events.ObjectiveCreated) -> events.KeyResultAdded:
    return events.KeyResultAdded(
        key_result_id=new_id(),
        objective_id=objective.objective_id,
        owner_person_id=None,
        title="Key result",
        metric=Metric(kind=MetricKind.DONE),
    )


@race
async def a_baseline_established_twice(at: Organization) -> Race:
    metric = MetricInput(kind=MetricKind.INCREASE, change_by=Decimal(3))
    found = say(
        at,
        baselines.establish_baseline,
        "WRONG_STATE",
        key_result_id=(await at.key_result(metric=metric)).key_result_id,
        baseline=Decimal(4),
        baseline_source="A count",
    )
    return found, found


@race
async def a_window_opened_twice(at: Organization) -> Race:
    metric = replace(at_least(5), opens_with="Launch")
    key_result_id = (await at.key_result(metric=metric)).key_result_id
    launch = say(at, windows.open_window, "WRONG_STATE", key_result_id=key_result_id)
    return launch, launch


@race
async def the_same_objective_carried_on_twice(at: Organization) -> Race:
    objective = (await at.objective()).objective_id
    later = (await at.cycle("2027")).cycle_id
    named = {"objective_id": objective, "cycle_id": later}
    one = say(at, carrying.carry_objective_forward, "ALREADY_EXISTS", **named)
    return one, one


@race
async def an_objective_that_goes_on_beside_the_end_of_its_later_cycle(at: Organization) -> Race:
    objective = (await at.objective()).objective_id
    later = (await at.cycle("2027")).cycle_id
    named = {"objective_id": objective, "cycle_id": later}
    return (
        say(at, carrying.carry_objective_forward, "CYCLE_IS_CLOSED", **named),
        say(at, cycles.close_cycle, None, cycle_id=later),
    )
