"""Debian's Chromium, and a server of one's own with the demo organization to look at."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import psutil
import pytest
from playwright.async_api import Browser, async_playwright

from server.auth import Tokens
from server.database import Database
from server.demo.load import NAME, THE_END
from server.demo.welcome import MOVED
from server.keys import signing_key
from server.settings import Settings
from tests.board.looking import Looker, Looking
from tests.conftest import WORKER
from tests.databases import RUN, Shared, cloned
from tests.demo import demo
from tests.graph.client import Client
from tests.graph.conftest import keys_dir
from tests.serving import running

__all__ = ["keys_dir"]

ALONE = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",  # it is root in containers
)
"""A browser that asks nobody but the tests' own servers."""


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("there is no Chromium")
    before = set(psutil.Process().children())
    async with async_playwright() as playwright:
        drivers = set(psutil.Process().children()) - before
        browser = await playwright.chromium.launch(executable_path=path, args=ALONE)
        yield browser
        await browser.close()
    # Else its end is noticed only after the loop's, and pytest tells of a process left behind.
    while any(each.is_running() for each in drivers):
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)  # the loop is told by a thread, a moment after the end itself


@pytest.fixture(scope="session")
async def demo_url(shared: Shared, postgres: str, keys_dir: Path) -> AsyncIterator[str]:
    """The worker's own copy of the demo organization's database."""
    name = f"okrlog_test_{RUN}_{WORKER}_board"
    async with demo(shared, postgres, keys_dir) as told, cloned(postgres, name, told) as url:
        yield url


@pytest.fixture(scope="session")
def address(demo_url: str, keys_dir: Path) -> Iterator[str]:
    with running(demo_url, keys_dir) as address:
        yield address


@pytest.fixture(scope="session")
async def administrator(address: str, demo_url: str, keys_dir: Path) -> AsyncIterator[Looker]:
    """Who looks: the demo's administrator."""
    async with (
        Database(Settings(), demo_url) as database,
        httpx.AsyncClient(base_url=address, timeout=60) as http,
    ):
        [row] = await database.everywhere("demo_welcome", NAME, MOVED, THE_END)
        tokens = Tokens(key=signing_key(keys_dir, "tokens"), database=database)
        token = tokens.issue(row["org_id"], row["person_id"], 3_600)
        yield Looker(
            address=address,
            client=Client(http=http, token=token, person_id=row["person_id"]),
            cycle=row["cycle_key"],
            key_result_id=str(row["key_result_id"]),
        )


@pytest.fixture
async def looking(browser: Browser, administrator: Looker) -> AsyncIterator[Looking]:
    """Opens boards; whatever their consoles complain about fails the test."""
    async with AsyncExitStack() as stack:
        looking = Looking(browser=browser, looker=administrator, stack=stack)
        yield looking
    assert looking.complaints == []
