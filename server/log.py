"""Append facts, read facts; concurrent commands of one organization share a commit."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import msgspec

from server.database import Database, Rehearsal
from server.facts import seal, stream_of, unseal
from server.losses import Busy, DatabaseUnavailable
from server.measures import APPEND_COMMANDS, APPEND_FACTS, APPEND_SECONDS
from server.observed import CURRENT, Observed, alone, carried_out_for
from server.okr.events import EventRedacted, Fact, PersonForgotten
from server.okr.now import Guard
from server.okr.pulses_now import Ballot
from server.pools import Connection
from server.queries import query

STATE_MOVED = "OK003"
NO_HEAD = asyncpg.NoDataFoundError.sqlstate
ERASING = (EventRedacted, PersonForgotten)
COMMANDS_PER_COMMIT = 50


@dataclass(kw_only=True)
class KeyUse:
    """An idempotency key with the digest of what it stands for."""

    text: str
    salt: bytes
    digest: bytes


@dataclass(kw_only=True)
class Entry:
    """One command on its way into the log."""

    id: UUID
    organization_id: UUID
    actor_id: UUID
    decided_at: int
    facts: list[Fact]
    fact_ids: list[UUID]
    guards: list[Guard] = field(default_factory=list)
    ballot: tuple[UUID, Ballot] | None = None
    key: KeyUse | None = None
    at: datetime | None = None
    begins: str | None = None
    operation: Observed | None = field(default_factory=CURRENT.get)

    def as_json(self) -> dict[str, Any]:
        """The entry as `append` takes it."""
        sealed = [seal(fact) for fact in self.facts]
        entry: dict[str, Any] = {
            "id": str(self.id),
            "actor": str(self.actor_id),
            "decided_at": self.decided_at,
            "at": self.at.isoformat() if self.at else None,
            "guards": [
                {
                    "stream": each.stream and str(each.stream),
                    "kinds": [kind.__name__ for kind in each.kinds],
                }
                for each in self.guards
            ],
            "facts": [
                {
                    "id": str(fact_id),
                    "stream": str(stream_of(fact, self.organization_id)),
                    "type": each.type,
                    "body": each.body,
                    "private": each.beside(),
                }
                for fact, fact_id, each in zip(self.facts, self.fact_ids, sealed, strict=True)
            ],
        }
        if self.ballot is not None:
            pulse_id, answers = self.ballot
            entry["ballot"] = {"pulse": str(pulse_id), "answers": msgspec.to_builtins(answers)}
        if self.key is not None:
            entry["key"] = {
                "text": self.key.text,
                "salt": self.key.salt.hex(),
                "digest": self.key.digest.hex(),
            }
        if self.begins is not None:
            entry["begins"] = self.begins
        return entry


@dataclass(kw_only=True)
class Outcome:
    """What became of an entry: appended at positions, repeated under its key, or moved."""

    status: str
    first: int = 0
    last: int = 0


class Log:
    """The one way into the log. Entries that wait for one organization go in together.

    ``committed`` is told of what has been recorded where, up to which position.
    """

    def __init__(
        self, database: Database, committed: Callable[[UUID, int], None] | None = None
    ) -> None:
        self._database = database
        self._committed = committed
        self._waiting: dict[UUID, list[tuple[Entry, asyncio.Future[Outcome]]]] = defaultdict(list)
        self._writers: dict[UUID, asyncio.Task[None]] = {}

    async def append(self, entry: Entry) -> Outcome:
        """Append one command's facts, whole or not at all."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting[entry.organization_id].append((entry, future))
        if entry.organization_id not in self._writers:
            self._writers[entry.organization_id] = asyncio.create_task(
                self._write(entry.organization_id)
            )
        return await future

    @asynccontextmanager
    async def rehearsed(self, entry: Entry) -> AsyncIterator[tuple[Outcome, Rehearsal]]:
        """What would come of an entry, for as long as it is looked at; then nothing was said.

        Outside the batcher, so that it keeps nobody waiting who means it.
        """
        async with self._database.rehearsal(entry.organization_id) as rehearsal:
            try:
                (outcome,) = await appended(rehearsal.connection, [entry])
            except asyncpg.PostgresError as error:
                if error.sqlstate not in (STATE_MOVED, NO_HEAD):
                    raise
                await self._database.follow(entry.organization_id)
                outcome = Outcome(status="moved")
            yield outcome, rehearsal

    async def facts(self, organization_id: UUID, first: int, last: int) -> list[Fact]:
        """The facts at these positions."""
        rows = await self._database.fetch(organization_id, "facts", first, last)
        return [
            unseal(row["type"], row["body"], json.loads(row["private"] or "{}")) for row in rows
        ]

    async def _write(self, organization_id: UUID) -> None:
        alone()
        try:
            while waiting := self._waiting[organization_id]:
                batch = waiting[:COMMANDS_PER_COMMIT]
                del waiting[:COMMANDS_PER_COMMIT]
                await self._append(organization_id, batch)
        finally:
            del self._writers[organization_id]
            if not self._waiting[organization_id]:
                del self._waiting[organization_id]

    async def _append(
        self, organization_id: UUID, batch: list[tuple[Entry, asyncio.Future[Outcome]]]
    ) -> None:
        """A batch that fails is tried one by one, so that a bad command takes no other with it."""
        try:
            outcomes = await self._append_together(organization_id, [entry for entry, _ in batch])
        except Exception as error:  # noqa: BLE001 - whatever it is belongs to the commands that wait
            # With the connection went the answer: trying again might append a second time.
            if len(batch) == 1 or isinstance(error, DatabaseUnavailable):
                for _, future in batch:
                    _settle(future, error)
                return
            for each in batch:
                await self._append(organization_id, [each])
        else:
            for (_, future), outcome in zip(batch, outcomes, strict=True):
                _settle(future, outcome)

    async def _append_together(
        self, organization_id: UUID, entries: list[Entry], *, again: bool = True
    ) -> list[Outcome]:
        try:
            pace = self._database.thorough if any(map(takes_away, entries)) else None
            operations = [each.operation for each in entries]
            with APPEND_SECONDS.time(), carried_out_for(operations):
                async with self._database.transaction(organization_id, pace) as connection:
                    outcomes = await appended(connection, entries)
        except asyncpg.LockNotAvailableError as error:
            raise Busy("The state is being rebuilt.") from error
        except asyncpg.PostgresError as error:
            if error.sqlstate not in (STATE_MOVED, NO_HEAD):
                raise
            found = await self._database.follow(organization_id)
            if error.sqlstate == NO_HEAD and not (found and again):
                raise
            again = again and error.sqlstate != NO_HEAD
            return await self._append_together(organization_id, entries, again=again)
        APPEND_COMMANDS.observe(len(entries))
        recorded = (each.last - each.first + 1 for each in outcomes if each.status == "appended")
        APPEND_FACTS.inc(sum(recorded))
        if self._committed is not None:
            self._committed(organization_id, max(each.last for each in outcomes))
        return outcomes


def takes_away(entry: Entry) -> bool:
    """Whether words go with it, which can take long."""
    return any(isinstance(fact, ERASING) for fact in entry.facts)


async def appended(connection: Connection, entries: list[Entry]) -> list[Outcome]:
    """What became of entries of one organization, in the transaction of a connection."""
    commands = msgspec.json.encode([entry.as_json() for entry in entries]).decode()
    outcomes = await connection.fetchval(query("append"), entries[0].organization_id, commands)
    return msgspec.json.decode(outcomes, type=list[Outcome])


def _settle(future: asyncio.Future[Outcome], result: Outcome | Exception) -> None:
    """Whoever waited may have gone away; what was written stays written."""
    if future.done():
        return
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)
