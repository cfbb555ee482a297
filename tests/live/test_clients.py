"""The clients that front ends use get every fact once, however often they are cut off."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from server.commands import Handler
from tests.entries import append, arrival, entry
from tests.graph.office import Office
from tests.live.tunnel import Tunnel, tunnel
from tests.samples import Organization

CLIENTS = Path(__file__).parent / "clients"
CUTS = int(os.environ.get("OKRLOG_TEST_CUTS", "5"))
FACTS = int(os.environ.get("OKRLOG_TEST_FACTS", "150"))
PATIENCE = 100

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (CLIENTS / "node_modules").exists(),
    reason="there is no Node, or `make test` could not install its packages",
)


@asynccontextmanager
async def following(
    client: str, address: str, token: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        "node",
        "follow.js",
        client,
        address,
        token,
        cwd=CLIENTS,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def told(process: asyncio.subprocess.Process, last: int) -> list[int]:
    """The positions that a client printed, up to the last one."""
    assert process.stdout
    positions: list[int] = []
    async with asyncio.timeout(PATIENCE):
        while not positions or positions[-1] < last:
            line = await process.stdout.readline()
            assert line, await process.wait()
            positions.append(int(line))
    return positions


async def record(organization: Organization, tunnel: Tunnel) -> None:
    """Facts, and connections that break between them."""
    cuts = 0
    for number in range(FACTS):
        await append(organization, entry(organization, arrival()))
        if number % (FACTS // (CUTS + 1)) == 0:
            cuts += await broken(tunnel)
    assert cuts >= CUTS


async def broken(tunnel: Tunnel) -> int:
    """Break a connection, as soon as there is one."""
    async with asyncio.timeout(PATIENCE):
        while not (cut := tunnel.cut()):
            await asyncio.sleep(0.01)
    return cut


@pytest.mark.parametrize("client", ["graphql-ws", "graphql-sse", "@apollo/client", "@urql/core"])
async def test_a_client_that_is_cut_off_gets_every_fact_once(
    client: str, server: str, office: Office, handler: Handler
) -> None:
    organization = Organization(handler=handler, actor=office.actor)
    async with (
        tunnel(server) as cut_off,
        following(client, cut_off.address, office.admin.token) as process,
    ):
        recording = asyncio.create_task(record(organization, cut_off))
        given_up = asyncio.create_task(process.wait())
        await asyncio.wait([recording, given_up], return_when=asyncio.FIRST_COMPLETED)
        assert not given_up.done(), "the client has given up"
        given_up.cancel()
        await recording
        last = (await organization.log())[-1]["position"]
        assert await told(process, last) == list(range(1, last + 1))
