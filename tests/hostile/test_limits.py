"""What may be asked at once: each limit holds, in its order, and the server tells no more."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from graphql import parse

from schema.declared import core_of
from schema.graph import graph
from schema.limits import Limits, checked
from tests.graph.office import Office

LEVELS = "organization { teams { nodes { parent { parent { id } } } } }"
COSTLY = "organization { teams(first: 100) { nodes { name } } people(first: 100) { nodes { id } } }"
ALIASES = "a: __typename b: __typename c: __typename d: __typename"
DIRECTIVES = "__typename @include(if: true) @skip(if: false) @include(if: true) @skip(if: false)"
WRONG = "surprise"
STEPS = [
    (f"query {{ {'__typename ' * 500} }}", 413, "larger than 5000 bytes"),
    (f"query {{ {'a ' * 198} }}", 400, "Syntax Error: Document contains more than 200 tokens"),
    (f"query {{ {{ {ALIASES} }} }}", 400, "Syntax Error"),
    (f"{{ {ALIASES} {DIRECTIVES} {LEVELS} {WRONG} }}", 422, "more than 3 aliases"),
    (f"{{ {DIRECTIVES} {LEVELS} {WRONG} }}", 422, "more than 3 directives"),
    (f"{{ {LEVELS} {WRONG} }}", 422, "more than 4 levels"),
    (f"{{ {COSTLY} {WRONG} }}", 422, "Cannot query field 'surprise'"),
    (f"{{ {COSTLY} }}", 422, "100 are allowed"),
]


@pytest.fixture
async def asked(strict: str, office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the server that allows little."""
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    async with httpx.AsyncClient(base_url=strict, headers=headers, timeout=60) as client:
        yield client


async def told(asked: httpx.AsyncClient, document: str, **more: Any) -> tuple[int, list[str]]:
    """The status, and what is told."""
    answer = await asked.post("/graphql", json={"query": document, **more})
    return answer.status_code, [each["message"] for each in answer.json().get("errors", [])]


@pytest.mark.parametrize(("document", "status", "sentence"), STEPS, ids=[s for _, _, s in STEPS])
async def test_the_first_limit_that_is_passed_is_the_only_one_told(
    asked: httpx.AsyncClient, document: str, status: int, sentence: str
) -> None:
    padded = document if status != 413 else document + " " * 5_000
    got, messages = await told(asked, padded)
    assert (got, len(messages)) == (status, 1)
    assert sentence in messages[0]


async def test_as_much_as_is_allowed_is_answered(asked: httpx.AsyncClient) -> None:
    three = "a: __typename b: __typename c: __typename @skip(if: false)"
    assert await told(asked, f"{{ {three} organization {{ name }} }}") == (200, [])


async def test_what_arrives_too_slowly_is_waited_for_no_longer(strict: str, office: Office) -> None:
    address = httpx.URL(strict)
    reader, writer = await asyncio.open_connection(address.host, address.port)
    head = [
        "POST /graphql HTTP/1.1",
        f"Host: {address.host}",
        f"Authorization: Bearer {office.admin.token}",
        "Content-Type: application/json",
        "Content-Length: 100",
    ]
    writer.write("\r\n".join([*head, "", "{"]).encode())

    async with asyncio.timeout(60):
        answer = (await reader.readuntil(b'"}}]}')).decode()

    assert answer.startswith("HTTP/1.1 408 ")
    assert '"code":"TIMEOUT"' in answer
    writer.close()


DIRECTED = {
    "of fields": f"{{ {DIRECTIVES} }}",
    "of the operation": f"query {'@skip(if: true) ' * 4} {{ __typename }}",
    "of variables": f"query ($a: Int {'@a ' * 4}) {{ __typename }}",
    "of fragments that are spread twice": "{ ...A ...A } "
    "fragment A on Query { __typename @skip(if: true) @include(if: false) }",
    "of spreads": f"{{ ...A {'@skip(if: true) ' * 4} }} fragment A on Query {{ __typename }}",
    "of fragments": f"{{ ...A }} fragment A on Query {'@a ' * 4} {{ __typename }}",
    "of inline fragments": f"{{ ... {'@skip(if: true) ' * 4} {{ __typename }} }}",
}


@pytest.mark.parametrize("document", DIRECTED.values(), ids=DIRECTED)
async def test_directives_are_counted_wherever_they_stand(
    asked: httpx.AsyncClient, document: str
) -> None:
    status, messages = await told(asked, document)
    assert (status, messages) == (422, ["The operation has more than 3 directives."])


INTROSPECTION = [
    "{ __schema { queryType { name } } }",
    '{ __type(name: "Query") { name } }',
    "{ ...A } fragment A on Query { s: __schema { queryType { name } } }",
]


@pytest.mark.parametrize("document", INTROSPECTION)
async def test_how_the_schema_is_made_can_be_kept_back(
    strict: str, asked: httpx.AsyncClient, office: Office, document: str
) -> None:
    status, messages = await told(asked, document)
    assert status == 422
    assert all("introspection has been disabled" in each for each in messages)
    assert (await asked.get("/schema.graphql")).status_code == httpx.codes.NOT_FOUND
    assert await told(asked, "{ __typename }") == (200, [])
    assert await office.admin.ask(document)


MISSPELT = {
    "a field": "{ organisation { name } }",
    "an argument": '{ node(ids: "a") { id } }',
    "a type": "query ($a: Strin) { __typename }",
    "a word": 'mutation { addTeam(input: { name: "A", kind: TEEM }) { position } }',
    "a field of an input": 'mutation { addTeam(input: { nam: "A", kind: TEAM }) { position } }',
    "a fragment's type": '{ node(id: "a") { ... on Objectiv { id } } }',
    "a word in a variable": "mutation ($kind: TeamKind!) "
    '{ addTeam(input: { name: "A", kind: $kind }) { position } }',
    "a field in a variable": "mutation ($i: AddTeamInput!) { addTeam(input: $i) { position } }",
    "a directive": "{ __typename @skp(if: true) }",
}


@pytest.mark.parametrize("document", MISSPELT.values(), ids=MISSPELT)
async def test_who_misspells_is_not_told_what_there_is(office: Office, document: str) -> None:
    said = {"kind": "TEEM", "i": {"nam": "A", "kind": "TEEM"}}
    known = {name: value for name, value in said.items() if f"${name}:" in document}
    errors = await office.admin.errors(document, **known)
    assert all("Did you mean" not in each["message"] for each in errors)


def test_suggestions_can_be_switched_on() -> None:
    document = parse(MISSPELT["a field"])
    [error] = checked(Limits(suggestions=True), core_of(graph()), document)
    assert "Did you mean 'organization'?" in error.message
