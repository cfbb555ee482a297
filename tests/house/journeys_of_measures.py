"""How each kind of measure of a key result is said."""

from dataclasses import fields, replace

from server.okr import terms
from tests.house.beside import titled, titled_in_a_team
from tests.house.journey import Journey

METRIC = Journey(
    noun=terms.Metric,
    mutation="addKeyResult",
    shows="keyResult",
    table="key_results",
    beside=titled,
    place=("metric",),
    place_in_fact=("metric",),
)


def all_but(*names: str) -> tuple[str, ...]:
    return tuple(each.name for each in fields(terms.Metric) if each.name not in names)


UNLIKE_LINEAR = ("lower", "upper", "by", "per", "combine", "per_person")
METRICS = [
    replace(
        METRIC,
        stated={"kind": "INCREASE", "quantity": "RATE", "reading": "SUM"},
        without=(*UNLIKE_LINEAR, "change_by", "change_percent", "open_for_days"),
    ),
    replace(
        METRIC,
        stated={"kind": "DECREASE", "quantity": "RATIO", "reading": "SUM"},
        without=(*UNLIKE_LINEAR, "change_by", "target", "closes_on"),
    ),
    replace(
        METRIC,
        stated={"kind": "INCREASE", "quantity": "CURRENCY", "unit": "EUR", "reading": "WORST"},
        without=(
            *UNLIKE_LINEAR,
            "change_percent",
            "target",
            "numerator",
            "denominator",
            "within",
            "closes_on",
        ),
    ),
    replace(
        METRIC,
        stated={"kind": "WITHIN", "quantity": "RATIO", "reading": "MEAN", "per": "P2M"},
        without=(
            "target",
            "by",
            "change_by",
            "change_percent",
            "closes_on",
            "combine",
            "per_person",
        ),
    ),
    replace(
        METRIC,
        beside=titled_in_a_team,
        stated={"kind": "AT_LEAST", "per_person": "MINIMUM", "reading": "SUM"},
        without=all_but("kind", "per_person", "reading", "target", "unit", "strict"),
    ),
    replace(
        METRIC,
        stated={"kind": "COMPOUND", "combine": "MINIMUM"},
        without=all_but("kind", "combine", "unit", "strict"),
    ),
    replace(
        METRIC,
        stated={"kind": "BY_DATE", "quantity": "DATE"},
        without=all_but("kind", "quantity", "unit", "by", "strict"),
    ),
]
