"""Ending links between objectives through the running server."""

from tests.graph.office import Office


async def test_what_no_longer_follows_is_untied(office: Office) -> None:
    cycle = await office.cycle()
    earlier, later = await office.objective(cycle), await office.objective(cycle)
    link = await office.link(later, earlier, kind="CARRIED_FROM", note="Unfinished.")
    shows = "links { nodes { id kind note from { id } to { id } } }"
    ends = {"from": {"id": later}, "to": {"id": earlier}}
    assert await office.seen("Objective", later, shows) == {
        "links": {"nodes": [{"id": link, "kind": "CARRIED_FROM", "note": "Unfinished."} | ends]}
    }

    untied = await office.admin.do("unlinkObjectives", "objective { id }", linkId=link)

    assert untied == {"id": later}
    assert await office.seen("Objective", later, shows) == {"links": {"nodes": []}}
    assert await office.admin.refused("unlinkObjectives", "objective", linkId=link) == [
        ("NOT_FOUND", "input.linkId")
    ]


async def test_only_who_drafts_the_later_objective_unties_it(office: Office) -> None:
    cycle, bob = await office.cycle(), await office.person()
    link = await office.link(await office.objective(cycle), await office.objective(cycle))

    assert await bob.refused("unlinkObjectives", "objective", linkId=link) == [("NOT_ALLOWED", "")]
