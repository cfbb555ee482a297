"""A list has one order: no two of its rows stand at the same place, so that cursors skip none.

And an id names one row: no more are looked for.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import GraphQLObjectType

from schema.declared import core_of
from schema.graph import graph
from server.commands import Handler
from server.okr.terms import RollUp
from server.reads.plan import SOURCE
from server.reads.shapes import BY_KEYS, BY_VIEWER, Relation
from server.reads.sources import Many, One, Pages, Related, Value
from tests.histories import History, two_histories
from tests.samples import Organization

TIES = """
select v.{on}, v.{order}, count(*) from {source} v
where v.org_id = $1 and v.{on} is not null
group by v.{on}, v.{order} having count(*) > 1"""
SEVERAL = """
select v.id from {source} v
where v.org_id = $1 group by v.id having count(*) > 1"""
PLACES = "select place from progress_input where org_id = $1 and noun_id = $2 and node_id = $3"
IN_LANGUAGES = {"objective_statement"}
"""What is shown in the language that is asked for, and stands there in each."""
DAY = "(date '2026-11-15')"


def lists() -> Iterator[tuple[str, Relation]]:
    """Every list of the graph whose rows are those of a view, or of a function of the day alone."""
    return hung(Many, Pages)


def hung(*sources: type[Related]) -> Iterator[tuple[str, Relation]]:
    for kind in core_of(graph()).type_map.values():
        fields = kind.fields if isinstance(kind, GraphQLObjectType) else {}
        for name, field in fields.items():
            source = field.extensions.get(SOURCE)
            if isinstance(source, sources):
                relation = source.relation
                if relation.view not in BY_VIEWER | BY_KEYS and not (
                    relation.given or source.taken
                ):
                    yield f"{kind.name}.{name}", relation


@pytest.fixture(scope="module")
async def histories(handler: Handler) -> list[History]:
    return await two_histories(handler, 5, 60)


async def rows(history: History, template: str, relation: Relation) -> list[tuple[Any, ...]]:
    source = f"{relation.view}{DAY}" if relation.daily else relation.view
    text = template.format(on=relation.on, order=relation.order, source=source)
    organization = history.organization
    return [tuple(row) for row in await organization.handler.database.read(organization.id, text)]


async def test_no_two_rows_of_a_list_stand_at_the_same_place(histories: list[History]) -> None:
    asked = {relation: name for name, relation in lists()}
    assert len(asked) > 40
    for relation, name in asked.items():
        for history in histories:
            assert await rows(history, TIES, relation) == [], name


async def test_an_id_names_one_row(histories: list[History]) -> None:
    asked = {
        relation: name
        for name, relation in hung(One, Value)
        if relation.on == "id" and relation.view not in IN_LANGUAGES
    }
    assert len(asked) > 20
    for relation, name in asked.items():
        for history in histories:
            assert await rows(history, SEVERAL, relation) == [], name


async def test_what_is_in_a_sum_and_beside_it_stands_at_two_places(
    organization: Organization,
) -> None:
    low, middle, top = [await organization.objective_at("0.5") for _ in range(3)]
    await organization.align(low, middle, RollUp.SUM)
    await organization.align(middle, top, RollUp.SUM)
    await organization.align(low, top)
    places = await organization.handler.database.read(
        organization.id, PLACES, top.objective_id, low.objective_id
    )
    assert len({row["place"] for row in places}) == len(places) == 2
