"""Carries a noun's fields and sentences from the heart into the graph."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar, get_type_hints

import strawberry

from server.okr.terms import sentence

GRAPHQL_NAMES = {"from_": "from"}

Class = TypeVar("Class", bound=type)


def shown(noun: type | None) -> Callable[[Class], Class]:
    """Make a class a type of the graph; values of the noun it inherits bring their sentences."""

    def decorate(cls: Class) -> Class:
        plain = {} if noun is None or not issubclass(cls, noun) else get_type_hints(noun)
        cls.__annotations__ = plain | cls.__annotations__
        made = strawberry.type(cls, description=cls.__doc__)
        describe(made, noun)
        return made

    return decorate


def describe(made: Any, noun: type | None) -> None:
    """Give fields that come from a noun the sentences that stand there."""
    hints = {} if noun is None else get_type_hints(noun, include_extras=True)
    own = {each.name for each in fields(noun)} if noun is not None else set()
    for field in made.__strawberry_definition__.fields:
        if field.python_name in own:
            field.description = sentence(hints[field.python_name])
            field.graphql_name = GRAPHQL_NAMES.get(field.python_name)
