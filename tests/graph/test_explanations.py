"""Every number is its own explanation: computed again from the answer alone."""

import re
from random import Random
from typing import Any

import httpx
import pytest

from server.auth import Tokens
from server.commands import Handler
from server.queries import SQL
from tests import explained
from tests.graph.client import Client
from tests.graph.conftest import client_of
from tests.histories import History, two_histories

SEEDS = (11, 12, 13)
COMMANDS = 60
MOMENTS = 4


async def numbers(reader: Client, position: int) -> list[dict[str, Any]]:
    """Every objective and key result that somebody sees, as of a position."""
    found: list[dict[str, Any]] = []
    after, more = None, True
    while more:
        answer = await reader.ask(explained.ALL, at=position, after=after)
        page = answer["organization"]["objectives"]
        for objective in page["nodes"]:
            found += [objective, *objective["keyResults"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    return found


def test_every_formula_is_computed_again() -> None:
    texts = [
        path.read_text()
        for path in (SQL / "functions").glob("*.sql")
        if path.stem
        != "2_numbered_as"  # of programme numbers, which tests/graph/programme.py knows
    ]

    named = {each for text in texts for each in re.findall(r"'(\w+/\d+)'", text)}
    assert named == {*explained.MEASURED, "objective/1"}


@pytest.mark.parametrize("seed", SEEDS)
async def test_every_number_is_its_own_explanation(
    handler: Handler, http: httpx.AsyncClient, tokens: Tokens, seed: int
) -> None:
    for history in await two_histories(handler, seed, COMMANDS):
        reader = client_of(http, tokens, history.administrator())
        for position in await moments(history, Random(seed)):
            for answer in await numbers(reader, position):
                explained.check(answer)
                assert answer["progress"]["causedBy"] <= position


async def moments(history: History, dice: Random) -> list[int]:
    """Some positions of a history, the last one among them."""
    last = len(await history.organization.kinds())
    return [*dice.sample(range(1, last), MOMENTS), last]
