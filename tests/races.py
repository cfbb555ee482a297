"""Pairs of commands of which one takes the ground from under the other."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, fields
from typing import Any, get_type_hints
from uuid import UUID

from server.commands import Actor, Rule
from server.ids import new_id
from server.okr import alignments, check_ins, contributions, cycles, events, key_results
from server.okr import objectives, people, teams
from server.okr.metrics import MetricInput
from server.okr.terms import (
    Decimal,
    Metric,
    MetricKind,
    Permission,
    RevisionCategory,
    RollUp,
    TeamRole,
    Visibility,
)
from tests.entries import append, entry
from tests.samples import Organization, at_least, increase


@dataclass(kw_only=True)
class Command:
    """Somebody's command, and what they are told if the other one came first; None if it may."""

    actor: Actor
    rule: Rule
    said: Any
    late: str | None


Race = tuple[Command, Command]
Make = Callable[[Organization], Awaitable[Race]]
RACES: list[Make] = []


def race(make: Make) -> Make:
    RACES.append(make)
    return make


def say(at: Organization, rule: Rule, late: str | None = None, /, **said: Any) -> Command:
    command = get_type_hints(rule)["said"](**said)
    return Command(actor=at.actor, rule=rule, said=command, late=late)


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
async def a_members_value_beside_their_leaving_the_team(at: Organization) -> Race:
    ann = await at.person()
    team = await at.team(ann)
    key_result = await at.key_result(await at.objective(team=team))
    report, member = check_ins.record_check_in, {"person_id": ann.person_id}
    return (
        say(at.by(ann), report, "NOT_ALLOWED", key_result_id=key_result.key_result_id),
        say(at, teams.remove_team_member, team_id=team.team_id, **member),
    )


@race
async def a_command_beside_the_loss_of_the_permission(at: Organization) -> Race:
    ann = await at.person()
    power = {"person_id": ann.person_id, "permission": Permission.ADMINISTER}
    await at.do(people.grant_permission, **power)
    return (
        say(at.by(ann), people.add_person, "NOT_ALLOWED", name="Bob"),
        say(at, people.revoke_permission, **power),
    )


@race
async def a_command_beside_the_departure_of_its_author(at: Organization) -> Race:
    ann, key_result = await at.person(), await at.key_result()
    await at.contributor(key_result, ann)
    report = check_ins.record_check_in
    return (
        say(at.by(ann), report, "NOT_ALLOWED", key_result_id=key_result.key_result_id),
        say(at, people.deactivate_person, person_id=ann.person_id),
    )


@race
async def an_assignment_beside_the_departure_of_the_person(at: Organization) -> Race:
    ann, key_result = (await at.person()).person_id, (await at.key_result()).key_result_id
    said = {"key_result_id": key_result, "person_id": ann, "target": Decimal(1)}
    return (
        say(at, contributions.assign_contributor, "WRONG_STATE", **said),
        say(at, people.deactivate_person, person_id=ann),
    )


@race
async def an_objective_beside_the_departure_of_its_owner(at: Organization) -> Race:
    ann, cycle = (await at.person()).person_id, await at.running_cycle()
    said = {"cycle_id": cycle.cycle_id, "title": "Hers", "owner_person_id": ann}
    return (
        say(at, objectives.create_objective, "WRONG_STATE", **said),
        say(at, people.deactivate_person, person_id=ann),
    )


@race
async def a_key_result_beside_the_departure_of_its_owner(at: Organization) -> Race:
    ann, objective = (await at.person()).person_id, await at.objective()
    said = {"title": "Hers", "metric": increase(0, 1), "owner_person_id": ann}
    objective_id = objective.objective_id
    return (
        say(at, key_results.add_key_result, "WRONG_STATE", objective_id=objective_id, **said),
        say(at, people.deactivate_person, person_id=ann),
    )


@race
async def the_last_two_administrators_leave(at: Organization) -> Race:
    ann = await at.person()
    await at.do(
        people.grant_permission, person_id=ann.person_id, permission=Permission.ADMINISTER
    )
    leave = people.deactivate_person
    return (
        say(at, leave, "WRONG_STATE", person_id=at.actor.id),
        say(at.by(ann), leave, "WRONG_STATE", person_id=ann.person_id),
    )


@race
async def the_same_departure_twice(at: Organization) -> Race:
    ann = await at.person()
    one = say(at, people.deactivate_person, "WRONG_STATE", person_id=ann.person_id)
    return one, one


@race
async def the_last_place_for_a_key_result(at: Organization) -> Race:
    objective = await at.objective()
    so_many = key_results.KEY_RESULTS_OF_AN_OBJECTIVE - 1
    await append(at, entry(at, *(key_result_of(objective) for _ in range(so_many))))
    said = {"objective_id": objective.objective_id, "title": "One", "metric": increase(0, 1)}
    one = say(at, key_results.add_key_result, "LIMIT_REACHED", **said)
    return one, one


def key_result_of(objective: events.ObjectiveCreated) -> events.KeyResultAdded:
    return events.KeyResultAdded(
        key_result_id=new_id(),
        objective_id=objective.objective_id,
        owner_person_id=None,
        title="Key result",
        metric=Metric(kind=MetricKind.DONE),
    )
