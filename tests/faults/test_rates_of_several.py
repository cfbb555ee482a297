"""What somebody spends at one server counts at the other one, and only theirs."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.rates import Gate
from server.settings import Settings
from server.spending import AT_ONCE, MOST, Spending
from tests.conftest import Clone
from tests.faults.processes import PATIENCE, Serving, begun, result

QUOTA = 8
NAME = "{ organization { name } }"
ADD = 'mutation { addPerson(input: { name: "Bob" }) { person { id } } }'


@pytest.fixture
async def two(clone: Clone, tmp_path: Path) -> AsyncIterator[tuple[Serving, Serving, Any]]:
    async with clone() as url:
        settings: dict[str, Any] = {"database_url": url, "keys_dir": tmp_path / "keys"}
        told = begun(**settings)
        limited = {**settings, "person_rate": QUOTA, "address_rate": 0}
        with Serving(**limited) as one, Serving(**limited) as other:
            yield one, other, {**told, **settings}


async def test_who_spent_all_at_one_server_has_nothing_left_at_the_other(
    two: tuple[Serving, Serving, Any],
) -> None:
    here, there, told = two
    token = told["token"]
    added = here.ask(token, ADD)["data"]["addPerson"]["person"]["id"]
    settings = {name: told[name] for name in ("database_url", "keys_dir")}
    bob = await asyncio.to_thread(result, "token", "--person", added, **settings)
    for _ in range(QUOTA - 1):
        assert here.post(token, NAME).status_code == httpx.codes.OK
    async with asyncio.timeout(PATIENCE):
        # Each of these takes one more, of a minute that flows back in 60 seconds.
        while there.post(token, NAME).status_code != httpx.codes.TOO_MANY_REQUESTS:
            await asyncio.sleep(0.2)
    assert there.post(bob.strip(), NAME).status_code == httpx.codes.OK


def test_what_is_told_is_bounded_names_nobody_and_comes_back_from_nobody_twice() -> None:
    class Quiet:
        def also(self, *_: object) -> None:
            """Hear nothing."""

    gate = Gate(Settings(person_rate=100, address_rate=0))
    database: Any = None
    notices: Any = Quiet()
    ours, theirs = (Spending(database, each, notices) for each in (gate, Gate(Settings())))
    for number in range(AT_ONCE * MOST + 50):
        gate.spend({"person": f"{number:018x}"})
    gate.spend({"person": "f" * 18})
    gate.spend({"person": "f" * 18})
    messages = list(ours.messages())
    assert len(messages) == MOST
    assert all(len(each) < 8_000 for each in messages)
    assert f'["person","{"f" * 18}",2]' in messages[0]
    left = gate.rates["person"].left("f" * 18)[0]
    ours.heard(messages[0])
    assert gate.rates["person"].left("f" * 18)[0] == left
    for text in ("", "[]", '{"process":"x","spent":[["nothing","y",1],["person","y",-5]]}'):
        theirs.heard(text)
    theirs.heard(messages[0])
    assert theirs._gate.rates["person"].left("f" * 18)[0] == 12_000 - 2
    assert not list(ours.messages())
