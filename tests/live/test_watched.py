"""What an operator sees of those who follow something."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
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


def grown(before: dict[str, float], after: dict[str, float], name: str) -> float:
    return after.get(name, 0) - before.get(name, 0)


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


async def test_operations_are_counted_by_what_they_ask_and_what_came_of_them(
    measured: str, office: Office
) -> None:
    async with httpx.AsyncClient(base_url=measured, timeout=60) as http:
        admin = replace(office.admin, http=http)
        before = await measures(measured)
        for _ in range(2):
            await admin.ask("query Somebody { organization { name } }")
        await admin.do("addPerson", "person { id }", name="Zoe")
        assert (await admin.command("addPerson", "person { id }", {"name": " "}))["refusals"]
        await admin.post("{ organization { nothing } }")
        await replace(admin, token="wrong").post("{ organization { name } }")
        after = await measures(measured)
    for operation, kind, outcome, times in [
        ("organization", "query", "ok", 2),
        ("addPerson", "mutation", "ok", 1),
        ("addPerson", "mutation", "REFUSED", 1),
        ("unknown", "unknown", "INVALID", 1),
        ("unknown", "unknown", "UNAUTHENTICATED", 1),
    ]:
        name = (
            f'okrlog_operations_total{{kind="{kind}",operation="{operation}",outcome="{outcome}"}}'
        )
        assert grown(before, after, name) == times, (name, after)
    took = 'okrlog_operation_seconds_count{kind="query",operation="organization"}'
    assert grown(before, after, took) == 2
    assert grown(before, after, 'okrlog_statement_seconds_count{statement="append"}') >= 1
    assert grown(before, after, "okrlog_append_facts_total") == 1
    assert grown(before, after, "okrlog_append_commands_count") == 1
    assert after['okrlog_pool_connections_limit{pool="requests"}'] > 0
    assert after['okrlog_pool_prepared_statements{pool="requests"}'] > 0
    assert after["okrlog_process_resident_bytes"] > 10_000_000
    assert "Somebody" not in str(after)


async def test_documents_known_in_advance_are_counted_by_their_names(
    database_url: str, keys_dir: Path, tmp_path: Path, office: Office
) -> None:
    (tmp_path / "one.graphql").write_text("query Landing { organization { name } }")
    with running(
        database_url,
        keys_dir,
        metrics_token="let-me-see",
        documents="hybrid",
        documents_dir=tmp_path,
    ) as address:
        async with httpx.AsyncClient(base_url=address, timeout=60) as http:
            for _ in range(2):
                await replace(office.admin, http=http).ask((tmp_path / "one.graphql").read_text())
        found = await measures(address)
    assert found['okrlog_operations_total{kind="query",operation="Landing",outcome="ok"}'] == 2


async def test_sockets_and_streams_are_counted_when_they_begin(
    measured: str, office: Office
) -> None:
    before = await measures(measured)
    async with introduced(measured, office.admin.token) as socket:
        await socket.subscribe(NAMES)
        await socket.next()
        after = await measures(measured)
    name = 'okrlog_operations_total{kind="subscription",operation="organization",outcome="ok"}'
    assert grown(before, after, name) == 1
