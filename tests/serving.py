"""A server as its operator runs it: `okrlog serve` in a process of its own, reached over HTTP."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
STARTED_WITHIN = 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(
    database_url: str,
    keys_dir: Path,
    checkout: Path = ROOT,
    listens: int | None = None,
    **settings: object,
) -> Iterator[str]:
    """The address of a server on a database, run from this checkout or from a copy of it."""
    port = listens or free_port()
    environment = os.environ | {
        "OKRLOG_DATABASE_URL": database_url,
        "OKRLOG_KEYS_DIR": str(keys_dir),
        "OKRLOG_PORT": str(port),
        **{f"OKRLOG_{name}".upper(): str(value) for name, value in settings.items()},
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "serve"], cwd=checkout, env=environment
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _until_ready(address, process)
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def _until_ready(address: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended before it was ready"
        try:
            if httpx.get(f"{address}/health/ready").status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError("the server was not ready in time")
