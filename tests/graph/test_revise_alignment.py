"""Changing how an alignment counts, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office

PROGRESS = "progress { value }"


async def aligned(office: Office, **said: Any) -> tuple[str, str]:
    """An alignment of an objective that is half way, and the objective it supports."""
    cycle = await office.cycle()
    objective, above = await office.objective(cycle), await office.objective(cycle)
    await office.check_in(await office.key_result(objective), "15")
    return await office.align(objective, above, **said), above


async def revise(office: Office, alignment: str, **said: Any) -> None:
    await office.admin.do("reviseAlignment", "alignment { id }", alignmentId=alignment, **said)


async def test_what_it_supports_moves_with_how_it_counts(office: Office) -> None:
    alignment, above = await aligned(office)
    assert await office.seen("Objective", above, PROGRESS) == {"progress": {"value": None}}

    for roll_up, value in (("MEAN", "0.5"), ("ALL", "0"), ("MINIMUM", "0.5"), ("NONE", None)):
        await revise(office, alignment, rollUp=roll_up)
        assert await office.seen("Objective", above, PROGRESS) == {"progress": {"value": value}}


async def test_a_weight_of_zero_is_shown_and_not_counted(office: Office) -> None:
    alignment, above = await aligned(office, rollUp="MEAN")

    await revise(office, alignment, weight="0")

    assert await office.seen(
        "Objective", above, "progress { value inputs { counted weight } }"
    ) == {"progress": {"value": None, "inputs": [{"counted": False, "weight": "0"}]}}


async def test_what_is_not_said_stays_and_null_clears(office: Office) -> None:
    alignment, _ = await aligned(office, rollUp="MEAN", weight="2", rationale="It pays.")
    shows = "rollUp weight rationale version"

    await revise(office, alignment, weight="3")

    stated = {"rollUp": "MEAN", "weight": "3", "rationale": "It pays.", "version": 2}
    assert await office.seen("Alignment", alignment, shows) == stated

    await revise(office, alignment, rationale=None)

    cleared = stated | {"rationale": None, "version": 3}
    assert await office.seen("Alignment", alignment, shows) == cleared


@pytest.mark.parametrize(
    ("said", "path"),
    [({"rollUp": None}, "rollUp"), ({"weight": None}, "weight"), ({"weight": "-1"}, "weight")],
)
async def test_an_alignment_counts_in_some_way(
    office: Office, said: dict[str, Any], path: str
) -> None:
    alignment, _ = await aligned(office)

    assert await office.admin.refused(
        "reviseAlignment", "alignment", alignmentId=alignment, **said
    ) == [("INVALID", f"input.{path}")]


async def test_what_is_private_never_comes_to_count(office: Office) -> None:
    cycle = await office.cycle()
    private = await office.objective(cycle, visibility="PRIVATE")
    alignment = await office.align(private, await office.objective(cycle))

    assert await office.admin.refused(
        "reviseAlignment", "alignment", alignmentId=alignment, rollUp="MEAN"
    ) == [("INVALID", "input.rollUp")]


async def test_only_whoever_owns_the_supporter_revises(office: Office) -> None:
    cycle, bob = await office.cycle(), await office.person()
    objective, above = await office.objective(cycle), await office.objective(cycle, by=bob)
    alignment = await office.align(objective, above)

    assert await bob.refused(
        "reviseAlignment", "alignment", alignmentId=alignment, rollUp="MEAN"
    ) == [("NOT_ALLOWED", "")]
