"""Connections as requests have them: for one organization at a time, and with bounded patience."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import asyncpg

from server.losses import loss_is_told
from server.queries import query

CONNECT_SECONDS = 4
GRACE_SECONDS = 2
"""What a statement's end may need to reach us, after the database has given the statement up."""


class Tenant(asyncpg.Connection):
    """A connection that sees the rows of one organization, and of no other, at a time.

    PostgreSQL gives a statement up by itself. Where it is silent for longer it was cut off from us,
    is stopped, or waits for its disk; then the connection is let go of. It is not asked to cancel:
    that could be as silent, and would show a commit to others before it is safe.
    """

    patience: float
    _served: UUID | None = None
    _alarm: asyncio.TimerHandle | None = None

    async def serve(self, organization_id: UUID | None) -> None:
        """See that one's rows from now on; of several requests for the same the first says so."""
        if self._served != organization_id:
            self._served = None
            await self.fetchval(query("serve"), str(organization_id or ""))
            self._served = organization_id

    @property
    def prepared(self) -> int:
        """How many statements it keeps prepared."""
        # The driver has no public word for it.
        return 0 if self.is_closed() else len(self._stmt_cache)  # type: ignore[attr-defined]

    async def execute(self, *asked: Any, **more: Any) -> Any:
        """As the driver does, for as long as there is patience."""
        with self._waited_for():
            return await super().execute(*asked, **more)

    async def fetch(self, *asked: Any, **more: Any) -> Any:
        """As the driver does, for as long as there is patience."""
        with self._waited_for():
            return await super().fetch(*asked, **more)

    async def fetchval(self, *asked: Any, **more: Any) -> Any:
        """As the driver does, for as long as there is patience."""
        with self._waited_for():
            return await super().fetchval(*asked, **more)

    @contextmanager
    def _waited_for(self) -> Iterator[None]:
        self._calm()
        self._alarm = asyncio.get_running_loop().call_later(self.patience, self.terminate)
        try:
            yield
        except asyncio.CancelledError:
            # The driver goes on waiting, and with it the pool: the alarm stays.
            raise
        except BaseException:
            self._calm()
            raise
        self._calm()

    def _calm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()


async def connected(dsn: str | None = None, **settings: Any) -> asyncpg.Connection:
    """A new connection, soon or not at all; raises DatabaseUnavailable."""
    with loss_is_told():
        return await asyncpg.connect(dsn, timeout=CONNECT_SECONDS, **settings)


@contextmanager
def answering(connection: asyncpg.Connection) -> Iterator[None]:
    """What a new connection is asked first; it is let go of, too, where all of it takes too long.

    A pooler takes connections while the database behind it is silent.
    """
    alarm = asyncio.get_running_loop().call_later(CONNECT_SECONDS, connection.terminate)
    try:
        with loss_is_told(connection):
            yield
    finally:
        alarm.cancel()
