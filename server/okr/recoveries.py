"""Rules about recoveries: an objective is drafted because a KPI is red."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.kpis_now import KpiNow
from server.okr.now import Guard
from server.okr.objectives import CreateObjective, create_objective
from server.okr.refusals import Objections, Refused, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import KpiState, LinkKind, MetricKind, Text


@dataclass(kw_only=True)
class DraftRecoveryObjective(CreateObjective):
    """Draft an objective because a KPI is red, with a key result that follows it back."""

    kpi_id: Annotated[UUID, "The KPI that is to recover."]
    reason: Annotated[Text, "What happened, as far as it is known."]


def draft_recovery_objective(standing: Standing, said: DraftRecoveryObjective) -> Decision:
    """It is tied to the KPI, and reached once that is within its bounds again."""
    kpi = need(standing.kpi, "kpi_id")
    objections = Objections()
    checks.reasoned(objections, said.reason)
    red = kpi.state is KpiState.RED
    objections.when(not red, WrongState("Only a KPI that is RED is to recover.", "kpi_id"))
    try:
        drafted = create_objective(standing, said)
    except Refused as refused:
        raise Refused([*objections, *refused.reasons]) from None
    objections.settle()
    [objective] = [each for each in drafted.facts if isinstance(each, events.ObjectiveCreated)]
    facts = [*drafted.facts, *_followed(standing, objective.objective_id, kpi, said.reason)]
    return Decision(facts=facts, guards=[*drafted.guards, Guard(stream=kpi.id)])


def _followed(
    standing: Standing, objective_id: UUID, kpi: KpiNow, reason: str
) -> list[events.Fact]:
    """A key result that leads back into the bounds, and the tie to what was the cause."""
    key_result_id = standing.new_id()
    added = events.KeyResultAdded(
        key_result_id=key_result_id,
        objective_id=objective_id,
        owner_person_id=kpi.owner_person_id,
        metric=_way_back(kpi),
        milestones=[],
        title=kpi.name,
    )
    bound = events.KeyResultBound(key_result_id=key_result_id, kpi_id=kpi.id, reason=reason)
    tied = events.ObjectivesLinked(
        link_id=standing.new_id(),
        objective_id=objective_id,
        to_kpi_id=kpi.id,
        kind=LinkKind.RECOVERS,
        note=reason,
    )
    return [added, bound, tied]


def _way_back(kpi: KpiNow) -> terms.Metric:
    """From where it stands to the bound that it is beyond."""
    stands = kpi.value or Decimal(0)
    least = kpi.alarm_below if kpi.lower is None else kpi.lower
    most = kpi.alarm_above if kpi.upper is None else kpi.upper
    below = least is not None and stands < least
    kind = MetricKind.INCREASE if below else MetricKind.DECREASE
    return terms.Metric(kind=kind, unit=kpi.unit, baseline=stands, target=least if below else most)
