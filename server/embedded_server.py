"""The server process of an embedded PostgreSQL: found by its files, whoever started it."""

import hashlib
import os
import re
import signal
import stat
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

import psutil

from server.embedded_cluster import (
    SUPERUSER,
    EmbeddedPostgresFailed,
    account_of,
    check_version,
    environment,
    let_reach,
    make_cluster,
    programs,
)

DATABASE = "okrlog"
PORT = "5432"  # only a part of the socket's name
START_SECONDS = 60  # a crash leaves at most max_wal_size to be read again

# Given at every start and not written into the cluster, so that old clusters get them too.
SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "max_wal_size": "512MB",
    "fsync": "on",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "off",
    "log_checkpoints": "off",
}

# Fast shutdown; immediate shutdown, after which the next start recovers; no more patience.
STOP_SIGNALS = ((signal.SIGINT, 20), (signal.SIGQUIT, 10), (signal.SIGKILL, 5))


class Server:
    def __init__(self, data_dir: Path) -> None:
        self._cluster = data_dir / "postgres"
        self._log = data_dir / "postgres.log"

    @property
    def url(self) -> str:
        return f"postgresql://{SUPERUSER}@/{DATABASE}?host={self._socket_folder()}&port={PORT}"

    def start(self, turn: int) -> None:
        """Return when the server answers, be it a new one or one that was there."""
        make_cluster(self._cluster, turn)
        started: subprocess.Popen[bytes] | None = None
        deadline = time.monotonic() + START_SECONDS
        while not self._has_database():
            alive = self._postmaster() is not None
            status = started.poll() if started else None
            if status and status > 0 and not alive:
                raise self._failed(f"PostgreSQL did not start in {self._cluster}")
            if time.monotonic() > deadline:
                raise self._failed(f"{self._cluster} is not ready after {START_SECONDS} s")
            # A negative status is a kill from outside: the cluster recovers from that.
            if not alive and (not started or status is not None):
                started = self._spawn()
            time.sleep(0.03)

    def is_running(self) -> bool:
        """Whether the server's first process is there, be it ready or not."""
        return self._postmaster() is not None

    def stop(self) -> None:
        """Return when the server is gone."""
        if not (postmaster := self._postmaster()):
            return
        for number, seconds in STOP_SIGNALS:
            with suppress(psutil.NoSuchProcess):
                postmaster.send_signal(number)
            if _ended([postmaster], seconds):
                break
        if (folder := self._socket_folder()) != self._cluster:
            with suppress(OSError):
                folder.rmdir()

    def _spawn(self) -> subprocess.Popen[bytes]:
        account = account_of(self._cluster)
        check_version(self._cluster)
        let_reach(account, self._cluster)
        self._end_orphans()
        # Its pid may be a stranger's by now, who would keep us from starting.
        (self._socket_folder() / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)
        with self._new_log() as log:
            server = subprocess.Popen(
                [programs() / "postgres", f"-D{self._cluster}", *self._settings()],
                cwd="/",
                # PostgreSQL takes a postmaster.pid with this pid for stale, whoever has the pid
                # now, and still refuses to start while the old shared memory is in use.
                env={**environment(), "PG_GRANDPARENT_PID": str(self._recorded_pid())},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **account.switch,
            )
        # Reaps it whenever it ends, which may be long after this process has forgotten it.
        threading.Thread(target=server.wait, daemon=True).start()
        return server

    def _settings(self) -> list[str]:
        own = {
            "cluster_name": self._name,
            "unix_socket_directories": str(self._socket_folder()),
        }
        return [f"--{name}={value}" for name, value in {**SETTINGS, **own}.items()]

    def _new_log(self) -> IO[bytes]:
        # One file per start and the one before: bounded, and its end is about this start.
        if self._log.exists():
            self._log.replace(self._log.with_suffix(".previous.log"))
        # Closed to others, for it quotes statements.
        file = os.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(file, "ab")

    def _end_orphans(self) -> None:
        """End what a killed postmaster left at work, which would keep its memory in use."""
        orphans = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                if self._owns(process):
                    process.kill()
                    orphans.append(process)
        _ended(orphans, seconds=10)

    def _postmaster(self) -> psutil.Process | None:
        """The process that postmaster.pid names, if it is this server and no stranger."""
        with suppress(psutil.Error):
            process = psutil.Process(self._recorded_pid())
            return process if self._owns(process) else None
        return None

    def _recorded_pid(self) -> int:
        with suppress(FileNotFoundError, IndexError, ValueError):
            return int((self._cluster / "postmaster.pid").read_text().split()[0])
        return 0

    def _owns(self, process: psutil.Process) -> bool:
        # Not by the working directory: root in a container may not read another user's.
        return process.name() == "postgres" and self._name in " ".join(process.cmdline())

    @property
    def _name(self) -> str:
        """Stands in the command line of all processes of this server, and of no other."""
        found = self._cluster.stat()
        identity = hashlib.sha256(f"{found.st_dev}:{found.st_ino}".encode())
        return f"okrlog-{identity.hexdigest()[:12]}"

    def _socket_folder(self) -> Path:
        """The cluster itself, or a short name for what would not fit into a socket's address."""
        if re.fullmatch(r"[A-Za-z0-9/._-]{1,88}", str(self._cluster)):
            return self._cluster
        account = account_of(self._cluster)
        # Not TMPDIR, which differs between processes; whose folder it is, is checked below.
        folder = Path("/tmp") / self._name  # noqa: S108
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        private = stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
        if not private or found.st_uid not in (os.geteuid(), account.user):
            raise EmbeddedPostgresFailed(f"{folder} is not ours alone: remove it.")
        os.chown(folder, *account, follow_symlinks=False)
        return folder

    def _client(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [
                programs() / program,
                f"--host={self._socket_folder()}",
                f"--port={PORT}",
                f"--username={SUPERUSER}",
                *arguments,
            ],
            check=False,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env=environment(),
        )

    def _has_database(self) -> bool:
        if self._client("pg_isready", "--quiet", "--dbname=postgres").returncode != 0:
            return False
        connected = self._client("psql", "--no-psqlrc", f"--dbname={DATABASE}", "--command=")
        if connected.returncode != 0:
            self._client("createdb", DATABASE)
        return connected.returncode == 0

    def _failed(self, sentence: str) -> EmbeddedPostgresFailed:
        lines = self._log.read_text(errors="replace").splitlines() if self._log.exists() else []
        tail = "\n".join(lines[-20:])
        return EmbeddedPostgresFailed(f"{sentence}; {self._log} ends with:\n{tail}")


def _ended(processes: list[psutil.Process], seconds: float) -> bool:
    """Wait for their end; psutil's own wait would not see it where init reaps no zombies."""
    deadline = time.monotonic() + seconds
    while any(_lives(process) for process in processes):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _lives(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False
