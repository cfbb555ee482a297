"""The log as typed facts: all of it, in order, as it was said, for whoever may learn of it."""

import json
from random import Random
from typing import Any

import pytest

from server.commands import Handler
from server.facts import kinds
from server.okr.terms import Clock
from tests.graph.both_ways import Reader, Said
from tests.graph.facts_in_full import everything, of_what_is_left, plain, said
from tests.histories import History

SEED = 5
STEPS = 260
PAGE = 40
PAGE = 40
EVENTS = """
  query ($first: Int, $after: Cursor, $last: Int, $before: Cursor, $filter: EventFilter) {{
    organization {{
      events(first: $first, after: $after, last: $last, before: $before, filter: $filter) {{
        edges {{ cursor node {{ {shows} }} }} nodes {{ id }}
        pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }}"""
HEADERS = "__typename id position cursor recordedAt chain actor { id }"


@pytest.fixture(scope="module")
async def history(handler: Handler) -> History:
    """Much that happened, to all kinds of things."""
    history = await History.begin(handler, Random(SEED), Clock.SIMULATED)
    await history.go_on(STEPS)
    return history


@pytest.fixture(scope="module")
async def reader(history: History) -> Reader:
    """Who began the organization, and sees whatever is private: they drafted none of it."""
    organization = history.organization
    return await Reader.of(organization.handler, organization.id, organization.actor.id)


async def window(reader: Reader, shows: str = HEADERS, **asked: Any) -> dict[str, Any]:
    """A window of the log, answered in both ways alike."""
    document = EVENTS.format(shows=shows)
    both = await reader.both(Said(document=document, variables=asked))
    assert both.answer == both.oracle
    assert both.planned
    answer = json.loads(both.answer)
    assert answer["errors"] == []
    found: dict[str, Any] = answer["data"]["organization"]["events"]
    assert [each["node"]["id"] for each in found["edges"]] == [e["id"] for e in found["nodes"]]
    return found


async def forth(reader: Reader, shows: str = HEADERS, **asked: Any) -> list[dict[str, Any]]:
    """All facts that a person learns of, from the first to the last, window by window."""
    nodes: list[dict[str, Any]] = []
    after: str | None = "0"
    while after is not None:
        found = await window(reader, shows, first=PAGE, after=after, **asked)
        nodes += [each["node"] for each in found["edges"]]
        info = found["pageInfo"]
        after = info["endCursor"] if info["hasNextPage"] else None
    return nodes


async def test_every_fact_is_read_in_order_and_without_a_gap(
    history: History, reader: Reader
) -> None:
    log = await history.organization.log()
    shown = await forth(reader)
    seen = {each["position"]: each for each in shown}
    assert [*seen] == sorted(seen)
    for row in log:
        each = seen[row["position"]]
        assert each["__typename"] == row["type"]
        assert each["chain"] == row["chain"].hex()
        assert each["actor"] == {"id": str(row["actor_id"])}


@pytest.mark.parametrize("kind", kinds())
async def test_facts_say_what_was_said(history: History, reader: Reader, kind: str) -> None:
    organization = history.organization
    facts = await organization.handler.log.facts(organization.id, 1, 10**6)
    shown = await forth(reader, everything(kind), filter={"types": [kind]})
    told = [said(fact) for fact in facts if type(fact).__name__ == kind]
    for each, fact in zip(map(plain, shown), told, strict=True):
        assert each == of_what_is_left(fact, each)
