"""Leaving something for a later cycle, through the running server."""

import pytest

from tests.graph.office import Office

NEXT = {"startsOn": "2027-01-01", "endsOn": "2027-03-31"}


@pytest.mark.row("R1-50")
async def test_what_can_wait_is_found_in_the_cycle_it_waits_for(office: Office) -> None:
    team = await office.team()
    member = await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)
    report = await office.check_in(key_result, "12", by=member, obstacles=["The lift is slow"])
    (obstacle,) = (await office.seen("CheckIn", report, "obstacles { id }"))["obstacles"]
    following = await office.cycle("2027-Q1", started=False, **NEXT)
    later = await office.cycle("2027-Q2", started=False, startsOn="2027-04-01", endsOn="2027-06-30")

    await member.do(
        "parkItem",
        "followUp { id }",
        text="Mend the lift.",
        forCycleId=following,
        obstacleId=obstacle["id"],
    )

    shows = """inputs { followUps { text open outcome forCycle { key } ofCycle { key }
      obstacle { text } keyResult { id } objective { id } author { id } } }"""
    assert (await office.seen("Cycle", following, shows))["inputs"]["followUps"] == [
        {
            "text": "Mend the lift.",
            "open": True,
            "outcome": None,
            "forCycle": {"key": "2027-Q1"},
            "ofCycle": {"key": "2026-Q4"},
            "obstacle": {"text": "The lift is slow"},
            "keyResult": {"id": key_result},
            "objective": {"id": objective},
            "author": {"id": str(member.person_id)},
        }
    ]
    assert (await office.seen("Cycle", later, shows))["inputs"]["followUps"] == []


async def test_who_has_a_hand_in_it_parks_it(office: Office) -> None:
    team = await office.team()
    member, stranger = await office.member(team), await office.person()
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)
    following = await office.cycle("2027-Q1", started=False, **NEXT)
    said = {"text": "Later.", "forCycleId": following}

    for about in ({"objectiveId": objective}, {"keyResultId": key_result}, {"teamId": team}):
        await member.do("parkItem", "followUp { id }", **said, **about)
        refused = await stranger.refused("parkItem", "followUp", **said, **about)
        assert refused == [("NOT_ALLOWED", "")]
    await stranger.do("parkItem", "followUp { id }", **said)


async def test_an_item_has_words_one_subject_and_a_cycle_that_is_not_over(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    team = await office.team()
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    assert await office.admin.refused(
        "parkItem", "followUp", text=" ", forCycleId=cycle, objectiveId=objective, teamId=team
    ) == [
        ("INVALID", "input.text"),
        ("INVALID", "input.teamId"),
        ("CYCLE_IS_CLOSED", "input.forCycleId"),
    ]
