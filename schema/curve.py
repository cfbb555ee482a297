"""Curves in the graph: along which way a key result is expected to move."""

from typing import Any

from schema import nouns
from schema.fields import read, stored
from server.okr import terms
from server.reads.sources import StoredList


@nouns.shown(terms.CurvePoint)
class CurvePoint(terms.CurvePoint):
    """A day and the value that is expected on it."""


@nouns.shown(terms.Curve)
class Curve(terms.Curve):
    """Along which way a key result is expected to move."""

    points: Any = read(
        StoredList(column="points"),
        list[CurvePoint],
        "The days on which a value is expected, in order.",
        shows=CurvePoint,
    )


def curve() -> Any:
    """The curve of a key result."""
    return stored(
        Curve,
        "curve",
        "Along which way it is expected to move; evenly over its days if null.",
        optional=True,
    )
