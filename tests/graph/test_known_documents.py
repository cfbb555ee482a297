"""Documents that are known in advance are answered by their ids, of servers that are told so."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.documents import ALONE, UNKNOWN
from tests.graph.office import Office
from tests.graph.test_bad_input import nothing_written
from tests.serving import running

NODE = "query ($id: ID!) { node(id: $id) { id } }\n"
ADD = 'mutation { addPerson(input: { name: "Zoë" }) { person { name } } }'
OTHER = "{ __typename }"
NOBODY = f"sha256:{'0' * 64}"


def known_as(text: str) -> str:
    return f"sha256:{sha256(text.encode()).hexdigest()}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "below").mkdir()
    (folder / "node.graphql").write_text(NODE)
    (folder / "below" / "add.graphql").write_text(ADD)
    (folder / "other.txt").write_text(OTHER)
    return folder


@pytest.fixture(scope="module", params=["hybrid", "only"])
def address(
    request: pytest.FixtureRequest, database_url: str, keys_dir: Path, folder: Path
) -> Iterator[str]:
    """A server that knows the documents of a folder."""
    with running(database_url, keys_dir, documents=request.param, documents_dir=folder) as address:
        yield address


@pytest.fixture
def alone(request: pytest.FixtureRequest, address: str) -> bool:
    """Whether no others are answered."""
    assert address
    return bool(request.node.callspec.params["address"] == "only")


async def said(
    office: Office, address: str, method: str = "POST", **said: Any
) -> tuple[int, dict[str, Any]]:
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    async with httpx.AsyncClient(base_url=address, headers=headers) as http:
        if method == "GET":
            answer = await http.get("/graphql", params=said)
        else:
            answer = await http.post("/graphql", json=said)
    return answer.status_code, answer.json()


def code(answer: dict[str, Any]) -> str:
    (error,) = answer.pop("errors")
    assert answer == {}
    return str(error["extensions"]["code"])


async def test_a_known_document_is_answered_by_its_id(office: Office, address: str) -> None:
    team = await office.team()
    expected = 200, {"data": {"node": {"id": team}}}

    by_post = await said(office, address, documentId=known_as(NODE), variables={"id": team})
    by_get = await said(
        office, address, "GET", documentId=known_as(NODE), variables=f'{{"id": "{team}"}}'
    )

    assert by_post == by_get == expected


async def test_a_known_mutation_is_carried_out_by_post_alone(office: Office, address: str) -> None:
    async with nothing_written(office):
        status, answer = await said(office, address, "GET", documentId=known_as(ADD))
    assert (status, code(answer)) == (405, "INVALID")
    assert await said(office, address, documentId=known_as(ADD)) == (
        200,
        {"data": {"addPerson": {"person": {"name": "Zoë"}}}},
    )


@pytest.mark.parametrize("name", [NOBODY, "nonsense", known_as(OTHER), known_as(NODE)[7:]])
async def test_what_is_not_known_is_said_so(office: Office, address: str, name: str) -> None:
    for method in ("GET", "POST"):
        status, answer = await said(office, address, method, documentId=name)
        assert (status, code(answer)) == (422, UNKNOWN)


async def test_a_document_is_said_in_one_way(office: Office, address: str) -> None:
    both = {"documentId": known_as(NODE), "query": NODE}
    status, answer = await said(office, address, **both)
    assert (status, code(answer)) == (422, "INVALID")


async def test_others_are_answered_beside_them_or_not(
    office: Office, address: str, alone: bool
) -> None:
    status, answer = await said(office, address, query=OTHER)
    if alone:
        assert (status, code(answer)) == (422, ALONE)
    else:
        assert (status, answer) == (200, {"data": {"__typename": "Query"}})
    team = await office.team()
    status, _ = await said(office, address, query=NODE, variables={"id": team})
    assert status == httpx.codes.OK


async def test_a_server_that_was_told_of_none_knows_none(office: Office, server: str) -> None:
    status, answer = await said(office, server, documentId=known_as(NODE))
    assert (status, code(answer)) == (422, UNKNOWN)
