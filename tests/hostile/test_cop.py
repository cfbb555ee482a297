"""The twelve checks of graphql-cop, asked of the running server."""

import json
import re
from typing import Any

import httpx
import pytest

from tests.graph.office import Office
from tests.graph.test_bad_input import nothing_written

Answer = dict[str, Any]
ADD = 'mutation { addPerson(input: { name: "Eve" }) { position } }'
DEEP = f"query {{ __schema {{ types {{ {'fields { type { ' * 4} name {'} } ' * 4} }} }} }}"


def refused(answer: httpx.Response) -> bool:
    """Whether nothing was answered but why not."""
    said: Answer = answer.json()
    return answer.status_code >= httpx.codes.BAD_REQUEST and "data" not in said


async def test_aliases_do_not_multiply_one_request(office: Office) -> None:
    many = " ".join(f"alias{number}: __typename" for number in range(101))
    assert refused(await office.admin.post(f"query cop {{ {many} __typename }}"))


async def test_many_operations_are_not_one_request(office: Office) -> None:
    batch = [{"query": "query cop { __typename }", "operationName": "cop"}] * 10
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    assert refused(await office.http.post("/graphql", json=batch, headers=headers))


async def test_directives_do_not_pile_up(office: Office) -> None:
    assert refused(await office.admin.post("query cop { __typename " + "@aa" * 10 + " }"))
    known = "query cop { __typename " + "@include(if: true) " * 51 + "}"
    (error,) = await office.admin.errors(known)
    assert error["message"] == "The operation has more than 50 directives."


async def test_a_field_said_many_times_is_read_once(office: Office) -> None:
    once = await office.admin.ask("query cop { __typename }")
    assert await office.admin.ask(f"query cop {{ {'__typename ' * 500} }}") == once
    assert refused(await office.admin.post(f"query cop {{ {'__typename ' * 4_001} }}"))


async def test_fragments_do_not_run_in_circles(office: Office) -> None:
    circle = "{ __schema { ...A } } fragment A on __Schema { __typename ...B } "
    assert refused(await office.admin.post(circle + "fragment B on __Schema { ...A }"))


async def test_how_the_schema_is_made_is_not_asked_in_circles(office: Office) -> None:
    assert refused(await office.admin.post(DEEP))


async def test_what_was_meant_is_not_suggested(office: Office) -> None:
    (error,) = await office.admin.errors("query cop { __schema { directive } }")
    assert "Did you mean" not in error["message"]


@pytest.mark.parametrize("document", [ADD, "{ __typename }"])
async def test_get_reads_and_never_changes_and_asks_for_a_token(
    office: Office, document: str
) -> None:
    """Asked by a link on another site, the browser has no token to send along."""
    asked = {"query": document}
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    async with nothing_written(office):
        known = await office.http.get("/graphql", params=asked, headers=headers)
        nobody = await office.http.get("/graphql", params=asked)
    assert known.status_code == (405 if document == ADD else 200)
    assert nobody.status_code == httpx.codes.UNAUTHORIZED


async def test_forms_of_other_sites_change_nothing(office: Office) -> None:
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    async with nothing_written(office):
        answer = await office.http.post("/graphql", data={"query": ADD}, headers=headers)
    assert refused(answer)


@pytest.mark.parametrize("place", ["/graphiql", "/playground", "/console", "/graphql/console"])
async def test_no_page_is_where_others_have_one(http: httpx.AsyncClient, place: str) -> None:
    answer = await http.get(place, headers={"Accept": "text/html"})
    assert "html" not in answer.headers["Content-Type"]
    assert "graphiql" not in answer.text.lower()


@pytest.mark.parametrize("place", ["/", "/graphql"])
async def test_no_page_asks_in_the_name_of_its_reader(http: httpx.AsyncClient, place: str) -> None:
    """Whoever opens one sends nothing along by which the server would know them."""
    answer = await http.get(place, headers={"Accept": "text/html"})
    assert "html" in answer.headers["Content-Type"]
    assert "Set-Cookie" not in answer.headers
    assert re.search(r"<script(?![^>]* src=)", answer.text) is None


async def test_answers_say_nothing_of_how_they_were_made(office: Office) -> None:
    headers = {"X-Apollo-Tracing": "1", "Authorization": f"Bearer {office.admin.token}"}
    answer = await office.http.post(
        "/graphql", json={"query": "query cop { __typename }"}, headers=headers
    )
    assert answer.json() == {"data": {"__typename": "Query"}}


async def test_mistakes_are_told_without_what_happened_inside(office: Office) -> None:
    for document in ("qwerty cop { abc }", "query cop { abc }", "{ node(id: 1.5) { id } }"):
        answer = await office.admin.post(document)
        assert refused(answer)
        for error in answer.json()["errors"]:
            assert set(error) <= {"message", "locations", "path", "extensions"}
            assert set(error["extensions"]) == {"code"}


async def test_how_the_schema_is_made_is_for_those_who_have_a_token(
    office: Office, http: httpx.AsyncClient
) -> None:
    """Its text is public unless `OKRLOG_INTROSPECTION` says otherwise, which has its own test."""
    document = json.dumps({"query": "query cop { __schema { types { name } } }"})
    json_kind = {"Content-Type": "application/json"}
    nobody = await http.post("/graphql", content=document, headers=json_kind)
    assert nobody.status_code == httpx.codes.UNAUTHORIZED
    assert await office.admin.ask("query cop { __schema { types { name } } }")
