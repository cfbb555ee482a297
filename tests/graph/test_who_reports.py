"""Who may report which value, and how parts and the whole go together."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

STANDS = "current progress { value raw }"


async def refused(person: Client, key_result: str, **said: Any) -> list[tuple[str, str]]:
    return await person.refused("recordCheckIn", "checkIn", keyResultId=key_result, **said)


async def test_contributors_report_their_own_part_and_the_rest_is_nobodys(office: Office) -> None:
    key_result = await office.started()
    bob, eve = await office.person("Bob"), await office.person("Eve")
    for person in (bob, eve):
        await office.contributor(key_result, person, "4")

    await office.check_in(key_result, "3", by=bob)
    await office.check_in(key_result, "1", by=eve)
    parts = "contributions { nodes { person { name } current progress } }"
    assert await office.seen("KeyResult", key_result, f"{STANDS} {parts}") == {
        "current": "14",
        "progress": {"value": "0.4", "raw": "0.4"},
        "contributions": {
            "nodes": [
                {"person": {"name": "Bob"}, "current": "3", "progress": "0.75"},
                {"person": {"name": "Eve"}, "current": "1", "progress": "0.25"},
            ]
        },
    }

    await office.check_in(key_result, "12")
    assert (await office.seen("KeyResult", key_result, "current")) == {"current": "12"}
    await office.check_in(key_result, "4", by=bob)
    assert (await office.seen("KeyResult", key_result, "current")) == {"current": "13"}


async def test_an_owner_who_contributes_says_when_the_value_is_that_of_the_whole(
    office: Office,
) -> None:
    key_result = await office.started()
    await office.contributor(key_result, office.admin)

    await office.check_in(key_result, "3")
    assert (await office.seen("KeyResult", key_result, "current")) == {"current": "13"}
    await office.check_in(key_result, "12", whole=True)
    shows = "current contributions { nodes { current } }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "12",
        "contributions": {"nodes": [{"current": "3"}]},
    }


async def test_contributors_do_not_report_the_whole(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    await office.contributor(key_result, bob)

    assert await refused(bob, key_result, value="12", whole=True) == [("NOT_ALLOWED", "")]


async def test_a_stranger_cannot_report(office: Office) -> None:
    key_result = await office.started()

    assert await refused(await office.person(), key_result, value="1") == [("NOT_ALLOWED", "")]


async def test_members_report_what_nobody_has_taken_on(office: Office) -> None:
    team = await office.team()
    member, colleague = await office.member(team), await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    unclaimed = await office.key_result(objective)
    owned = await office.key_result(objective, ownerPersonId=str(colleague.person_id))

    await office.check_in(unclaimed, "11", by=member)
    assert await refused(member, owned, value="11") == [("NOT_ALLOWED", "")]
    await office.contributor(unclaimed, colleague)
    assert await refused(member, unclaimed, value="12") == [("NOT_ALLOWED", "")]
