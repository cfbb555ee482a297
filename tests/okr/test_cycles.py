"""Rules about cycles: PLANNING, then ACTIVE, then REVIEW, then CLOSED."""

from dataclasses import replace
from datetime import date

import pytest

from server.okr import events
from server.okr.cycles import (
    CloseCycle,
    OpenCycle,
    ReviewCycle,
    StartCycle,
    close_cycle,
    open_cycle,
    review_cycle,
    start_cycle,
)
from server.okr.now import ActorNow
from server.okr.refusals import Refused
from server.okr.terms import Demand, Policy
from tests.okr.standings import (
    ANY,
    CYCLE,
    ORGANIZATION,
    Rule,
    a_cycle,
    a_manager_above,
    a_planner,
    a_standing,
    a_stranger,
    an_administrator,
    an_id,
    reasons,
    refused,
    rests_on,
    stale,
    the_fact,
)

Move = type[events.CycleStarted | events.CycleReviewed | events.CycleClosed]
YEAR = an_id("year")
START, REVIEW, CLOSE = (
    StartCycle(cycle_id=CYCLE),
    ReviewCycle(cycle_id=CYCLE),
    CloseCycle(cycle_id=CYCLE),
)
MOVES: list[tuple[Rule, object, Move, set[str]]] = [
    (start_cycle, START, events.CycleStarted, {"PLANNING"}),
    (review_cycle, REVIEW, events.CycleReviewed, {"ACTIVE"}),
    (close_cycle, CLOSE, events.CycleClosed, {"ACTIVE", "REVIEW"}),
]


A_QUARTER = OpenCycle(
    key="2027-Q1",
    name="First quarter",
    starts_on=date(2027, 1, 1),
    ends_on=date(2027, 3, 31),
)


def test_a_cycle_is_put_on_the_calendar_under_an_id_that_follows_its_key() -> None:
    standing = a_standing(a_planner())
    assert the_fact(open_cycle, standing, A_QUARTER) == events.CycleOpened(
        cycle_id=standing.cycle_named("2027-Q1"),
        key="2027-Q1",
        name="First quarter",
        starts_on=date(2027, 1, 1),
        ends_on=date(2027, 3, 31),
    )
    assert standing.cycle_named("2027-Q2") != standing.cycle_named("2027-Q1")


def test_two_cycles_of_one_key_cannot_be_opened_at_once() -> None:
    standing = a_standing()
    stream = standing.cycle_named("2027-Q1")
    assert rests_on(open_cycle, standing, A_QUARTER) == {stream: ANY}


@pytest.mark.parametrize("actor", [a_planner(), an_administrator()])
def test_people_with_manage_or_administer_plan_cycles(actor: ActorNow) -> None:
    assert reasons(open_cycle, a_standing(actor), A_QUARTER) == []
    for rule, said, _, before in MOVES:
        standing = a_standing(actor, cycle=a_cycle(min(before)))
        assert reasons(rule, standing, said) == []


@pytest.mark.parametrize("actor", [a_stranger(), a_manager_above()])
def test_nobody_else_plans_cycles(actor: ActorNow) -> None:
    assert refused(open_cycle, a_standing(actor), A_QUARTER) == {"NOT_ALLOWED"}
    for rule, said, _, before in MOVES:
        standing = a_standing(actor, cycle=a_cycle(min(before)))
        assert refused(rule, standing, said) == {"NOT_ALLOWED"}


def test_all_that_is_wrong_with_a_cycle_is_told_at_once() -> None:
    standing = a_standing(a_stranger(), cycle_with_key=a_cycle(), parent_cycle=a_cycle())
    said = replace(
        A_QUARTER,
        key=" ",
        name="",
        starts_on=date(2026, 9, 2),
        ends_on=date(2026, 9, 1),
        parent_id=CYCLE,
    )
    assert refused(open_cycle, standing, said) == {
        "NOT_ALLOWED",
        "INVALID key",
        "INVALID name",
        "INVALID ends_on",
        "ALREADY_EXISTS key",
        "INVALID parent_id",
    }


