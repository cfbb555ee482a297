"""What is logged: lines of JSON with the id of their request, and nothing that anybody said."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from server.migrate import owner_of
from server.settings import Settings
from tests.conftest import Clone
from tests.databases import look_in
from tests.faults.processes import Serving, begun, until
from tests.live.listening import introduced

SAID = "Wilhelmina-Quackenbush"
MAIL = f"{SAID}@example.org"
ADD = "mutation ($name: String!, $mail: String) { addPerson(input: { name: $name, email: $mail })"
ADDED = f"{ADD} {{ position refusals {{ code }} }} }}"
LOOKED = f"query ($id: ID!) {{ node(id: $id) {{ id }} organization {{ name }} }} # {SAID}"
WRONG = f"{{ organization {{ {SAID.replace('-', '_')} }} }}"
OTHERS = ("/audit/events", "/audit/checkpoint", "/audit/key", "/schema.graphql", "/metrics")
ACCEPTS = {"Accept": "text/event-stream"}
UUID_OF_REQUEST = "0b7e9f9e-6f5c-4f43-9e5a-0d6f0a3c9f11"


def operations() -> Iterator[dict[str, Any]]:
    """What is said to the graph: well, wrongly, and so that the database itself objects."""
    said = {"name": SAID, "mail": MAIL}
    yield {"query": ADDED, "variables": said}
    yield {"query": ADDED, "variables": {**said, "mail": f"{SAID}\0"}}
    yield {"query": ADDED, "variables": {**said, "name": {"first": SAID}}}
    yield {"query": LOOKED, "variables": {"id": MAIL}}
    yield {"query": WRONG, "operationName": SAID}
    yield {"query": f"{{ {SAID} (("}


def say_everywhere(http: httpx.Client) -> None:
    """Through every route, well and badly."""
    for said in operations():
        http.post("/graphql", json=said)
        http.post("/graphql", json=said, headers=ACCEPTS)
        asked = {**said, "variables": json.dumps(said.get("variables"))}
        http.get("/graphql", params=asked)
        http.post("/graphql", json=said, headers={"Authorization": f"Bearer {MAIL}"})
    http.post("/graphql", content=SAID)
    for place in (
        "/audit/events",
        "/audit/checkpoint",
        "/audit/key",
        "/schema.graphql",
        "/metrics",
    ):
        http.get(place, params={"after": MAIL, "name": SAID})
    http.get(f"/audit/proof/{SAID}")
    http.get(f"/{MAIL}")
    http.options("/health/live", headers={"X-Request-ID": SAID, "User-Agent": MAIL})


async def test_nothing_that_is_said_by_any_way_is_logged(clone: Clone) -> None:
    async with clone() as url, owner_of(url) as owner:
        token = begun(database_url=url)["token"]
        await look_in(owner, 1)
        with Serving(database_url=url, log_requests=True) as serving:
            headers = {"Authorization": f"Bearer {token}"}
            with httpx.Client(base_url=serving.address, headers=headers, timeout=60) as http:
                say_everywhere(http)
                async with introduced(serving.address, token) as socket:
                    for number, said in enumerate(operations()):
                        await socket.say("subscribe", id=str(number), payload=said)
                        await socket.hear()
                # From here on what asks for this is a fault, and its cause quotes what was said.
                await owner.execute(
                    "create or replace function append(org_id uuid, commands jsonb) "
                    "returns jsonb language plpgsql as $$ begin raise exception 'no: %', $2; end $$"
                )
                say_everywhere(http)
            lines = [json.loads(line) for line in serving.said().splitlines()]
    assert {each["event"] for each in lines} >= {"serving", "answered", "fault"}
    assert SAID.lower() not in json.dumps(lines).lower()
    assert "127.0.0.1" not in json.dumps([each for each in lines if each["event"] == "answered"])


@pytest.mark.parametrize(
    ("brought", "kept"),
    [
        (UUID_OF_REQUEST, True),
        ("01ARZ3NDEKTSV4RRFFQ69G5FAV", True),
        ("4bf92f3577b34da6a3ce929d0e0e4736", True),
        (SAID, False),
        ("", False),
        ("a" * 65, False),
    ],
)
async def test_a_request_keeps_its_id_if_that_is_one(server: str, brought: str, kept: bool) -> None:
    async with httpx.AsyncClient(base_url=server) as http:
        for place in ("/health/live", "/graphql", "/nowhere"):
            told = (await http.get(place, headers={"X-Request-ID": brought})).headers
            assert (told["X-Request-ID"] == brought) == kept
            assert len(told["X-Request-ID"]) >= 8


def logged(serving: Serving) -> list[dict[str, Any]]:
    return [json.loads(line) for line in serving.said().splitlines()]


def ours(serving: Serving) -> dict[str, Any]:
    """What was logged of the request, each by what happened."""
    lines = logged(serving)
    return {each["event"]: each for each in lines if each.get("request") == UUID_OF_REQUEST}


async def test_every_line_of_a_request_has_its_id(clone: Clone) -> None:
    async with clone() as url, owner_of(url) as owner:
        token = begun(database_url=url)["token"]
        await look_in(owner, 1)
        await owner.execute("drop table teams cascade")
        with Serving(database_url=url, log_requests=True) as serving:
            async with httpx.AsyncClient(base_url=serving.address, timeout=60) as http:
                await http.post(
                    "/graphql",
                    json={"query": "{ organization { teams { nodes { name } } } }"},
                    headers={"Authorization": f"Bearer {token}", "X-Request-ID": UUID_OF_REQUEST},
                )
            # What is said of the answer is said behind it.
            until(lambda: {"fault", "answered"} <= ours(serving).keys())
            said, lines = ours(serving), logged(serving)
    assert said["fault"]["fault"].startswith(f"{UUID_OF_REQUEST}-")
    assert said["answered"]["status"] == httpx.codes.INTERNAL_SERVER_ERROR
    assert "answered" not in [each["event"] for each in lines if "request" not in each]


def test_a_secret_is_read_from_its_file_and_the_environment_stands_above_it(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"metrics_token": "of-the-file\n", "checkpoint_name": "file"}.items():
        (tmp_path / f"okrlog_{name}").write_text(value)
    for variable in ("CREDENTIALS_DIRECTORY", "OKRLOG_SECRETS_DIR"):
        monkeypatch.setenv(variable, str(tmp_path))
        found = Settings()
        assert found.metrics_token is not None
        assert found.metrics_token.get_secret_value() == "of-the-file"
        assert found.checkpoint_name == "file"
        monkeypatch.setenv("OKRLOG_CHECKPOINT_NAME", "environment")
        assert Settings().checkpoint_name == "environment"
        for each in (variable, "OKRLOG_CHECKPOINT_NAME"):
            monkeypatch.delenv(each)
