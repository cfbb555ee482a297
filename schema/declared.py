"""Tells the planner of each field of the graph what it is read from and what is said to it."""

from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType, GraphQLSchema
from graphql.execution.values import VariableValues, get_argument_values
from strawberry import Schema
from strawberry.types.arguments import convert_arguments

from schema.fields import source_of
from server.reads.plan import SAID, SOURCE
from server.reads.sources import Said

DEFINITION = "strawberry-definition"


def core_of(schema: Schema) -> GraphQLSchema:
    """The same schema as graphql-core has it."""
    return schema._schema  # noqa: SLF001 - Strawberry shows it nowhere else


def declare(schema: Schema) -> None:
    """Leave with every field its source, where it has one."""
    for kind in core_of(schema).type_map.values():
        if isinstance(kind, GraphQLObjectType):
            for field in kind.fields.values():
                _declare(schema, field)


def _declare(schema: Schema, field: GraphQLField) -> None:
    definition: Any = field.extensions.get(DEFINITION)
    source = None if definition is None else source_of(definition)
    if source is None:
        return

    def said(node: FieldNode, variables: VariableValues) -> Said:
        return convert_arguments(
            get_argument_values(field, node, variables),
            definition.arguments,
            scalar_registry=schema.schema_converter.scalar_registry,
            config=schema.config,
        )

    field.extensions |= {SOURCE: source, SAID: said}
