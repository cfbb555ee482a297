"""What is left of a key result, and how that is measured from where it ended."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from server.okr import terms
from server.okr.left_now import KeyResultLeft
from server.okr.metrics import THRESHOLDS, adds_up
from server.okr.now import CycleNow
from server.okr.terms import MetricKind, Quantity


def finished(key_result: KeyResultLeft, parts: list[KeyResultLeft]) -> bool:
    """Whether nothing is left of it; what is to be kept is never finished."""
    metric = key_result.metric
    if metric.per_person is not None and metric.kind is not MetricKind.AT_MOST:
        return key_result.value == 1
    match metric.kind:
        case MetricKind.MILESTONES:
            return all(each.done or each.weight == 0 for each in key_result.milestones)
        case MetricKind.DONE | MetricKind.BY_DATE:
            return key_result.done_on is not None
        case MetricKind.COMPOUND:
            return bool(parts) and all(finished(each, []) for each in parts)
        case kind if kind in THRESHOLDS:
            return False
    known = key_result.current is not None and metric.target is not None
    return known and not _short(key_result)


def measured_anew(key_result: KeyResultLeft, cycle: CycleNow) -> terms.Metric:
    """The same aim from where it ended; days of the earlier cycle are over."""
    metric = _unwindowed(key_result.metric)
    if metric.kind is MetricKind.BY_DATE:
        return replace(metric, by=_within(cycle, metric.by))
    if metric.target is not None:
        metric = replace(metric, target=_whole(metric), change_percent=None, change_by=None)
    # A mean or the worst of a cycle does not say where it stood in the end.
    if adds_up(metric) and _short(key_result):
        return replace(
            metric,
            baseline=key_result.current,
            baseline_source=key_result.key,
            baseline_from=None,
            baseline_on=None,
        )
    return metric


def _short(key_result: KeyResultLeft) -> bool:
    """Whether it is known to stand before its target."""
    current, target = key_result.current, key_result.metric.target
    if current is None or target is None:
        return False
    falls = key_result.metric.kind is MetricKind.DECREASE
    return current > target if falls else current < target


def _whole(metric: terms.Metric) -> Decimal | None:
    """A target that followed from a change may be broken; things are counted up to the next one."""
    if metric.quantity is not Quantity.COUNT or metric.target is None:
        return metric.target
    falls = metric.kind is MetricKind.DECREASE
    return metric.target.to_integral_value(ROUND_FLOOR if falls else ROUND_CEILING)


def _within(cycle: CycleNow, day: date | None) -> date:
    inside = day is not None and cycle.starts_on <= day <= cycle.ends_on
    return day if inside and day is not None else cycle.ends_on


def _unwindowed(metric: terms.Metric) -> terms.Metric:
    """What waits for its event goes on waiting; a window that opened was of its cycle."""
    waits = metric.opens_with is not None and metric.opens_on is None
    return replace(
        metric,
        opens_on=None,
        closes_on=None,
        opens_with=metric.opens_with if waits else None,
        open_for_days=metric.open_for_days if waits else None,
    )
