"""Rules about curves: along which way a key result is expected to move."""

from server.okr import terms
from server.okr.now import CycleNow
from server.okr.refusals import Invalid, LimitReached, Objections
from server.okr.terms import ABSENT, Absent, CurveKind, MetricKind, PerPerson

POINTS_OF_A_CURVE = 50
MEASURED = (
    MetricKind.INCREASE,
    MetricKind.DECREASE,
    MetricKind.AT_LEAST,
    MetricKind.AT_MOST,
    MetricKind.WITHIN,
)


def drawn(
    objections: Objections,
    cycle: CycleNow,
    metric: terms.Metric,
    curve: terms.Curve | None | Absent,
) -> None:
    """Points are numbers in the order of their days, which lie within the cycle."""
    if curve is None or curve is ABSENT:
        return
    days = [each.on for each in curve.points]
    straight = curve.kind is CurveKind.LINEAR
    objections.when(
        straight and bool(days), Invalid("LINEAR goes without points.", "curve", "points")
    )
    objections.when(
        not straight and not days, Invalid(f"{curve.kind} needs points.", "curve", "points")
    )
    objections.when(
        bool(days) and metric.kind not in MEASURED,
        Invalid(f"{metric.kind} is expected on its days, not along values.", "curve", "kind"),
    )
    objections.when(
        bool(days) and metric.per_person is PerPerson.ALL,
        Invalid("How many people have reached the target goes along no values.", "curve", "kind"),
    )
    objections.when(
        len(days) > POINTS_OF_A_CURVE,
        LimitReached(f"A curve has at most {POINTS_OF_A_CURVE} points.", "curve", "points"),
    )
    for index in range(1, len(days)):
        late = Invalid("Its day comes after the one before.", "curve", "points", str(index), "on")
        objections.when(days[index - 1] >= days[index], late)
    for index, day in enumerate(days):
        objections.when(
            not cycle.starts_on <= day <= cycle.ends_on,
            Invalid(
                f"This lies within the cycle: {cycle.starts_on} to {cycle.ends_on}.",
                *("curve", "points", str(index), "on"),
            ),
        )
