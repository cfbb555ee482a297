"""Whatever happens, in whatever order: every number is what it rests on, and moves only as told."""

from random import Random

import pytest

from server.commands import Handler, Rule
from server.okr import (
    alignments,
    check_ins,
    contributions,
    corrections,
    key_results,
    objectives,
    people,
    teams,
)
from tests import moves, recomputed, spans
from tests.histories import STEPS, History, two_histories

TREES: dict[Rule, int] = {
    objectives.create_objective: 4,
    objectives.activate_objective: 8,
    objectives.withdraw_objective: 1,
    objectives.close_objective: 1,
    key_results.add_key_result: 6,
    key_results.revise_key_result: 2,
    alignments.align_objective: 40,
    alignments.revise_alignment: 8,
    alignments.remove_alignment: 3,
    check_ins.record_check_in: 20,
}
REPORTS: dict[Rule, int] = {
    key_results.revise_key_result: 10,
    contributions.assign_contributor: 10,
    contributions.change_contribution: 2,
    contributions.remove_contributor: 5,
    alignments.align_objective: 4,
    check_ins.record_check_in: 40,
    check_ins.record_check_ins: 5,
    corrections.correct_check_in: 15,
    corrections.retract_check_in: 10,
}
PEOPLE: dict[Rule, int] = {
    teams.add_team_member: 15,
    teams.remove_team_member: 4,
    people.deactivate_person: 1,
    objectives.create_objective: 4,
    objectives.activate_objective: 5,
    objectives.edit_objective: 3,
    objectives.close_objective: 1,
    key_results.add_key_result: 12,
    key_results.revise_key_result: 3,
    check_ins.record_check_in: 30,
    corrections.correct_check_in: 8,
    corrections.retract_check_in: 3,
}


async def look_over(history: History) -> None:
    await recomputed.check(history.organization)
    await moves.check(history.organization)
    await spans.check(history.organization)


@pytest.mark.parametrize("seed", range(3))
async def test_histories_of_all_kinds(handler: Handler, seed: int) -> None:
    both = await two_histories(handler, seed, 120)
    for history in both:
        await look_over(history)
    assert {rule for history in both for rule in history.done} == STEPS.keys()


@pytest.mark.parametrize("seed", range(4))
async def test_trees(handler: Handler, seed: int) -> None:
    history = await History.begin(handler, Random(seed))
    await history.go_on(250, TREES)
    await look_over(history)


@pytest.mark.parametrize("seed", range(3))
async def test_reports(handler: Handler, seed: int) -> None:
    history = await History.begin(handler, Random(seed))
    await history.go_on(200, REPORTS)
    await look_over(history)


@pytest.mark.parametrize("seed", range(2))
async def test_people_who_come_report_and_leave(handler: Handler, seed: int) -> None:
    history = await History.begin(handler, Random(seed))
    history.chance.of_each = 0.9
    text = "select id from progress where org_id = $1 and formula = 'per_person/1' and value > 0"
    for _ in range(5):
        await history.go_on(120, PEOPLE)
        if await history.organization.rows(text):
            break
    await look_over(history)
    assert await history.organization.rows(text)
