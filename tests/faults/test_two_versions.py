"""Two releases serve one database at once; neither pauses, and there is a way back."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from server.migrate import owner_of
from tests.conftest import Clone
from tests.databases import versions_in_use
from tests.faults.processes import Serving, begun, result
from tests.faults.reporters import (
    Reporter,
    a_key_result,
    assert_all_there_once,
    at_work,
    some_more,
)
from tests.graph.client import Client
from tests.serving import ROOT

ENOUGH = 10
FORMULAS = "select distinct formula from state_{}.progress where formula like 'linear%' order by 1"


def later_release(folder: Path) -> Path:
    """A copy of the code as a later release might be: another formula, and a column more."""
    for room in ("server", "schema", "sql"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    change(folder / "server" / "release.py", 'version("okrlog")', '"99.0"')
    change(folder / "sql" / "functions" / "1_formula.sql", "linear/1", "linear/2")
    change(folder / "sql" / "state" / "teams.sql", "  name text", "  motto text,\n  name text")
    return folder


def change(path: Path, old: str, new: str) -> None:
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new, 1))


@pytest.mark.timeout(600)
async def test_two_releases_serve_at_once_and_either_can_go(clone: Clone, tmp_path: Path) -> None:
    later = later_release(tmp_path / "later")
    async with clone() as url, owner_of(url) as owner:
        settings: dict[str, Any] = {"database_url": url, "keys_dir": tmp_path / "keys"}
        told = begun(**settings)
        with Serving(**settings) as old:
            async with client_at(old, told) as here:
                reporters = [await reporter(here, name) for name in ("here", "there")]
                async with (
                    at_work(reporters),
                    meanwhile(Serving(checkout=later, **settings)) as new,
                    client_at(new, told) as there,
                ):
                    assert await versions_in_use(owner) == {2}
                    reporters[1].client = there
                    await some_more(reporters, ENOUGH)
                    assert await formulas(owner, 2) == ["linear/2"]
                    await asyncio.to_thread(result, "rebuild", "--back", **settings)
                    assert await versions_in_use(owner) == {1}
                    await some_more(reporters, ENOUGH)
                    for each in reporters:
                        each.on_duty = False
                    await asyncio.gather(*(each.ask_again() for each in reporters))
        assert await formulas(owner, 1) == ["linear/1"]
        assert not any(each.outages for each in reporters)
        assert_all_there_once(reporters, **settings)


@asynccontextmanager
async def meanwhile(serving: Serving) -> AsyncIterator[Serving]:
    """Started and stopped while others go on."""
    await asyncio.to_thread(serving.__enter__)
    try:
        yield serving
    finally:
        await asyncio.to_thread(serving.__exit__, None, None, None)


@asynccontextmanager
async def client_at(serving: Serving, told: dict[str, str]) -> AsyncIterator[Client]:
    async with httpx.AsyncClient(base_url=serving.address, timeout=60) as http:
        yield Client(http=http, token=told["token"], person_id=UUID(told["personId"]))


async def reporter(client: Client, name: str) -> Reporter:
    return Reporter(name=name, client=client, key_result_id=await a_key_result(client, name))


async def formulas(owner: Any, version: int) -> list[str]:
    return [row["formula"] for row in await owner.fetch(FORMULAS.format(version))]
