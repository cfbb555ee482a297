"""A demo that was interrupted while it was loaded is told again, and to the end."""

import asyncio
from pathlib import Path

import pytest

from server.app import Okrlog
from server.auth import Tokens
from server.commands import Handler
from server.database import Database
from server.demo.load import NAME, load
from server.demo.welcome import welcome
from server.keys import signing_key
from server.live.hub import Hub
from server.log import Log
from server.settings import Settings
from tests.conftest import Clone


async def test_an_interrupted_demo_is_told_again_and_only_then(
    clone: Clone, tmp_path: Path
) -> None:
    async with clone() as url, Database(Settings(), url) as database:
        okrlog = Okrlog(
            settings=Settings(),
            database=database,
            handler=Handler(database=database, log=Log(database)),
            hub=Hub(database, Settings(), url),
            tokens=Tokens(key=signing_key(tmp_path, "tokens"), database=database),
        )
        loading = asyncio.create_task(load(okrlog))
        while not await database.anywhere("heads"):
            await asyncio.sleep(0.01)
        loading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await loading
        await load(okrlog)
        heads = await database.anywhere("heads")
        cut_short, whole = sorted(head["position"] for head in heads)
        assert cut_short < whole
        assert f"{NAME} is loaded: {whole} facts" in await welcome(okrlog, "http://here")
        await load(okrlog)
        assert await database.anywhere("heads") == heads
