"""Rules about health metrics: which KPIs are watched beside goals, and what is done about red."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.health_now import HealthMetricNow
from server.okr.kpis_now import KpiNow
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import (
    AlreadyExists,
    Invalid,
    NotAllowed,
    Objections,
    WrongState,
)
from server.okr.standing import Decision, Standing, need, stated
from server.okr.terms import Text

NOT_YOURS = "Only whoever owns the objective, leads the team or plans for all may."


@dataclass(kw_only=True)
class AddHealthMetric(terms.HealthMetric):
    """Let a KPI stay healthy while an objective is pursued, or those of a team or of all."""

    kpi_id: Annotated[UUID, "Which KPI."]
    objective_id: Annotated[UUID | None, "The objective that it balances."] = None
    team_id: Annotated[UUID | None, "The team whose objectives it balances; else those of all."] = (
        None
    )


@dataclass(kw_only=True)
class RemoveHealthMetric:
    """Let a KPI balance no more what it balanced."""

    health_metric_id: Annotated[UUID, "Which health metric."]


@dataclass(kw_only=True)
class AcceptHealthAction:
    """Accept what is done about a red health metric, so that work goes on until it is healthy."""

    health_metric_id: Annotated[UUID, "Which health metric."]
    action: Annotated[Text, "What is done about it."]


def add_health_metric(standing: Standing, said: AddHealthMetric) -> Decision:
    """A KPI balances the same thing once."""
    kpi = need(standing.kpi, "kpi_id")
    stated(standing, said, ("objective_id", "team_id"))
    objections = Objections()
    checks.unversioned(objections, standing)
    both = said.objective_id is not None and said.team_id is not None
    objections.when(both, Invalid("It balances an objective or a team, not both.", "team_id"))
    of = HealthMetricNow(id=kpi.id, objective_id=said.objective_id, team_id=said.team_id)
    _attended(objections, standing, of, "objective_id")
    balanced = [(each.objective_id, each.team_id) for each in kpi.health_metrics]
    objections.when(
        (said.objective_id, said.team_id) in balanced,
        AlreadyExists("It is a health metric of that.", "kpi_id"),
    )
    checks.noted(objections, said.note, "note")
    objections.settle()
    fact = events.HealthMetricAdded(health_metric_id=standing.new_id(), **vars(said))
    return Decision(facts=[fact], guards=_grounds(kpi, standing.objective))


def remove_health_metric(standing: Standing, said: RemoveHealthMetric) -> Decision:
    """Whoever may watch something may stop."""
    metric, kpi, objections = _watched(standing)
    objections.settle()
    fact = events.HealthMetricRemoved(
        health_metric_id=metric.id,
        kpi_id=kpi.id,
        objective_id=metric.objective_id,
        team_id=metric.team_id,
    )
    return Decision(facts=[fact], guards=_grounds(kpi, standing.objective))


def accept_health_action(standing: Standing, said: AcceptHealthAction) -> Decision:
    """It holds until the KPI was healthy again."""
    metric, kpi, objections = _watched(standing)
    objections.when(not metric.blocks, WrongState("It blocks nothing.", "health_metric_id"))
    checks.named(objections, said.action, "action")
    objections.settle()
    fact = events.HealthActionAccepted(
        health_metric_id=metric.id,
        kpi_id=kpi.id,
        action=said.action,
        objective_id=metric.objective_id,
        team_id=metric.team_id,
    )
    return Decision(facts=[fact], guards=_grounds(kpi, standing.objective))


def _watched(standing: Standing) -> tuple[HealthMetricNow, KpiNow, Objections]:
    metric = need(standing.health_metric, "health_metric_id")
    kpi = need(standing.kpi, "health_metric_id")
    if metric.objective_id is not None:
        need(standing.objective, "health_metric_id")
    standing.expect(kpi.version)
    objections = Objections()
    _attended(objections, standing, metric, "health_metric_id")
    return metric, kpi, objections


def _attended(objections: Objections, standing: Standing, of: HealthMetricNow, path: str) -> None:
    """What is balanced goes on, and is looked after by who says so."""
    objective = standing.objective if of.objective_id is not None else None
    actor = standing.actor
    may = authority.owns(actor, objective) if objective else authority.introduces(actor, of.team_id)
    objections.when(not may, NotAllowed(NOT_YOURS))
    if objective is not None:
        checks.goes_on(objections, objective, path)


def _grounds(kpi: KpiNow, objective: ObjectiveNow | None) -> list[Guard]:
    return [Guard(stream=kpi.id), *(objective.grounds if objective else [])]
