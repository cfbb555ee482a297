"""Ending an alignment through the running server."""

from tests.graph.office import Office


async def test_what_was_removed_is_seen_from_neither_side_and_counts_no_more(
    office: Office,
) -> None:
    cycle = await office.cycle()
    objective, above = await office.objective(cycle), await office.objective(cycle)
    alignment = await office.align(objective, above, rollUp="MEAN")
    await office.check_in(await office.key_result(objective), "15")
    shows = "progress { value } supporters { totalCount }"
    assert await office.seen("Objective", above, shows) == {
        "progress": {"value": "0.5"},
        "supporters": {"totalCount": 1},
    }

    shown = await office.admin.do(
        "removeAlignment", "objective { id alignments { id } }", alignmentId=alignment
    )

    assert shown == {"id": objective, "alignments": []}
    assert await office.seen("Alignment", alignment, "id") is None
    assert await office.seen("Objective", objective, "alignments { id }") == {"alignments": []}
    assert await office.seen("Objective", above, shows) == {
        "progress": {"value": None},
        "supporters": {"totalCount": 0},
    }


async def test_once_removed_it_can_be_turned_round(office: Office) -> None:
    cycle = await office.cycle()
    objective, other = await office.objective(cycle), await office.objective(cycle)
    alignment = await office.align(objective, other)

    await office.admin.do("removeAlignment", "objective { id }", alignmentId=alignment)

    turned = await office.align(other, objective)
    assert await office.seen("Alignment", turned, "from { id }") == {"from": {"id": other}}


async def test_what_was_removed_is_no_longer_there(office: Office) -> None:
    cycle = await office.cycle()
    alignment = await office.align(await office.objective(cycle), await office.objective(cycle))
    said = {"alignmentId": alignment}
    await office.admin.do("removeAlignment", "objective { id }", **said)

    assert await office.admin.refused("removeAlignment", "objective", **said) == [
        ("NOT_FOUND", "input.alignmentId")
    ]
    assert await office.admin.refused("reviseAlignment", "alignment", weight="2", **said) == [
        ("NOT_FOUND", "input.alignmentId")
    ]


async def test_only_whoever_owns_the_supporter_removes(office: Office) -> None:
    cycle, bob = await office.cycle(), await office.person()
    alignment = await office.align(
        await office.objective(cycle), await office.objective(cycle, by=bob)
    )

    assert await bob.refused("removeAlignment", "objective", alignmentId=alignment) == [
        ("NOT_ALLOWED", "")
    ]
    assert await office.seen("Alignment", alignment, "id") == {"id": alignment}
