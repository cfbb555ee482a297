"""A database that is strange, empty, or not ours to change."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import pytest

from server.migrate import owner_of
from tests.databases import RUN, named
from tests.faults.processes import begun, result, sentence

NOBODY = "00000000-0000-0000-0000-000000000000"
DATABASE = f"okrlog_test_{RUN}_empty"
LOGIN = f"okrlog_test_{RUN}_plain"
GRANTS = ("grant okrlog_request to <login>;", "grant create on database <name> to <login>;")


@pytest.fixture
async def empty(postgres: str, owner: asyncpg.Connection) -> AsyncIterator[str]:
    """The URL of an empty database, for its owner."""
    await owner.execute(f'create database "{DATABASE}"')
    yield named(postgres, DATABASE)
    await owner.execute(f'drop database "{DATABASE}" with (force)')


@pytest.fixture
async def plain(empty: str) -> AsyncIterator[str]:
    """Its URL for a login that may do nothing."""
    async with owner_of(empty) as owner:
        await owner.execute(f"create role \"{LOGIN}\" login password 'plain'")
        host = urlsplit(empty).netloc.rpartition("@")[2]
        yield urlsplit(empty)._replace(netloc=f"{LOGIN}:plain@{host}").geturl()
        await owner.execute(f'drop owned by "{LOGIN}"; drop role "{LOGIN}"')


def test_what_a_database_does_not_hold_is_named(empty: str, tmp_path: Path) -> None:
    there: dict[str, Any] = {"database_url": empty, "keys_dir": tmp_path}
    assert "`okrlog migrate`" in sentence("export", migrate_on_start=False, **there)
    assert sentence("export", **there) == (
        "There are 0 organizations: say which with --organization."
    )
    assert sentence("export", "--organization", NOBODY, **there) == (
        f"There is no organization {NOBODY}."
    )
    assert sentence("token", "--person", NOBODY, **there) == f"There is no active person {NOBODY}."
    begin = ("organization", "create", "Acme", "--administrator", "ada@acme.org")
    assert sentence(*begin, "--time-zone", "Mars/Base", **there) == (
        "time_zone: There is no time zone called 'Mars/Base'."
    )


async def test_a_login_without_rights_is_told_what_would_help(
    plain: str, owner: asyncpg.Connection, tmp_path: Path
) -> None:
    there: dict[str, Any] = {"database_url": plain, "keys_dir": tmp_path}
    told = sentence("migrate", **there)
    assert told.startswith("The login lacks a right (permission denied for database ")
    for advice in (
        "grant okrlog_request to <login>;",
        "grant create on database <name> to <login>;",
    ):
        assert advice in told
        given = advice.replace("<login>", f'"{LOGIN}"').replace("<name>", f'"{DATABASE}"')
        await owner.execute(given)
    assert begun(**there)


def test_a_login_of_requests_needs_no_rights_beside_an_owner(
    empty: str, plain: str, tmp_path: Path
) -> None:
    begun(database_url=plain, owner_database_url=empty, keys_dir=tmp_path)
    served = result("export", database_url=plain, migrate_on_start=False, keys_dir=tmp_path)
    assert len(served.splitlines()) == 3
