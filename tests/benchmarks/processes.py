"""Servers as processes of their own: started, waited for, and stopped as by Ctrl-C."""

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
STOP_SECONDS = 30

Process = subprocess.Popen[bytes]


@dataclass(kw_only=True)
class Served:
    """A server process, and where it listens."""

    port: int
    process: Process


class DidNotStart(Exception):
    """A process ended before it answered; the message is the end of what it said."""


@contextmanager
def running(
    command: Sequence[str | Path],
    port: int,
    environment: dict[str, str],
    *,
    cwd: Path = ROOT,
    within: float = 60,
    path: str = "/health/ready",
) -> Iterator[Process]:
    """A server that answers on a port; in the end all that it started is told to stop."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            _await_answer(process, f"http://127.0.0.1:{port}{path}", said, within)
            yield process
        finally:
            _stop(process)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _await_answer(process: Process, url: str, said: IO[bytes], within: float) -> None:
    deadline = time.monotonic() + within
    while not _answers(url):
        if process.poll() is not None or time.monotonic() > deadline:
            said.seek(0)
            end = said.read().decode(errors="replace").strip()[-500:]
            raise DidNotStart(f"{process.args!r} does not answer: {end}")
        time.sleep(0.02)


def _answers(url: str) -> bool:
    with suppress(OSError), urllib.request.urlopen(url, timeout=2) as answer:
        return bool(answer.status == 200)
    return False


def _stop(process: Process) -> None:
    for number in (signal.SIGINT, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
            return
