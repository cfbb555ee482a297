"""Where a key result is to get: a number, or a change by so much from where it started."""

from server.okr import terms
from server.okr.refusals import Invalid, Objections
from server.okr.terms import BaselineState, MetricKind

LINEAR = (MetricKind.INCREASE, MetricKind.DECREASE)
WAYS = ("target", "change_percent", "change_by")


def relative(metric: terms.Metric) -> bool:
    """Whether the target is stated as a change by so much."""
    return metric.change_percent is not None or metric.change_by is not None


def baseline_state(metric: terms.Metric) -> BaselineState:
    """Whether it is known where it started; only a change by so much can wait for that."""
    if metric.baseline is not None:
        return BaselineState.KNOWN
    return BaselineState.MISSING if metric.kind in LINEAR else BaselineState.NOT_NEEDED


def aimed(objections: Objections, metric: terms.Metric) -> None:
    """Note a target that is stated twice, or that lies where it cannot be."""
    ways = [name for name in WAYS if getattr(metric, name) is not None]
    for name in ways[1:] if metric.kind in LINEAR else ():
        message = "A target is stated once: as target, changePercent or changeBy."
        objections.append(Invalid(message, "metric", name))
    for name in WAYS[1:]:
        amount = getattr(metric, name)
        objections.when(
            amount is not None and amount <= 0,
            Invalid(f"{metric.kind} says the direction: this is more than zero.", "metric", name),
        )
    objections.when(
        metric.change_percent is not None and metric.baseline == 0,
        Invalid(
            "Any percentage of zero is zero: say changeBy or a target.", "metric", "change_percent"
        ),
    )
    _direction(objections, metric)
    _dated(objections, metric)


def _direction(objections: Objections, metric: terms.Metric) -> None:
    if metric.baseline is None or metric.target is None:
        return
    kind, baseline, target = metric.kind, metric.baseline, metric.target
    objections.when(
        kind in LINEAR and target == baseline,
        Invalid(
            "Baseline and target are the same: to keep a value use AT_LEAST, AT_MOST or WITHIN.",
            "metric",
            "target",
        ),
    )
    objections.when(
        (kind is MetricKind.INCREASE and target < baseline)
        or (kind is MetricKind.DECREASE and target > baseline),
        Invalid(
            f"The target lies on the wrong side of the baseline for {kind}.", "metric", "target"
        ),
    )


def _dated(objections: Objections, metric: terms.Metric) -> None:
    first, last = metric.baseline_from, metric.baseline_on
    objections.when(
        first is not None and (last is None or first > last),
        Invalid("A span ends on its last day: say baselineOn.", "metric", "baseline_from"),
    )
    for name in ("baseline_source", "baseline_on"):
        objections.when(
            getattr(metric, name) is not None and metric.baseline is None,
            Invalid("There is no baseline yet that this could be about.", "metric", name),
        )
