"""Words that are gone: live state and replayed state agree, however words were shared."""

from random import Random
from typing import Any

import asyncpg
import pytest

from server.commands import Handler, Rule
from server.losses import Busy
from server.migrate import rebuild
from server.okr import holds, people, redactions
from server.okr.terms import Permission
from server.queries import query
from tests.chance import HOW_OFTEN
from tests.databases import look_in, rolled_back, versions_in_use
from tests.histories import History
from tests.samples import Organization

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


@pytest.mark.parametrize(
    ("dice", "seed"), [(Random, 7), (Random, 4), (Repeating, 5), (Repeating, 6)]
)
async def test_what_is_shown_is_what_a_replay_shows(
    handler: Handler, owner: asyncpg.Connection, dice: type[Random], seed: int
) -> None:
    history = await History.begin(handler, dice(seed))
    await look_in(owner, 1)
    for _ in range(6):
        await history.go_on(40, OFTEN)
        await history.entrust()
        await history.try_on(redactions.redact_event)
        live, organization = await rows(owner, history), history.organization.id
        async with rolled_back(owner):
            await owner.execute("select clear($1, elsewhere => false)", organization)
            await owner.execute(
                "select replay($1, 0, (select position from log.head where org_id = $1))",
                organization,
            )
            replayed = await rows(owner, history)
        assert live == replayed
    assert history.done[redactions.redact_event] >= 6


async def a_redaction(organization: Organization, note: str) -> None:
    """A note is taken away by somebody who may."""
    redactor = await organization.person()
    said = {"person_id": redactor.person_id, "permission": Permission.REDACT}
    await organization.do(people.grant_permission, **said)
    await organization.check_in(await organization.key_result(), 12, note=note)
    event = (await organization.log())[-1]["event_id"]
    redact = {"event_id": event, "fields": None, "reason": "It names somebody."}
    await organization.by(redactor).do(redactions.redact_event, **redact)


async def test_an_earlier_version_of_the_state_keeps_nothing(
    served: Handler, own: asyncpg.Connection
) -> None:
    organization = await Organization.begin(served)
    await organization.check_in(await organization.key_result(), 12, note="Of old")
    await rebuild(own)
    assert await versions_in_use(own) == {2}
    assert await own.fetchval("select count(*) from state_1.check_ins")

    await a_redaction(organization, "Nobody may read this")

    for table in await own.fetch(TABLES):
        assert not await own.fetchval(f"select count(*) from state_1.{table['name']}")
    assert await own.fetchval("select count(*) from state_2.check_ins where note is not null")


async def test_while_a_state_is_filled_nothing_is_redacted(
    served: Handler, own: asyncpg.Connection
) -> None:
    organization = await Organization.begin(served)
    await own.execute(query("lock_migration"))
    try:
        with pytest.raises(Busy):
            await a_redaction(organization, "Nobody may read this")
    finally:
        await own.execute(query("unlock_migration"))
    await a_redaction(organization, "Nobody may read this")
