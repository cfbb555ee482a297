"""Documents made from the contract: every field that the server has of it, a few levels deep."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_leaf_type,
)

from schema.graph import graph
from tests.graph.filled import KEY

CONTRACT = Path(__file__).parents[1] / "house" / "core.graphql"
SAID = ("Mutation", "Subscription", "Payload", "Declined", "ChangedMeanwhile", "Refusal")

Kind = GraphQLObjectType | GraphQLInterfaceType


class Selections:
    """What can be selected of each type."""

    def __init__(self) -> None:
        self.contract: GraphQLSchema = build_schema(CONTRACT.read_text())
        self.server: GraphQLSchema = build_schema(graph().as_str())

    def kinds(self) -> list[GraphQLObjectType]:
        """Every type that is read; those of commands have tests of their own."""
        return [
            kind
            for kind in self.contract.type_map.values()
            if isinstance(kind, GraphQLObjectType)
            and not kind.name.startswith("__")
            and not kind.name.endswith(SAID)
            and kind.name in self.server.type_map
        ]

    def fields(self, kind: Kind) -> dict[str, GraphQLField]:
        """The fields of a type that both have."""
        here: Any = self.server.type_map.get(kind.name)
        return {name: each for name, each in kind.fields.items() if here and name in here.fields}

    def of(self, kind: GraphQLNamedType, levels: int) -> str:
        """Everything of a type: nouns as many levels deep, and what only they have."""
        if is_leaf_type(kind):
            return ""
        return f"{{ __typename {' '.join(self._parts(kind, levels))} }}"

    def field(self, name: str, field: GraphQLField, levels: int) -> str:
        """One field with everything behind it."""
        key = f'(key: "{KEY}")' if "key" in field.args else ""
        return f"{name}{key} {self.of(get_named_type(field.type), levels)}"

    def _parts(self, kind: GraphQLNamedType, levels: int) -> Iterator[str]:
        if isinstance(kind, (GraphQLInterfaceType, GraphQLUnionType)):
            for each in self.contract.get_possible_types(kind):
                # Fields of one name may have other types elsewhere: Milestone.weight, Alignment.to.
                yield f"... on {each.name} {{ __typename {'id' if 'id' in each.fields else ''} }}"
        elif isinstance(kind, GraphQLObjectType):
            for name, field in self.fields(kind).items():
                if is_leaf_type(get_named_type(field.type)) or levels > 0:
                    yield self.field(name, field, levels - 1)
