"""Finishing an objective through the running server."""

import pytest

from tests.graph.office import Office


async def test_a_finished_objective_keeps_its_numbers_and_takes_no_more(office: Office) -> None:
    cycle = await office.cycle()
    objective, above = await office.objective(cycle), await office.objective(cycle)
    await office.align(objective, above, rollUp="MEAN")
    key_result = await office.key_result(objective)
    await office.check_in(key_result, "15")

    await office.admin.do("closeObjective", "objective { id }", objectiveId=objective)

    half = {"progress": {"value": "0.5"}}
    shows = "state progress { value } keyResults { state }"
    assert await office.seen("Objective", objective, shows) == half | {
        "state": "CLOSED",
        "keyResults": [{"state": "CLOSED"}],
    }
    assert await office.seen("Objective", above, "progress { value }") == half
    assert await office.admin.refused(
        "recordCheckIn", "checkIn", keyResultId=key_result, value="20"
    ) == [("WRONG_STATE", "input.keyResultId")]


@pytest.mark.parametrize("state", ["DRAFT", "CLOSED"])
async def test_only_what_was_agreed_is_finished_and_only_once(office: Office, state: str) -> None:
    objective = await office.objective(await office.cycle(), active=state == "CLOSED")
    if state == "CLOSED":
        await office.admin.do("closeObjective", "objective { id }", objectiveId=objective)

    assert await office.admin.refused("closeObjective", "objective", objectiveId=objective) == [
        ("WRONG_STATE", "input.objectiveId")
    ]


async def test_a_member_does_not_finish_what_the_team_owns(office: Office) -> None:
    team = await office.team()
    member = await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)

    assert await member.refused("closeObjective", "objective", objectiveId=objective) == [
        ("NOT_ALLOWED", "")
    ]
    assert await office.seen("Objective", objective, "state") == {"state": "ACTIVE"}
