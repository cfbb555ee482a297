"""The same application where other programs run it: granian, and uvicorn from its command line."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import Clone
from tests.faults.processes import PATIENCE, begun, environment, until
from tests.live.listening import introduced, streamed
from tests.serving import ROOT, free_port

PROGRAMS = {
    "granian": ["granian", "--interface", "asgi", "--workers", "2", "server.asgi:application"],
    "uvicorn": ["uvicorn", "--timeout-graceful-shutdown", "5", "server.asgi:application"],
}
NAMES = "subscription { organization { people { nodes { name } } } }"
ADD = 'mutation { addPerson(input: { name: "Zoe" }) { position } }'


@contextmanager
def run_by(program: str, **settings: Any) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """The address of the application, run by a program."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", *PROGRAMS[program], "--port", str(port)],
        cwd=ROOT,
        env=environment(settings),
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"

    def is_ready() -> bool:
        assert process.poll() is None
        try:
            return httpx.get(f"{address}/health/ready").status_code == httpx.codes.OK
        except httpx.TransportError:
            return False

    try:
        until(is_ready)
        yield address, process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.parametrize("program", PROGRAMS)
async def test_it_is_asked_followed_and_stopped_as_everywhere(
    clone: Clone, tmp_path: Path, program: str
) -> None:
    async with clone() as url:
        settings: dict[str, Any] = {"database_url": url, "keys_dir": tmp_path / "keys"}
        token = begun(**settings)["token"]
        headers = {"Authorization": f"Bearer {token}"}
        with run_by(program, **settings) as (address, process):
            async with (
                httpx.AsyncClient(base_url=address, headers=headers, timeout=PATIENCE) as http,
                introduced(address, token) as socket,
                streamed(http, token, NAMES) as events,
            ):
                await socket.subscribe(NAMES)
                await socket.next()
                await events.next()
                assert "errors" not in (await http.post("/graphql", json={"query": ADD})).json()
                assert "Zoe" in str(await socket.next())
                assert "Zoe" in str(await events.next())
            process.terminate()
            assert process.wait(PATIENCE) in (0, -signal.SIGTERM)


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_keeps_it_from_starting_is_told(program: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", *PROGRAMS[program], "--port", str(free_port())],
        cwd=ROOT,
        env=environment({"database_url": "postgresql://okrlog@127.0.0.1:1/okrlog"}),
        timeout=PATIENCE,
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode != 0
    assert "The database cannot be reached" in ended.stderr
