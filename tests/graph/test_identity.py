"""Who may speak to the running server at all, and for whom."""

import time
from typing import Any
from uuid import uuid4

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, OKPKey

from tests.graph.client import Client
from tests.graph.filled import Filled
from tests.graph.office import Office

SMALLEST = "{ __typename }"


async def answered(http: httpx.AsyncClient, header: str | None, document: str) -> httpx.Response:
    headers = [] if header is None else [(b"Authorization", header.encode("latin-1"))]
    return await http.post("/graphql", json={"query": document}, headers=headers)


async def turned_away(
    http: httpx.AsyncClient, header: str | None, document: str = SMALLEST
) -> None:
    answer = await answered(http, header, document)
    assert answer.status_code == httpx.codes.UNAUTHORIZED, header
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    (error,) = answer.json().pop("errors")
    assert error["extensions"] == {"code": "UNAUTHENTICATED"}
    assert "data" not in answer.json()


def claims(office: Office, client: Client, **other: Any) -> dict[str, Any]:
    """What a person's token says, but for some of it; nothing where it is None."""
    said = jwt.decode(client.token, office.tokens.key, algorithms=["Ed25519"]).claims | other
    return {name: value for name, value in said.items() if value is not None}


def signed(
    office: Office, said: dict[str, Any], key: Any = None, algorithm: str = "Ed25519"
) -> str:
    token = jwt.encode({"alg": algorithm}, said, key or office.tokens.key, algorithms=[algorithm])
    return f"Bearer {token}"


@pytest.mark.parametrize(
    "document",
    [SMALLEST, "{ viewer { permissions } }", "{ __schema { types { name } } }", "nonsense", ""],
)
async def test_without_a_token_nothing_is_answered(http: httpx.AsyncClient, document: str) -> None:
    await turned_away(http, None, document)


async def test_without_a_token_nothing_is_read(http: httpx.AsyncClient) -> None:
    for body in (b"", b"nonsense", b"x" * 1_000_000):
        answer = await http.post("/graphql", content=body)
        assert answer.status_code == httpx.codes.UNAUTHORIZED
    assert (await http.get("/graphql")).status_code == httpx.codes.UNAUTHORIZED


async def test_without_a_token_nothing_is_done(office: Office) -> None:
    document = 'mutation { addPerson(input: { name: "Eve" }) { position } }'
    people = "{ organization { people { totalCount } } }"

    await turned_away(office.http, None, document)
    await turned_away(office.http, f"Basic {office.admin.token}", document)
    assert await office.admin.ask(people) == {"organization": {"people": {"totalCount": 1}}}


async def test_what_is_no_token_is_turned_away(office: Office) -> None:
    token = office.admin.token
    header, body, signature = token.split(".")
    for said in (
        "",
        "Bearer",
        "Bearer nonsense",
        "Bearer a.b.c",
        f"Basic {token}",
        token,
        f"Token {token}",
        f"Bearer {header}.{body}.",
        f"Bearer {header}.{body}.{'A' * len(signature)}",
        f"Bearer {header}.{body[:-4]}AAAA.{signature}",
        f"Bearer {token}x",
        f"Bearer {token},{token}",
        f"Bearer é{token}",
    ):
        await turned_away(office.http, said)


async def test_a_good_token_is_taken_however_its_scheme_is_written(office: Office) -> None:
    for scheme in ("Bearer", "bearer", "BEARER"):
        answer = await answered(office.http, f"{scheme} {office.admin.token}", SMALLEST)
        assert answer.json() == {"data": {"__typename": "Query"}}


async def test_a_token_of_another_server_is_turned_away(office: Office) -> None:
    said = claims(office, office.admin)
    shared = OctKey.import_key("a secret that everybody knows, long enough to be one")

    await turned_away(office.http, signed(office, said, OKPKey.generate_key("Ed25519")))
    await turned_away(office.http, signed(office, said, shared, "HS256"))


SAID_OTHERWISE: dict[str, dict[str, Any]] = {
    "expired": {"exp": int(time.time()) - 1},
    "without an end": {"exp": None},
    "ends at no time": {"exp": "tomorrow"},
    "not valid yet": {"nbf": int(time.time()) + 3600},
    "of another issuer": {"iss": "somebody"},
    "of no issuer": {"iss": None},
    "of nobody": {"sub": None},
    "of no id": {"sub": "nonsense"},
    "of a number": {"sub": 5},
    "of somebody unknown": {"sub": str(uuid4())},
    "of nowhere": {"org": None},
    "of an unknown organization": {"org": str(uuid4())},
    "without an id": {"jti": None},
    "with an empty id": {"jti": ""},
}


@pytest.mark.parametrize("otherwise", SAID_OTHERWISE.values(), ids=SAID_OTHERWISE)
async def test_a_token_says_for_whom_it_speaks_and_until_when(
    office: Office, otherwise: dict[str, Any]
) -> None:
    await turned_away(office.http, signed(office, claims(office, office.admin, **otherwise)))


async def test_a_person_of_one_organization_does_not_speak_in_another(
    office: Office, other_office: Office
) -> None:
    elsewhere = str(other_office.actor.organization_id)

    await turned_away(office.http, signed(office, claims(office, office.admin, org=elsewhere)))


async def test_who_has_left_is_turned_away(office: Office) -> None:
    bob = await office.person()
    assert await bob.ask(SMALLEST) == {"__typename": "Query"}

    await office.admin.do("deactivatePerson", "person { id }", personId=str(bob.person_id))

    await turned_away(office.http, f"Bearer {bob.token}")


async def test_a_revoked_token_is_turned_away(office: Office) -> None:
    bob = await office.person()
    await office.admin.do(
        "revokeToken",
        "person { id }",
        personId=str(bob.person_id),
        tokenId=claims(office, bob)["jti"],
    )

    await turned_away(office.http, f"Bearer {bob.token}")


async def test_a_permission_taken_away_is_gone_at_once(office: Office) -> None:
    bob, administer = await office.person(), {"permission": "ADMINISTER"}
    about = {"personId": str(bob.person_id)} | administer

    await office.admin.do("grantPermission", "person { id }", **about)
    await bob.do("addPerson", "person { id }", name="Eve")
    await office.admin.do("revokePermission", "person { id }", **about)
    assert await bob.refused("addPerson", "person", name="Eve") == [("NOT_ALLOWED", "")]


async def test_health_and_the_schema_need_no_token(http: httpx.AsyncClient) -> None:
    for path in ("/health/live", "/health/ready"):
        assert (await http.get(path)).status_code == httpx.codes.OK
    schema = await http.get("/schema.graphql")
    assert schema.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "type Query {" in schema.text


async def test_an_administrator_sees_no_organization_but_their_own(
    filled: Filled, other_office: Office
) -> None:
    document = """{ organization { id people { totalCount } teams { totalCount }
      cycles { totalCount } objectives { totalCount } } }"""

    assert (await other_office.admin.ask(document))["organization"] == {
        "id": str(other_office.actor.organization_id),
        "people": {"totalCount": 1},
        "teams": {"totalCount": 0},
        "cycles": {"totalCount": 0},
        "objectives": {"totalCount": 0},
    }
