"""Rules about objectives that are to bring a KPI back into its bounds."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events
from server.okr.recoveries import DraftRecoveryObjective, draft_recovery_objective
from server.okr.standing import Standing
from server.okr.terms import KpiState, LinkKind, Metric, MetricKind
from tests.okr.standings import (
    CYCLE,
    TEAM,
    a_cycle,
    a_manager,
    a_standing,
    a_stranger,
    a_team,
    an_organization,
    reasons,
)
from tests.okr.test_kpis import KPI, a_kpi

SAID = DraftRecoveryObjective(
    kpi_id=KPI, cycle_id=CYCLE, title="Reached again", owner_team_id=TEAM, reason="A server burnt."
)


def red(value: int = 80, **bounds: Any) -> Standing:
    stated = {name: Decimal(bound) for name, bound in (bounds or {"lower": 95}).items()}
    kpi = a_kpi(state=KpiState.RED, value=Decimal(value), unit="%", **stated)
    known: dict[str, Any] = {"cycle": a_cycle(), "owner_team": a_team()}
    return a_standing(a_manager(), kpi=kpi, organization=an_organization(), **known)


def test_it_is_drafted_with_a_key_result_that_follows_the_kpi_and_the_tie_to_it() -> None:
    objective, key_result, bound, tied = draft_recovery_objective(red(), SAID).facts
    assert isinstance(objective, events.ObjectiveCreated)
    assert isinstance(key_result, events.KeyResultAdded)
    assert isinstance(bound, events.KeyResultBound)
    assert isinstance(tied, events.ObjectivesLinked)
    assert key_result.objective_id == tied.objective_id == objective.objective_id
    assert (bound.key_result_id, bound.kpi_id) == (key_result.key_result_id, KPI)
    assert (tied.kind, tied.to_kpi_id, tied.note) == (LinkKind.RECOVERS, KPI, SAID.reason)


@pytest.mark.parametrize(
    ("value", "bounds", "kind", "target"),
    [
        (80, {"lower": 95, "alarm_below": 90}, MetricKind.INCREASE, 95),
        (80, {"alarm_below": 90}, MetricKind.INCREASE, 90),
        (80, {"upper": 60, "alarm_above": 70}, MetricKind.DECREASE, 60),
        (80, {"alarm_above": 70}, MetricKind.DECREASE, 70),
    ],
)
def test_it_leads_back_to_the_bound_of_what_is_healthy(
    value: int, bounds: dict[str, int], kind: MetricKind, target: int
) -> None:
    key_result = draft_recovery_objective(red(value, **bounds), SAID).facts[1]
    assert isinstance(key_result, events.KeyResultAdded)
    assert key_result.metric == Metric(
        kind=kind, unit="%", baseline=Decimal(value), target=Decimal(target)
    )


def test_all_that_is_in_the_way_is_told_at_once() -> None:
    calm = replace(red(), kpi=a_kpi(state=KpiState.AMBER), actor=a_stranger())
    assert reasons(draft_recovery_objective, calm, replace(SAID, reason=" ")) == [
        "REASON_IS_MISSING reason",
        "WRONG_STATE kpi_id",
        "NOT_ALLOWED",
    ]
    nowhere = replace(red(), kpi=None)
    assert reasons(draft_recovery_objective, nowhere, SAID) == ["NOT_FOUND kpi_id"]
