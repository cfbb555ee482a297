"""A disk without room: nothing is said to be done that is not, and with room again it goes on."""

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import asyncpg
import httpx
import pytest

from server import migrate
from server.embedded import EmbeddedPostgres
from server.migrate import owner_of
from tests.faults.conftest import Home
from tests.faults.processes import Serving, postmaster, until
from tests.faults.reporters import assert_kept, at_work, some_more, some_outages, staff

ROOM = "256m"
SOME = 8
NAME = "{ organization { name } }"


@pytest.fixture
def small(furnished: Home, tmp_path: Path) -> Iterator[Path]:
    """A copy of the data directory on a disk of its own, which is soon full."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        subprocess.run(["cp", "-a", furnished.data_dir, disk], check=True)
        yield disk / "data"
    finally:
        if postmaster(disk / "data"):
            EmbeddedPostgres.open(disk / "data").close()
        subprocess.run(["umount", disk], check=True)


def filled(data_dir: Path) -> Path:
    """A file that takes all the room that is left."""
    ballast = data_dir / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(2**16))
    return ballast


async def test_what_finds_no_room_is_not_done_and_is_done_when_there_is_some(
    small: Path, furnished: Home
) -> None:
    with Serving(data_dir=small) as serving, EmbeddedPostgres.open(small) as embedded:
        async with staff(serving, furnished.told) as reporters:
            async with at_work(reporters):
                await some_more(reporters, SOME)
                ballast = filled(small)
                await some_outages(reporters, SOME)
                assert "fault" not in serving.said()
                assert "No space left on device" in serving.said()
                assert serving.post(furnished.token, NAME).status_code == httpx.codes.OK

                await without_room_for_its_log(embedded.url)
                until(lambda: serving.health() == httpx.codes.SERVICE_UNAVAILABLE)
                turned_away = serving.post(furnished.token, NAME)
                assert turned_away.status_code == httpx.codes.SERVICE_UNAVAILABLE
                assert turned_away.headers["Retry-After"] == "1"

                ballast.unlink()
                await some_more(reporters, SOME)
            await assert_kept(reporters)
            async with owner_of(embedded.url) as owner:
                [rebuilt] = await migrate.rebuild(owner)
            assert rebuilt.differences == []


async def without_room_for_its_log(url: str) -> None:
    """Let PostgreSQL begin another file of its log, for which it ends itself."""
    async with owner_of(url) as owner:
        with suppress(asyncpg.PostgresConnectionError):
            while True:  # it may have some files in reserve
                await owner.fetchval("select pg_switch_wal()")
                await owner.fetchval("select pg_logical_emit_message(true, '', 'x')")
