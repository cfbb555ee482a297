"""Rules about key results that follow KPIs: what ties them, and what lets them go."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events
from server.okr.following import can_follow
from server.okr.key_results import steered
from server.okr.kpis_now import KpiNow
from server.okr.now import Guard, KeyResultNow
from server.okr.refusals import Invalid, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import Text


@dataclass(kw_only=True)
class BindKeyResult:
    """Let the value of a key result follow a KPI from the last that was measured on."""

    key_result_id: Annotated[UUID, "Which key result."]
    reason: Annotated[Text, "Why it follows that, or no longer does."]
    kpi_id: Annotated[UUID | None, "The KPI it follows; if left out it follows none any more."] = (
        None
    )


def bind_key_result(standing: Standing, said: BindKeyResult) -> Decision:
    """What is measured of a KPI is then no longer reported by hand; what was said stays."""
    key_result, objections = steered(standing)
    checks.reasoned(objections, said.reason)
    objections.when(
        said.kpi_id == key_result.kpi_id,
        WrongState("That is how it stands already.", "kpi_id"),
    )
    guards = key_result.grounds
    if said.kpi_id is not None:
        kpi = need(standing.kpi, "kpi_id")
        _fits(objections, key_result, kpi)
        guards.append(Guard(stream=kpi.id, kinds=(events.KpiEdited,)))
    objections.settle()
    fact = events.KeyResultBound(
        key_result_id=key_result.id, kpi_id=said.kpi_id, reason=said.reason
    )
    return Decision(facts=[fact], guards=guards)


def _fits(objections: Objections, key_result: KeyResultNow, kpi: KpiNow) -> None:
    metric = key_result.metric
    objections.when(
        not can_follow(metric),
        Invalid(f"A key result measured by {metric.kind} follows no number.", "key_result_id"),
    )
    units = {metric.unit, kpi.unit} - {None}
    objections.when(
        len(units) > 1,
        Invalid(f"It is measured in {metric.unit}, and the KPI in {kpi.unit}.", "kpi_id"),
    )
