"""The state is what the log says: replayed it is the same, and what differs is never swapped in."""

from random import Random
from typing import Any

import asyncpg
import pytest

from server import rebuild as rebuilding
from server.commands import Handler
from server.migrate import rebuild
from server.queries import SQL
from server.rebuild import Rebuilt, StateBuilder
from tests import moves, recomputed
from tests.databases import versions_in_use
from tests.entries import append, arrival, entry
from tests.histories import History, two_histories
from tests.samples import Organization

NOBODY = """
  insert into team_members
  select org_id, id, 1, 2, 1, id, id, 'MEMBER', now() from people where version = 1
"""
TABLES = """
  select c.relname as name from pg_class c
  where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
"""


async def rows(own: asyncpg.Connection, version: int) -> dict[str, set[Any]]:
    """Every row of a version of the state, of all times and organizations."""
    names = [row["name"] for row in await own.fetch(TABLES, f"state_{version}")]
    made = [
        path for path in (SQL / "state").glob("[a-z]*.sql") if "create table" in path.read_text()
    ]
    assert {*names} == {path.stem for path in made}
    return {
        name: {
            row["line"]
            for row in await own.fetch(f"select t::text as line from state_{version}.{name} t")
        }
        for name in names
    }


@pytest.mark.parametrize(("seed", "chunk"), [(11, 500), (12, 1), (14, 7)])
async def test_a_replay_gives_the_very_rows_that_are_live(
    served: Handler,
    own: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    chunk: int,
) -> None:
    monkeypatch.setattr(rebuilding, "CHUNK", chunk)
    both = await two_histories(served, seed, 100)
    rebuilt = await rebuild(own)
    assert [each.differences for each in rebuilt] == [[], []]
    assert await versions_in_use(own) == {2}
    live, replayed = await rows(own, 1), await rows(own, 2)
    assert {name for name, lines in live.items() if not lines} == set()
    assert live == replayed
    assert {each.facts for each in rebuilt} == {len(await each.organization.log()) for each in both}


async def test_a_fold_that_is_cancelled_says_nothing_of_the_fact(
    served: Handler, url: str, own: asyncpg.Connection
) -> None:
    organization = await Organization.begin(served)
    shadow = Rebuilt(organization_id=organization.id, before=1, facts=0)
    holder = await asyncpg.connect(url)
    try:
        await holder.execute("begin")
        await holder.execute("lock table state_1.organizations in access exclusive mode")
        await own.execute("set statement_timeout = '100ms'")
        with pytest.raises(asyncpg.QueryCanceledError):
            await StateBuilder(own).follow(shadow, 1, 3)
    finally:
        await holder.close()


async def test_what_was_rebuilt_goes_on(served: Handler, own: asyncpg.Connection) -> None:
    history = await History.begin(served, Random(1))
    for _ in range(2):
        await history.go_on(40)
        assert [each.differences for each in await rebuild(own)] == [[]]
    await history.go_on(40)
    assert await versions_in_use(own) == {3}
    await recomputed.check(history.organization)
    await moves.check(history.organization)


async def test_long_logs_are_replayed_piece_by_piece(
    served: Handler, own: asyncpg.Connection
) -> None:
    organization = await Organization.begin(served)
    for _ in range(3):
        await append(organization, entry(organization, *(arrival() for _ in range(400))))
    (rebuilt,) = await rebuild(own)
    assert (rebuilt.facts, rebuilt.differences) == (1203, [])
    assert await rows(own, 1) == await rows(own, 2)


@pytest.fixture(scope="module")
async def history(handler: Handler) -> History:
    history = await History.begin(handler, Random(2))
    await history.go_on(60)
    return history


async def digests(owner: asyncpg.Connection, history: History) -> dict[str, bytes]:
    organization_id = history.organization.id
    rows = await owner.fetch("select * from state_digest($1, 1000)", organization_id)
    return {row["name"]: row["digest"] for row in rows}


@pytest.mark.parametrize(
    ("table", "tampering"),
    [
        ("progress", "update progress set value = 1 where value < 1"),
        ("progress", "update progress set caused_by = caused_by - 1"),
        ("people", "update people set name = 'Eve'"),
        ("check_ins", "update check_ins set note = 'quiet' where note is not null"),
        ("check_ins", "delete from check_ins where to_position = open_end()"),
        ("alignments", "update alignments set weight = weight + 1"),
        ("key_results", "update key_results set shift = coalesce(shift, 0) + 1"),
        ("objectives", "update objectives set title = title || '!' where to_position < 10^10"),
        ("team_members", NOBODY),
    ],
)
async def test_the_digest_of_a_table_sees_every_change(
    owner: asyncpg.Connection, history: History, table: str, tampering: str
) -> None:
    before = await digests(owner, history)
    transaction = owner.transaction()
    await transaction.start()
    try:
        status = await owner.execute(tampering)
        after = await digests(owner, history)
    finally:
        await transaction.rollback()
    assert not status.endswith(" 0")
    assert {name for name in before if before[name] != after[name]} == {table}


async def test_what_was_tampered_with_is_not_swapped_in(
    served: Handler, own: asyncpg.Connection
) -> None:
    organization = await Organization.begin(served)
    await own.execute("update state_1.people set name = 'Eve'")
    (rebuilt,) = await rebuild(own)
    assert rebuilt.differences == ["people"]
    assert await versions_in_use(own) == {1}
    assert await own.fetchval("select to_regnamespace('state_2') is null")
    await organization.person()


async def test_nothing_is_swapped_where_one_organization_differs(
    served: Handler, own: asyncpg.Connection
) -> None:
    sound, tampered = [await Organization.begin(served) for _ in range(2)]
    await own.execute("update state_1.people set name = 'Eve' where org_id = $1", tampered.id)
    differences = {each.organization_id: each.differences for each in await rebuild(own)}
    assert differences == {sound.id: [], tampered.id: ["people"]}
    assert await versions_in_use(own) == {1}
