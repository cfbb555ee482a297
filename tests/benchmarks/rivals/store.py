"""Another way to write a message; the bytes are those that our log keeps of a check-in."""

import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle
from uuid import UUID

import asyncpg

from server.facts import seal
from tests.benchmarks.generated import Organization, check_in
from tests.benchmarks.timing import Side

PREPARED = 2_000


@dataclass(kw_only=True)
class Message:
    """A fact as a store without any knowledge of it takes it."""

    organization_id: UUID
    stream_id: UUID
    type: str
    body: str


@dataclass(kw_only=True)
class Store:
    """Where it is written to, and how."""

    name: str
    url: str
    write: Callable[[asyncpg.Connection, Message], Awaitable[None]]
    settings: dict[str, str] = field(default_factory=dict)

    @asynccontextmanager
    async def side(
        self, organizations: Sequence[Organization], writers: int
    ) -> AsyncIterator[Side]:
        """Ready to be measured: a connection for each writer, and messages made beforehand."""
        prepared = cycle([_message(random.choice(organizations)) for _ in range(PREPARED)])
        async with AsyncExitStack() as stack:
            connections = []
            for _ in range(writers):
                connection = await asyncpg.connect(self.url, server_settings=self.settings)
                stack.push_async_callback(connection.close)
                connections.append(connection)
            yield Side(act=lambda writer: self.write(connections[writer], next(prepared)))


def _message(made: Organization) -> Message:
    about = random.choice(made.reported)
    sealed = seal(check_in(about))
    return Message(
        organization_id=made.id,
        stream_id=about.key_result_id,
        type=sealed.type,
        body=sealed.body,
    )
