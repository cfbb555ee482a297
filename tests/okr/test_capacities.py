"""Rules about how much work teams can take on."""

from dataclasses import replace
from decimal import Decimal

from server.okr.capacities import RecordCapacity, record_capacity
from server.okr.events import CapacityRecorded
from server.okr.terms import CycleState
from tests.okr.standings import (
    CYCLE,
    TEAM,
    a_cycle,
    a_manager,
    a_member,
    a_planner,
    a_standing,
    a_team,
    reasons,
    refused,
    the_fact,
)

SAID = RecordCapacity(team_id=TEAM, cycle_id=CYCLE, days=Decimal(40))
THERE = a_standing(actor=a_manager(), team=a_team(), cycle=a_cycle())


def test_who_leads_a_team_or_plans_says_what_it_can_take_on_and_the_last_word_holds() -> None:
    first, again = (the_fact(record_capacity, THERE, SAID) for _ in range(2))
    assert isinstance(first, CapacityRecorded)
    assert isinstance(again, CapacityRecorded)
    assert first.capacity_id == again.capacity_id
    assert reasons(record_capacity, replace(THERE, actor=a_planner()), SAID) == []
    assert refused(record_capacity, replace(THERE, actor=a_member()), SAID) == {"NOT_ALLOWED"}


def test_it_is_a_number_of_days_in_a_cycle_that_is_not_over() -> None:
    less = replace(SAID, days=Decimal(-1))
    assert refused(record_capacity, THERE, less) == {"INVALID days"}
    assert refused(record_capacity, THERE, replace(SAID, note=" ")) == {"INVALID note"}
    over = replace(THERE, cycle=a_cycle(state=CycleState.CLOSED))
    assert refused(record_capacity, over, SAID) == {"CYCLE_IS_CLOSED cycle_id"}
