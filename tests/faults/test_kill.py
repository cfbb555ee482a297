"""Whoever is killed under load: what was acknowledged is there, once, and the log is whole."""

import asyncio
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import httpx

from tests.faults.processes import Serving, begun, kill_postmaster, postmaster, until
from tests.faults.reporters import (
    Reporter,
    a_key_result,
    assert_all_there_once,
    assert_rebuilt_is_live,
    at_work,
    some_more,
)
from tests.graph.client import Client

KILLS = 10
REPORTERS = 4
BETWEEN_KILLS = 12


async def kill_again_and_again(serving: Serving, data_dir: Path, reporters: list[Reporter]) -> None:
    """Postmaster and server in turn, each time after some reports came through."""
    for number in range(KILLS):
        await some_more(reporters, BETWEEN_KILLS)
        if number % 2:
            serving.kill()
            await asyncio.to_thread(serving.start)
        else:
            kill_postmaster(data_dir)
    await some_more(reporters, BETWEEN_KILLS)


async def test_every_acknowledged_command_outlives_every_kill(tmp_path: Path) -> None:
    told = begun(data_dir=tmp_path)
    with Serving(data_dir=tmp_path) as serving:
        async with httpx.AsyncClient(base_url=serving.address, timeout=20) as http:
            ada = Client(http=http, token=told["token"], person_id=UUID(told["personId"]))
            reporters = [
                Reporter(name=name, client=ada, key_result_id=await a_key_result(ada, name))
                for name in map(str, range(REPORTERS))
            ]
            async with at_work(reporters):
                await kill_again_and_again(serving, tmp_path, reporters)
            await asyncio.gather(*(each.ask_again() for each in reporters))

    assert_all_there_once(reporters, data_dir=tmp_path)
    assert_rebuilt_is_live(data_dir=tmp_path)


def test_while_the_database_is_gone_the_server_says_so_and_then_goes_on(tmp_path: Path) -> None:
    token = begun(data_dir=tmp_path)["token"]
    with Serving(data_dir=tmp_path) as serving:
        with nobody_starts_anything(tmp_path):
            kill_postmaster(tmp_path)
            until(lambda: serving.health() == httpx.codes.SERVICE_UNAVAILABLE)
            answer = serving.post(token, "{ organization { name } }")
            assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
            assert answer.json()["errors"][0]["extensions"] == {"code": "UNAVAILABLE"}
        until(serving.is_ready)
        assert serving.ask(token, "{ organization { name } }") == {
            "data": {"organization": {"name": "Acme"}}
        }
    assert postmaster(tmp_path) is None


@contextmanager
def nobody_starts_anything(data_dir: Path) -> Iterator[None]:
    """Hold the lock under which servers are started and stopped."""
    turn = os.open(data_dir / "okrlog.turn", os.O_RDWR)
    try:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield
    finally:
        os.close(turn)
