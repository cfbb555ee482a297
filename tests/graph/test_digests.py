"""Digests: what happened lately and what waits, as data and posted once a week."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest

from server.auth import Tokens
from server.commands import Handler
from server.database import Database
from server.digests import Digests
from server.log import Log
from server.okr.check_ins import record_check_in
from server.okr.policies import ChangePolicy, change_policy
from server.okr.terms import Rhythm
from server.settings import Settings
from server.webhooks import NotDelivered
from tests.conftest import Clone
from tests.graph.earlier import Earlier
from tests.graph.office import Office
from tests.mailbox import Mailbox

SHOWS = """digest(since: "2025-01-06", on: "2025-01-13") { since on due overdue requests reports
  revisions obstacles moved { objective { id } before after } }"""
MONDAY = datetime(2025, 1, 13, 12, tzinfo=UTC)


@pytest.fixture
async def own(clone: Clone) -> AsyncIterator[Handler]:
    """A database with nobody else in it."""
    async with clone() as url, Database(Settings(), url) as database:
        yield Handler(database=database, log=Log(database))


async def a_week(
    http: httpx.AsyncClient, tokens: Tokens, handler: Handler
) -> tuple[Earlier, Any, Any]:
    """A week in which a key result was reported twice, and is due again."""
    earlier = await Earlier.begin(http, tokens, handler)
    objective, key_result = await earlier.a_quarter()
    weekly = ChangePolicy(reason="Agreed.")
    weekly.check_in_every = Rhythm.WEEKLY  # type: ignore[attr-defined]
    await earlier.do("2025-01-01T10:00", change_policy, **vars(weekly))
    for day, value in ((3, 10), (6, 30)):
        said = {"key_result_id": key_result, "occurred_on": date(2025, 1, day)}
        stated = said | {"value": Decimal(value), "obstacles": ["A wall"] if day == 6 else []}
        await earlier.do(f"2025-01-{day:02}T18:00", record_check_in, **stated)
    return earlier, objective, key_result


@pytest.mark.row("R1-110")
async def test_a_digest_tells_what_happened_and_what_waits_and_is_posted_once_a_week(
    http: httpx.AsyncClient, tokens: Tokens, handler: Handler, own: Handler, mailbox: Mailbox
) -> None:
    earlier, objective, key_result = await a_week(http, tokens, handler)
    about = {"KeyResult": key_result, "Objective": objective}
    shown = await earlier.seen("Objective", about["Objective"], "cycle { id }")
    told = {
        "since": "2025-01-06",
        "on": "2025-01-13",
        "due": 1,
        "overdue": 0,
        "requests": 0,
        "reports": 1,
        "revisions": 0,
        "obstacles": 1,
        "moved": [{"objective": {"id": str(objective)}, "before": "0.1", "after": "0.3"}],
    }
    owner = earlier.organization.actor.id
    for kind, noun in (("Person", owner), ("Cycle", shown["cycle"]["id"])):
        assert (await earlier.seen(kind, noun, SHOWS))["digest"] == told
    nothing = (await earlier.seen("Person", earlier.reader.person_id, SHOWS))["digest"]
    assert (nothing["due"], nothing["reports"], nothing["moved"]) == (0, 0, [])

    alone, objective, _ = await a_week(http, tokens, own)
    digests = Digests(database=own.database, address=mailbox.address, weekday=1)
    await digests.once(datetime(2025, 1, 12, 12, tzinfo=UTC))
    assert mailbox.got == []
    another = replace(digests)
    await asyncio.gather(digests.once(MONDAY), another.once(MONDAY))
    await another.once(MONDAY)
    posted = {each["id"]: each for each in (one.json() for one in mailbox.got)}
    assert len(mailbox.got) == len(posted) == 3
    mine = posted[str(alone.organization.actor.id)]
    assert (mine["kind"], mine["due"], mine["reports"], mine["obstacles"]) == ("Person", 1, 1, 1)
    moved = [{"objective_id": str(objective), "before": 0.1, "after": 0.3}]
    assert mine["moved"] == moved
    assert posted[str(alone.reader.person_id)]["moved"] == []
    keys = {each.key for each in mailbox.got}
    assert f"{alone.organization.id}/{alone.organization.actor.id}/2025-01-13" in keys


async def test_what_did_not_arrive_is_posted_again(
    own: Handler, http: httpx.AsyncClient, tokens: Tokens, mailbox: Mailbox
) -> None:
    await a_week(http, tokens, own)
    digests = Digests(database=own.database, address=mailbox.address, weekday=1)
    mailbox.status = 503
    with pytest.raises(NotDelivered, match=r"^the webhook answers 503$"):
        await digests.once(MONDAY)
    mailbox.status = 204
    mailbox.got.clear()
    await digests.once(MONDAY)
    assert len(mailbox.got) == 3


async def test_a_team_is_told_of_what_it_follows_and_nobody_of_what_is_private(
    office: Office,
) -> None:
    cycle, team, follower = await office.cycle(), await office.team(), await office.team()
    open_to_all = await office.objective(cycle, ownerTeamId=team)
    hidden = await office.objective(cycle, ownerTeamId=team, visibility="PRIVATE")
    for each in (open_to_all, hidden):
        await office.check_in(await office.key_result(each), "15")
    said = {"objectiveId": open_to_all, "role": "STAKEHOLDER", "teamId": follower}
    await office.admin.do("addParticipant", "participant { id }", **said)

    shows = "digest { reports moved { objective { id } } }"
    told = {"reports": 1, "moved": [{"objective": {"id": open_to_all}}]}
    assert (await office.seen("Team", follower, shows))["digest"] == told
    assert (await office.seen("Team", team, shows))["digest"] == told
    assert (await office.seen("Team", team, shows, office.admin))["digest"]["reports"] == 2
