"""Two servers and their database on three hosts, between which the network loses what is sent."""

import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

import httpx
import pytest

from server import embedded_cluster
from server.embedded_cluster import account_of, let_reach, programs
from tests.faults.conftest import Home
from tests.faults.network import Network, NoNetwork
from tests.faults.processes import PATIENCE, environment, until
from tests.faults.reporters import (
    assert_kept,
    at_work,
    hired,
    some_more,
    some_outages,
)
from tests.serving import ROOT

LIMIT = 3_000
SOME = 6
BOTH_WAYS = ("to", "from")
EXCUSES = frozenset({"UNAVAILABLE", "TIMEOUT"})
"""What a server was writing when it was cut off keeps the other one waiting for five seconds."""
SERVER = ("-m", "uvicorn", "--timeout-graceful-shutdown", "5", "server.asgi:application")


@pytest.fixture
def network() -> Iterator[Network]:
    network = Network("database", "one", "two")
    try:
        with network.made():
            yield network
    except NoNetwork as error:
        pytest.skip(f"no network can be made here: {error}")


@contextmanager
def database(network: Network, home: Home) -> Iterator[str]:
    """The URL of the database of a data directory, at its host."""
    cluster, address = home.data_dir / "postgres", network.address("database")
    with (cluster / "pg_hba.conf").open("a") as rules:
        rules.write("host all all 10.0.0.0/16 trust\n")
    account = account_of(cluster)
    let_reach(account, cluster)
    process = subprocess.Popen(
        [
            *network.at("database"),
            *("setpriv", f"--reuid={account.user}", f"--regid={account.group}", "--clear-groups"),
            *(programs() / "postgres", f"-D{cluster}", f"--listen_addresses={address}"),
            "--unix_socket_directories=",
        ],
        cwd="/",
        env=embedded_cluster.environment(),
        start_new_session=True,
    )
    asked = [*network.at("one"), str(programs() / "pg_isready"), "--quiet", f"--host={address}"]
    try:
        until(lambda: subprocess.run(asked, check=False).returncode == 0)
        yield f"postgresql://postgres@{address}:5432/okrlog"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


@contextmanager
def server(network: Network, host: str, home: Home, url: str) -> Iterator[Path]:
    """The socket of a server at a host: a file, which is there whatever the network does."""
    socket = home.data_dir / f"{host}.sock"
    settings = {"database_url": url, "keys_dir": home.data_dir / "keys", "statement_timeout": LIMIT}
    process = subprocess.Popen(
        [*network.at(host), sys.executable, *SERVER, "--uds", str(socket)],
        cwd=ROOT,
        env=environment(settings),
        start_new_session=True,
    )

    def listens() -> bool:
        assert process.poll() is None
        return socket.exists()

    try:
        until(listens)
        yield socket
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture
async def pair(network: Network, home: Home) -> AsyncIterator[list[httpx.AsyncClient]]:
    """A way to each of the two servers."""
    async with AsyncExitStack() as stack:
        url = stack.enter_context(database(network, home))
        ways = []
        for host in ("one", "two"):
            socket = stack.enter_context(server(network, host, home, url))
            transport = httpx.AsyncHTTPTransport(uds=str(socket))
            http = httpx.AsyncClient(
                transport=transport, base_url="http://okrlog", timeout=PATIENCE
            )
            ways.append(await stack.enter_async_context(http))
        yield ways


async def test_who_is_cut_off_says_so_and_what_was_said_there_is_done_once(
    network: Network, home: Home, pair: list[httpx.AsyncClient]
) -> None:
    here, there = [
        await hired(http, home.told, *names, excuses=EXCUSES, pause=0.1)
        for http, names in zip(pair, ("ab", "cd"), strict=True)
    ]
    async with at_work(here + there):
        await some_more(here + there, SOME)
        with network.lost("one", "to"):  # what is said arrives, and its answers do not
            await some_outages(here, SOME)
            ready = await pair[0].get("/health/ready")
            assert ready.status_code == httpx.codes.SERVICE_UNAVAILABLE
            await some_more(there, SOME)
        await some_more(here, SOME)
        with network.lost("one", *BOTH_WAYS), network.lost("two", *BOTH_WAYS):
            await some_outages(here, SOME)
            await some_outages(there, SOME)
        await some_more(here, SOME)
        await some_more(there, SOME)
    for each in here:
        each.client.http = pair[1]  # what the one server did not tell the other one knows
    await assert_kept(here + there)
