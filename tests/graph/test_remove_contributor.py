"""Ending a contributor's part through the running server."""

from tests.graph.office import Office

STANDS = "current progress { value } contributions { totalCount }"


async def remove(office: Office, contribution: str) -> None:
    await office.admin.do("removeContributor", "keyResult { id }", contributionId=contribution)


async def test_what_was_reached_stays_and_belongs_to_nobody(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    contribution = await office.contributor(key_result, bob)
    await office.check_in(key_result, "3", by=bob)

    await remove(office, contribution)

    assert await office.seen("KeyResult", key_result, STANDS) == {
        "current": "13",
        "progress": {"value": "0.3"},
        "contributions": {"totalCount": 0},
    }
    assert await office.seen("Contribution", contribution, "target") is None
    shows = "contributions { totalCount }"
    seen = await office.seen("Person", str(bob.person_id), shows)
    assert seen == {"contributions": {"totalCount": 0}}


async def test_a_later_report_of_the_whole_counts_as_it_stands(office: Office) -> None:
    key_result, bob, eve = await office.started(), await office.person(), await office.person()
    contribution = await office.contributor(key_result, bob)
    await office.contributor(key_result, eve)
    await office.check_in(key_result, "3", by=bob)
    await office.check_in(key_result, "2", by=eve)
    await remove(office, contribution)

    await office.check_in(key_result, "17")
    assert (await office.seen("KeyResult", key_result, "current")) == {"current": "17"}
    await office.check_in(key_result, "4", by=eve)
    assert (await office.seen("KeyResult", key_result, "current")) == {"current": "19"}


async def test_who_was_released_collaborates_and_can_take_on_a_new_part(office: Office) -> None:
    team = await office.team()
    bob = await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)
    contribution = await office.contributor(key_result, bob)
    await office.check_in(key_result, "3", by=bob)

    await remove(office, contribution)
    shows = "contributors { totalCount } collaborators { nodes { id } }"
    assert await office.seen("Objective", objective, shows) == {
        "contributors": {"totalCount": 0},
        "collaborators": {"nodes": [{"id": str(bob.person_id)}]},
    }

    await office.contributor(key_result, bob)
    await office.check_in(key_result, "1", by=bob)
    assert (await office.seen("KeyResult", key_result, "current")) == {"current": "14"}


async def test_who_was_released_reports_no_more(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    await remove(office, await office.contributor(key_result, bob))

    assert await bob.refused("recordCheckIn", "checkIn", keyResultId=key_result, value="1") == [
        ("NOT_ALLOWED", "")
    ]


async def test_a_part_ends_once(office: Office) -> None:
    contribution = await office.contributor(await office.started(), office.admin)
    await remove(office, contribution)

    assert await office.admin.refused(
        "removeContributor", "keyResult", contributionId=contribution
    ) == [("NOT_FOUND", "input.contributionId")]


async def test_contributors_leave_by_themselves_and_release_nobody(office: Office) -> None:
    key_result, bob, eve = await office.started(), await office.person(), await office.person()
    contribution = await office.contributor(key_result, bob)
    await office.contributor(key_result, eve)

    assert await eve.refused("removeContributor", "keyResult", contributionId=contribution) == [
        ("NOT_ALLOWED", "")
    ]
    await bob.do("removeContributor", "keyResult { id }", contributionId=contribution)
