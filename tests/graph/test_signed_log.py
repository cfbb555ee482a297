"""Every member can take away how far the log is signed, and prove from it what they know of."""

import httpx
import pytest

from server.audit.checking import check
from server.audit.notes import Verifier
from tests.graph.client import Client
from tests.graph.office import Office


async def got(client: Client, address: str) -> httpx.Response:
    return await client.http.get(address, headers={"Authorization": f"Bearer {client.token}"})


async def key_of(office: Office) -> Verifier:
    return Verifier.said((await office.http.get("/audit/key")).text)


async def test_a_checkpoint_and_its_proofs_are_had_over_http(office: Office) -> None:
    earlier = await got(office.admin, "/audit/checkpoint")
    await office.admin.do("addPerson", "person { id }", name="Ann")
    proof = await got(office.admin, "/audit/growth/3")
    fact = await got(office.admin, "/audit/proof/4")

    assert earlier.headers["content-type"] == "text/plain; charset=utf-8"
    told = check(proof.content.splitlines(keepends=True), [earlier.text], [], await key_of(office))
    assert told.good == ["The log of position 4 begins with that of position 3."]
    assert fact.text.startswith("c2sp.org/tlog-proof@v1\nindex 3\n")


async def test_a_checkpoint_is_of_the_organization_of_whoever_asks(
    office: Office, other_office: Office
) -> None:
    for each in (office, other_office):
        note = (await got(each.admin, "/audit/checkpoint")).text
        assert note.startswith(f"okrlog/{each.actor.organization_id}/1\n3\n")


@pytest.mark.parametrize("address", ["checkpoint", "proof/1", "growth/1"])
async def test_who_has_no_token_is_told_nothing(office: Office, address: str) -> None:
    answer = await office.http.get(f"/audit/{address}")
    assert answer.status_code == 401
    assert answer.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}


@pytest.mark.parametrize(
    ("address", "status", "code", "told"),
    [
        ("proof/99", 404, "NOT_FOUND", "The log ends at position 3."),
        ("growth/99", 404, "NOT_FOUND", "The log ends at position 3."),
        ("proof/0", 400, "INVALID", "Say a position from 1 on."),
        (f"proof/{1 << 70}", 400, "INVALID", "Say a position from 1 on."),
    ],
)
async def test_a_position_that_is_not_there_is_told(
    office: Office, address: str, status: int, code: str, told: str
) -> None:
    answer = await got(office.admin, f"/audit/{address}")
    [error] = answer.json()["errors"]
    assert (answer.status_code, error["extensions"]["code"], error["message"]) == (
        status,
        code,
        told,
    )
