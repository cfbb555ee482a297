"""A comparison tells the difference of two answers about the past, and nothing else."""

from itertools import chain, combinations
from random import Random
from typing import Any, Protocol

import pytest

from server.commands import Handler
from tests.graph.both_ways import Reader
from tests.graph.compared import ALL, now
from tests.graph.office import Office
from tests.graph.test_as_of import deeds
from tests.histories import History

STATED = """title description ambition visibility dueOn priorityRank state
  owner { ... on Team { id } ... on Person { id } } accountable { id }"""
KEY_RESULT = """id title state weight current owner { id } progress { value }
  verb counted dueOn startConfidence indicatorKind ambition expectedScore growth discipline
  metric { kind unit baseline target lower upper strict opensOn closesOn opensWith openForDays
    milestones { title done } }
  score { agreed { value } } contributions { nodes { id target current } }"""
SIDES = f"""query ($asOf: AsOf) {{ organization(asOf: $asOf) {{ objectives(first: 300) {{ nodes {{
  id {STATED} progress {{ value }} score {{ agreed {{ value }} }}
  alignments {{ id rollUp weight rationale }}
  participants(first: 100) {{ nodes {{ id role }} }}
  keyResults {{ {KEY_RESULT} parts {{ {KEY_RESULT} }} }}
}} }} }} }}"""
ENDED = ("CLOSED", "WITHDRAWN")
MOVING = {
    "objectives": {"progress", "score"},
    "keyResults": {"progress", "score", "current"},
    "contributions": {"current"},
}
Side = dict[str, dict[str, Any]]


class Asks(Protocol):
    """Somebody who asks the graph."""

    async def ask(self, document: str, **variables: Any) -> Any:
        """The data of an operation that has to succeed."""


async def side(client: Asks, position: int) -> dict[str, Side]:
    """All that there was, each thing by its id, as the graph of then shows it."""
    data = await client.ask(SIDES, asOf={"position": position})
    shown: dict[str, Side] = {name: {} for name in (*MOVING, "alignments", "participants")}
    for objective in data["organization"]["objectives"]["nodes"]:
        whole = objective.pop("keyResults")
        for key_result in [*whole, *chain.from_iterable(each.pop("parts") for each in whole)]:
            given = key_result.pop("contributions")["nodes"]
            shown["contributions"] |= {each["id"]: each for each in given}
            shown["keyResults"][key_result["id"]] = key_result
        shown["participants"] |= {
            each["id"]: each for each in objective.pop("participants")["nodes"]
        }
        shown["alignments"] |= {each["id"]: each for each in objective.pop("alignments")}
        shown["objectives"][objective["id"]] = objective
    return shown


def became(name: str, before: Any, after: Any) -> str | None:
    """What became of a thing, told from how it was shown."""
    if before is None or after is None:
        return "ENDED" if after is None else "ADDED"
    if after.get("state") in ENDED and before["state"] not in ENDED:
        return "ENDED"
    moving = MOVING.get(name, set())
    differs = {key for key in before if (before[key] or None) != (after[key] or None)}
    agreed = [(each.get("score") or {}).get("agreed") for each in (before, after)]
    if agreed[0] == agreed[1]:
        differs.discard("score")
    if differs - moving:
        return "CHANGED"
    return "MOVED" if differs else None


async def differing(client: Asks, since: int, until: int) -> dict[str, dict[str, str]]:
    """What became of each thing between two positions, told from the two answers."""
    before, after = await side(client, since), await side(client, until)
    changes = {
        name: {
            noun: became(name, before[name].get(noun), after[name].get(noun))
            for noun in before[name].keys() | after[name].keys()
        }
        for name in before
    }
    return {
        name: {noun: change for noun, change in each.items() if change}
        for name, each in changes.items()
    }


async def told(client: Asks, since: int, until: int | None = None) -> dict[str, Any]:
    """The same, told by the graph."""
    document = f"""query ($from: AsOf!, $to: AsOf) {{ organization {{
      compare(from: $from, to: $to) {{ {ALL} }} }} }}"""
    said = {"from": {"position": since}, "to": until and {"position": until}}
    compared: dict[str, Any] = (await client.ask(document, **said))["organization"]["compare"]
    return compared


async def look_at(client: Asks, since: int, until: int) -> int:
    """Compare the two; answers how much became of things."""
    compared = await told(client, since, until)
    expected = await differing(client, since, until)
    assert (compared["fromPosition"], compared["toPosition"]) == (since, until)
    for name in expected:
        shown = {each["nounId"]: each["change"] for each in compared[name]}
        assert shown == expected[name], (name, since, until)
    all_of_them = [*chain.from_iterable(compared[name] for name in expected)]
    for each in all_of_them:
        assert each["positions"], each
        assert all(since < position <= until for position in each["positions"])
    return len(all_of_them)


@pytest.mark.row("R3-30")
async def test_a_comparison_is_the_difference_of_two_answers_about_the_past(
    office: Office,
) -> None:
    bob = await office.person()
    positions = [await now(office)]
    for mutation, shows, said in await deeds(office):
        await office.admin.do(mutation, shows, **said)
        positions.append(await now(office))

    for since, until in combinations(positions, 2):
        await look_at(bob, since, until)


@pytest.mark.parametrize("seed", range(2))
async def test_so_it_is_in_random_histories_for_whoever_asks(handler: Handler, seed: int) -> None:
    history = await History.begin(handler, Random(seed))
    organization, positions, told_of = history.organization, [1], 0
    for _ in range(3):
        await history.go_on(50)
        positions.append((await organization.log())[-1]["position"])
    people = [organization.actor.id, history.chance.person(), history.chance.person()]

    for person_id in people:
        reader = await Reader.of(handler, organization.id, person_id)
        for since, until in combinations(positions, 2):
            told_of += await look_at(reader, since, until)
    assert told_of > len(people)
