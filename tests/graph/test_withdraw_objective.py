"""Giving an objective up through the running server."""

import pytest

from tests.graph.office import Office


@pytest.mark.parametrize("active", [True, False])
async def test_what_was_given_up_is_still_there_to_be_seen(office: Office, active: bool) -> None:
    objective = await office.objective(await office.cycle(), active=active)
    key_result = await office.key_result(objective)

    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=objective, reason="Not now."
    )

    seen = await office.seen("Objective", objective, "title state keyResults { id }")
    assert seen == {"title": "Objective", "state": "WITHDRAWN", "keyResults": [{"id": key_result}]}
    assert await office.admin.refused("activateObjective", "objective", objectiveId=objective) == [
        ("WRONG_STATE", "input.objectiveId")
    ]


async def test_what_was_given_up_no_longer_counts(office: Office) -> None:
    cycle = await office.cycle()
    above = await office.objective(cycle)
    objective, other = await office.objective(cycle), await office.objective(cycle)
    for supporter, value in ((objective, "20"), (other, "15")):
        await office.align(supporter, above, rollUp="MEAN")
        await office.check_in(await office.key_result(supporter), value)
    progress = "progress { value }"
    assert await office.seen("Objective", above, progress) == {"progress": {"value": "0.75"}}

    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=objective, reason="Not now."
    )

    assert await office.seen("Objective", above, progress) == {"progress": {"value": "0.5"}}
    assert await office.seen("Objective", above, "supporters { totalCount }") == {
        "supporters": {"totalCount": 2}
    }


@pytest.mark.parametrize("reason", ["", "  ", "\n\t"])
async def test_giving_up_has_a_reason(office: Office, reason: str) -> None:
    objective = await office.objective(await office.cycle(), active=False)

    assert await office.admin.refused(
        "withdrawObjective", "objective", objectiveId=objective, reason=reason
    ) == [("REASON_IS_MISSING", "input.reason")]
    assert await office.seen("Objective", objective, "state") == {"state": "DRAFT"}


async def test_nothing_is_given_up_twice(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    said = {"objectiveId": objective, "reason": "Not now."}
    await office.admin.do("withdrawObjective", "objective { id }", **said)

    assert await office.admin.refused("withdrawObjective", "objective", **said) == [
        ("WRONG_STATE", "input.objectiveId")
    ]


async def test_who_may_not_and_says_no_reason_is_told_both(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    bob = await office.person()

    assert await bob.refused(
        "withdrawObjective", "objective", objectiveId=objective, reason=""
    ) == [("NOT_ALLOWED", ""), ("REASON_IS_MISSING", "input.reason")]
