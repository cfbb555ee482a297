"""recordCheckIn requests per second, beside a bare endpoint that calls one insert."""

import json
import random
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from server.auth import Tokens
from server.keys import signing_key
from server.log import Log
from tests.benchmarks.databases import migrated, server, settled
from tests.benchmarks.generated import FOUR_LEVELS, Organization, organization
from tests.benchmarks.processes import free_port, running
from tests.benchmarks.results import Row, against
from tests.benchmarks.rivals import plain_insert
from tests.benchmarks.serving import okrlog
from tests.benchmarks.timing import Side, compare, several
from tests.benchmarks.wire import Client, post

SECONDS = 1.5
ROUNDS = 3
CLIENTS = (1, 32)
GOALS = {32: 0.5}
PREPARED = 500
NOTE = "Two more customers signed, and the third one asked for an offer."
DOCUMENT = """
mutation Report($input: RecordCheckInInput!) {
  recordCheckIn(input: $input) { checkIn { id } position refusals { code message path } }
}"""


@dataclass(kw_only=True)
class Server:
    """Where it listens, and requests made before the clock runs."""

    port: int
    requests: Sequence[bytes]

    @asynccontextmanager
    async def side(self, clients: int) -> AsyncIterator[Side]:
        """Ready to be measured, with a connection for each client."""
        prepared = cycle(self.requests)
        async with AsyncExitStack() as stack:
            connections = [await Client.connect(self.port) for _ in range(clients)]
            for each in connections:
                stack.push_async_callback(each.close)

            async def ask(client: int) -> None:
                answer = await connections[client].ask(next(prepared))
                assert b'"refusals"' not in answer or b'"refusals":[]' in answer, answer

            yield Side(act=ask)


async def measure(scratch: Path) -> AsyncIterator[Row]:
    """Both servers run at once, each asked in its turn."""
    made, keys = organization(FOUR_LEVELS), scratch / "keys"
    with server(scratch / "http") as url:
        token = await _begun(made, url, keys)
        table = await plain_insert.installed(url)
        with okrlog(url, keys) as ours, _bare(table.url) as theirs:
            us = Server(port=ours.port, requests=mutations(made, token))
            them = Server(port=theirs, requests=_inserts(made))
            for clients in CLIENTS:
                yield await _beside(clients, us, them)


async def _begun(made: Organization, url: str, keys: Path) -> str:
    """A token of the administrator."""
    async with migrated(url) as database:
        await made.found(Log(database))
        await settled(url)
        tokens = Tokens(key=signing_key(keys, "tokens"), database=database)
        return tokens.issue(made.id, made.person_id, 3600)


async def _beside(clients: int, ours: Server, theirs: Server) -> Row:
    async with ours.side(clients) as us, theirs.side(clients) as them:
        await compare([us, them], clients, seconds=SECONDS, rounds=ROUNDS)
    return against(
        f"recordCheckIn over HTTP, {several(clients, 'client')}, beside one insert",
        "requests/s",
        us.rates,
        them.rates,
        at_least=GOALS.get(clients),
    )


@contextmanager
def _bare(url: str) -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "tests.benchmarks.rivals.bare_server", str(port)]
    with running(command, port, {"BARE_DATABASE_URL": url}):
        yield port


def mutations(made: Organization, token: str) -> list[bytes]:
    bodies = ({"query": DOCUMENT, "variables": {"input": each}} for each in _reports(made))
    header = {"Authorization": f"Bearer {token}"}
    return [post("/graphql", json.dumps(each).encode(), **header) for each in bodies]


def _inserts(made: Organization) -> list[bytes]:
    bodies = ({"organizationId": str(made.id), "report": each} for each in _reports(made))
    return [post("/record", json.dumps(each).encode()) for each in bodies]


def _reports(made: Organization) -> Iterator[dict[str, str]]:
    for _ in range(PREPARED):
        yield {
            "keyResultId": str(random.choice(made.reported).key_result_id),
            "value": str(random.randrange(100)),
            "confidence": "0.7",
            "note": NOTE,
        }
