"""A real server per worker, reached over HTTP, and an organization of one's own per test."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from server.auth import Tokens
from server.commands import Actor, Handler
from server.database import Database
from server.keys import signing_key
from server.okr.organizations import CreateOrganization
from tests.graph.client import Client
from tests.graph.office import Office

ROOT = Path(__file__).parents[2]
STARTED_WITHIN = 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def keys_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(scope="session")
def server(database_url: str, keys_dir: Path) -> Iterator[str]:
    """The address of `okrlog serve` on the worker's database."""
    port = free_port()
    environment = os.environ | {
        "OKRLOG_DATABASE_URL": database_url,
        "OKRLOG_KEYS_DIR": str(keys_dir),
        "OKRLOG_PORT": str(port),
    }
    process = subprocess.Popen([sys.executable, "-m", "server", "serve"], cwd=ROOT, env=environment)
    try:
        address = f"http://127.0.0.1:{port}"
        _until_ready(address, process)
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def _until_ready(address: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended before it was ready"
        try:
            if httpx.get(f"{address}/health/ready").status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the server was not ready in time")


@pytest.fixture(scope="session")
async def http(server: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=server, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def tokens(database: Database, keys_dir: Path, server: str) -> Tokens:
    """Issues what the running server accepts: both use the same key file."""
    assert server
    return Tokens(key=signing_key(keys_dir, "tokens"), database=database)


@pytest.fixture
async def office(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Office:
    """A new organization with its administrator, and ways to fill it through the graph."""
    return await an_office(http, tokens, handler)


@pytest.fixture
async def other_office(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Office:
    """Another organization on the same server."""
    return await an_office(http, tokens, handler)


async def an_office(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Office:
    """Begin an organization and give its administrator a token."""
    actor = await handler.create_organization(
        CreateOrganization(name="Office", administrator_name="Ada", time_zone="Europe/Zurich")
    )
    return Office(http=http, tokens=tokens, actor=actor, admin=client_of(http, tokens, actor))


def client_of(http: httpx.AsyncClient, tokens: Tokens, actor: Actor) -> Client:
    """A person's way to the server."""
    token = tokens.issue(actor.organization_id, actor.id, 3600)
    return Client(http=http, token=token, person_id=actor.id)
