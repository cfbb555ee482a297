"""What is said in random histories about what is measured all the time.

Allowed or not is for the rules to say.
"""

from decimal import Decimal
from typing import Any

from server.okr import events, kpi_values, kpis
from tests.chance import Chance, step
from tests.steps import Said

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
        **{name: value if chance.perhaps(0.7) else None for name, value in stated},
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
    return {
        "kpi_id": chance.any(events.KpiAdded).kpi_id,
        "occurred_on": chance.maybe(chance.day, 0.8),
        **measured(chance),
    }


@step(kpi_values.correct_kpi_value, 2)
def _(chance: Chance) -> Said:
    value = chance.any(events.KpiValueRecorded, events.KpiValueCorrected)
    return {"kpi_value_id": value.kpi_value_id, "reason": chance.text(), **measured(chance)}


def bounds(chance: Chance) -> list[Decimal]:
    """Four in their order."""
    return sorted(chance.number() for _ in BOUNDS)


def measured(chance: Chance) -> Said:
    return {
        "value": chance.number(),
        "source": chance.maybe(chance.text),
        "note": chance.maybe(chance.text, 0.3),
    }
