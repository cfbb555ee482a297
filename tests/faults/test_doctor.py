"""`okrlog doctor` finds what is broken, each thing really broken here, and says what to do."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from server.doctor import examined
from server.keys import signing_key
from server.migrate import owner_of
from server.settings import Settings
from tests.conftest import Clone
from tests.databases import RUN, drop, named
from tests.faults.processes import Serving, begun, okrlog
from tests.serving import free_port

LOGIN = f"okrlog_test_{RUN}_doctor"
LATER = "create function public.clock_timestamp() returns timestamptz language sql as $$ {} $$"
HOUR = "select pg_catalog.clock_timestamp() + interval '1 hour'"
BROKEN: dict[str, tuple[str, str]] = {
    "migrations": (
        "delete from log.migration where name like '0001%'",
        "1 of the log are missing. Run `okrlog migrate`.",
    ),
    "walls": (
        "alter table log.event disable row level security",
        "log.event can be read or written by whoever asks.",
    ),
    "clock": (
        f"{LATER.format(HOUR)}; alter database {{name}} set search_path = public, pg_catalog",
        "Let both set their clocks by NTP.",
    ),
}


@pytest.fixture
async def url(clone: Clone) -> AsyncIterator[str]:
    async with clone() as url:
        yield url


@pytest.fixture
def said(tmp_path: Path) -> Callable[..., Settings]:
    """Settings under which nothing is wrong, with something else said."""
    signing_key(tmp_path / "keys", "tokens")

    def said(**more: Any) -> Settings:
        usual: dict[str, Any] = {
            "data_dir": tmp_path,
            "keys_dir": tmp_path / "keys",
            "port": free_port(),
        }
        return Settings(**(usual | more))

    return said


async def told(settings: Settings) -> dict[str, tuple[str, str]]:
    """How each thing is, and the sentence about it."""
    found = [each async for each in examined(settings)]
    return {each.what: (each.finding.state, each.finding.told) for each in found}


def assert_bad(found: dict[str, tuple[str, str]], what: str, sentence: str) -> None:
    state, said = found[what]
    assert state == "bad", found
    assert sentence in said
    others = {name: each for name, each in found.items() if name != what}
    assert "bad" not in {state for state, _ in others.values()}, others


async def test_nothing_is_wrong_with_what_is_as_it_should_be(
    url: str, said: Callable[..., Settings]
) -> None:
    found = await told(said(database_url=url))
    assert "bad" not in {state for state, _ in found.values()}, found
    assert found["logs"] == (
        "note",
        "there is no organization. Run `okrlog organization create`.",
    )
    for each in ("version", "clock", "migrations", "walls", "feed", "disk", "keys"):
        assert found[each][0] == "ok", found


@pytest.mark.parametrize("what", BROKEN)
async def test_what_is_broken_in_the_database_is_found_alone(
    url: str, said: Callable[..., Settings], what: str
) -> None:
    harm, sentence = BROKEN[what]
    async with owner_of(url) as owner:
        await owner.execute(harm.format(name=f'"{urlsplit(url).path[1:]}"'))
    assert_bad(await told(said(database_url=url)), what, sentence)


async def test_a_switch_that_endangers_the_log_is_found(
    url: str, said: Callable[..., Settings]
) -> None:
    async with owner_of(url) as owner:
        try:
            await owner.execute("alter system set full_page_writes = off")
            await owner.execute("select pg_reload_conf()")
            async with asyncio.timeout(60):
                while await owner.fetchval("show full_page_writes") != "off":
                    await asyncio.sleep(0.05)
            found = await told(said(database_url=url))
        finally:
            await owner.execute("alter system reset full_page_writes")
            await owner.execute("select pg_reload_conf()")
    assert_bad(found, "durability", "full_page_writes is off")


async def test_a_login_that_may_not_ask_is_told_which_right_it_lacks(
    url: str, said: Callable[..., Settings]
) -> None:
    async with owner_of(url) as owner:
        await owner.execute(f"create role \"{LOGIN}\" login password 'plain'")
        try:
            host = urlsplit(url).netloc.rpartition("@")[2]
            plain = urlsplit(url)._replace(netloc=f"{LOGIN}:plain@{host}").geturl()
            settings = said(database_url=plain, owner_database_url=url)
            assert_bad(await told(settings), "rights", f"grant okrlog_request to {LOGIN};")
            await owner.execute(f'grant okrlog_request to "{LOGIN}"')
            assert (await told(settings))["rights"][0] == "ok"
        finally:
            await owner.execute(f'drop role "{LOGIN}"')


async def test_a_feed_that_listens_elsewhere_is_found(
    url: str, clone: Clone, said: Callable[..., Settings]
) -> None:
    async with clone() as elsewhere:
        settings = said(database_url=url, owner_database_url=url, direct_database_url=elsewhere)
        assert_bad(await told(settings), "feed", "OKRLOG_DIRECT_DATABASE_URL")


async def test_what_others_can_read_and_a_full_disk_are_found(
    url: str, said: Callable[..., Settings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = said(database_url=url, data_dir="/proc")
    assert_bad(await told(full), "disk", "Make room")
    (tmp_path / "keys" / "tokens.pem").chmod(0o644)
    assert_bad(await told(said(database_url=url)), "keys", "Run: chmod -R go= ")
    (tmp_path / "keys" / "tokens.pem").chmod(0o600)
    secret = tmp_path / "okrlog_database_url"
    secret.write_text(url)
    secret.chmod(0o644)
    monkeypatch.setenv("OKRLOG_SECRETS_DIR", str(tmp_path))
    assert_bad(await told(said()), "secrets", f"Run: chmod o= {secret}")


async def test_an_empty_database_a_lost_one_and_a_server_without_one_are_found(
    url: str, postgres: str, said: Callable[..., Settings], tmp_path: Path
) -> None:
    settings: dict[str, Any] = {"database_url": url, "keys_dir": tmp_path / "keys"}
    begun(**settings)
    with Serving(**settings) as serving:
        found = await told(said(database_url=url, port=serving.port))
        assert (found["server"][0], found["logs"][0]) == ("ok", "ok")
        await drop(postgres, urlsplit(url).path[1:])
        found = await told(said(database_url=url, port=serving.port))
        assert found["server"][0] == "bad"
        assert "answers 503" in found["server"][1]
        assert found["database"][0] == "bad"
    found = await told(said(database_url="postgresql://okrlog@127.0.0.1:1/okrlog"))
    assert_bad(found, "database", "Look whether it runs, and at OKRLOG_DATABASE_URL.")
    found = await told(said(database_url=named(postgres, "postgres")))
    assert found["migrations"] == ("bad", "the database is empty. Run `okrlog migrate`.")


def test_the_command_ends_with_one_where_something_is_wrong(url: str, tmp_path: Path) -> None:
    fit = okrlog("doctor", database_url=url, keys_dir=tmp_path / "keys", port=free_port())
    assert fit.returncode == 0, fit
    assert "\nok    migrations: none is missing.\n" in fit.stdout
    ill = okrlog("doctor", database_url="postgresql://okrlog@127.0.0.1:1/okrlog", data_dir=tmp_path)
    assert ill.returncode == 1
    assert "bad   database: " in ill.stdout
    assert ill.stderr == "okrlog: Something is wrong: see above.\n"
