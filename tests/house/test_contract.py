"""The schema keeps what was promised to front ends."""

from collections.abc import Iterator
from pathlib import Path

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
)

from schema.graph import graph

CONTRACT = Path(__file__).with_name("core.graphql")


def promises(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """Every name of a schema as a coordinate, with what is promised of it."""
    for name, kind in schema.type_map.items():
        if name.startswith("__"):
            continue
        yield name, type(kind).__name__
        if isinstance(kind, (GraphQLObjectType, GraphQLInterfaceType)):
            yield from ((f"{name} implements {each.name}", "") for each in kind.interfaces)
            for field_name, field in kind.fields.items():
                yield f"{name}.{field_name}", str(field.type)
                for argument, taken in field.args.items():
                    yield (
                        f"{name}.{field_name}({argument}:)",
                        f"{taken.type} = {taken.default_value!r}",
                    )
        elif isinstance(kind, GraphQLInputObjectType):
            for field_name, taken in kind.fields.items():
                yield f"{name}.{field_name}", f"{taken.type} = {_default(taken.default_value)}"
        elif isinstance(kind, GraphQLEnumType):
            yield from ((f"{name}.{value}", "") for value in kind.values)
        elif isinstance(kind, GraphQLUnionType):
            yield from ((f"{name} = {each.name}", "") for each in kind.types)


def _default(value: object) -> str:
    """Absent and null defaults say the same to a client that leaves the field out."""
    return (
        ""
        if value is None or type(value).__name__ == "UndefinedType"
        else str(getattr(value, "name", value))
    )


def missing() -> list[str]:
    """What the contract has and the schema has not, or has otherwise."""
    ours = dict(promises(build_schema(graph().as_str())))
    theirs = dict(promises(build_schema(CONTRACT.read_text())))
    return sorted(
        f"{name}: {theirs[name]}"
        if name not in ours
        else f"{name}: {theirs[name]}, not {ours[name]}"
        for name in theirs
        if ours.get(name) != theirs[name]
    )


def test_the_schema_has_everything_that_was_promised() -> None:
    assert missing() == []
