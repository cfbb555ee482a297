"""A version of the state that was left is gone back to, with all that was recorded since."""

import asyncio
import shutil
from pathlib import Path
from random import Random

import asyncpg
import pytest

from server import migrate as migration
from server import queries, rebuild, release
from server.commands import Handler
from server.migrate import go_back, migrate
from server.migrate import rebuild as rebuild_state
from server.okr.people import add_person, grant_permission
from server.okr.redactions import redact_event
from server.okr.terms import Permission
from server.rebuild import NoWayBack
from tests import recomputed
from tests.databases import versions_in_use
from tests.histories import History
from tests.samples import Organization

LEFT = "select state_version, position from log.state_left where org_id = $1 order by 1"


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text of okrlog's SQL that a test may change."""
    copy = tmp_path / "sql"
    shutil.copytree(queries.SQL, copy)
    for module in (rebuild, queries, migration):
        monkeypatch.setattr(module, "SQL", copy)
    return copy


def change(path: Path, old: str, new: str) -> None:
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new))


async def test_where_nothing_was_left_there_is_no_way_back(
    served: Handler, own: asyncpg.Connection
) -> None:
    await Organization.begin(served)
    with pytest.raises(NoWayBack):
        await go_back(own)


async def test_all_that_was_recorded_since_is_there_again(
    served: Handler, own: asyncpg.Connection
) -> None:
    history = await History.begin(served, Random(5))
    await history.go_on(40)
    await rebuild_state(own)
    await history.go_on(40)
    late = await Organization.begin(served)
    gone = await go_back(own)
    assert [each.differences for each in gone] == [[], []]
    assert await versions_in_use(own) == {1}
    await history.go_on(20)
    await late.person()
    await recomputed.check(history.organization)
    assert [each.differences for each in await go_back(own)] == [[], []]
    assert await versions_in_use(own) == {2}


async def test_the_text_of_before_is_back_for_what_came_since_too(
    served: Handler, own: asyncpg.Connection, text: Path
) -> None:
    organization = await Organization.begin(served)
    await organization.objective_at("0.5")
    change(text / "functions" / "1_formula.sql", "linear/1", "linear/2")
    await migrate(own)
    await organization.objective_at("0.7")
    (gone,) = await go_back(own)
    assert gone.differences == ["progress"]
    await organization.person()
    formulas = await organization.rows("select distinct formula from progress where org_id = $1")
    assert {row["formula"] for row in formulas} == {"linear/1", "objective/1"}
    assert await migrate(own) != []  # the text is still the other one


async def test_what_a_later_release_made_is_left_as_it_is(
    served: Handler, own: asyncpg.Connection, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    organization = await Organization.begin(served)
    change(text / "functions" / "1_formula.sql", "linear/1", "linear/2")
    monkeypatch.setattr(rebuild, "RELEASE", "99.0")
    await migrate(own)
    monkeypatch.undo()
    assert release.is_later("99.0")
    assert await migrate(own) == []
    assert await versions_in_use(own) == {2}
    await go_back(own)
    assert await migrate(own) == []
    assert await versions_in_use(own) == {1}
    await organization.person()


async def test_words_that_were_redacted_since_do_not_come_back(
    served: Handler, own: asyncpg.Connection
) -> None:
    organization = await Organization.begin(served)
    redactor = await organization.person()
    said = {"person_id": redactor.person_id, "permission": Permission.REDACT}
    await organization.do(grant_permission, **said)
    await organization.do(add_person, name="Lily of the valley")
    event_id = (await organization.log())[-1]["event_id"]
    await rebuild_state(own)
    assert [tuple(row) for row in await own.fetch(LEFT, organization.id)] == [(1, 6)]
    await organization.by(redactor).do(
        redact_event, event_id=event_id, fields=None, reason="A name."
    )
    assert await own.fetch(LEFT, organization.id) == []
    assert await own.fetchval("select count(*) from state_1.people") == 0
    await go_back(own)
    names = {row["name"] for row in await own.fetch("select name from state_1.people")}
    assert "Lily of the valley" not in names
    assert len(names) == 3


async def test_a_digest_is_the_same_however_long_the_log_is(
    served: Handler, own: asyncpg.Connection
) -> None:
    organization = await Organization.begin(served)
    await own.execute("set search_path to state_1, state_1_now, log, pg_temp")
    await own.execute(
        "insert into revoked_tokens select $1, gen_random_uuid(), p, open_end(), p, $1, $1"
        " from generate_series(1, 2500) p",
        organization.id,
    )
    digest = "select rows, digest from state_digest($1, $2) where name = 'revoked_tokens'"
    whole, part = [await own.fetchrow(digest, organization.id, at) for at in (2500, 2499)]
    assert whole is not None
    assert part is not None
    assert (whole["rows"], part["rows"]) == (2500, 2499)
    assert whole["digest"] != part["digest"]
    await own.execute("delete from revoked_tokens where from_position = 2500")
    assert await own.fetchrow(digest, organization.id, 2500) == part


async def test_a_migration_that_stands_apart_makes_an_index_while_others_write(
    served: Handler, own: asyncpg.Connection, text: Path
) -> None:
    (text / "migrations" / "0999_looked_up.apart.sql").write_text(
        "-- For a question.\ndrop index concurrently if exists log.looked_up;\n"
        "create index concurrently looked_up on log.event (org_id, actor_id);\n"
    )
    await migrate(own)
    assert await own.fetchval("select to_regclass('log.looked_up') is not null")
    assert await migrate(own) == []


async def test_a_migration_that_was_the_victim_of_a_deadlock_is_tried_again(
    served: Handler, own: asyncpg.Connection, text: Path
) -> None:
    await own.execute("create sequence log.tries")
    (text / "migrations" / "0999_tried.sql").write_text(
        "-- For a word.\ndo $$ begin if nextval('log.tries') = 1 then "
        "raise exception 'others were first' using errcode = 'deadlock_detected'; end if; end $$;\n"
    )
    await migrate(own)
    assert await own.fetchval("select last_value from log.tries") == 2


async def test_a_migration_waits_for_others_and_lets_them_through(
    served: Handler, url: str, own: asyncpg.Connection, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    organization = await Organization.begin(served)
    monkeypatch.setattr(migration, "LOCK_TIMEOUT", "50ms")
    (text / "migrations" / "0999_noted.sql").write_text(
        "-- For a word.\nalter table log.event add column noted text;\n"
    )
    other = await asyncpg.connect(url)
    try:
        reading = other.transaction()
        await reading.start()
        await other.fetch("select from log.event")

        async def ended(_: float) -> None:
            await organization.person()
            await reading.rollback()

        monkeypatch.setattr(asyncio, "sleep", ended)
        await migrate(own)
    finally:
        await other.close()
    assert await own.fetchval("select count(noted) from log.event") == 0
