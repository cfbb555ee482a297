"""What an operator sees of those who follow something."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.graph.office import Office
from tests.live.listening import introduced
from tests.serving import running

NAMES = "subscription { organization { people { nodes { name } } } }"


@pytest.fixture(scope="module")
def measured(database_url: str, keys_dir: Path) -> Iterator[str]:
    """A server that tells how it is to whoever has its token."""
    with running(database_url, keys_dir, metrics_token="let-me-see") as address:
        yield address


async def measures(address: str) -> dict[str, float]:
    headers = {"Authorization": "Bearer let-me-see"}
    async with httpx.AsyncClient(base_url=address, headers=headers) as http:
        text = (await http.get("/metrics")).text
    lines = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines}


async def test_followers_and_what_they_follow_are_counted(measured: str, office: Office) -> None:
    bob = await office.person()
    async with (
        introduced(measured, office.admin.token) as one,
        introduced(measured, bob.token) as two,
    ):
        for socket in (one, two):
            await socket.subscribe(NAMES)
            await socket.next()
        await two.subscribe("subscription { organization { name } }", "2")
        await two.next("2")
        before = await measures(measured)
        assert before["okrlog_live_followers"] == 3
        await office.person("Zoe")
        await asyncio.gather(one.next(), two.next())
        after = await measures(measured)
        assert after["okrlog_live_lag_facts"] == 0
        woken = 'okrlog_live_wakes_total{source="%s"}'
        assert sum(after.get(woken % source, 0) for source in ("notified", "looked")) > 0
        assert str(office.actor.organization_id) not in str(after)


async def test_who_has_no_token_sees_no_measures(measured: str, server: str) -> None:
    async with httpx.AsyncClient() as http:
        for token in ("wrong", "é"):
            headers = httpx.Headers({"Authorization": f"Bearer {token}"}, encoding="utf-8")
            answer = await http.get(f"{measured}/metrics", headers=headers)
            assert answer.status_code == httpx.codes.UNAUTHORIZED
        assert (await http.get(f"{server}/metrics")).status_code == httpx.codes.NOT_FOUND


async def test_ready_says_how_far_the_feed_is_behind(server: str) -> None:
    async with httpx.AsyncClient(base_url=server) as http:
        told = (await http.get("/health/ready")).json()
    assert told == {"status": "ready", "lag": {"facts": 0, "seconds": 0}}
