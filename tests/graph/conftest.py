"""A real server per worker, reached over HTTP, and an organization of one's own per test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from server.auth import Tokens
from server.commands import Actor, Handler
from server.database import Database
from server.keys import signing_key
from server.okr.organizations import CreateOrganization
from tests.graph.cast import Cast
from tests.graph.client import Client
from tests.graph.crowd import Crowd, gather
from tests.graph.earlier import Earlier
from tests.graph.filled import Filled, fill
from tests.graph.office import Office
from tests.graph.secret import Secret, keep
from tests.mailbox import Mailbox, opened
from tests.serving import running


@pytest.fixture(scope="session")
def keys_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(scope="session")
def server(database_url: str, keys_dir: Path) -> Iterator[str]:
    """The address of `okrlog serve` on the worker's database."""
    with running(database_url, keys_dir) as address:
        yield address


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
def mailbox() -> Iterator[Mailbox]:
    """Takes what is posted."""
    with opened() as mailbox:
        yield mailbox


@pytest.fixture
async def office(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Office:
    """A new organization with its administrator, and ways to fill it through the graph."""
    return await an_office(http, tokens, handler)


@pytest.fixture
async def other_office(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Office:
    """Another organization on the same server."""
    return await an_office(http, tokens, handler)


@pytest.fixture(scope="session")
async def filled(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Filled:
    """An organization with everything in it, for tests that only read."""
    return await fill(await an_office(http, tokens, handler))


@pytest.fixture(scope="session")
async def cast(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Cast:
    """An organization with one of everybody, for tests that leave it as it is."""
    return await Cast.gather(await an_office(http, tokens, handler))


@pytest.fixture(scope="session")
async def crowd(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Crowd:
    """An organization with long lists, for tests that only read."""
    return await gather(await an_office(http, tokens, handler))


@pytest.fixture(scope="session")
async def secret(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Secret:
    """A private objective, for tests that change nothing about it."""
    return await keep(await an_office(http, tokens, handler))


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


@pytest.fixture
async def earlier(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Earlier:
    """An organization whose clock is simulated, so that it has a past."""
    return await Earlier.begin(http, tokens, handler)
