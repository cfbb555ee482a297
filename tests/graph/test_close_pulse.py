"""Closing pulses through the running server: what is shown, of how many, and when."""

import asyncpg
import pytest

from tests.graph.office import Office
from tests.graph.programme import numbers
from tests.graph.pulses import SHOWS, agreed, answered, closed, opened, shown

NOTHING = {"question": "TRUST", "answers": None, "mean": None}


@pytest.mark.row("R1-115")
async def test_of_fewer_answers_than_was_promised_nothing_is_shown_or_kept(
    office: Office, owner: asyncpg.Connection
) -> None:
    await agreed(office, 4)
    cycle = await office.cycle()
    pulse = await opened(office, cycle, "TRUST", "LEARNED")
    for _ in range(3):
        await answered(await office.person(), pulse, TRUST=1, LEARNED="Little")
    await agreed(office, 3)
    await closed(office, pulse)

    seen = await shown(office, pulse)
    assert (seen["answersLeast"], seen["answered"], seen["withheld"]) == (4, 3, True)
    assert (seen["questions"][0], seen["remarks"]) == (NOTHING, [])
    number = (await numbers(office, "Cycle", cycle))["TRUST"]
    assert (number["value"], number["items"][0]["because"]) == (
        None,
        "Fewer answered than was promised.",
    )
    body = "select body from log.event where type = 'PulseClosed' and stream_id = $1"
    assert '"remarks":[],"tallies":[]' in await owner.fetchval(body, pulse)
    left = "select count(*) from log.ballot where pulse_id = $1"
    assert await owner.fetchval(left, pulse) == 0


async def test_who_tries_to_close_it_is_told_whether_enough_answered_and_not_what(
    office: Office,
) -> None:
    await agreed(office)
    pulse = await opened(office, await office.cycle(), "TRUST", "LEARNED")
    said, tried = {"pulseId": pulse}, {"dryRun": True}
    for number, score in enumerate((1, 5, 5), 1):
        await answered(await office.person(), pulse, TRUST=score, LEARNED="Much")
        would_be = await office.admin.command("closePulse", f"pulse {{ {SHOWS} }}", said, tried)
        seen = would_be["pulse"]
        assert (would_be["refusals"], seen["state"]) == ([], "CLOSED")
        assert (seen["answered"], seen["withheld"]) == (number, number < 3)
        assert (seen["questions"][0], seen["remarks"]) == (NOTHING, [])
    assert (await shown(office, pulse))["state"] == "OPEN"


async def test_who_asked_or_looks_after_it_closes_it_once(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()
    manager, member = await office.member(team, "MANAGER"), await office.member(team)
    pulse = await opened(office, cycle, by=office.admin, teamId=team)
    unseen = {"pulseId": team}

    assert await member.refused("closePulse", "pulse", pulseId=pulse) == [("NOT_ALLOWED", "")]
    assert await manager.refused("closePulse", "pulse", **unseen) == [
        ("NOT_FOUND", "input.pulseId")
    ]
    await manager.do("closePulse", "pulse { id }", pulseId=pulse)
    again = await manager.refused("closePulse", "pulse", pulseId=pulse)
    assert again == [("WRONG_STATE", "input.pulseId")]


async def test_what_came_of_it_stays_as_it_was_at_each_moment(office: Office) -> None:
    await agreed(office)
    pulse = await opened(office, await office.cycle())
    for score in (1, 5, 5):
        await answered(await office.person(), pulse, TRUST=score)
    position = (await office.admin.ask("{ organization { position } }"))["organization"]["position"]
    await closed(office, pulse)

    document = """query ($id: ID!, $asOf: AsOf) { node(id: $id, asOf: $asOf) { ... on Pulse {
      state questions { mean } } } }"""
    reader = await office.person()
    for as_of, state, mean in (
        (None, "CLOSED", "3.666666666667"),
        ({"position": position}, "OPEN", None),
    ):
        seen = (await reader.ask(document, id=pulse, asOf=as_of))["node"]
        assert seen == {"state": state, "questions": [{"mean": mean}]}
