"""Whatever can be asked for has a source; only how the schema is made is told otherwise."""

from graphql import GraphQLObjectType, get_named_type, is_abstract_type

from schema.declared import core_of
from schema.graph import graph
from server.reads.plan import SOURCE


def reached() -> dict[str, GraphQLObjectType]:
    """Every type that an answer can contain, by its name."""
    schema = core_of(graph())
    found: dict[str, GraphQLObjectType] = {}
    ahead = [schema.query_type, schema.mutation_type]
    while ahead:
        kind = ahead.pop()
        if is_abstract_type(kind):
            ahead += schema.get_possible_types(kind)
        elif isinstance(kind, GraphQLObjectType) and kind.name not in found:
            found[kind.name] = kind
            ahead += [get_named_type(each.type) for each in kind.fields.values()]
    return found


def test_every_field_has_a_source() -> None:
    types = reached()
    silent = [
        f"{kind.name}.{name}"
        for kind in types.values()
        for name, field in kind.fields.items()
        if SOURCE not in field.extensions
    ]

    assert {"Query", "Mutation", "Objective", "Decimal"} & types.keys() == {
        "Query",
        "Mutation",
        "Objective",
    }
    assert silent == []
