"""What is said in random histories about what is measured all the time.

Allowed or not is for the rules to say.
"""

from decimal import Decimal
from typing import Any
from uuid import UUID

from server.okr import bindings, events, health, kpi_values, kpis, recoveries
from tests.chance import Chance, step
from tests.steps import Said

FAR_TOO_LOW = Decimal(-1_000)
BOUNDS = ("alarm_below", "lower", "upper", "alarm_above")


@step(kpis.add_kpi, 3)
def _(chance: Chance) -> Said:
    stated = zip(BOUNDS, bounds(chance), strict=True)
    return {
        "name": chance.text(),
        "description": chance.maybe(chance.text),
        "unit": chance.maybe(chance.text),
        "owner_team_id": chance.maybe(lambda: chance.any(events.TeamAdded).team_id),
        "owner_person_id": chance.maybe(chance.person),
        **{name: value if chance.perhaps(0.8) else None for name, value in stated},
    }


@step(kpis.edit_kpi, 2)
def _(chance: Chance) -> Said:
    stated: dict[str, Any] = dict(zip(BOUNDS, bounds(chance), strict=True))
    return {
        "kpi_id": chance.any(events.KpiAdded).kpi_id,
        "name": chance.change(chance.text),
        "unit": chance.change(lambda: chance.maybe(chance.text)),
        "owner_person_id": chance.change(lambda: chance.maybe(chance.person)),
        "reason": chance.text(),
        **(stated if chance.perhaps(0.6) else {}),
    }


@step(kpi_values.record_kpi_value, 6)
def _(chance: Chance) -> Said:
    low = not chance.facts[events.KpiValueRecorded] or chance.perhaps(0.5)
    watched = [each.kpi_id for each in chance.facts[events.HealthMetricAdded]]
    kpi = chance.one_of(*watched) if low and watched else chance.any(events.KpiAdded).kpi_id
    said = {"kpi_id": kpi, **measured(chance)}
    if low:
        return said | {"value": FAR_TOO_LOW}
    return said | {"occurred_on": chance.day()}


@step(kpi_values.correct_kpi_value, 2)
def _(chance: Chance) -> Said:
    value = chance.any(events.KpiValueRecorded, events.KpiValueCorrected)
    return {"kpi_value_id": value.kpi_value_id, "reason": chance.text(), **measured(chance)}


@step(bindings.bind_key_result, 6)
def _(chance: Chance) -> Said:
    return {
        "key_result_id": chance.key_result(),
        "kpi_id": chance.maybe(lambda: chance.any(events.KpiAdded).kpi_id, 0.8),
        "reason": chance.text(),
    }


@step(health.add_health_metric, 6)
def _(chance: Chance) -> Said:
    of: Said = chance.one_of(
        {"objective_id": chance.objective()},
        {"objective_id": chance.objective()},
        {"team_id": chance.any(events.TeamAdded).team_id},
        {},
    )
    low = far_too_low(chance)
    kpi = chance.one_of(*low) if low else chance.any(events.KpiAdded).kpi_id
    return {"kpi_id": kpi, "note": chance.maybe(chance.text), **of}


@step(health.remove_health_metric, 1)
def _(chance: Chance) -> Said:
    return {"health_metric_id": chance.any(events.HealthMetricAdded).health_metric_id}


@step(health.accept_health_action, 6)
def _(chance: Chance) -> Said:
    low = far_too_low(chance)
    removed = {each.health_metric_id for each in chance.facts[events.HealthMetricRemoved]}
    added = [
        each
        for each in chance.facts[events.HealthMetricAdded]
        if each.kpi_id in low and each.health_metric_id not in removed
    ]
    metric = chance.one_of(*added) if added else chance.any(events.HealthMetricAdded)
    return {"health_metric_id": metric.health_metric_id, "action": chance.text()}


@step(recoveries.draft_recovery_objective, 2)
def _(chance: Chance) -> Said:
    low = far_too_low(chance)
    return {
        "kpi_id": chance.one_of(*low) if low else chance.any(events.KpiAdded).kpi_id,
        "cycle_id": chance.any(events.CycleOpened).cycle_id,
        "title": chance.text(),
        "owner_person_id": chance.person(),
        "reason": chance.text(),
    }


def far_too_low(chance: Chance) -> list[UUID]:
    """The KPIs that were so on the day on which it was said, which no earlier day changes."""
    values = chance.facts[events.KpiValueRecorded]
    return sorted({each.kpi_id for each in values if each.value == FAR_TOO_LOW})


def bounds(chance: Chance) -> list[Decimal]:
    """Four in their order."""
    return sorted(chance.number() for _ in BOUNDS)


def measured(chance: Chance) -> Said:
    return {
        "value": chance.number(),
        "source": chance.maybe(chance.text),
        "note": chance.maybe(chance.text, 0.3),
    }
