"""Views outlive a lost database, and are let go of in order when their server stops."""

import asyncio
from pathlib import Path

import httpx
import pytest

from tests.faults.processes import Serving, begun, kill_postmaster
from tests.live.listening import Socket, introduced, streamed

NAMES = "subscription { organization { people { nodes { name } } } }"
ADD = "mutation ($name: String!) { addPerson(input: { name: $name }) { position } }"


async def added(serving: Serving, token: str, name: str) -> None:
    """Say it until the database is back."""
    async with httpx.AsyncClient(base_url=serving.address, timeout=20) as http:
        headers = {"Authorization": f"Bearer {token}"}
        said = {"query": ADD, "variables": {"name": name}}
        while (
            await http.post("/graphql", json=said, headers=headers)
        ).status_code != httpx.codes.OK:
            await asyncio.sleep(0.1)


async def knows(socket: Socket, name: str) -> None:
    while name not in str(await socket.next()):
        pass


async def test_a_view_goes_on_when_the_database_was_lost(tmp_path: Path) -> None:
    token = begun(data_dir=tmp_path)["token"]
    with Serving(data_dir=tmp_path) as serving:
        async with introduced(serving.address, token) as socket:
            await socket.subscribe(NAMES)
            await socket.next()
            for name in ("First", "Second"):
                kill_postmaster(tmp_path)
                await added(serving, token, name)
                await knows(socket, name)


async def test_a_server_that_stops_lets_its_readers_come_back_elsewhere(tmp_path: Path) -> None:
    token = begun(data_dir=tmp_path)["token"]
    with Serving(data_dir=tmp_path) as serving:
        async with (
            httpx.AsyncClient(base_url=serving.address, timeout=20) as http,
            introduced(serving.address, token) as socket,
            streamed(http, token, NAMES) as events,
        ):
            await socket.subscribe(NAMES)
            await socket.next()
            await events.data()
            status, _ = await asyncio.to_thread(serving.stop)
            assert status == 0
            assert (await socket.closed())[0] == 1012
            assert list(await events.next()) == ["retry"]
            with pytest.raises(EOFError):
                await events.next()
