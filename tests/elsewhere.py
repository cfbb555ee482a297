"""Carries a command out in a process of its own: decides, says so, appends when it is told to."""

import asyncio
import multiprocessing
from multiprocessing.connection import Connection
from typing import Any

from server.commands import Actor, Done, Handler, Rule
from server.database import Database
from server.log import Entry, Log, Outcome
from server.okr.refusals import Refused
from server.settings import Settings

DECIDED = "decided"


class Elsewhere:
    """A command in another process, held between its decision and its writing."""

    def __init__(self, url: str, actor: Actor, rule: Rule, said: Any) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._pipe, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_run, args=(theirs, url, actor, rule, said))
        self._process.start()
        theirs.close()

    async def decided(self) -> None:
        assert await self._hear() == DECIDED

    async def finish(self) -> Done | list[str]:
        """Let it append, now and whenever it decides anew; answers as `told` does."""
        answer: Any = DECIDED
        while answer == DECIDED:
            self._pipe.send("go on")
            answer = await self._hear()
        outcome: Done | list[str] = answer
        return outcome

    def end(self) -> None:
        """Leave nothing behind, whatever became of the test."""
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    async def _hear(self) -> Any:
        return await asyncio.to_thread(self._pipe.recv)


class _Waiting(Log):
    """A log that appends when the other process says so."""

    def __init__(self, database: Database, pipe: Connection) -> None:
        super().__init__(database)
        self._pipe = pipe

    async def append(self, entry: Entry) -> Outcome:
        self._pipe.send(DECIDED)
        await asyncio.to_thread(self._pipe.recv)
        return await super().append(entry)


async def told(handler: Handler, actor: Actor, rule: Rule, said: Any) -> Done | list[str]:
    """What was done, or the codes of the reasons why it was not."""
    try:
        return await handler.carry_out(actor, rule, said)
    except Refused as refused:
        return [reason.code() for reason in refused.reasons]


def _run(pipe: Connection, url: str, actor: Actor, rule: Rule, said: Any) -> None:
    asyncio.run(_carry_out(pipe, url, actor, rule, said))


async def _carry_out(pipe: Connection, url: str, actor: Actor, rule: Rule, said: Any) -> None:
    async with Database(Settings(), url) as database:
        handler = Handler(database=database, log=_Waiting(database, pipe))
        pipe.send(await told(handler, actor, rule, said))
