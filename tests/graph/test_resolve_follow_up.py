"""Saying what came of something that was left for later, through the running server."""

from tests.graph.office import Office


async def test_what_was_left_is_resolved_with_what_came_of_it(office: Office) -> None:
    team = await office.team()
    member, stranger = await office.member(team), await office.person()
    cycle = await office.cycle("2027", startsOn="2027-01-01", endsOn="2027-12-31", started=False)
    parked = await office.admin.do(
        "parkItem", "followUp { id version }", text="A lift.", forCycleId=cycle, teamId=team
    )
    said = {"followUpId": parked["id"], "outcome": "It was mended."}
    assert parked["version"] == 1
    assert await stranger.refused("resolveFollowUp", "followUp", **said) == [("NOT_ALLOWED", "")]
    assert await member.refused("resolveFollowUp", "followUp", **(said | {"outcome": " "})) == [
        ("INVALID", "input.outcome")
    ]

    await member.do("resolveFollowUp", "followUp { id }", **said)

    shows = "text open outcome version"
    assert await office.seen("FollowUp", parked["id"], shows) == {
        "text": "A lift.",
        "open": False,
        "outcome": "It was mended.",
        "version": 2,
    }
    seen = await office.seen("Cycle", cycle, "inputs { followUps { open } }")
    assert seen == {"inputs": {"followUps": [{"open": False}]}}
    assert await member.refused("resolveFollowUp", "followUp", **said) == [
        ("WRONG_STATE", "input.followUpId")
    ]


async def test_what_is_about_something_private_is_not_found_by_others(office: Office) -> None:
    cycle = await office.cycle()
    private = await office.objective(cycle, visibility="PRIVATE")
    parked = await office.admin.do(
        "parkItem", "followUp { id }", text="Psst.", forCycleId=cycle, objectiveId=private
    )

    assert await (await office.person()).refused(
        "resolveFollowUp", "followUp", followUpId=parked["id"], outcome="So."
    ) == [("NOT_FOUND", "input.followUpId")]
