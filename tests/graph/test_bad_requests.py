"""Requests that are none, or too much: the running server says so, and nothing is done."""

import json
from typing import Any

import httpx
import pytest

from schema.graph import graph
from tests.graph.filled import Filled
from tests.graph.office import Office
from tests.graph.test_bad_input import nothing_written

MUTATION = 'mutation { addPerson(input: { name: "Eve" }) { position } }'
NESTED = "[" * 100_000 + "]" * 100_000


async def send(
    office: Office, body: bytes | str, kind: str = "application/json", **more: Any
) -> httpx.Response:
    headers = {"Authorization": f"Bearer {office.admin.token}", "Content-Type": kind}
    return await office.http.post("/graphql", content=body, headers=headers, **more)


def told(answer: httpx.Response) -> str:
    """The code of the only error of an answer without data."""
    said = answer.json()
    (error,) = said["errors"]
    assert error["message"]
    assert "data" not in said
    return str(error["extensions"]["code"])


NO_JSON: list[bytes | str] = [
    b"",
    b"nonsense",
    b"\xff\xfe{",
    '{ "query": "{ é }" }'.encode("latin-1"),
    b'{ "query": "{ __typename }"',
    NESTED,
    f'{{ "query": "{{ __typename }}", "variables": {{ "a": {NESTED} }} }}',
    f'{{ "query": "{{ __typename }}", "variables": {{ "a": {"1" * 5000} }} }}',
]
NO_REQUESTS = [
    "5",
    "null",
    '"{ __typename }"',
    "[]",
    json.dumps([{"query": MUTATION}]),
    "{}",
    '{ "query": null }',
    '{ "query": 5 }',
    '{ "query": ["{ __typename }"] }',
    '{ "query": "" }',
    json.dumps({"query": MUTATION, "variables": []}),
    json.dumps({"query": MUTATION, "variables": "{}"}),
    json.dumps({"query": MUTATION, "extensions": []}),
    json.dumps({"query": MUTATION, "operationName": 5}),
    json.dumps({"query": MUTATION, "operationName": "Other"}),
    json.dumps({"query": MUTATION, "operationName": "\ud800"}),
    json.dumps({"query": f"{MUTATION} query Other {{ __typename }}"}),
    json.dumps({"query": "query A { a: __typename } query B { b: __typename }"}),
]


@pytest.mark.parametrize("body", NO_JSON, ids=lambda body: str(body[:40]))
async def test_a_body_that_cannot_be_read(office: Office, body: bytes | str) -> None:
    async with nothing_written(office):
        answer = await send(office, body)
    assert answer.status_code == httpx.codes.BAD_REQUEST
    assert told(answer) == "INVALID"


@pytest.mark.parametrize("body", NO_REQUESTS, ids=lambda body: str(body[:40]))
async def test_a_body_that_is_no_request(office: Office, body: bytes | str) -> None:
    async with nothing_written(office):
        answer = await send(office, body)
    assert answer.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert told(answer) == "INVALID"


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "text/plain",
        "text/plain;application/json",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    ],
)
async def test_a_body_of_another_kind(office: Office, kind: str) -> None:
    """Forms of other sites could send these without being asked."""
    async with nothing_written(office):
        answer = await send(office, json.dumps({"query": MUTATION}), kind)
    assert answer.status_code == httpx.codes.UNSUPPORTED_MEDIA_TYPE
    assert told(answer) == "INVALID"


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_nothing_is_done_by_another_method(office: Office, method: str) -> None:
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    async with nothing_written(office):
        answer = await office.http.request(
            method, "/graphql", params={"query": MUTATION}, headers=headers
        )
    assert answer.status_code == httpx.codes.METHOD_NOT_ALLOWED
    assert answer.headers["Allow"] == ("POST" if method == "GET" else "GET, POST")
    assert told(answer) == "INVALID"


