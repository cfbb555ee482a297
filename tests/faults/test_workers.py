"""Several processes at one address: killed ones are replaced, and all finish what they began."""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from structlog.testing import capture_logs

from server.migrate import owner_of
from server.settings import Settings
from server.workers import Crew
from tests.conftest import Clone
from tests.databases import look_in
from tests.faults.processes import PATIENCE, Serving, begun, until

NAME = "{ organization { name } }"
ACME = {"data": {"organization": {"name": "Acme"}}}
TEAMS = "{ organization { teams { nodes { name } } } }"
WAITING = """
select count(*) from pg_stat_activity
where wait_event_type = 'Lock' and datname = current_database()"""
METRICS = {"Authorization": "Bearer let-me-see"}


def workers_of(serving: Serving) -> set[psutil.Process]:
    """The processes that serve."""
    return {
        each
        for each in psutil.Process(serving.process.pid).children()
        if each.is_running() and each.status() != psutil.STATUS_ZOMBIE
    }


def started_workers(serving: Serving) -> int:
    """How many have said that they serve, since it was first started."""
    return serving.said().count('"a worker serves"')


@pytest.fixture(scope="module")
async def begun_once(
    clone: Clone, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Serving, str]]:
    """Two workers on a database, and a token."""
    async with clone() as url:
        keys_dir = tmp_path_factory.mktemp("keys")
        settings: dict[str, Any] = {"database_url": url, "keys_dir": keys_dir}
        token = begun(**settings)["token"]
        with Serving(**settings, workers=2, metrics_token="let-me-see") as serving:
            yield serving, token


@pytest.fixture
def crew(begun_once: tuple[Serving, str]) -> tuple[Serving, str]:
    """The same, both at work."""
    serving, _ = begun_once
    if serving.process.poll() is not None:
        serving.start()
    until(lambda: len(workers_of(serving)) == 2 and started_workers(serving) >= 2)
    return begun_once


async def test_a_worker_that_is_killed_is_replaced_while_the_address_answers(
    crew: tuple[Serving, str],
) -> None:
    serving, token = crew
    before, victim = started_workers(serving), min(workers_of(serving), key=lambda each: each.pid)
    victim.kill()
    # A connection that the victim had is lost; every new one is answered.
    for _ in range(20):
        assert serving.ask(token, NAME) == ACME
    until(lambda: started_workers(serving) == before + 1)
    assert victim not in workers_of(serving)
    assert len(workers_of(serving)) == 2


async def test_a_worker_that_cannot_be_started_is_told_of_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "python"
    monkeypatch.setattr(sys, "executable", str(program))
    stop = asyncio.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener, capture_logs() as logged:
        crew = Crew(settings=Settings(workers=1), listener=listener, folder=str(tmp_path))
        working = asyncio.create_task(crew.work_until(stop))
        async with asyncio.timeout(PATIENCE):
            while not logged:
                await asyncio.sleep(0.01)
            assert logged[0]["event"] == "a worker cannot be started"
            assert logged[0]["reason"] == "No such file or directory"
            program.write_text("#!/bin/sh\nread line\n")
            program.chmod(0o700)
            while not crew._running:
                await asyncio.sleep(0.01)
            stop.set()
            await working


async def test_all_end_where_the_one_that_watches_over_them_is_killed(
    crew: tuple[Serving, str],
) -> None:
    serving, _ = crew
    workers = workers_of(serving)
    serving.kill()
    psutil.wait_procs(list(workers), timeout=PATIENCE)
    assert not [each for each in workers if each.is_running()]


async def test_what_is_under_way_at_any_of_them_is_finished_when_they_are_told_to_stop(
    crew: tuple[Serving, str],
) -> None:
    serving, token = crew
    headers = {"Authorization": f"Bearer {token}"}

    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(base_url=serving.address, timeout=PATIENCE) as http:
            return await http.post("/graphql", json={"query": TEAMS}, headers=headers)

    await asyncio.gather(*(asked() for _ in range(4)))
    workers = workers_of(serving)
    async with owner_of(serving.settings["database_url"]) as owner:
        await look_in(owner, 1)
        async with owner.transaction():
            # Whoever reads teams waits until this transaction ends.
            await owner.execute("lock table teams in access exclusive mode")
            under_way = [asyncio.create_task(asked()) for _ in range(6)]
            async with asyncio.timeout(PATIENCE):
                while await owner.fetchval(WAITING) < len(under_way):
                    await asyncio.sleep(0.05)
                    await owner.execute("select pg_stat_clear_snapshot()")
            serving.process.send_signal(signal.SIGTERM)
            await asyncio.sleep(0.2)
    answers = await asyncio.gather(*under_way)
    assert {each.status_code for each in answers} == {httpx.codes.OK}
    await asyncio.to_thread(serving.process.communicate, None, PATIENCE)
    assert serving.process.returncode == 0
    assert not [each for each in workers if each.is_running()]


async def test_whichever_is_asked_for_metrics_answers_for_all(crew: tuple[Serving, str]) -> None:
    serving, token = crew
    assert serving.ask(token, NAME) == ACME

    def told() -> str:
        return httpx.get(f"{serving.address}/metrics", headers=METRICS, timeout=PATIENCE).text

    def counted() -> float:
        name = 'okrlog_operations_total{kind="query",operation="organization",outcome="ok"} '
        (line,) = [line for line in told().splitlines() if line.startswith(name)]
        return float(line.removeprefix(name))

    before = counted()
    for _ in range(20):
        assert serving.ask(token, NAME) == ACME
    assert {counted() for _ in range(6)} == {before + 20}
    pids = {str(each.pid) for each in workers_of(serving)}
    until(lambda: all(f'okrlog_process_resident_bytes{{pid="{pid}"}}' in told() for pid in pids))
    psutil.Process(int(min(pids))).kill()
    until(lambda: f'pid="{min(pids)}"' not in told())
    assert counted() == before + 20
