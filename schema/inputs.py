"""How a command becomes an input object: its fields, defaults and sentences, and back again."""

from dataclasses import MISSING, Field, fields
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import strawberry

from schema.nouns import GRAPHQL_NAMES
from server import hints
from server.okr.api_keys import is_made
from server.okr.terms import ABSENT, Absent, sentence


@cache
def input_type(said: type) -> type:
    """The input object of a command, or of a part of it."""
    name = said.__name__ if said.__name__.endswith("Input") else f"{said.__name__}Input"
    told = get_type_hints(said, include_extras=True)
    stated = [each for each in fields(said) if not is_made(each)]
    required = {each.name for each in stated if not _has_default(each)}
    ordered = sorted(stated, key=lambda each: each.name not in required)
    body = {each.name: _field(each, told[each.name]) for each in ordered}
    annotations = {each.name: _hint(told[each.name], each.name not in required) for each in ordered}
    cls = type(name, (), {"__annotations__": annotations, **body})
    return strawberry.input(cls, description=words(said.__doc__))


def spoken(said: type, given: Any) -> Any:
    """The command that an input object states; null for what cannot be null is its default."""
    told = get_type_hints(said)
    names = [each.name for each in fields(said) if not is_made(each)]
    values = {name: _spoken(told[name], getattr(given, name)) for name in names}
    meant = [name for name in names if values[name] is not None or _nullable(told[name])]
    return said(**{name: values[name] for name in meant})


def words(text: str | None) -> str:
    """A docstring on one line."""
    return " ".join((text or "").split())


def _spoken(hint: Any, value: Any) -> Any:
    if value is strawberry.UNSET:
        return ABSENT
    if isinstance(value, list):
        return [_spoken(hints.item(hint), each) for each in value]
    noun = hints.noun(hint)
    return value if noun is None or value is None else spoken(noun, value)


def _nullable(hint: Any) -> bool:
    """Whether null says something: a change clears with it, or a rule refuses it."""
    return bool({NoneType, Absent} & set(hints.alternatives(hint)))


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _field(field: Field[Any], hint: Any) -> Any:
    default = strawberry.UNSET if field.default is ABSENT else field.default
    stated = {} if default is MISSING else {"default": default}
    name = GRAPHQL_NAMES.get(field.name)
    return strawberry.field(description=sentence(hint), name=name, **stated)


def _hint(hint: Any, optional: bool) -> Any:  # noqa: FBT001 - called here alone
    """The hint as Strawberry takes it: a default allows null, nouns in it become inputs."""
    known = (each for each in hints.alternatives(hint) if each not in (Absent, NoneType))
    kind = _kind(next(known))
    return kind | None if optional else kind


def _kind(hint: Any) -> Any:
    if get_origin(hint) is list:
        return list[_hint(get_args(hint)[0], False)]  # type: ignore[misc]  # noqa: FBT003
    return input_type(hint) if hints.is_noun(hint) else hint
