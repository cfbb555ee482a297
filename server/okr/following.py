"""What follows from a KPI: what is measured of it is the value of the key result."""

from decimal import Decimal

from server.okr import terms
from server.okr.metrics import THRESHOLDS
from server.okr.now import KeyResultNow
from server.okr.refusals import Invalid, Objections
from server.okr.targets import LINEAR

BY_THE_KPI = "It follows a KPI: say there what was measured."


def can_follow(metric: terms.Metric) -> bool:
    """Whether one number says where a key result stands that is measured so."""
    return metric.kind in (*LINEAR, *THRESHOLDS) and metric.per_person is None


def still_following(objections: Objections, key_result: KeyResultNow, metric: terms.Metric) -> None:
    """Note a metric of which no KPI could say where it stands."""
    lost = key_result.kpi_id is not None and not can_follow(metric)
    objections.when(lost, Invalid("It follows a KPI, which says one number.", "metric", "kind"))


def reported_by_hand(
    objections: Objections, key_result: KeyResultNow, *numbers: Decimal | None
) -> None:
    """Note a number said of what follows a KPI; words and confidence are welcome."""
    said = key_result.kpi_id is not None and any(each is not None for each in numbers)
    objections.when(said, Invalid(BY_THE_KPI, "value"))
