"""Which days are measured: between two days, or from an event on for so many days."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.now import Guard
from server.okr.refusals import Invalid, Objections, WrongState

DAYS_OF_A_WINDOW = 3660


def spanned(objections: Objections, metric: terms.Metric) -> None:
    """Note a window that never opens, or that closes in two ways."""
    first, last, days = metric.opens_on, metric.closes_on, metric.open_for_days
    checks.noted(objections, metric.opens_with, "metric", "opens_with")
    objections.when(
        first is not None and last is not None and first > last,
        Invalid("It closes before it opens.", "metric", "closes_on"),
    )
    objections.when(
        days is not None and not 1 <= days <= DAYS_OF_A_WINDOW,
        Invalid(f"From 1 to {DAYS_OF_A_WINDOW} days.", "metric", "open_for_days"),
    )
    objections.when(
        first is not None and days is not None and (date.max - first).days < days,
        Invalid("The calendar ends before this window does.", "metric", "opens_on"),
    )
    objections.when(
        days is not None and first is None and metric.opens_with is None,
        Invalid("Say with what it opens: opensOn or opensWith.", "metric", "open_for_days"),
    )
    objections.when(
        days is not None and last is not None,
        Invalid("The last day is stated once: as closesOn or openForDays.", "metric", "closes_on"),
    )


def measured_on(objections: Objections, metric: terms.Metric, day: date) -> None:
    """What is reported of a day outside the window is not what was to be measured."""
    waiting = metric.opens_with is not None and metric.opens_on is None
    objections.when(
        waiting,
        WrongState(f"It is measured from this on: {metric.opens_with}.", "key_result_id"),
    )
    objections.when(
        metric.opens_on is not None and day < metric.opens_on,
        Invalid(f"It is measured from {metric.opens_on} on.", "occurred_on"),
    )
    objections.when(
        metric.closes_on is not None and day > metric.closes_on,
        Invalid(f"It is measured until {metric.closes_on}.", "occurred_on"),
    )


def kept_open(earlier: terms.Metric, later: terms.Metric) -> terms.Metric:
    """A metric that is stated anew: an event that has happened is not waited for again."""
    same = later.opens_with is not None and later.opens_with == earlier.opens_with
    return replace(later, opens_on=later.opens_on or earlier.opens_on) if same else later


def opened(key_result_id: UUID) -> Guard:
    """What a decision rests on that knows whether the window is open."""
    return Guard(stream=key_result_id, kinds=(events.WindowOpened,))
