"""PgBouncer as operators run it: in transaction mode, with fewer connections than users."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.serving import free_port

CONNECTIONS = 2
STARTED_WITHIN = 60
PROGRAM = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
NOBODY = "65534"
AS_NOBODY = [
    "setpriv",
    f"--reuid={NOBODY}",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
]
"""PgBouncer does not run as root; the socket of the database is root's all the same."""

SETTINGS = """
[databases]
* = host={host} port={port} user={user}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {listen}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {connections}
max_client_conn = 200
"""


@contextmanager
def pooled(url: str) -> Iterator[str]:
    """The URL of a database, by way of PgBouncer."""
    assert PROGRAM
    there, listen = urlsplit(url), free_port()
    said = parse_qs(there.query)
    [host], [port] = said.get("host", [there.hostname]), said.get("port", [there.port])
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "pgbouncer.ini")
        settings.write_text(
            SETTINGS.format(
                host=host,
                port=port,
                user=there.username,
                listen=listen,
                connections=CONNECTIONS,
            )
        )
        as_nobody = AS_NOBODY if os.geteuid() == 0 else []
        process = subprocess.Popen([*as_nobody, PROGRAM, "--quiet", str(settings)])
        try:
            _until_it_listens(process, listen)
            yield f"postgresql://{there.username}@127.0.0.1:{listen}{there.path}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _until_it_listens(process: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < deadline:
        assert process.poll() is None, "PgBouncer has ended"
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("PgBouncer was not ready in time")
