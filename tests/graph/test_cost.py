"""What an operation may cost is known before it is carried out, and too much is refused."""

import json
from typing import Any

import httpx
import pytest
from graphql import get_introspection_query

from schema.context import Context
from schema.declared import core_of
from schema.graph import graph
from schema.node import VIEWS
from schema.planned import Raw
from server.commands import Handler
from server.reads import compose, loader
from server.reads.answers import Answers
from tests.graph.office import Office
from tests.graph.test_bad_input import nothing_written
from tests.reads.planning import multiplied

WORK = "person { objectives(first: 100) { nodes { id } } }"
HUGE = f"keyResults {{ contributions(first: 100) {{ nodes {{ {WORK} }} }} }}"
ALL = f"organization {{ objectives(first: 1000) {{ nodes {{ {HUGE} }} }} }}"
TYPES = f"{{ __schema {{ types {{ {'fields { type { ' * 3} name {'} } ' * 3} }} }} }}"


async def costing(office: Office, document: str, **variables: Any) -> int:
    """What an operation that is carried out may cost."""
    asked = {"query": document, "variables": variables, "extensions": {"cost": True}}
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    answer = (await office.http.post("/graphql", json=asked, headers=headers)).json()
    assert "errors" not in answer, answer["errors"]
    assert answer["extensions"]["cost"] <= answer["extensions"]["limit"]
    cost: int = answer["extensions"]["cost"]
    return cost


async def too_expensive(office: Office, document: str, **variables: Any) -> None:
    async with nothing_written(office):
        answer = await office.admin.post(document, variables)
    assert answer.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "data" not in answer.json()
    (error,) = answer.json()["errors"]
    told = error["extensions"]
    assert told["code"] == "TOO_EXPENSIVE"
    assert told["cost"] > told["limit"]
    assert f"{told['cost']:,}" in error["message"]


COSTS = {
    "{ __typename }": 0,
    "{ organization { name } }": 1,
    "{ organization { objectives { totalCount } } }": 2,
    "{ organization { objectives { nodes { title } } } }": 51,
    "{ organization { objectives(last: 3) { nodes { title } totalCount } } }": 5,
    "{ organization { objectives(first: 3) { edges { cursor node { title } } } } }": 4,
    "{ organization { objectives(first: 3) { nodes { id } edges { cursor } } } }": 7,
    "{ organization { objectives(first: 2) { nodes { keyResults { id } } } } }": 23,
    "{ a: organization { name } b: organization { name } }": 2,
    "{ organization { name } ...F } fragment F on Query { organization { name id } }": 1,
    "{ organization @skip(if: true) { name } }": 0,
    '{ nodes(ids: ["a", "b", "c"]) { id ... on Team { name } } }': 3,
    '{ node(id: "a") { id ... on Team { parent { id } } ... on Cycle { owner: key } } }': 2,
}


@pytest.mark.parametrize("document", COSTS)
async def test_the_cost_is_how_many_things_could_be_shown(office: Office, document: str) -> None:
    assert await costing(office, document) == COSTS[document]


async def test_the_cost_follows_from_the_variables(office: Office) -> None:
    document = "query ($n: Int) { organization { objectives(first: $n) { nodes { id } } } }"
    assert [await costing(office, document, n=number) for number in (0, 7, 1000)] == [1, 8, 1001]


async def test_the_cost_is_told_to_who_wants_to_know(office: Office) -> None:
    answer = await office.admin.post("{ __typename }")
    assert list(answer.json()) == ["data"]


async def test_what_could_show_too_much_is_refused(office: Office) -> None:
    await too_expensive(office, f"{{ {ALL} }}")


async def test_a_mistake_beside_it_is_no_way_around(office: Office) -> None:
    wrong = "a: organization { objectives(first: -1) { nodes { id } } }"
    await too_expensive(office, f"{{ {wrong} {ALL} }}")
    await too_expensive(office, f"{{ __schema {{ types {{ name }} }} {ALL} }}")


async def test_what_a_command_shows_counts(office: Office) -> None:
    person = f"person {{ objectives(first: 100) {{ nodes {{ {HUGE} }} }} }}"
    await too_expensive(
        office, f'mutation {{ addPerson(input: {{ name: "Eve" }}) {{ {person} }} }}'
    )


async def test_how_the_schema_is_made_can_be_asked_within_bounds(office: Office) -> None:
    assert await costing(office, get_introspection_query(input_value_deprecation=True)) > 0
    (error,) = await office.admin.errors(TYPES)
    assert error["extensions"]["code"] == "INVALID"


@pytest.mark.parametrize("planned", [True, False])
async def test_a_plain_list_has_an_end(
    office: Office, handler: Handler, monkeypatch: pytest.MonkeyPatch, *, planned: bool
) -> None:
    for module in (compose, loader):
        monkeypatch.setattr(module, "LONGEST", 2)
    objective = await office.objective(await office.cycle())
    made = [await office.key_result(objective) for _ in range(3)]
    viewer = await office.tokens.viewer(f"Bearer {office.admin.token}")
    answers = Answers(
        schema=core_of(graph()), views=VIEWS, database=handler.database, limit=1_000, tree=1_000
    )
    reads = loader.Loader(handler.database, viewer.organization_id, viewer.person_id)
    context = Context(
        viewer=viewer, handler=handler, reads=reads, answers=answers if planned else None
    )

    document = f'{{ node(id: "{objective}") {{ ... on Objective {{ keyResults {{ id }} }} }} }}'
    shown: Any = (await graph().execute(document, context_value=context)).data

    assert isinstance(shown, Raw) == planned
    node = (json.loads(shown.text) if planned else shown)["node"]
    assert [each["id"] for each in node["keyResults"]] == made[:2]


async def test_fragments_that_multiply_without_end_are_refused(office: Office) -> None:
    [error] = await office.admin.errors(multiplied(7))

    assert error["extensions"]["code"] == "TOO_EXPENSIVE"
    assert "5,000" in error["message"]
