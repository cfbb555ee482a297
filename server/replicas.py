"""Reads from streaming replicas: only where they have come as far as whoever asks has seen."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import asyncpg
import structlog
from starlette.requests import Request

from server.auth import Bearer, Tokens
from server.database import Database, reading_from
from server.losses import DatabaseUnavailable, TookTooLong
from server.media import takes_stream
from server.settings import Settings
from server.shards import ANSWER_SECONDS, Replica
from server.told import NotAnswered

log = structlog.get_logger()

HEADER = "okrlog-min-position"
LARGEST = 1 << 63
LOOK_SECONDS = 0.01


class Replicas:
    """The replicas of each server of a database, which take turns."""

    def __init__(self, settings: Settings, database: Database, tokens: Tokens) -> None:
        self._database = database
        self._tokens = tokens
        self._wait = settings.replica_wait / 1000
        self._turns = itertools.count()

    @asynccontextmanager
    async def near(self, bearer: Bearer, position: int | None) -> AsyncIterator[None]:
        """Let what is read be read from a replica that has come so far; else from the primary.

        Who names no position wants to know what is true now, which only the primary knows. It
        also says whether the token is still good: raises Unauthenticated.
        """
        if position is None or not (
            replicas := await self._database.replicas(bearer.organization_id)
        ):
            yield
            return
        await self._tokens.known(bearer)
        found = await self._that_has(replicas, bearer.organization_id, position)
        with reading_from(found.pools if found else None):
            yield

    @asynccontextmanager
    async def asked_by(self, request: Request, bearer: Bearer) -> AsyncIterator[None]:
        """The same for a request by GET, with which nothing is written.

        What is followed is told by the log itself.
        """
        asks = request.method == "GET" and not takes_stream(request.headers.get("accept"))
        async with self.near(bearer, least_position(request) if asks else None):
            yield

    async def _that_has(
        self, replicas: list[Replica], organization_id: UUID, position: int
    ) -> Replica | None:
        """The first, in turn, that has come so far; it is waited for, but not for long."""
        turn = next(self._turns) % len(replicas)
        deadline = time.monotonic() + self._wait
        while True:
            for each in replicas[turn:] + replicas[:turn]:
                if not each.rests and await self._has(each, organization_id, position):
                    return each
            if time.monotonic() >= deadline or all(each.rests for each in replicas):
                return None
            await asyncio.sleep(LOOK_SECONDS)

    async def _has(self, replica: Replica, organization_id: UUID, position: int) -> bool:
        with reading_from(replica.pools):
            look = asyncio.create_task(self._database.fetch_row(organization_id, "head"))
        look.add_done_callback(_heard)
        # A pooler keeps whoever asks waiting for a server that is gone, and lets nobody go.
        await asyncio.wait([look], timeout=ANSWER_SECONDS)
        if not look.done():
            replica.let_be(look)
            log.warning("a replica does not answer", cause="it keeps us waiting")
            return False
        try:
            head = look.result()
        except (DatabaseUnavailable, TookTooLong, asyncpg.PostgresError) as error:
            log.warning("a replica does not answer", cause=type(error).__name__)
            replica.let_be()
            return False
        return head is not None and head["position"] >= position


def _heard(look: "asyncio.Task[asyncpg.Record | None]") -> None:
    """Whoever asked may have gone, and wants to know nothing any more."""
    if not look.cancelled():
        look.exception()


def least_position(request: Request) -> int | None:
    """How far a replica has to be to answer; raises NotAnswered where that is no position."""
    said = request.headers.get(HEADER)
    if said is None:
        return None
    if not (said.isascii() and said.isdigit() and len(said) < len(str(LARGEST))):
        raise NotAnswered(400, f"{HEADER}: name a position, such as that of a mutation.")
    return int(said)