def test_a_cycle_may_last_one_day() -> None:
    one_day = replace(A_QUARTER, ends_on=date(2027, 1, 1))
    assert reasons(open_cycle, a_standing(), one_day) == []


def test_a_cycle_above_is_found() -> None:
    assert refused(open_cycle, a_standing(), replace(A_QUARTER, parent_id=YEAR)) == {
        "NOT_FOUND parent_id"
    }


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [
        (date(2027, 1, 1), date(2027, 3, 31), True),
        (date(2027, 1, 2), date(2027, 12, 31), False),
        (date(2026, 1, 1), date(2027, 3, 30), False),
    ],
)
def test_a_cycle_lies_within_the_one_above_it(first: date, last: date, inside: bool) -> None:
    year = a_cycle(id=YEAR, starts_on=first, ends_on=last)
    told = reasons(open_cycle, a_standing(parent_cycle=year), replace(A_QUARTER, parent_id=YEAR))
    assert told == ([] if inside else ["INVALID parent_id"])


@pytest.mark.parametrize(("rule", "said", "fact", "before"), MOVES)
def test_a_cycle_moves_on_in_turn(rule: Rule, said: object, fact: Move, before: set[str]) -> None:
    for state in before:
        standing = a_standing(cycle=a_cycle(state))
        assert the_fact(rule, standing, said) == fact(cycle_id=CYCLE)
        agreed = {ORGANIZATION: {"PolicyChanged"}} if rule is close_cycle else {}
        assert rests_on(rule, standing, said) == {CYCLE: ANY} | agreed
    for state in {"PLANNING", "ACTIVE", "REVIEW"} - before:
        standing = a_standing(cycle=a_cycle(state))
        assert refused(rule, standing, said) == {"WRONG_STATE cycle_id"}


@pytest.mark.parametrize(("rule", "said", "fact", "before"), MOVES)
def test_a_closed_cycle_stays_closed(
    rule: Rule, said: object, fact: Move, before: set[str]
) -> None:
    standing = a_standing(a_stranger(), cycle=a_cycle("CLOSED"))
    assert refused(rule, standing, said) == {"NOT_ALLOWED", "CYCLE_IS_CLOSED cycle_id"}


@pytest.mark.parametrize(("rule", "said", "fact", "before"), MOVES)
def test_an_unknown_cycle_is_not_found(
    rule: Rule, said: object, fact: Move, before: set[str]
) -> None:
    assert refused(rule, a_standing(), said) == {"NOT_FOUND cycle_id"}


@pytest.mark.parametrize(("rule", "said", "fact", "before"), MOVES)
def test_who_decided_on_an_earlier_version_is_told_the_present_one(
    rule: Rule, said: object, fact: Move, before: set[str]
) -> None:
    told = stale(rule, a_standing(cycle=a_cycle()), said)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, 2)


@pytest.mark.parametrize("unscored", [(0, 0), (2, 0), (0, 5)])
@pytest.mark.parametrize("demand", Demand)
def test_where_the_policy_refuses_it_a_cycle_closes_once_all_is_scored(
    demand: Demand, unscored: tuple[int, int]
) -> None:
    objectives, key_results = unscored
    standing = a_standing(
        cycle=a_cycle("REVIEW", policy=Policy(closing=demand)),
        unscored_objectives=objectives,
        unscored_key_results=key_results,
    )
    if demand is not Demand.REFUSE or unscored == (0, 0):
        assert the_fact(close_cycle, standing, CLOSE) == events.CycleClosed(cycle_id=CYCLE)
        return
    assert refused(close_cycle, standing, CLOSE) == {"WRONG_STATE cycle_id"}
    with pytest.raises(Refused) as told:
        close_cycle(standing, CLOSE)
    said = f"for {objectives} of its objectives and {key_results} of its key results."
    assert str(told.value).endswith(said)
