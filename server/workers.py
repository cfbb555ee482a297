"""Several processes that serve one address: one watches over them and holds the socket."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory

import structlog
from prometheus_client.multiprocess import mark_process_dead

from server.app import located, prepared
from server.database import Database
from server.listening import BACKLOG, GRACE, STOPPING, address_of, bound
from server.metrics import SHARED
from server.settings import Settings

log = structlog.get_logger()

SOON, LATER = 0.2, 5.0
"""Seconds until one that ended is started again: the longer, the more often it ended at once."""
AT_ONCE = 5.0
LAST = 10.0
"""Seconds that they have beyond those in which they let go of everybody."""


async def supervise(settings: Settings) -> None:
    """Serve with as many processes as the settings say, until told to stop."""
    with bound(settings) as listener, TemporaryDirectory(prefix="okrlog-") as folder:
        async with located(settings) as urls:
            if settings.migrate_on_start:
                await prepared(urls)
            async with Database(settings, urls.requests):
                pass  # what is wrong with it is told once, and not by each of them
            listener.listen(BACKLOG)
            crew = Crew(settings=settings, listener=listener, folder=folder)
            with told_to_stop() as stop:
                log.info("serving", address=address_of(listener), workers=settings.workers)
                await crew.work_until(stop)


@contextmanager
def told_to_stop() -> Iterator[asyncio.Event]:
    """Set as soon as somebody says so."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for each in STOPPING:
        loop.add_signal_handler(each, stop.set)
    try:
        yield stop
    finally:
        for each in STOPPING:
            loop.remove_signal_handler(each)


@dataclass(kw_only=True)
class Crew:
    """The processes. Each ends by itself where the one that watches over them is gone."""

    settings: Settings
    listener: socket.socket
    folder: str
    _running: dict[int, asyncio.subprocess.Process] = field(default_factory=dict)

    async def work_until(self, stop: asyncio.Event) -> None:
        """Keep all of them running, then let all of them finish what they have begun."""
        keeping = [asyncio.create_task(self._keep(n)) for n in range(self.settings.workers)]
        try:
            await stop.wait()
        finally:
            for each in keeping:
                each.cancel()
            await asyncio.gather(*keeping, return_exceptions=True)
            await self._end()

    async def _keep(self, number: int) -> None:
        """Start one, and another in its place whenever it has ended."""
        loop, pause = asyncio.get_running_loop(), SOON
        while True:
            begun = loop.time()
            try:
                process = self._running[number] = await self._start()
            except OSError as error:
                reason = error.strerror
                log.warning("a worker cannot be started", worker=number, reason=reason)
            else:
                status = await process.wait()
                self._forget(process.pid)
                log.warning("a worker ended and is started again", worker=number, status=status)
            lasted = loop.time() - begun > AT_ONCE
            pause = SOON if lasted else min(2 * pause, LATER)
            await asyncio.sleep(pause)

    async def _start(self) -> asyncio.subprocess.Process:
        descriptor = self.listener.fileno()
        arguments = ["-m", "server", "serve", "--listener", str(descriptor)]
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            stdin=asyncio.subprocess.PIPE,  # it ends with us, however we end
            pass_fds=[descriptor],
            start_new_session=True,  # Ctrl-C is for us to hand on
            env=os.environ
            | {
                SHARED: self.folder,
                "OKRLOG_HOST": self.settings.host,
                "OKRLOG_MIGRATE_ON_START": "false",
                "OKRLOG_WORKERS": "1",
            },
        )

    def _forget(self, pid: int) -> None:
        """What it measured of itself; what it counted stays counted."""
        mark_process_dead(pid, self.folder)  # type: ignore[no-untyped-call]

    async def _end(self) -> None:
        running = [each for each in self._running.values() if each.returncode is None]
        for each in running:
            each.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(self.settings.drain_seconds + GRACE + LAST):
                await asyncio.gather(*(each.wait() for each in running))
        except TimeoutError:
            log.warning("workers did not end in time")
            for each in running:
                if each.returncode is None:
                    each.kill()
                    await each.wait()
