"""Trying a command on the running server: it answers what would be, and leaves no trace."""

import asyncio
from typing import Any

import pytest

from tests.graph.client import Answer
from tests.graph.inputs import mutations, noun_of, stated
from tests.graph.office import Office

DRY = {"dryRun": True}
REHEARSED = """
  mutation ($input: RecordCheckInInput!) {
    recordCheckIn(input: $input, command: { dryRun: true }) { position refusals { code } } }"""
WAY_UP = """checkIn { value keyResult { current version progress { value } objective {
  progress { value } alignments { to { ... on Objective { progress { value } } } } } } }"""


async def position(office: Office) -> int:
    seen = await office.admin.ask("{ organization { position } }")
    at: int = seen["organization"]["position"]
    return at


async def tried(office: Office, key_result: str, value: str, **command: Any) -> Answer:
    said = {"keyResultId": key_result, "value": value}
    return await office.admin.command("recordCheckIn", WAY_UP, said, DRY | command)


async def test_a_dry_run_shows_the_numbers_up_to_the_top_and_nobody_else_sees_them(
    office: Office,
) -> None:
    cycle = await office.cycle()
    company, objective = await office.objective(cycle), await office.objective(cycle)
    await office.align(objective, company, rollUp="MEAN")
    key_result = await office.key_result(objective)
    before = await position(office)

    payload = await tried(office, key_result, "15")

    assert payload["position"] is None
    assert payload["refusals"] == []
    would_be = payload["checkIn"]["keyResult"]
    assert (would_be["current"], would_be["progress"]) == ("15", {"value": "0.5"})
    assert would_be["objective"]["progress"] == {"value": "0.5"}
    assert would_be["objective"]["alignments"][0]["to"]["progress"] == {"value": "0.5"}
    assert await office.seen(
        "KeyResult", key_result, "current version checkIns { totalCount }"
    ) == {
        "current": None,
        "version": would_be["version"] - 1,
        "checkIns": {"totalCount": 0},
    }
    assert await office.seen("Objective", company, "progress { value }") == {
        "progress": {"value": None}
    }
    # The reader was added since; nothing else was written.
    assert await position(office) == before + 2


async def test_what_was_tried_can_be_done_after_all(office: Office) -> None:
    key_result = await office.started()

    await tried(office, key_result, "15", idempotencyKey="once")
    done = await office.admin.command(
        "recordCheckIn",
        WAY_UP,
        {"keyResultId": key_result, "value": "16"},
        {"idempotencyKey": "once"},
    )

    assert done["position"] == await position(office)
    assert await office.seen("KeyResult", key_result, "current") == {"current": "16"}


async def test_a_dry_run_is_refused_as_the_command_would_be(office: Office) -> None:
    key_result = await office.started()
    stranger = await office.person()
    said = {"keyResultId": key_result, "value": "15"}

    payload = await stranger.command("recordCheckIn", WAY_UP, said, DRY)
    stale = await tried(office, key_result, "15", expectedVersion=7)

    assert [each["code"] for each in payload["refusals"]] == ["NOT_ALLOWED"]
    assert [each["code"] for each in stale["refusals"]] == ["CHANGED_MEANWHILE"]
    assert payload["checkIn"] is stale["checkIn"] is None


async def test_several_dry_runs_of_one_operation_know_nothing_of_each_other(office: Office) -> None:
    key_result = await office.started()
    document = f"""mutation ($first: RecordCheckInInput!, $next: RecordCheckInInput!) {{
      tried: recordCheckIn(input: $first, command: {{ dryRun: true }}) {{ {WAY_UP} }}
      again: recordCheckIn(input: $next, command: {{ dryRun: true }}) {{ {WAY_UP} position }}
      done: recordCheckIn(input: $next) {{ {WAY_UP} position }}
    }}"""

    first, following = ({"keyResultId": key_result, "value": each} for each in ("20", "15"))
    seen = await office.admin.ask(document, first=first, next=following)

    assert seen["tried"]["checkIn"]["keyResult"]["current"] == "20"
    assert seen["again"].pop("position") is None
    assert seen["done"].pop("position") == await position(office)
    assert seen["again"] == seen["done"]


async def tried_in_the_end(office: Office, key_result: str, value: str) -> None:
    """Others may be writing for longer than a trial waits: then it is sent again, as it says."""
    said = {"input": {"keyResultId": key_result, "value": value}}
    while "errors" in (told := (await office.admin.post(REHEARSED, said)).json()):
        assert [each["extensions"]["code"] for each in told["errors"]] == ["UNAVAILABLE"]
    assert told["data"]["recordCheckIn"] == {"position": None, "refusals": []}


async def test_many_may_try_while_others_write(office: Office) -> None:
    key_result = await office.started()

    async def write(value: str) -> None:
        await office.check_in(key_result, value, occurredOn="2026-10-05")

    await asyncio.gather(
        *(tried_in_the_end(office, key_result, str(each)) for each in range(11, 19)),
        *(write(str(each)) for each in range(8)),
    )

    seen = await office.seen("KeyResult", key_result, "checkIns { totalCount }")
    assert seen == {"checkIns": {"totalCount": 8}}


@pytest.mark.parametrize("mutation", sorted(mutations()))
async def test_every_mutation_can_be_tried(office: Office, mutation: str) -> None:
    """What it is about is not there, so that it is refused; that it works histories show."""
    before = await position(office)
    said = stated(mutations()[mutation])

    await office.admin.command(mutation, f"{noun_of(mutation)} {{ __typename }}", said, DRY)

    assert await position(office) == before
