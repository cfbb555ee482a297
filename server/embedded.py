"""PostgreSQL without installation: the first okrlog process starts it, the last one stops it."""

import atexit
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from server.embedded_cluster import EmbeddedPostgresFailed
from server.embedded_server import Server

__all__ = ["EmbeddedPostgres", "EmbeddedPostgresFailed"]

TURN_SECONDS = 150  # longer than any start or stop takes


class EmbeddedPostgres:
    """A running server, and this process's claim that it keeps running.

    The claim is a shared lock, which dies with the process. Who can make it exclusive is the last.
    """

    def __init__(self, data_dir: Path, server: Server, claim: int) -> None:
        self._data_dir = data_dir
        self._server = server
        self._claim: int | None = claim
        self.url = server.url
        atexit.register(self.close)

    @classmethod
    def open(cls, data_dir: Path) -> Self:
        """Start the server of a data directory, or adopt the one that is running."""
        try:
            data_dir = data_dir.expanduser().resolve()
            data_dir.mkdir(parents=True, exist_ok=True)
            return cls._open(data_dir)
        except OSError as error:
            raise EmbeddedPostgresFailed(
                f"{data_dir} cannot hold the embedded PostgreSQL: {error}"
            ) from error

    @classmethod
    def _open(cls, data_dir: Path) -> Self:
        server = Server(data_dir)
        with _turn(data_dir) as turn:
            claim = _open_lock(data_dir / "okrlog.lock")
            fcntl.flock(claim, fcntl.LOCK_SH)
            try:
                server.start(turn)
                return cls(data_dir, server, claim)
            except BaseException:
                _leave(server, claim)
                raise

    def revive(self) -> bool:
        """Start the server again if it has died; whether it had."""
        if not self._is_bereft():
            return False
        with _turn(self._data_dir) as turn:
            # Another process was quicker, or this one is closing: then it is gone on purpose.
            if not self._is_bereft():
                return False
            self._server.start(turn)
        return True

    def close(self) -> None:
        """Give up the claim; the last one stops the server."""
        claim, self._claim = self._claim, None
        if claim is None:
            return
        atexit.unregister(self.close)
        with _turn(self._data_dir):
            _leave(self._server, claim)

    def _is_bereft(self) -> bool:
        return self._claim is not None and not self._server.is_running()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _leave(server: Server, claim: int) -> None:
    try:
        if _locked_exclusively(claim):
            server.stop()
    finally:
        os.close(claim)


@contextmanager
def _turn(data_dir: Path) -> Iterator[int]:
    """One process at a time decides about start and stop."""
    turn = _open_lock(data_dir / "okrlog.turn")
    try:
        deadline = time.monotonic() + TURN_SECONDS
        while not _locked_exclusively(turn):
            if time.monotonic() > deadline:
                raise EmbeddedPostgresFailed(
                    f"Another okrlog process has been starting or stopping the PostgreSQL of "
                    f"{data_dir} for {TURN_SECONDS} seconds."
                )
            time.sleep(0.02)
        yield turn
    finally:
        os.close(turn)


def _open_lock(path: Path) -> int:
    # Not readable by others: whoever can open the file can hold the lock.
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _locked_exclusively(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
