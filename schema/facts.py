"""A type of the graph for every kind of fact, made from what such a fact says."""

from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

import strawberry

from schema import registry
from schema.event import Event
from schema.fact_fields import Said, shown
from schema.inputs import words
from server.facts import kinds
from server.okr.events import Fact

UNSHOWN = {"email"}
"""What the graph shows of nobody."""


@cache
def fact_types() -> list[type]:
    """The types of all kinds of fact."""
    return [_fact_type(each) for each in kinds().values()]


def _fact_type(kind: type[Fact]) -> type:
    made = _class(kind.__name__, (Event,), kind)
    return registry.known(_typed(made, words(kind.__doc__)))


@cache
def _stated_type(noun: type, *, anew: bool = False) -> type:
    """A noun as it was stated in a fact, or what of it was stated anew."""
    if anew:
        told = "What was stated anew; null where it was cleared, and where it stays as it was."
        return _typed(_class(f"{noun.__name__}Changes", (), noun, anew=True), told)
    return _typed(_class(f"Stated{noun.__name__}", (), noun), words(noun.__doc__))


def _typed(made: type, told: str) -> type:
    typed: type = strawberry.type(made, description=told)
    return typed


def _class(name: str, bases: tuple[type, ...], said: Any, *, anew: bool = False) -> type:
    hinted = get_type_hints(said, include_extras=True)
    stated = (
        Said(of=said, stated=each, hint=hinted[each.name], anew=anew)
        for each in fields(said)
        if each.name not in UNSHOWN
    )
    made = [field for each in stated for field in shown(each, _stated_type)]
    body = {field: value for field, _, value in made}
    annotated = {field: hint for field, hint, _ in made}
    return type(name, bases, {"__annotations__": annotated, "__module__": __name__, **body})
