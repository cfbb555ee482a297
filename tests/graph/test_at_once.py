"""A document that was answered before is answered in one statement with who asks."""

import json
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import pytest
from graphql import parse
from joserfc import jwt
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message

from schema.declared import core_of
from schema.graph import graph
from schema.node import VIEWS
from server.at_once import AtOnce, Heard
from server.auth import Unauthenticated
from server.database import Database
from server.documents import Documents
from server.pools import TENSES
from server.reads.answers import Answers
from server.replicas import Replicas
from server.settings import DocumentMode, Settings
from tests.graph.client import Client
from tests.graph.office import Office

NAMES = """query Names($first: Int, $state: ObjectiveState) {
  viewer { permissions person { name } }
  organization { position objectives(first: $first, filter: {state: $state}) { nodes { title } } }
}"""
THEN = """query Then($asOf: AsOf) {
  organization(asOf: $asOf) { position objectives { nodes { title accountable { name } } } } }"""
TREE = 5_000
LONG = {
    "of several moments": "{ organization(asOf: {position: 1}) { name } viewer { permissions } }",
    "of the future": "{ organization(asOf: {position: 99}) { name } }",
    "of a day then": """{ organization(asOf: {position: 2}) {
      cycles { nodes { keyResultsPastDue { totalCount } } } } }""",
    "of a day": "{ organization { cycles { nodes { keyResultsPastDue { totalCount } } } } }",
    "of the schema": "{ __schema { queryType { name } } }",
    "a command": 'mutation { addPerson(input: { name: "Zoë" }) { position } }',
    "a tree": "{ organization { objectives(first: 1000) { nodes { keyResults { id } } } } }",
    "badly said": "{ organization { objectives(first: -1) { totalCount } } }",
    "with what cannot be looked for": '{ organization { cycle(key: "\\u0000") { id } } }',
    "several": "query A { organization { name } } query B { organization { position } }",
}


def short(office: Office, database: Database, *documents: str) -> AtOnce:
    """The short way of a server that answered some documents before."""
    schema = core_of(graph())
    answers = Answers(schema=schema, views=VIEWS, database=database, limit=10**6, tree=TREE)
    for each in documents:
        answers.know(each, parse(each))
    known = Documents(mode=DocumentMode.OFF)
    return AtOnce(
        tokens=office.tokens,
        answers=answers,
        documents=known,
        edition="",
        replicas=Replicas(Settings(), database, office.tokens),
    )


async def nothing() -> Message:
    """The body of a GET."""
    raise AssertionError


