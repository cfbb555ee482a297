"""Reads type hints: what alternatives a field has, what a list holds, which noun stands in it."""

from dataclasses import is_dataclass
from types import UnionType
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin


def parts(hint: Any, marks: tuple[Any, ...] = ()) -> list[tuple[Any, tuple[Any, ...]]]:
    """The alternatives of a hint, each with what it is annotated with."""
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        return parts(inner, (*marks, *more))
    if get_origin(hint) in (Union, UnionType):
        return [part for each in get_args(hint) for part in parts(each, marks)]
    return [(hint, marks)]


def alternatives(hint: Any) -> list[Any]:
    """What a value may be."""
    return [kind for kind, _ in parts(hint)]


def item(hint: Any) -> Any:
    """What a list holds; anything where the hint names no list."""
    return next((get_args(each)[0] for each in alternatives(hint) if get_origin(each) is list), Any)


def noun(hint: Any) -> type | None:
    """The dataclass among the alternatives, if any."""
    return next((each for each in alternatives(hint) if is_noun(each)), None)


def is_noun(kind: Any) -> TypeGuard[type]:
    """Whether a type is a dataclass."""
    return isinstance(kind, type) and is_dataclass(kind)