async def test_a_body_that_is_too_large(office: Office) -> None:
    body = json.dumps({"query": MUTATION + " " * 300_000})

    async def in_pieces() -> Any:
        for start in range(0, len(body), 10_000):
            yield body[start : start + 10_000].encode()

    async with nothing_written(office):
        for sent in (body, in_pieces()):
            answer = await send(office, sent)
            assert answer.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
            assert told(answer) == "TOO_LARGE"


def spreading(times: int, many: int) -> str:
    """Fragments of which each spreads the next one, so often."""
    chain = [
        f"fragment F{each} on Query {{ {f'...F{each + 1} ' * times} }}" for each in range(many)
    ]
    return " ".join(["{ ...F0 }", *chain, f"fragment F{many} on Query {{ __typename }}"])


def parents(levels: int) -> str:
    """An operation of so many levels."""
    above = levels - 3
    return f"{{ organization {{ teams {{ nodes {'{ parent ' * above}{{ id }}{' }' * above} }} }} }}"


NO_OPERATIONS = {
    "a mutation as a query": f"query {MUTATION.removeprefix('mutation')}",
    "a subscription that is none": "subscription { surprise }",
    "an unknown field": "{ surprise }",
    "an unknown fragment": "{ ...Surprise }",
    "a fragment in a circle": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "an unknown directive": "{ __typename @surprise }",
    "a variable that is none": "{ node(id: $id) { id } }",
    "no selection": "{ organization }",
    "words": "Tell me everything.",
    "half a surrogate": "{ \ud800 }",
    "half a surrogate, spelled": '{ organization { cycle(key: "\\ud800") { id } } }',
    "a level too many": parents(16),
    "very many levels": "{a" * 1_500 + "}" * 1_500,
    "a list in lists": f"{{ node(id: {'[' * 1_500}{']' * 1_500}) {{ id }} }}",
    "an alias too many": "{" + " ".join(f"a{each}: __typename" for each in range(61)) + "}",
    "aliases in fragments": "{ ...A ...A ...A ...A } fragment A on Query {"
    + " ".join(f"a{each}: __typename" for each in range(16))
    + "}",
    "very many words": "{" + "__typename " * 4_001 + "}",
    "a long chain of fragments": spreading(1, 450),
}


@pytest.mark.parametrize("document", NO_OPERATIONS.values(), ids=NO_OPERATIONS)
async def test_a_document_that_is_no_operation(filled: Filled, document: str) -> None:
    async with nothing_written(filled.office):
        errors = await filled.office.admin.errors(document)
    assert {each["extensions"]["code"] for each in errors} == {"INVALID"}


async def test_as_much_as_is_allowed_is_answered(office: Office) -> None:
    seen = await office.admin.ask(parents(15))
    assert seen == {"organization": {"teams": {"nodes": []}}}
    sixty = "{" + " ".join(f"a{each}: __typename" for each in range(60)) + "}"
    assert len(await office.admin.ask(sixty)) == 60


async def test_fragments_that_spread_each_other_many_times_cost_no_time(office: Office) -> None:
    """Walked path by path, these are a million million visits."""
    assert await office.admin.ask(spreading(2, 40)) == {"__typename": "Query"}


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
async def test_letters_that_cannot_be_looked_for(filled: Filled, text: str) -> None:
    by_key = "query ($key: String!) { organization { cycle(key: $key) { id } } }"
    by_cursor = "query ($after: String!) { organization { teams(after: $after) { totalCount } } }"
    admin = filled.office.admin

    for errors, path in (
        (await admin.errors(by_key, key=text), ["organization", "cycle"]),
        (await admin.errors(by_cursor, after=text), ["organization", "teams"]),
    ):
        assert [each["path"] for each in errors] == [path]
        assert errors[0]["extensions"]["code"] == "INVALID"


async def test_what_people_wrote_is_not_logged_with_their_mistakes(
    caplog: pytest.LogCaptureFixture,
) -> None:
    result = await graph().execute('mutation { addPerson(input: { nam: "Eve" }) { position } }')

    assert result.errors
    assert caplog.text == ""
