"""A PostgreSQL server that takes connections and says nothing keeps nobody waiting but its own."""

import asyncio
import itertools
import json
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server import tenants
from server.audit.delivery import Parcel
from server.audit.issuing import Issuer
from server.audit.notes import Signer
from server.audit.rounds import Rounds
from server.commands import Handler
from server.database import Database
from server.log import Log
from server.losses import DatabaseUnavailable
from server.migrate import connect, owner_of
from server.pools import Pools
from server.settings import Settings
from server.shards import SILENT
from tests.conftest import Clone
from tests.samples import Organization

ADOPTED = "lock table log.state_version in access exclusive mode"


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Takes connections, and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield listener


@pytest.fixture
def silent(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where nobody ever answers, which is noticed soon."""
    monkeypatch.setattr(tenants, "CONNECT_SECONDS", 0.5)
    return f"postgresql://nobody@127.0.0.1:{listener.getsockname()[1]}/nothing"


@pytest.fixture
async def home(clone: Clone) -> AsyncIterator[str]:
    async with clone() as url:
        yield url


def directory(file: Path, servers: dict[str, str], organizations: dict[UUID, str]) -> Settings:
    """Settings with servers, and who is there."""
    said = {
        "servers": {name: {"database_url": url} for name, url in servers.items()},
        "organizations": {str(each): name for each, name in organizations.items()},
    }
    file.write_text(json.dumps(said))
    return Settings(directory=file)


async def test_all_but_the_silent_one_are_asked_and_once_it_is_known_nobody_waits_for_it(
    home: str, silent: str, tmp_path: Path
) -> None:
    async with Database(directory(tmp_path / "file", {"far": silent}, {}), home) as database:
        acme = await Organization.begin(Handler(database=database, log=Log(database)))
        for why in ("cannot be reached", SILENT):
            heads = database.all_over("heads")
            assert (await anext(heads))["org_id"] == acme.id
            with pytest.raises(DatabaseUnavailable, match=why):
                await anext(heads)


def taken(listener: socket.socket) -> int:
    """How many have come since that was asked last."""
    for number in itertools.count():
        try:
            listener.accept()[0].close()
        except BlockingIOError:
            return number
    raise AssertionError


async def test_requests_look_for_a_silent_server_together(
    home: str, listener: socket.socket, silent: str, tmp_path: Path
) -> None:
    lost = uuid4()
    async with Database(
        directory(tmp_path / "file", {"far": silent}, {lost: "far"}), home
    ) as database:
        before = taken(listener)
        asked = (database.fetch(lost, "head") for _ in range(5))
        answers = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(each) for each in answers] == [DatabaseUnavailable] * 5
    assert (before, taken(listener)) == (1, 1)


async def test_who_is_well_is_signed_and_given_away_whatever_is_wrong_with_others(
    home: str, clone: Clone, silent: str, tmp_path: Path
) -> None:
    async with Database(Settings(), home) as database:
        handler = Handler(database=database, log=Log(database))
        begun = [(await Organization.begin(handler)).id for _ in range(3)]
    given: set[str] = set()

    async def carry(parcel: Parcel) -> None:
        given.add(parcel.checkpoint.organization)

    async with clone() as far:
        servers = {"far": far, "silent": silent}
        async with owner_of(home) as owner:
            first = await owner.fetchval("select org_id from log.unsigned(60, 2) limit 1")
        settings = directory(tmp_path / "file", servers, {first: "far"})
        async with Database(settings, home) as database:
            signer = Signer(name="okrlog.example", key=Ed25519PrivateKey.generate())
            issuer = Issuer(database=database, signer=signer)
            await Rounds(issuer=issuer, carriers=[carry], seconds=60, facts=2).once()
    assert given == {str(each) for each in begun if each != first}


async def test_a_database_that_is_silent_behind_an_open_connection_is_let_go_of(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tenants, "CONNECT_SECONDS", 0.5)
    holder = await asyncpg.connect(home)
    try:
        await holder.execute("begin")
        await holder.execute(ADOPTED)
        async with asyncio.timeout(20):
            with pytest.raises(DatabaseUnavailable):
                await Pools(home, pooled=False, watched=False).newest()
    finally:
        await holder.close()
    connection = await connect(home)
    await connection.close()
