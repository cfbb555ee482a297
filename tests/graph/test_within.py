"""What is shown without asking again who sees it belongs to the objective of what it hangs on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import asyncpg
import pytest
from graphql import GraphQLField, get_named_type, is_object_type

from schema.declared import core_of
from schema.graph import graph
from schema.node import VIEWS
from server.commands import Handler
from server.migrate import owner_of
from server.okr.terms import Clock
from server.pools import TENSES, search_path
from server.queries import query
from server.reads.plan import SOURCE
from server.reads.seen import BY_OBJECTIVE
from server.reads.shapes import BY_KEYS, BY_VIEWER, SEEN_BY, Relation
from server.reads.sources import Either, Here, Listed, Part, Related
from server.reads.statement import literal, source
from tests.graph.filled import Filled
from tests.graph.secret import Secret
from tests.histories import History

DAY = date(2026, 11, 20)
MISSED = 0.15
Shown = tuple[str, Relation]
"""A type, and a relation whose rows are shown as it."""
BOTH = """
  from {asking} a
  join lateral (select * from {reached} v where v.org_id = a.org_id and v.{on} = a.{key}) v on true
"""
STRANGE = (
    BOTH + "where (v.objective_id, v.visibility) is distinct from (a.objective_id, a.visibility)"
)


def by_id(view: str) -> Relation:
    return Relation(view=view, on="id", order="id")


def led_to(field: GraphQLField, asking: Relation) -> Iterator[Shown]:
    """What a field of a type leads to from rows of a relation."""
    read, named = field.extensions.get(SOURCE), get_named_type(field.type).name
    if isinstance(read, Here | Part):
        yield named, asking
    elif isinstance(read, Listed):
        yield named, by_id(read.view)
    elif isinstance(read, Either):
        yield from read.ways
    elif isinstance(read, Related):
        yield named, read.relation


def everything_shown() -> set[Shown]:
    """Each type with each relation whose rows it shows."""
    types: dict[str, Any] = dict(core_of(graph()).type_map)
    found: set[Shown] = set()
    ahead = [(kind, by_id(view)) for kind, view in VIEWS.items()]
    ahead += [(kind, by_id("organization")) for kind in ("Query", "Mutation")]
    ahead += [(kind, by_id("organization")) for kind in types if kind.endswith("Payload")]
    while ahead:
        kind, relation = ahead.pop()
        if (kind, relation) not in found and is_object_type(types[kind]):
            found.add((kind, relation))
            for field in types[kind].fields.values():
                ahead += led_to(field, relation)
    return found


def steps_within() -> set[tuple[Relation, Relation]]:
    """What asks, and what it reaches within its objective."""
    types: dict[str, Any] = dict(core_of(graph()).type_map)
    return {
        (replace(asking, on="id", key="id", order="id", within=False), reached)
        for kind, asking in everything_shown()
        for field in types[kind].fields.values()
        for _, reached in led_to(field, asking)
        if reached.within and not isinstance(field.extensions[SOURCE], Here | Part)
    }


STEPS = sorted(steps_within(), key=str)


def text(template: str, asking: Relation, reached: Relation) -> str:
    def read(relation: Relation, keys: str) -> str:
        given = [literal(each) for each in relation.given]
        return source(relation, keys, given + [f"'{DAY}'::date"] * relation.daily)

    on, key = reached.on, reached.key
    return template.format(
        asking=read(asking, ""), reached=read(reached, f"array[a.{key}]"), on=on, key=key
    )


@pytest.fixture(scope="module")
async def heads(filled: Filled, secret: Secret, handler: Handler) -> list[asyncpg.Record]:
    """Organizations that have something of everything, a secret, and what chance brought."""
    history = await History.begin(handler, Random(0), Clock.SIMULATED)
    await history.go_on(150)
    assert filled.ids
    organizations = [
        filled.office.actor.organization_id,
        secret.office.actor.organization_id,
        history.organization.id,
    ]
    [found] = [await handler.database.anywhere("heads")]
    return [each for each in found if each["org_id"] in organizations]


def test_all_of_it_is_seen_by_the_visibility_of_one_objective() -> None:
    views = {each.view for step in STEPS for each in step}

    assert len(STEPS) > 30
    assert {view for view in views if SEEN_BY[view] != BY_OBJECTIVE} == set()
    assert views & (BY_VIEWER | BY_KEYS) == set()


@pytest.mark.parametrize("tense", TENSES)
async def test_it_belongs_to_the_objective_of_what_it_hangs_on(
    heads: list[asyncpg.Record], database_url: str, tense: str
) -> None:
    reached = Counter[Relation]()
    async with owner_of(database_url) as owner:
        for head in heads:
            async with owner.transaction():
                version = head["state_version"]
                await owner.execute(query("set_search_path"), search_path(version, tense))
                await owner.fetchval(query("set_as_of"), str(head["position"] - 5))
                for asking, found in STEPS:
                    name = f"{asking.view} → {found.view} by {found.key}"
                    strange = await owner.fetch(text("select *" + STRANGE, asking, found))
                    assert strange == [], name
                    count = await owner.fetchval(text("select count(*)" + BOTH, asking, found))
                    reached += Counter({found: count})
    # What chance brought has something of nearly everything.
    relations = {found for _, found in STEPS}
    assert len(relations - reached.keys()) < MISSED * len(relations)
