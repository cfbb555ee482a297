"""Ratios: a report says what was counted and of how much, and the value follows."""

from server.okr import checks, terms
from server.okr.refusals import Invalid, Objections
from server.okr.terms import Quantity

DIVIDED = (Quantity.RATIO, Quantity.PERCENT, Quantity.RATE)
NAMES = ("numerator", "denominator")


def divisible(objections: Objections, metric: terms.Metric) -> None:
    """Only ratios, percents and rates have two numbers behind each value."""
    for name in (*NAMES, "within"):
        text = getattr(metric, name)
        if text is None:
            continue
        objections.when(
            metric.quantity not in DIVIDED,
            Invalid("Only a RATIO, PERCENT or RATE is counted out of something.", "metric", name),
        )
        checks.named(objections, text, "metric", name)


def divided(objections: Objections, metric: terms.Metric, said: terms.CheckIn) -> None:
    """A report says a value, or how much was counted of how much."""
    stated = [name for name in NAMES if getattr(said, name) is not None]
    if not stated:
        return
    objections.when(
        metric.quantity not in DIVIDED,
        Invalid(f"A {metric.quantity} is reported as a value.", stated[0]),
    )
    for name in NAMES:
        objections.when(
            name not in stated, Invalid("A ratio is counted out of something: say both.", name)
        )
    objections.when(
        said.value is not None,
        Invalid("The value follows from numerator and denominator.", "value"),
    )
    objections.when(
        said.denominator is not None and said.denominator <= 0,
        Invalid("Nothing is counted out of nothing.", "denominator"),
    )


def restated(before: terms.CheckIn, said: object) -> terms.CheckIn:
    """A report as it is corrected: a value takes the place of a ratio, and a ratio of a value."""
    whole = terms.changes(terms.CheckIn, before)
    if before.numerator is not None:
        whole["value"] = None
    new = terms.changes(terms.CheckIn, said)
    if new.get("value") is not None:
        whole |= dict.fromkeys(NAMES)
    elif any(new.get(name) is not None for name in NAMES):
        whole["value"] = None
    return terms.CheckIn(**(whole | new))
