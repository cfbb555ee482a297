"""Inputs of every mutation, made from the schema: what is required, with values that fit."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from graphql import (
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    get_named_type,
    get_nullable_type,
    is_required_input_field,
)

from schema.graph import graph

SCHEMA: GraphQLSchema = build_schema(graph().as_str())
VALUES = {
    "String": "Words",
    "Decimal": "0.5",
    "Date": "2026-11-01",
    "Int": 1,
    "Boolean": False,
}
Place = tuple[str, ...]


def mutations() -> dict[str, GraphQLInputObjectType]:
    """The input type of every mutation, by the mutation's name."""
    kind = SCHEMA.mutation_type
    assert kind is not None
    found: dict[str, Any] = {
        name: get_named_type(field.args["input"].type) for name, field in kind.fields.items()
    }
    return found


def noun_of(mutation: str) -> str:
    """The field of a mutation's payload that shows what it acted on."""
    assert SCHEMA.mutation_type is not None
    payload = get_named_type(SCHEMA.mutation_type.fields[mutation].type)
    assert isinstance(payload, GraphQLObjectType)
    names: list[str] = [each for each in payload.fields if each not in ("position", "refusals")]
    return names[0]


def places(kind: GraphQLInputObjectType, scalar: str, *before: str) -> Iterator[Place]:
    """Where an input takes a scalar, as paths; a list is entered at its first item."""
    for name, field in kind.fields.items():
        inside = get_named_type(field.type)
        here = (*before, name, *(("0",) if _is_list(field) else ()))
        if isinstance(inside, GraphQLInputObjectType):
            yield from places(inside, scalar, *here)
        elif inside.name == scalar:
            yield here


def stated(kind: GraphQLInputObjectType, *stating: Place) -> dict[str, Any]:
    """An input with what is required and with these places stated, each with a value that fits."""
    return {
        name: _value(field, [each[1:] for each in stating if each[0] == name])
        for name, field in kind.fields.items()
        if is_required_input_field(field) or any(each[0] == name for each in stating)
    }


def put(said: dict[str, Any], place: Place, value: Any) -> dict[str, Any]:
    """The input with another value at a place."""
    first, *rest = place
    if not rest:
        return said | {first: value}
    if rest[0] != "0":
        return said | {first: put(said[first], tuple(rest), value)}
    inside = value if len(rest) == 1 else put(said[first][0], tuple(rest[1:]), value)
    return said | {first: [inside]}


def _is_list(field: GraphQLInputField) -> bool:
    return isinstance(get_nullable_type(field.type), GraphQLList)


def _value(field: GraphQLInputField, stating: list[Place]) -> Any:
    inside: Any = get_named_type(field.type)
    if _is_list(field):
        stating = [each[1:] for each in stating]
    if isinstance(inside, GraphQLInputObjectType):
        value: Any = stated(inside, *(each for each in stating if each))
    elif isinstance(inside, GraphQLEnumType):
        value = next(iter(inside.values))
    else:
        value = VALUES.get(inside.name) if inside.name in VALUES else str(uuid4())
    return [value] if _is_list(field) else value
