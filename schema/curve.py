"""Curves in the graph: along which way a key result is expected to move."""

import json
from typing import Any

import strawberry

from schema import nouns, registry
from server.facts import from_stored
from server.okr import terms


@nouns.shown(terms.CurvePoint)
class CurvePoint(terms.CurvePoint):
    """A day and the value that is expected on it."""


@nouns.shown(terms.Curve)
class Curve(terms.Curve):
    """Along which way a key result is expected to move."""

    points: Any = strawberry.field(graphql_type=list[CurvePoint])


def _curve(root: Any) -> Any:
    """From a row as it is read, or from what a revision kept."""
    stored = root.__dict__.get("curve")
    if stored is None:
        return None
    curve = from_stored(terms.Curve, json.loads(stored) if isinstance(stored, str) else stored)
    points = [registry.as_noun(CurvePoint, vars(each)) for each in curve.points]
    return registry.as_noun(Curve, {"kind": curve.kind, "points": points})


def curve() -> Any:
    """The curve of a key result."""
    return strawberry.field(
        resolver=_curve,
        graphql_type=Curve | None,
        description="Along which way it is expected to move; evenly over its days if null.",
    )