async def asked(
    at_once: AtOnce,
    client: Client,
    document: str,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> Response | None:
    """What the short way answers to a POST."""
    said = {"Content-Type": "application/json", "Authorization": f"Bearer {client.token}"}
    said |= headers or {}
    body = json.dumps({"query": document} | more).encode()
    messages = [{"type": "http.request", "body": body[:9], "more_body": True}]
    messages.append({"type": "http.request", "body": body[9:]})

    async def receive() -> Message:
        return messages.pop(0)

    heard = Heard(receive=receive)
    sent = [(name.lower().encode(), value.encode()) for name, value in said.items()]
    request = Request({"type": "http", "method": "POST", "headers": sent})
    answer = await at_once.answer(request, heard)
    if answer is None:
        assert b"".join([(await heard())["body"], (await heard())["body"]]) == body
    return answer


async def test_it_answers_what_the_long_way_answers(office: Office, database: Database) -> None:
    await office.objective(await office.cycle(), title="Über uns")
    for variables in ({}, {"first": 1}, {"first": 1, "state": "DRAFT"}, {"state": None}):
        at_once = short(office, database, NAMES)
        answer = await asked(at_once, office.admin, NAMES, variables=variables)
        expected = await office.admin.post(NAMES, variables)

        assert answer is not None
        assert answer.body == expected.content
        kinds = [each.headers["Content-Type"] for each in (answer, expected)]
        assert kinds == ["application/json"] * 2
        assert answer.headers["Vary"] == expected.headers["Vary"]


async def test_who_says_the_same_is_answered_for_themselves(
    office: Office, database: Database
) -> None:
    at_once = short(office, database, NAMES)
    people = [office.admin, await office.person("Bob"), await office.person("Carol")]
    for client in people + people:
        for variables in ({"first": 1}, {"first": True}, {"first": 2}):
            answer = await asked(at_once, client, NAMES, variables=variables)
            expected = await client.post(NAMES, variables)
            assert (answer.body if answer else None) == (
                None if variables["first"] is True else expected.content
            )


async def test_the_past_is_answered_too(office: Office, database: Database) -> None:
    """By place and by time, before the first fact, and what has been private since."""
    objective = await office.objective(await office.cycle(started=False), title="Über uns")
    bob, at_once = await office.person("Bob"), short(office, database, THEN)
    now = (await office.admin.ask("{ organization { position recordedAt } }"))["organization"]
    then = [{"position": now["position"]}, {"time": now["recordedAt"]}]
    for said in ({"title": "Später"}, {"visibility": "PRIVATE"}):
        await office.admin.do("editObjective", "objective { id }", objectiveId=objective, **said)
        for client in (office.admin, bob):
            for moment in (*then, {"position": 0}, None):
                answer = await asked(at_once, client, THEN, variables={"asOf": moment})
                expected = await client.post(THEN, {"asOf": moment})
                sees = moment in then and (client is office.admin or "title" in said)

                assert answer is not None
                assert answer.body == expected.content
                assert ("Über uns" in expected.text) == sees


async def test_who_has_an_answer_is_told_so_and_others_are_answered(
    office: Office, database: Database
) -> None:
    at_once = short(office, database, NAMES)

    async def got(**more: str) -> Response:
        said = {"authorization": f"Bearer {office.admin.token}"} | more
        headers = [(name.encode(), value.encode()) for name, value in said.items()]
        query = urlencode({"query": NAMES}).encode()
        scope = {"type": "http", "method": "GET", "headers": headers, "query_string": query}
        answer = await at_once.answer(Request(scope), Heard(receive=nothing))
        assert answer is not None
        return answer

    first = await got()
    tag = first.headers["ETag"]
    again = await got(**{"if-none-match": tag})
    assert (again.status_code, again.headers["ETag"]) == (httpx.codes.NOT_MODIFIED, tag)

    await office.person()
    later = await got(**{"if-none-match": tag})
    assert (later.status_code, later.headers["ETag"] != tag) == (httpx.codes.OK, True)


async def over_http(office: Office, method: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    if method == "GET":
        return await office.http.get("/graphql", params={"query": NAMES}, headers=headers)
    return await office.http.post("/graphql", json={"query": NAMES}, headers=headers)


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_whichever_way_an_answer_takes_it_is_the_same(office: Office, method: str) -> None:
    """The running server knows the document from its first answer on."""
    first, again = [await over_http(office, method) for _ in range(2)]

    assert (again.content, again.status_code) == (first.content, httpx.codes.OK)
    for name in ("Content-Type", "Vary", "ETag", "Cache-Control"):
        assert again.headers.get(name) == first.headers.get(name)

    await office.person()
    later = await over_http(office, method)
    assert later.json() != first.json()
    assert later.headers.get("ETag") != first.headers.get("ETag") or method == "POST"


@pytest.mark.parametrize("document", LONG.values(), ids=LONG.keys())
async def test_whatever_is_not_simple_goes_the_long_way(
    office: Office, database: Database, document: str
) -> None:
    await office.cycle()
    at_once = short(office, database, document, NAMES)

    assert await asked(at_once, office.admin, document) is None
    assert await asked(at_once, office.admin, NAMES) is not None


@pytest.mark.parametrize(
    ("headers", "more"),
    [
        ({"Accept": "text/html"}, {}),
        ({"Content-Type": "text/plain"}, {}),
        ({}, {"extensions": {"cost": True}}),
        ({}, {"operationName": "Other"}),
        ({}, {"variables": {"first": "x"}}),
        ({}, {"variables": []}),
    ],
)
async def test_nor_does_what_is_asked_for_in_another_way(
    office: Office, database: Database, headers: dict[str, str], more: dict[str, Any]
) -> None:
    at_once = short(office, database, NAMES)

    assert await asked(at_once, office.admin, NAMES, headers, **more) is None
    assert await asked(at_once, office.admin, NAMES.replace("Names", "Others")) is None


async def test_nobody_is_answered_whose_token_is_none_any_more(
    office: Office, database: Database
) -> None:
    at_once, bob = short(office, database, NAMES), await office.person()
    carol = await office.person()
    assert await asked(at_once, bob, NAMES) is not None
    claims = jwt.decode(bob.token, office.tokens.key, algorithms=["Ed25519"]).claims
    person = {"personId": str(bob.person_id)}

    await office.admin.do("revokeToken", "person { id }", **person, tokenId=claims["jti"])
    assert await asked(at_once, bob, NAMES) is None
    with pytest.raises(Unauthenticated):
        await asked(at_once, Client(http=bob.http, token="x", person_id=uuid4()), NAMES)

    assert await asked(at_once, carol, NAMES) is not None
    left = str(carol.person_id)
    await office.admin.do("deactivatePerson", "person { id }", personId=left)
    assert await asked(at_once, carol, NAMES) is None
    assert (await carol.post(NAMES)).status_code == httpx.codes.UNAUTHORIZED


async def test_permissions_are_those_that_the_log_knows(office: Office, database: Database) -> None:
    at_once, bob = short(office, database, NAMES), await office.person()

    async def permissions() -> list[str]:
        answer = await asked(at_once, bob, NAMES)
        assert answer is not None
        found: list[str] = json.loads(bytes(answer.body))["data"]["viewer"]["permissions"]
        return found

    before = await permissions()
    person = str(bob.person_id)
    given = {"personId": person, "permission": "AUDIT"}
    await office.admin.do("grantPermission", "person { id }", **given)

    assert await permissions() == [*before, "AUDIT"]


@pytest.mark.parametrize("elsewhere", [0, 99])
async def test_what_a_state_says_that_is_left_is_of_no_use(
    office: Office, database: Database, elsewhere: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The organization was swapped to another version of the state, and the old one may be gone."""
    at_once = short(office, database, NAMES)
    home = database._shards.home
    version = home.version(office.actor.organization_id)
    monkeypatch.setitem(home.versions, office.actor.organization_id, version + elsewhere)
    found = await asked(at_once, office.admin, NAMES)

    assert (found is None) == bool(elsewhere)


@pytest.mark.parametrize("other", [0, 1])
async def test_nor_is_what_was_asked_before_a_swap_was_noticed(
    office: Office, database: Database, other: int
) -> None:
    organization_id = office.actor.organization_id
    version = database._shards.home.version(organization_id) + other
    text = f"select {version} as state_version where $1::uuid is not null"

    for tense in TENSES:
        found = await database.fetch_at_once(organization_id, tense, text)
        assert (found is None) == bool(other)
