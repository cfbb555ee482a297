"""What browsers may do: pages of other sites ask nothing unless they are allowed to."""

from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from tests.graph.office import Office
from tests.graph.test_bad_input import nothing_written
from tests.live.listening import PROTOCOL

ALLOWED, OTHER = "https://front.example", "https://evil.example"
ADD = '{"query": "mutation { addPerson(input: { name: \\"Eve\\" }) { position } }"}'
ASKS = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization,content-type",
}
ASKED = "/graphql?query={__typename}"
PLACES = [ASKED, "/schema.graphql", "/health/live", "/metrics", "/audit/events", "/nowhere"]
PAGES = ["/", "/graphql"]


def shared(answer: httpx.Response) -> dict[str, str]:
    """What an answer allows to pages of other sites."""
    return {name: value for name, value in answer.headers.items() if "access-control" in name}


@pytest.mark.parametrize("place", PLACES)
async def test_browsers_run_show_and_keep_nothing(http: httpx.AsyncClient, place: str) -> None:
    headers = (await http.get(place, headers={"Accept": "text/html"})).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers


@pytest.mark.parametrize("place", PAGES)
async def test_pages_run_what_is_this_servers_own_and_stand_in_no_other(
    http: httpx.AsyncClient, place: str
) -> None:
    answer = await http.get(place, headers={"Accept": "text/html"})
    allowed = answer.headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= {*allowed}
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_an_answer_that_may_be_kept_says_so_itself(office: Office) -> None:
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    answer = await office.http.get("/graphql", params={"query": "{ __typename }"}, headers=headers)
    assert answer.headers.get_list("Cache-Control") == ["private, no-cache"]


async def test_pages_of_other_sites_ask_nothing(http: httpx.AsyncClient) -> None:
    for origin in (OTHER, "null"):
        answer = await http.options("/graphql", headers=ASKS | {"Origin": origin})
        assert answer.status_code in (401, 405)
        assert shared(answer) == {}


async def test_pages_of_sites_that_are_named_may_ask(strict: str, office: Office) -> None:
    said = {"Authorization": f"Bearer {office.admin.token}", "Content-Type": "application/json"}
    async with httpx.AsyncClient(base_url=strict, timeout=60) as http:
        before = await http.options("/graphql", headers=ASKS | {"Origin": ALLOWED})
        answer = await http.post(
            "/graphql", content='{"query": "{ __typename }"}', headers=said | {"Origin": ALLOWED}
        )
        refused = await http.options("/graphql", headers=ASKS | {"Origin": OTHER})
        others = await http.post(
            "/graphql", content='{"query": "{ __typename }"}', headers=said | {"Origin": OTHER}
        )

    assert before.status_code == answer.status_code == httpx.codes.OK
    assert shared(before)["access-control-allow-origin"] == ALLOWED
    assert "Authorization" in shared(before)["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in shared(before)
    assert shared(answer)["access-control-allow-origin"] == ALLOWED
    assert "RateLimit" in shared(answer)["access-control-expose-headers"]
    assert refused.status_code == httpx.codes.BAD_REQUEST
    assert "access-control-allow-origin" not in shared(refused) | shared(others)


@pytest.mark.parametrize(
    "kind",
    [
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=a",
        "text/plain",
        "text/plain; a=application/json",
        "application/jsonp",
    ],
)
async def test_what_a_form_can_send_is_never_an_operation(office: Office, kind: str) -> None:
    headers = {"Authorization": f"Bearer {office.admin.token}", "Content-Type": kind}
    async with nothing_written(office):
        answer = await office.http.post("/graphql", content=ADD, headers=headers)
    assert answer.status_code == httpx.codes.UNSUPPORTED_MEDIA_TYPE


async def test_sockets_are_for_the_same_sites(strict: str) -> None:
    url = strict.replace("http", "ws", 1) + "/graphql"
    named: Any = ALLOWED
    async with connect(url, subprotocols=[PROTOCOL], origin=named):
        pass
    for origin in (OTHER, "null", f"{ALLOWED}.evil.example", "http://front.example"):
        other: Any = origin
        with pytest.raises(InvalidStatus) as caught:
            await connect(url, subprotocols=[PROTOCOL], origin=other)
        assert caught.value.response.status_code == httpx.codes.FORBIDDEN
