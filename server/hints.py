"""Reads type hints: what alternatives a field has, what a list holds, which noun stands in it."""

from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin


@cache
def parts(hint: Any, marks: tuple[Any, ...] = ()) -> tuple[tuple[Any, tuple[Any, ...]], ...]:
    """The alternatives of a hint, each with what it is annotated with."""
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        return parts(inner, (*marks, *more))
    if get_origin(hint) in (Union, UnionType):
        return tuple(part for each in get_args(hint) for part in parts(each, marks))
    return ((hint, marks),)


@cache
def alternatives(hint: Any) -> tuple[Any, ...]:
    """What a value may be."""
    return tuple(kind for kind, _ in parts(hint))


@cache
def item(hint: Any) -> Any:
    """What a list holds; anything where the hint names no list."""
    return next((get_args(each)[0] for each in alternatives(hint) if get_origin(each) is list), Any)


@cache
def noun(hint: Any) -> type | None:
    """The dataclass among the alternatives, if any."""
    return next((each for each in alternatives(hint) if is_noun(each)), None)


def is_noun(kind: Any) -> TypeGuard[type]:
    """Whether a type is a dataclass."""
    return isinstance(kind, type) and is_dataclass(kind)
