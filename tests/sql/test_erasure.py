"""Words that are gone: live state and replayed state agree, however words were shared."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

import asyncpg
import pytest

from server.commands import Handler, Rule
from server.okr import holds, people, redactions
from tests.chance import HOW_OFTEN
from tests.databases import look_in
from tests.histories import History

OFTEN: dict[Rule, int] = HOW_OFTEN | {
    redactions.redact_event: 40,
    redactions.forget_person: 8,
    people.deactivate_person: 3,
    holds.place_legal_hold: 0,
}
TABLES = """
  select c.relname as name from pg_class c
  where c.relnamespace = 'state_1'::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
"""


class Repeating(Random):
    """Dice that let people say the same words again and again."""

    def randrange(self, *bounds: Any) -> int:
        return super().randrange(*bounds) % 3 if bounds == (1000,) else super().randrange(*bounds)


async def rows(owner: asyncpg.Connection, history: History) -> dict[str, list[str]]:
    """Every row of the organization, of each table of the state."""
    found = {}
    for table in await owner.fetch(TABLES):
        text = f"select t::text from state_1.{table['name']} t where org_id = $1 order by 1"
        found[table["name"]] = [row[0] for row in await owner.fetch(text, history.organization.id)]
    return found


@asynccontextmanager
async def rolled_back(owner: asyncpg.Connection) -> AsyncIterator[None]:
    transaction = owner.transaction()
    await transaction.start()
    try:
        yield
    finally:
        await transaction.rollback()


@pytest.mark.parametrize("dice", [Random(3), Random(4), Repeating(5), Repeating(6)], ids=str)
async def test_what_is_shown_is_what_a_replay_shows(
    handler: Handler, owner: asyncpg.Connection, dice: Random
) -> None:
    history = await History.begin(handler, dice)
    await look_in(owner, 1)
    for _ in range(6):
        await history.go_on(40, OFTEN)
        live, organization = await rows(owner, history), history.organization.id
        async with rolled_back(owner):
            await owner.execute("select clear($1, elsewhere => false)", organization)
            await owner.execute(
                "select replay($1, 0, (select position from log.head where org_id = $1))",
                organization,
            )
            replayed = await rows(owner, history)
        assert live == replayed
    assert history.done[redactions.redact_event]
