"""Rules about health metrics, and about reports while one is red."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events
from server.okr.check_ins import RecordCheckIn, record_check_in
from server.okr.health import (
    AcceptHealthAction,
    AddHealthMetric,
    RemoveHealthMetric,
    accept_health_action,
    add_health_metric,
    remove_health_metric,
)
from server.okr.health_now import HealthMetricNow
from server.okr.now import ActorNow
from server.okr.standing import Standing
from server.okr.terms import Policy, WhileRed
from tests.okr.standings import (
    KEY_RESULT,
    OBJECTIVE,
    OWNERS,
    TEAM,
    Rule,
    a_cycle,
    a_key_result,
    a_manager,
    a_member,
    a_planner,
    a_standing,
    a_team,
    about,
    an_administrator,
    an_id,
    an_objective,
    reasons,
    rests_on,
    stale,
    the_fact,
    who_may,
)
from tests.okr.test_kpis import KPI, a_kpi

METRIC = an_id("health metric")
ADDITION = AddHealthMetric(kpi_id=KPI, objective_id=OBJECTIVE)
REMOVAL = RemoveHealthMetric(health_metric_id=METRIC)
ACTION = AcceptHealthAction(health_metric_id=METRIC, action="Two people look after it.")
EVERY: list[tuple[Rule, Any]] = [
    (add_health_metric, ADDITION),
    (remove_health_metric, REMOVAL),
    (accept_health_action, ACTION),
]
every_rule = pytest.mark.parametrize(("rule", "said"), EVERY)


def watching(actor: ActorNow | None = None, **known: Any) -> Standing:
    metric = HealthMetricNow(id=METRIC, objective_id=OBJECTIVE, blocks=True)
    there: dict[str, Any] = {"kpi": a_kpi(), "health_metric": metric, "team": a_team()}
    there |= {"objective": an_objective()}
    return about(actor, **(there | known))


@every_rule
def test_whoever_owns_the_objective_says_what_balances_it(rule: Rule, said: Any) -> None:
    assert who_may(rule, said, watching()) == OWNERS


@pytest.mark.parametrize(
    ("actor", "team", "everybody"),
    [
        (an_administrator(), True, True),
        (a_planner(), True, True),
        (a_manager(), True, False),
        (a_member(), False, False),
    ],
)
def test_who_leads_a_team_says_what_balances_it_and_who_plans_what_balances_all(
    actor: ActorNow, team: bool, everybody: bool
) -> None:
    for team_id, may in ((TEAM, team), (None, everybody)):
        metric = HealthMetricNow(id=METRIC, team_id=team_id, blocks=True)
        standing = watching(actor, health_metric=metric, objective=None)
        said = AddHealthMetric(kpi_id=KPI, team_id=team_id)
        assert (reasons(add_health_metric, standing, said) == []) is may
        assert (reasons(remove_health_metric, standing, REMOVAL) == []) is may
        assert (reasons(accept_health_action, standing, ACTION) == []) is may


@every_rule
def test_what_balances_what_is_over_is_left_as_it_is(rule: Rule, said: Any) -> None:
    path = "objective_id" if rule is add_health_metric else "health_metric_id"
    over = watching(objective=an_objective("CLOSED"))
    closed = watching(objective=an_objective("CLOSED", cycle="CLOSED"))
    assert reasons(rule, over, said) == [f"WRONG_STATE {path}"]
    assert reasons(rule, closed, said) == [f"CYCLE_IS_CLOSED {path}"]


@every_rule
def test_it_rests_on_the_kpi_and_the_objective(rule: Rule, said: Any) -> None:
    assert rests_on(rule, watching(), said).keys() >= {KPI, OBJECTIVE}


def test_who_decided_on_another_version_is_told() -> None:
    for rule, said in EVERY[1:]:
        assert stale(rule, watching(), said) == ({"CHANGED_MEANWHILE command.expected_version"}, 3)


def test_a_kpi_balances_one_thing_once() -> None:
    known = HealthMetricNow(id=METRIC, objective_id=OBJECTIVE)
    again = watching(kpi=a_kpi(health_metrics=[known]))
    assert reasons(add_health_metric, again, ADDITION) == ["ALREADY_EXISTS kpi_id"]
    both = replace(ADDITION, team_id=TEAM)
    assert reasons(add_health_metric, watching(), both) == ["INVALID team_id"]
    assert reasons(add_health_metric, watching(), replace(ADDITION, note=" ")) == ["INVALID note"]


def test_what_is_not_there_is_not_found() -> None:
    nothing = a_standing()
    assert reasons(add_health_metric, nothing, ADDITION) == ["NOT_FOUND kpi_id"]
    nobody = replace(watching(), objective=None)
    assert reasons(add_health_metric, nobody, ADDITION) == ["NOT_FOUND objective_id"]
    for rule, said in EVERY[1:]:
        assert reasons(rule, nothing, said) == ["NOT_FOUND health_metric_id"]
        assert reasons(rule, nobody, said) == ["NOT_FOUND health_metric_id"]


def test_only_what_blocks_needs_an_action_and_that_says_something() -> None:
    calm = watching(health_metric=HealthMetricNow(id=METRIC, objective_id=OBJECTIVE))
    assert reasons(accept_health_action, calm, ACTION) == ["WRONG_STATE health_metric_id"]
    assert reasons(accept_health_action, watching(), replace(ACTION, action=" ")) == [
        "INVALID action"
    ]
    fact = the_fact(accept_health_action, watching(), ACTION)
    assert isinstance(fact, events.HealthActionAccepted)
    assert (fact.kpi_id, fact.objective_id, fact.action) == (KPI, OBJECTIVE, ACTION.action)


@pytest.mark.parametrize(
    ("demand", "unknown", "known"),
    [
        (WhileRed.NONE, [], []),
        (WhileRed.ACKNOWLEDGE, ["BLOCKED_BY_HEALTH acknowledges_health"], []),
        (WhileRed.REFUSE, ["BLOCKED_BY_HEALTH key_result_id"], ["BLOCKED_BY_HEALTH key_result_id"]),
    ],
)
def test_reports_of_numbers_wait_as_was_agreed(
    demand: WhileRed, unknown: list[str], known: list[str]
) -> None:
    cycle = a_cycle(policy=Policy(while_red=demand))
    objective = replace(an_objective(), cycle=cycle, balanced=True, blocked=True)
    standing = about(key_result=replace(a_key_result(), objective=objective))
    said = RecordCheckIn(key_result_id=KEY_RESULT, value=Decimal(12))

    assert reasons(record_check_in, standing, said) == unknown
    assert reasons(record_check_in, standing, replace(said, acknowledges_health=True)) == known
    assert reasons(record_check_in, standing, replace(said, value=None, note="So.")) == []
    calm = replace(objective, blocked=False)
    rested = rests_on(record_check_in, about(key_result=a_key_result(objective=calm)), said)
    assert (None in rested) is (demand is not WhileRed.NONE)
