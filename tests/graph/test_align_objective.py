"""Letting an objective support something, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office

EDGE = "from { id } to { ... on Objective { id } ... on KeyResult { id } } rollUp weight rationale"


async def two(office: Office) -> tuple[str, str]:
    """An objective and one that it may support."""
    cycle = await office.cycle()
    return await office.objective(cycle), await office.objective(cycle)


async def test_everybody_sees_an_alignment_from_both_sides(office: Office) -> None:
    objective, above = await two(office)

    alignment = await office.align(
        objective, above, rollUp="MEAN", weight="2.5", rationale="It pays."
    )

    edge = {
        "from": {"id": objective},
        "to": {"id": above},
        "rollUp": "MEAN",
        "weight": "2.5",
        "rationale": "It pays.",
    }
    assert await office.seen("Alignment", alignment, f"{EDGE} version") == edge | {"version": 1}
    assert await office.seen("Objective", objective, f"alignments {{ {EDGE} }}") == {
        "alignments": [edge]
    }
    assert await office.seen("Objective", above, f"supporters {{ nodes {{ {EDGE} }} }}") == {
        "supporters": {"nodes": [edge]}
    }


async def test_an_alignment_is_shown_and_not_counted_unless_said_otherwise(office: Office) -> None:
    objective, above = await two(office)
    await office.check_in(await office.key_result(objective), "15")

    alignment = await office.align(objective, above, rollUp=None, weight=None)

    assert await office.seen("Alignment", alignment, "rollUp weight rationale") == {
        "rollUp": "NONE",
        "weight": "1",
        "rationale": None,
    }
    assert await office.seen("Objective", above, "progress { value }") == {
        "progress": {"value": None}
    }


async def test_supporters_count_by_their_weight(office: Office) -> None:
    objective, above = await two(office)
    other = await office.objective(await office.cycle("2027-Q1"))
    for supporter, value, weight in ((objective, "20", "3"), (other, "10", "1")):
        await office.check_in(await office.key_result(supporter), value)
        await office.align(supporter, above, rollUp="MEAN", weight=weight)

    assert await office.seen("Objective", above, "progress { value }") == {
        "progress": {"value": "0.75"}
    }


async def test_an_objective_can_support_a_key_result(office: Office) -> None:
    objective, above = await two(office)
    key_result = await office.key_result(above)
    await office.check_in(key_result, "11")
    await office.check_in(await office.key_result(objective), "15")

    await office.admin.do(
        "alignObjective",
        "alignment { id }",
        objectiveId=objective,
        toKeyResultId=key_result,
        rollUp="SUM",
        weight="4",
    )

    seen = await office.seen("Objective", objective, f"alignments {{ {EDGE} }}")
    assert seen["alignments"][0]["to"] == {"id": key_result}
    assert await office.seen("KeyResult", key_result, "current progress { value }") == {
        "current": "13",
        "progress": {"value": "0.3"},
    }


async def test_exactly_one_thing_is_supported(office: Office) -> None:
    objective, above = await two(office)
    both = {"toObjectiveId": above, "toKeyResultId": await office.key_result(above)}

    for targets in ({}, {"toObjectiveId": None}, both):
        assert await office.admin.refused(
            "alignObjective", "alignment", objectiveId=objective, **targets
        ) == [("INVALID", "input.toObjectiveId")]


async def test_nothing_leads_back_to_itself(office: Office) -> None:
    cycle = await office.cycle()
    low, middle, high = [await office.objective(cycle) for _ in range(3)]
    own, lower = await office.key_result(high), await office.key_result(low)
    await office.align(low, middle)
    await office.admin.do(
        "alignObjective",
        "alignment { id }",
        objectiveId=middle,
        toKeyResultId=own,
    )

    async def loops(objective: str, path: str, target: str) -> None:
        said = {"objectiveId": objective, path: target}
        assert await office.admin.refused("alignObjective", "alignment", **said) == [
            ("ALIGNMENT_WOULD_LOOP", f"input.{path}")
        ], (path, objective)

    await loops(low, "toObjectiveId", low)
    await loops(high, "toKeyResultId", own)
    await loops(middle, "toObjectiveId", low)
    await loops(high, "toObjectiveId", middle)
    await loops(high, "toObjectiveId", low)
    await loops(high, "toKeyResultId", lower)
    await office.align(low, high)


async def test_a_thing_is_supported_once(office: Office) -> None:
    objective, above = await two(office)
    key_result = await office.key_result(above)
    for path, target in (("toObjectiveId", above), ("toKeyResultId", key_result)):
        said = {"objectiveId": objective, path: target}
        await office.admin.do("alignObjective", "alignment { id }", **said)

        assert await office.admin.refused("alignObjective", "alignment", rollUp="MEAN", **said) == [
            ("ALREADY_EXISTS", f"input.{path}")
        ]


async def test_what_is_private_counts_for_nothing(office: Office) -> None:
    cycle = await office.cycle()
    private = await office.objective(cycle, visibility="PRIVATE")
    above = await office.objective(cycle)
    for roll_up in ("MEAN", "SUM", "MINIMUM", "ALL"):
        assert await office.admin.refused(
            "alignObjective",
            "alignment",
            objectiveId=private,
            toObjectiveId=above,
            rollUp=roll_up,
        ) == [("INVALID", "input.rollUp")]

    alignment = await office.align(private, above)

    assert await office.seen("Alignment", alignment, "id") is None
    assert await office.seen("Objective", above, "supporters { totalCount }") == {
        "supporters": {"totalCount": 0}
    }


async def test_what_may_not_be_seen_is_not_supported(office: Office) -> None:
    cycle, bob = await office.cycle(), await office.person()
    private = await office.objective(cycle, visibility="PRIVATE")
    hidden = await office.key_result(private)
    objective = await office.objective(cycle, by=bob)

    for path, target in (("toObjectiveId", private), ("toKeyResultId", hidden)):
        assert await bob.refused(
            "alignObjective", "alignment", objectiveId=objective, **{path: target}
        ) == [("NOT_FOUND", f"input.{path}")]


@pytest.mark.parametrize("kind", ["AT_LEAST", "DONE"])
async def test_only_what_rises_or_falls_can_be_added_to(office: Office, kind: str) -> None:
    objective, above = await two(office)
    metric: dict[str, Any] = {"kind": kind} | ({"target": "5"} if kind == "AT_LEAST" else {})
    key_result = await office.key_result(above, metric)

    assert await office.admin.refused(
        "alignObjective",
        "alignment",
        objectiveId=objective,
        toKeyResultId=key_result,
        rollUp="SUM",
    ) == [("INVALID", "input.rollUp")]


async def test_a_weight_is_zero_or_more(office: Office) -> None:
    objective, above = await two(office)

    assert await office.admin.refused(
        "alignObjective",
        "alignment",
        objectiveId=objective,
        toObjectiveId=above,
        weight="-0.1",
    ) == [("INVALID", "input.weight")]


async def test_whoever_owns_the_supporter_aligns_it_and_not_who_owns_the_supported(
    office: Office,
) -> None:
    cycle, bob, eve = await office.cycle(), await office.person(), await office.person()
    objective = await office.objective(cycle, by=bob)
    above = await office.objective(cycle, by=eve)

    assert await eve.refused(
        "alignObjective", "alignment", objectiveId=objective, toObjectiveId=above
    ) == [("NOT_ALLOWED", "")]
    await office.align(objective, above, by=bob)


async def test_what_was_given_up_neither_supports_nor_is_supported(office: Office) -> None:
    objective, above = await two(office)
    key_result = await office.key_result(objective)
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=objective, reason="Not now."
    )

    async def refused(**said: str) -> list[tuple[str, str]]:
        return await office.admin.refused("alignObjective", "alignment", **said)

    for about, path in (
        ({"objectiveId": objective, "toObjectiveId": above}, "objectiveId"),
        ({"objectiveId": above, "toObjectiveId": objective}, "toObjectiveId"),
        ({"objectiveId": above, "toKeyResultId": key_result}, "toKeyResultId"),
    ):
        assert await refused(**about) == [("WRONG_STATE", f"input.{path}")]


async def test_what_closed_with_its_cycle_is_not_supported_anew(office: Office) -> None:
    closing = await office.cycle()
    ended = await office.objective(closing)
    objective = await office.objective(await office.cycle("2027-Q1"))
    await office.admin.do("closeCycle", "cycle { id }", cycleId=closing)

    assert await office.admin.refused(
        "alignObjective", "alignment", objectiveId=objective, toObjectiveId=ended
    ) == [("CYCLE_IS_CLOSED", "input.toObjectiveId")]
