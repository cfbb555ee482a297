"""Every place of the graph where an id or a cursor can go, and everything that ids name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import asyncpg
from graphql import (
    GraphQLArgument,
    GraphQLInputObjectType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_list_type,
)

from tests.graph.inputs import SCHEMA, Place, mutations, places, put, stated

NAMED = """
  select c.relname as name from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'state_1' and c.relkind = 'r'
  join pg_attribute i on i.attrelid = c.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype
  join pg_attribute o on o.attrelid = c.oid and o.attname = 'org_id'
  order by 1"""
HUNG = {"RolloutWave": "Organization.rollout"}
"""Where those hang that are no nouns of their own."""
FACTS = "select event_id as id from log.event where org_id = $1"


async def everything(owner: asyncpg.Connection, organization_id: Any) -> dict[str, list[str]]:
    """The ids of all that an organization has and had, by the table that they stand in."""
    found = {"events": await owner.fetch(FACTS, organization_id)}
    for table in await owner.fetch(NAMED):
        rows = f"select distinct id from state_1.{table['name']} where org_id = $1"
        found[table["name"]] = await owner.fetch(rows, organization_id)
    return {name: [str(row["id"]) for row in rows] for name, rows in found.items() if rows}


def commands(deeds: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Place, dict[str, Any]]]:
    """Each place where a command takes an id, with a command that says one there."""
    for command, kind in mutations().items():
        known = [deed for what, deed in deeds.items() if what.split(maxsplit=1)[0] == command]
        for place in places(kind, "ID"):
            first, inside = place[0], stated(kind, place)
            ready = (deed for deed in known if _leads_to(deed, place))
            yield command, place, next(ready, known[0] | {first: inside[first]})


def _leads_to(said: Any, place: Place) -> bool:
    """Whether what is said goes as far as the thing that has the place."""
    first, *rest = place
    if not rest or rest == ["0"] or first not in said:
        return first in said
    inside = said[first][0] if rest[0] == "0" else said[first]
    return _leads_to(inside, tuple(rest[rest[0] == "0" :]))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A field that takes an id, beside or within other arguments."""

    kind: str
    name: str
    place: Place

    def document(self) -> str:
        """What asks for it, on the noun that it is a field of."""
        parent: Any = SCHEMA.type_map[self.kind]
        field, first = parent.fields[self.name], self.place[0]
        few = ", first: 1" if "first" in field.args else ""
        said = f"found: {self.name}({first}: $said{few}) {_shown(field.type)}"
        kind = f"$said: {field.args[first].type}"
        if self.kind == "Query":
            return f"query ({kind}) {{ {said} }}"
        whole, _, through = HUNG.get(self.kind, self.kind).partition(".")
        inside = f"... on {whole} {{ {f'{through} {{ {said} }}' if through else said} }}"
        return f"query ({kind}, $of: ID!) {{ node(id: $of) {{ {inside} }} }}"

    def said(self, id_: str) -> Any:
        """What is said with an id at its place."""
        parent: Any = SCHEMA.type_map[self.kind]
        argument = parent.fields[self.name].args[self.place[0]]
        inside = get_named_type(argument.type)
        if isinstance(inside, GraphQLInputObjectType):
            return put(stated(inside, self.place[1:]), self.place[1:], id_)
        return [id_] if is_list_type(_nullable(argument)) else id_


def _nullable(argument: GraphQLArgument) -> Any:
    return getattr(argument.type, "of_type", argument.type)


def _shown(kind: Any) -> str:
    inside: Any = get_named_type(kind)
    if is_leaf_type(inside):
        return ""
    counts = " totalCount" if "totalCount" in getattr(inside, "fields", ()) else ""
    nodes = " nodes { __typename }" if inside.name.endswith("Connection") else ""
    return f"{{ __typename{counts}{nodes} }}"


def questions() -> list[Asked]:
    """Every field of what is read that takes an id."""
    return [
        Asked(kind=kind.name, name=name, place=place)
        for kind in SCHEMA.type_map.values()
        if isinstance(kind, GraphQLObjectType)
        and kind not in (SCHEMA.mutation_type, SCHEMA.subscription_type)
        for name, field in kind.fields.items()
        for place in _places(field.args)
    ]


def _places(arguments: dict[str, GraphQLArgument]) -> Iterator[Place]:
    for name, argument in arguments.items():
        inside = get_named_type(argument.type)
        if isinstance(inside, GraphQLInputObjectType):
            yield from ((name, *place) for place in places(inside, "ID"))
        elif inside.name == "ID":
            yield (name,)
