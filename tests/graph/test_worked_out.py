"""Findings and lineage beside the same worked out in Python, over random histories."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from server.auth import Tokens
from server.commands import Actor, Handler
from server.okr import events
from tests.graph.client import Client
from tests.graph.conftest import client_of
from tests.graph.worked_out import ALL, CODES, FOUND, Seen
from tests.histories import History, two_histories

SEEDS = (21, 22)
COMMANDS = 80


async def everything(reader: Client, document: str, name: str, **asked: Any) -> list[Any]:
    """A whole list, window by window."""
    found: list[Any] = []
    after, more = None, True
    while more:
        page = (await reader.ask(document, after=after, **asked))["organization"][name]
        found += page["nodes"]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    return found


def readers(history: History) -> list[UUID]:
    """Some who are still there, and see other private things."""
    facts = history.chance.facts
    left = {fact.person_id for fact in facts[events.PersonDeactivated]}
    added = [fact.person_id for fact in facts[events.PersonAdded]]
    people = [each for each in added if each not in left]
    return [*people[:1], *people[-2:]]


@pytest.mark.parametrize("seed", SEEDS)
async def test_findings_and_lineage_follow_from_what_is_seen(
    handler: Handler, http: httpx.AsyncClient, tokens: Tokens, seed: int
) -> None:
    for history in await two_histories(handler, seed, COMMANDS):
        for person in readers(history):
            actor = Actor(organization_id=history.organization.id, id=person)
            reader = client_of(http, tokens, actor)
            seen = Seen(await everything(reader, ALL, "objectives"))
            await compare_findings(reader, seen)
            for objective in seen.objectives:
                await compare_lineage(reader, seen, objective["id"])


async def compare_findings(reader: Client, seen: Seen) -> None:
    found = await everything(reader, FOUND, "findings")
    told = {(each["code"], each["node"]["id"]) for each in found if each["code"] in CODES}
    assert told == seen.findings()


async def compare_lineage(reader: Client, seen: Seen, objective: str) -> None:
    document = """query ($id: ID!) { node(id: $id) { ... on Objective {
      up: lineage(direction: UP, depth: 30) { from { id } node { id } }
      down: lineage(direction: DOWN, depth: 30) { from { id } node { id } } } } }"""
    answer = (await reader.ask(document, id=objective))["node"]
    for name in ("up", "down"):
        steps = [(each["from"]["id"], each["node"]["id"]) for each in answer[name]]
        assert len(steps) == len({*steps})
        assert {*steps} == seen.reached(objective, down=name == "down")
