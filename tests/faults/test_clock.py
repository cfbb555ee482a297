"""Clocks that step back: the log does not, and nobody is turned away for it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.embedded import EmbeddedPostgres
from server.migrate import owner_of
from tests.faults.conftest import Home
from tests.faults.processes import Serving, result
from tests.faults.reporters import assert_kept, at_work, some_more, staff

SOME = 8
HOUR = timedelta(hours=1)
NAME = "{ organization { name } }"
LATEST = "{ organization { recordedAt } }"
FOLDERS = [Path(each) for each in ("/usr/lib", "/usr/lib64", "/usr/local/lib")]
LIBRARIES = [found for folder in FOLDERS for found in folder.glob("**/libfaketimeMT.so.1")]

pytestmark = pytest.mark.skipif(not LIBRARIES, reason="there is no libfaketime")


@contextmanager
def set_by(clock: Path) -> Iterator[None]:
    """What is started meanwhile has the clock that a file says, as far from ours as it says."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("LD_PRELOAD", str(LIBRARIES[0]))
        environment.setenv("FAKETIME_TIMESTAMP_FILE", str(clock))
        environment.setenv("FAKETIME_CACHE_DURATION", "1")
        environment.setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        yield


async def noticed(url: str) -> datetime:
    """The time of the database, once that is ours again."""
    async with owner_of(url) as owner:
        while (now := await owner.fetchval("select clock_timestamp()")) > datetime.now(UTC) + HOUR:
            await asyncio.sleep(0.05)
    found: datetime = now
    return found


async def test_times_go_on_and_tokens_stay_good_where_the_clock_goes_back(home: Home) -> None:
    clock = home.data_dir / "clock"
    keys: dict[str, Any] = {"keys_dir": home.data_dir / "keys"}
    clock.write_text("+2h")
    with set_by(clock):
        embedded = EmbeddedPostgres.open(home.data_dir)
        of_then = result(
            "token", "--person", home.person_id, database_url=embedded.url, **keys
        ).strip()
    with embedded, Serving(database_url=embedded.url, **keys) as serving:
        async with staff(serving, home.told) as reporters:
            async with at_work(reporters):
                await some_more(reporters, SOME)
                clock.write_text("+0")
                now = await noticed(embedded.url)
                await some_more(reporters, SOME)
            await assert_kept(reporters)  # which includes that each time is later than the last
        [latest] = serving.ask(home.token, LATEST)["data"].values()
        assert datetime.fromisoformat(latest["recordedAt"]) > now
        assert serving.post(of_then, NAME).status_code == httpx.codes.OK
