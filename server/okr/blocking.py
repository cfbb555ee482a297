"""Whether reports wait for a health metric that is red, as was agreed."""

from server.okr import events
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import BlockedByHealth, Objections
from server.okr.terms import WhileRed

TURNING = (
    events.HealthMetricAdded,
    events.KpiEdited,
    events.KpiValueRecorded,
    events.KpiValueCorrected,
)


def unblocked(objections: Objections, objective: ObjectiveNow, *, acknowledged: bool) -> None:
    """Note that a health metric is red, unless reports are taken all the same."""
    if not objective.blocked:
        return
    demand = objective.cycle.policy.while_red
    objections.when(demand is WhileRed.REFUSE, BlockedByHealth(None, "key_result_id"))
    objections.when(
        demand is WhileRed.ACKNOWLEDGE and not acknowledged,
        BlockedByHealth(
            "A health metric is red: say that you know of it, or deal with that first.",
            "acknowledges_health",
        ),
    )


def rests_on_health(objective: ObjectiveNow) -> list[Guard]:
    """What could turn red meanwhile, where that matters."""
    matters = objective.balanced and objective.cycle.policy.while_red is not WhileRed.NONE
    return [Guard(kinds=TURNING)] if matters else []
