"""okrlog as people and scripts meet it: processes, what they print, and how they end."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx
import psutil

from tests.serving import ROOT, free_port

PATIENCE = 60


def environment(settings: dict[str, Any]) -> dict[str, str]:
    """Ours, with these settings and no others."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("OKRLOG")}
    return inherited | {f"OKRLOG_{name.upper()}": str(value) for name, value in settings.items()}


def okrlog(
    *arguments: str, said: str = "", checkout: Path = ROOT, **settings: Any
) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "server", *arguments],
        check=False,
        capture_output=True,
        text=True,
        input=said,
        cwd=checkout,
        env=environment(settings),
        timeout=PATIENCE,
    )


def result(*arguments: str, said: str = "", checkout: Path = ROOT, **settings: Any) -> str:
    """What a command prints that has to succeed."""
    ended = okrlog(*arguments, said=said, checkout=checkout, **settings)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def sentence(*arguments: str, said: str = "", **settings: Any) -> str:
    """The one sentence with which a command has to fail."""
    ended = okrlog(*arguments, said=said, **settings)
    assert (ended.returncode, ended.stdout) == (1, ""), ended
    *others, last = ended.stderr.splitlines()
    assert not [line for line in others if '"level": "info"' not in line], ended.stderr
    return last.removeprefix("okrlog: ")


def begun(**settings: Any) -> dict[str, str]:
    """A new organization: its id, its administrator's id and a token."""
    line = result("organization", "create", "Acme", "--administrator", "ada@acme.org", **settings)
    begun: dict[str, str] = json.loads(line)
    return begun


class Serving:
    """An `okrlog serve` process, ready when the block begins and gone when it ends."""

    def __init__(self, port: int | None = None, checkout: Path = ROOT, **settings: Any) -> None:
        self.port = port or free_port()
        self.checkout = checkout
        self.settings = settings
        self.address = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._errors = tempfile.TemporaryFile()
        try:
            return self.start()
        except BaseException:
            self._end()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if error:
                sys.stderr.write(self.said())
            if self.process.poll() is None:
                status, _ = self.stop()
                assert status == 0, self.said()
        finally:
            self._end()

    def start(self) -> Self:
        """Start it, or start it again at the same address, and wait until it is ready."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server", "serve"],
            stdout=subprocess.PIPE,
            stderr=self._errors,  # a pipe that nobody reads would fill up, and stop it
            cwd=self.checkout,
            env=environment({**self.settings, "port": self.port}),
            start_new_session=True,
        )
        until(self.is_ready)
        return self

    def _end(self) -> None:
        if self.process.poll() is None:
            self.kill()
        if self.process.stdout:
            self.process.stdout.close()
        self._errors.close()

    def is_ready(self) -> bool:
        assert self.process.poll() is None, self.said()
        return self.health() == httpx.codes.OK

    def health(self, within: float = 5) -> int | None:
        """What it says of itself; None where nobody answers in so many seconds."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=within)
        try:
            connection.request("GET", "/health/ready")
            return connection.getresponse().status
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()

    def post(self, token: str, document: str) -> httpx.Response:
        """The bare answer to an operation."""
        return httpx.post(
            f"{self.address}/graphql",
            json={"query": document},
            headers={"Authorization": f"Bearer {token}"},
        )

    def ask(self, token: str, document: str) -> Any:
        """The answer to an operation."""
        return self.post(token, document).json()

    def said(self) -> str:
        """What it wrote to stderr so far."""
        self._errors.seek(0)
        return self._errors.read().decode()

    def stop(self, by: signal.Signals = signal.SIGTERM) -> tuple[int, bytes]:
        """Ask it to end, and wait: its exit status and what it printed."""
        self.process.send_signal(by)
        printed, _ = self.process.communicate(timeout=20)
        return self.process.returncode, printed

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=5)


@contextmanager
def started(
    *arguments: str, deaf_to: str = "", **settings: Any
) -> Iterator["subprocess.Popen[bytes]"]:
    """A command under way, whose output waits until the test reads it; a signal may be ignored."""
    ignoring = ["sh", "-c", f'trap "" {deaf_to}; exec "$0" "$@"'] if deaf_to else []
    process = subprocess.Popen(
        [*ignoring, sys.executable, "-m", "server", *arguments],
        bufsize=0,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(settings),
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=5)


def postmaster(data_dir: Path) -> psutil.Process | None:
    """The embedded server's first process, if it is there."""
    cluster = data_dir / "postgres"
    try:
        process = psutil.Process(int((cluster / "postmaster.pid").read_text().split()[0]))
        # Its pid may be a stranger's by now; a zombie has no command line.
        return process if f"-D{cluster}" in process.cmdline() else None
    except (FileNotFoundError, psutil.Error):
        return None


def kill_postmaster(data_dir: Path) -> None:
    """`kill -9`, and wait until it is gone."""
    killed = postmaster(data_dir)
    assert killed
    killed.kill()
    until(lambda: postmaster(data_dir) != killed)


def until(holds: Any, seconds: float = PATIENCE) -> None:
    """Wait until something holds; not for ever."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "this took too long"
        time.sleep(0.05)
