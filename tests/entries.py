"""Entries for the log, made without any rule: what `append` itself promises is tested with them."""

import asyncio
from dataclasses import dataclass
from typing import Any

import asyncpg

from server.commands import Handler
from server.database import Database
from server.ids import new_id
from server.log import Entry, Log, Outcome
from server.okr.events import Fact, PersonAdded, PersonRenamed
from tests.samples import Organization


def entry(organization: Organization, *facts: Fact, decided_at: int = 0, **more: Any) -> Entry:
    """A command of somebody in the organization that has been decided."""
    return Entry(
        id=new_id(),
        organization_id=organization.id,
        actor_id=organization.actor.id,
        decided_at=decided_at,
        facts=list(facts),
        fact_ids=[new_id() for _ in facts],
        **more,
    )


def arrival(name: str = "Ann") -> PersonAdded:
    """A fact that nothing else needs to be there for."""
    return PersonAdded(person_id=new_id(), name=name)


def renaming(organization: Organization, name: str = "Ada") -> PersonRenamed:
    """A fact in the stream of whoever acts."""
    return PersonRenamed(person_id=organization.actor.id, name=name)


def of_nobody() -> PersonRenamed:
    """A fact that cannot be folded, and so makes its command fail in the database."""
    return PersonRenamed(person_id=new_id(), name="Nobody")


async def append(organization: Organization, *entries: Entry) -> list[Outcome]:
    """Append in one call, as concurrent requests do that share a commit."""
    log = organization.handler.log
    return await log._append_together(organization.id, list(entries))


@dataclass(kw_only=True)
class Overtaken(Handler):
    """Serves one command slowly: another one is carried out before it sees how things stand."""

    rival: Any = None

    async def _standing(self, *about: Any) -> Any:
        if self.rival is not None:
            rival, self.rival = self.rival, None
            await rival
        return await super()._standing(*about)


class Gathering:
    """So many commands that wait for each other, and then go on in the order in which they came."""

    def __init__(self, parties: int) -> None:
        self._came = [asyncio.Event() for _ in range(parties)]
        self._turns: list[asyncio.Future[None]] = []

    async def join(self) -> None:
        if len(self._turns) == len(self._came):
            return
        loop = asyncio.get_running_loop()
        turn = loop.create_future()
        self._came[len(self._turns)].set()
        self._turns.append(turn)
        if len(self._turns) == len(self._came):
            loop.call_soon(self._go_on)
        await turn

    async def has(self, number: int) -> None:
        """Return when so many have come."""
        await self._came[number - 1].wait()

    def _go_on(self) -> None:
        for each in self._turns:
            each.set_result(None)


class Meeting(Log):
    """A log whose first entries gather: all are decided before any is written."""

    def __init__(self, database: Database, gathering: Gathering) -> None:
        super().__init__(database)
        self._gathering = gathering

    async def append(self, entry: Entry) -> Outcome:
        await self._gathering.join()
        return await super().append(entry)


def sqlstate(error: BaseException) -> str:
    """The code under which the database refused."""
    assert isinstance(error, asyncpg.PostgresError)
    return str(error.sqlstate)


def meeting(organization: Organization, parties: int) -> Organization:
    """The organization where so many commands are decided on one standing, and share a commit."""
    database = organization.handler.database
    log = Meeting(database, Gathering(parties))
    return organization.served_by(Handler(database=database, log=log))


def another_process(organization: Organization) -> Handler:
    """A handler with a log of its own: what it appends shares no commit with the first one's."""
    database = organization.handler.database
    return Handler(database=database, log=Log(database))
