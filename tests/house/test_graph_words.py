"""The graph explains itself: everything has a sentence for people, and lists have one form."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    is_specified_directive,
    is_specified_scalar_type,
)

from schema.graph import graph
from server.okr.refusals import Refusal

COMMITTED = Path(__file__).parents[2] / "schema" / "schema.graphql"
# A quoted word of the graph or a number may begin it; a term of a closed list has capitals anyway.
SENTENCE = re.compile(r"[A-Z0-9`].*[.…]", re.DOTALL)
CONNECTION = {
    "edges": "[{noun}Edge!]!",
    "nodes": "[{noun}!]!",
    "pageInfo": "PageInfo!",
    "totalCount": "Int!",
}
# Of the log, where cursors are places of the log, and counting would be reading all of it.
OF_THE_LOG = {"edges": "[EventEdge!]!", "nodes": "[Event!]!", "pageInfo": "EventPageInfo!"}
WINDOW = {"first": "Int", "after": "String", "last": "Int", "before": "String"}


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    """The graph as a client sees it."""
    return build_schema(graph().as_str())


def ours(schema: GraphQLSchema) -> Iterator[GraphQLNamedType]:
    for name, kind in schema.type_map.items():
        if not name.startswith("__") and not is_specified_scalar_type(kind):
            yield kind


def words(schema: GraphQLSchema) -> Iterator[tuple[str, str | None]]:
    """Every name of the graph as a coordinate, with its description."""
    for kind in ours(schema):
        yield kind.name, kind.description
        if isinstance(kind, (GraphQLObjectType, GraphQLInterfaceType)):
            for name, field in kind.fields.items():
                yield f"{kind.name}.{name}", field.description
                for argument, taken in field.args.items():
                    yield f"{kind.name}.{name}({argument}:)", taken.description
        elif isinstance(kind, GraphQLInputObjectType):
            yield from ((f"{kind.name}.{name}", f.description) for name, f in kind.fields.items())
        elif isinstance(kind, GraphQLEnumType):
            yield from ((f"{kind.name}.{name}", v.description) for name, v in kind.values.items())
    for directive in schema.directives:
        if not is_specified_directive(directive):
            yield f"@{directive.name}", directive.description


def test_everything_is_described_in_sentences(schema: GraphQLSchema) -> None:
    told = dict(words(schema))
    assert {name: text for name, text in told.items() if not SENTENCE.fullmatch(text or "")} == {}


def test_every_refusal_has_a_code_with_its_sentence(schema: GraphQLSchema) -> None:
    codes = schema.type_map["RefusalCode"]
    assert isinstance(codes, GraphQLEnumType)
    assert {name: value.description for name, value in codes.values.items()} == {
        each.code(): each.__doc__ for each in Refusal.__subclasses__()
    }


def test_the_committed_schema_is_what_the_code_says() -> None:
    assert COMMITTED.read_text() == graph().as_str() + "\n", "run `make schema` and read the diff"


def test_every_connection_has_the_same_form(schema: GraphQLSchema) -> None:
    for kind in ours(schema):
        if not kind.name.endswith("Connection"):
            continue
        noun = kind.name.removesuffix("Connection")
        assert isinstance(kind, GraphQLObjectType)
        of_the_log = noun == "Event"
        assert {name: str(field.type) for name, field in kind.fields.items()} == {
            name: form.format(noun=noun)
            for name, form in (OF_THE_LOG if of_the_log else CONNECTION).items()
        }
        edge = schema.type_map[f"{noun}Edge"]
        assert isinstance(edge, GraphQLObjectType)
        assert {name: str(field.type) for name, field in edge.fields.items()} == {
            "cursor": "Cursor!" if of_the_log else "String!",
            "node": f"{noun}!",
        }


def test_every_connection_is_asked_for_in_windows(schema: GraphQLSchema) -> None:
    for kind in ours(schema):
        if not isinstance(kind, GraphQLObjectType):
            continue
        for name, field in kind.fields.items():
            if str(field.type).endswith("Connection!"):
                taken = {argument: str(each.type) for argument, each in field.args.items()}
                cursor = "Cursor" if "EventConnection" in str(field.type) else "String"
                window = WINDOW | {"after": cursor, "before": cursor}
                assert taken.items() >= window.items(), f"{kind.name}.{name}"
