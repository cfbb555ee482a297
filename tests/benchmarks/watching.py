"""What a server and its PostgreSQL hold: memory, files, statements, rows left behind."""

import os
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import psutil

from tests.benchmarks.processes import Served
from tests.benchmarks.wire import Client, get

MEGABYTE = 1 << 20
TOKEN = "let-me-see"
HELD = Path(__file__).with_suffix(".sql")


@dataclass(kw_only=True)
class Held:
    """One look."""

    load: float
    memory: float
    files: int
    database_memory: float
    database_files: int
    connections: int
    prepared: float
    facts: int
    dead: float
    bytes: int


@dataclass(kw_only=True)
class Watch:
    """Looks at one server from outside, as an operator would."""

    served: Served
    postmaster: Path
    connection: asyncpg.Connection

    async def look(self) -> Held:
        """All of it now; what is prepared is a mean over the server's connections."""
        server = psutil.Process(self.served.process.pid)
        postmaster = psutil.Process(int(self.postmaster.read_text().split()[0]))
        memory, files = 0, 0
        for each in (postmaster, *postmaster.children()):
            try:
                memory += each.memory_full_info().pss
                files += each.num_fds()
            except psutil.NoSuchProcess:  # one that serves a connection can end meanwhile
                continue
        rows = await self.connection.fetchrow(HELD.read_text())
        assert rows is not None
        connections, prepared = await self._pools()
        return Held(
            load=os.getloadavg()[0],
            memory=server.memory_info().rss / MEGABYTE,
            files=server.num_fds(),
            database_memory=memory / MEGABYTE,
            database_files=files,
            connections=connections,
            prepared=prepared / max(1, connections),
            **rows,
        )

    async def _pools(self) -> tuple[int, int]:
        """Of the server's pools together: connections, and statements prepared on them."""
        client = await Client.connect(self.served.port)
        answer = await client.ask(get("/metrics", {}, Authorization=f"Bearer {TOKEN}"))
        await client.close()
        found = {"okrlog_pool_connections": 0, "okrlog_pool_prepared_statements": 0}
        for line in answer.decode().splitlines():
            name = line.partition("{")[0]
            if name in found:
                found[name] += int(float(line.rpartition(" ")[2]))
        return found["okrlog_pool_connections"], found["okrlog_pool_prepared_statements"]
