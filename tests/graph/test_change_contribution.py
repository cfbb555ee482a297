"""Changing a contributor's target through the running server."""

import pytest

from tests.graph.office import Office


async def test_a_new_target_moves_the_part_and_nothing_else(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    contribution = await office.contributor(key_result, bob)
    await office.check_in(key_result, "3", by=bob)

    await office.admin.do(
        "changeContribution", "keyResult { id }", contributionId=contribution, target="6"
    )

    shows = "target current progress keyResult { version current progress { value } }"
    assert await office.seen("Contribution", contribution, shows) == {
        "target": "6",
        "current": "3",
        "progress": "0.5",
        "keyResult": {"version": 4, "current": "13", "progress": {"value": "0.3"}},
    }


async def test_a_part_may_be_more_than_the_whole(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    contribution = await office.contributor(key_result, bob, "1000")
    await office.check_in(key_result, "15", by=bob)

    shows = "progress keyResult { progress { value raw } }"
    assert await office.seen("Contribution", contribution, shows) == {
        "progress": "0.015",
        "keyResult": {"progress": {"value": "1", "raw": "1.5"}},
    }


async def test_contributors_change_their_own_part_alone(office: Office) -> None:
    key_result = await office.started()
    bob, eve = await office.person(), await office.person()
    contribution = await office.contributor(key_result, bob)
    await office.contributor(key_result, eve)
    said = {"contributionId": contribution, "target": "5"}

    await bob.do("changeContribution", "keyResult { id }", **said)
    for person in (eve, await office.person()):
        assert await person.refused("changeContribution", "keyResult", **said) == [
            ("NOT_ALLOWED", "")
        ]


@pytest.mark.parametrize("target", ["0", "-4"])
async def test_a_part_is_a_positive_amount(office: Office, target: str) -> None:
    contribution = await office.contributor(await office.started(), office.admin)

    assert await office.admin.refused(
        "changeContribution", "keyResult", contributionId=contribution, target=target
    ) == [("INVALID", "input.target")]


async def test_the_version_expected_is_that_of_the_key_result(office: Office) -> None:
    contribution = await office.contributor(await office.started(), office.admin)
    said = {"contributionId": contribution, "target": "5"}
    shows = "keyResult { version }"

    done = await office.admin.command("changeContribution", shows, said, {"expectedVersion": 2})
    assert done["keyResult"] == {"version": 3}
    late = await office.admin.command("changeContribution", shows, said, {"expectedVersion": 2})
    assert [each["path"] for each in late["refusals"]] == [["command", "expectedVersion"]]


async def test_a_key_result_given_up_has_no_parts_to_change(office: Office) -> None:
    key_result = await office.started()
    contribution = await office.contributor(key_result, office.admin)
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=key_result, reason="So."
    )

    assert await office.admin.refused(
        "changeContribution", "keyResult", contributionId=contribution, target="5"
    ) == [("WRONG_STATE", "input.contributionId")]
