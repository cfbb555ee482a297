"""What numbers are numbers of: each kind of quantity asks for its unit, and units are compared."""

from decimal import Decimal

from server.okr import terms
from server.okr.currencies import CURRENCIES
from server.okr.refusals import Invalid, Objections
from server.okr.terms import MetricKind, Quantity

SPANS = ("seconds", "minutes", "hours", "days", "weeks", "months")
COUNTED = ("baseline", "target", "lower", "upper", "change_by")


def quantified(objections: Objections, metric: terms.Metric) -> None:
    """Money has a currency, a duration a span of time, and things are counted whole."""
    _unit(objections, metric)
    for name in COUNTED:
        whole(objections, metric, getattr(metric, name), "metric", name)
    objections.when(
        metric.kind is MetricKind.BY_DATE
        and metric.quantity not in (Quantity.NUMBER, Quantity.DATE),
        Invalid("A day of the calendar is a DATE.", "metric", "quantity"),
    )
    objections.when(
        metric.quantity is Quantity.DATE and metric.kind is not MetricKind.BY_DATE,
        Invalid(f"{metric.kind} does not end in a day of the calendar.", "metric", "quantity"),
    )


def whole(objections: Objections, metric: terms.Metric, value: Decimal | None, *path: str) -> None:
    """Note a number of things that is not whole."""
    broken = value is not None and value != value.to_integral_value()
    objections.when(
        metric.quantity is Quantity.COUNT and broken,
        Invalid("What is counted comes in whole numbers.", *path),
    )


def same_unit(one: terms.Metric, other: terms.Metric) -> bool:
    """Whether numbers of one can be added to numbers of the other."""
    return unit_of(one) == unit_of(other)


def unit_of(metric: terms.Metric) -> str:
    """The unit as it is compared: words in any case, and percent whether it is written or not."""
    if metric.quantity is Quantity.PERCENT:
        return "%"
    return (metric.unit or "").strip().casefold()


def in_its_unit(objections: Objections, metric: terms.Metric, unit: str | None) -> None:
    """A number that names its unit is in the unit of what it is added to."""
    stated = terms.Metric(kind=MetricKind.INCREASE, unit=unit)
    objections.when(
        unit is not None and not same_unit(stated, metric),
        Invalid(f"This is measured in {unit_of(metric) or 'plain numbers'}.", "unit"),
    )


def _unit(objections: Objections, metric: terms.Metric) -> None:
    place, unit = ("metric", "unit"), metric.unit
    match metric.quantity:
        case Quantity.CURRENCY:
            wanted = "Money has the ISO 4217 code of its currency as unit: EUR, USD."
            objections.when(unit not in CURRENCIES, Invalid(wanted, *place))
        case Quantity.DURATION:
            wanted = f"A duration is measured in one of {', '.join(SPANS)}."
            objections.when(unit not in SPANS, Invalid(wanted, *place))
        case Quantity.PERCENT:
            wanted = "The unit of percents is %, written or left out."
            objections.when(unit not in (None, "%"), Invalid(wanted, *place))
