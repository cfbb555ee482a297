"""Random histories leave nothing out: every mutation happens, and all that is hard to fold."""

from random import Random
from typing import Any
from uuid import UUID

import pytest

from schema.mutation import Mutation
from server.commands import Handler, Rule
from server.okr import check_ins, events, objectives, teams
from server.okr.terms import Clock, TeamRole, Visibility
from tests.histories import STEPS, History, two_histories
from tests.sql.test_random_histories import TREES

SEED = 20260103
COMMANDS = 40
# What leaves is sent over HTTP or on the command line, and noted then; restores are told there too.
BESIDES = {"export_log", "restore_log"}


@pytest.fixture(scope="module")
async def histories(handler: Handler) -> list[History]:
    """The same two every time."""
    return await two_histories(handler, SEED, COMMANDS)


def mutations() -> set[str]:
    definition = Mutation.__strawberry_definition__  # type: ignore[attr-defined]
    return {each.python_name for each in definition.fields}


def test_every_mutation_has_a_step() -> None:
    assert {rule.__name__ for rule in STEPS} == mutations() | BESIDES


def test_every_mutation_happens(histories: list[History]) -> None:
    done = {rule.__name__ for history in histories for rule, times in history.done.items() if times}
    assert done == mutations() | BESIDES


def test_two_organizations_live_side_by_side(histories: list[History]) -> None:
    assert len({history.organization.id for history in histories}) == 2
    assert {history.clock for history in histories} == set(Clock)


def test_some_objectives_are_private(histories: list[History]) -> None:
    said = drawn(histories[0], objectives.create_objective)
    assert {each["visibility"] for each in said} == set(Visibility)


def test_some_values_are_back_dated(histories: list[History]) -> None:
    said = drawn(histories[0], check_ins.record_check_in)
    days = {each.get("occurred_on") for each in said}
    assert any(day is not None and day < histories[0].chance.today for day in days)


def test_some_people_change_their_role_in_a_team(histories: list[History]) -> None:
    roles: dict[tuple[UUID, UUID], set[TeamRole]] = {}
    for each in drawn(histories[0], teams.add_team_member):
        roles.setdefault((each["team_id"], each["person_id"]), set()).add(each["role"])
    assert set(TeamRole) in roles.values()


async def test_trees_have_diamonds(handler: Handler) -> None:
    history, found = await History.begin(handler, Random(SEED)), 0
    for _ in range(20):
        await history.go_on(50, TREES)
        found = await diamonds(history)
        if found:
            break
    assert found > 0


def drawn(history: History, rule: Rule) -> list[dict[str, Any]]:
    """What somebody might say there, many times over."""
    return [STEPS[rule](history.chance) for _ in range(500)]


async def diamonds(history: History) -> int:
    """How often an objective came to support another in two ways."""
    found, above = 0, dict[UUID, set[UUID]]()
    ends: dict[UUID, tuple[UUID, UUID]] = {}
    for fact in await facts(history):
        if isinstance(fact, events.ObjectiveAligned) and fact.to_objective_id is not None:
            low, high = ends[fact.alignment_id] = (fact.objective_id, fact.to_objective_id)
            others = above.setdefault(low, set())
            found += any(reached(each, above) & reached(high, above) for each in others)
            others.add(high)
        elif isinstance(fact, events.AlignmentRemoved) and fact.alignment_id in ends:
            low, high = ends[fact.alignment_id]
            above[low].discard(high)
    return found


def reached(start: UUID, above: dict[UUID, set[UUID]]) -> set[UUID]:
    """An objective and all that it leads to."""
    return {start}.union(*(reached(each, above) for each in above.get(start, ())))


async def facts(history: History) -> list[events.Fact]:
    """All that happened, in order."""
    organization = history.organization
    head = (await organization.log())[-1]["position"]
    return await organization.handler.log.facts(organization.id, 1, head)
