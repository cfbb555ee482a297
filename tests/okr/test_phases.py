"""Rules about the phases of a cycle: setting, work and review, each with its days."""

from datetime import date

import pytest

from server.okr import events
from server.okr.phases import PlanPhases, plan_phases
from server.okr.terms import CyclePhase, Phase, changes
from tests.okr.standings import (
    ANY,
    CYCLE,
    a_cycle,
    a_manager_above,
    a_planner,
    a_standing,
    reasons,
    refused,
    rests_on,
    stale,
    the_fact,
)


def phase(kind: str, first: int, last: int) -> Phase:
    return Phase(
        phase=CyclePhase[kind], starts_on=date(2026, 9, first), ends_on=date(2026, 9, last)
    )


def plan(*phases: Phase) -> PlanPhases:
    return PlanPhases(cycle_id=CYCLE, phases=list(phases))


WHOLE = plan(phase("SETTING", 1, 5), phase("WORK", 6, 20), phase("REVIEW", 21, 21))


@pytest.mark.parametrize("state", ["PLANNING", "ACTIVE", "REVIEW"])
def test_phases_are_planned_until_the_cycle_is_closed(state: str) -> None:
    standing = a_standing(a_planner(), cycle=a_cycle(state))
    fact = the_fact(plan_phases, standing, WHOLE)
    assert isinstance(fact, events.PhasesPlanned)
    assert fact.cycle_id == CYCLE
    assert [changes(Phase, each) for each in fact.phases] == [vars(each) for each in WHOLE.phases]
    assert len({each.id for each in fact.phases}) == 3
    assert rests_on(plan_phases, standing, WHOLE) == {CYCLE: ANY}
    assert reasons(plan_phases, standing, plan()) == []


def test_a_closed_cycle_is_not_planned_anew_and_not_by_anybody() -> None:
    standing = a_standing(a_manager_above(), cycle=a_cycle("CLOSED"))
    assert refused(plan_phases, standing, WHOLE) == {"NOT_ALLOWED", "CYCLE_IS_CLOSED cycle_id"}


def test_an_unknown_cycle_is_not_found() -> None:
    assert refused(plan_phases, a_standing(), WHOLE) == {"NOT_FOUND cycle_id"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (plan(phase("WORK", 5, 4)), "INVALID phases.0.ends_on"),
        (plan(phase("WORK", 1, 2), phase("WORK", 3, 4)), "INVALID phases.1.phase"),
        (plan(phase("REVIEW", 1, 2), phase("SETTING", 3, 4)), "INVALID phases.1.phase"),
        (plan(phase("SETTING", 1, 3), phase("WORK", 3, 4)), "INVALID phases.1.starts_on"),
    ],
)
def test_phases_come_in_turn(said: PlanPhases, told: str) -> None:
    assert refused(plan_phases, a_standing(cycle=a_cycle()), said) == {told}


def test_who_decided_on_an_earlier_version_is_told_the_present_one() -> None:
    told = stale(plan_phases, a_standing(cycle=a_cycle()), WHOLE)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, 2)
