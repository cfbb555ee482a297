"""Sequences of objectives over several cycles, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

CHAIN = """chain { progress formula because objectives { id }
  steps { value counted because objective { id } } }"""
DAYS = [("2027-01-01", "2027-03-31"), ("2027-04-01", "2027-06-30"), ("2027-07-01", "2027-09-30")]


async def quarters(office: Office) -> list[str]:
    """Three cycles, one after another."""
    return [
        await office.cycle(f"2027-Q{number}", startsOn=first, endsOn=last)
        for number, (first, last) in enumerate(DAYS, 1)
    ]


async def chain(office: Office, objective: str, by: Client | None = None) -> Any:
    return (await office.seen("Objective", objective, CHAIN, by))["chain"]


@pytest.mark.row("R1-59")
async def test_objectives_follow_each_other_and_show_how_far_the_sequence_is(
    office: Office,
) -> None:
    first, second, third = [await office.objective(each) for each in await quarters(office)]
    await office.link(second, first)
    await office.link(third, second, note="The last stretch.")
    around = "predecessors { nodes { id } } successors { nodes { id } }"
    assert await office.seen("Objective", second, around) == {
        "predecessors": {"nodes": [{"id": first}]},
        "successors": {"nodes": [{"id": third}]},
    }
    unknown = await chain(office, second)
    assert unknown["progress"] is None
    assert unknown["because"] == "Nothing is known yet of any objective that counts."

    await office.check_in(await office.key_result(first), "20")
    await office.check_in(await office.key_result(second), "15")

    for each in (first, second, third):
        seen = await chain(office, each)
        assert seen["objectives"] == [{"id": first}, {"id": second}, {"id": third}]
        assert (seen["progress"], seen["formula"]) == ("0.75", "mean_of_chain/1")
        assert [(step["value"], step["counted"], step["because"]) for step in seen["steps"]] == [
            ("1", True, None),
            ("0.5", True, None),
            (None, False, "Nothing is known of it yet."),
        ]


async def test_a_sequence_has_no_circle(office: Office) -> None:
    first, second, third = [await office.objective(each) for each in await quarters(office)]
    await office.link(second, first)
    await office.link(third, second)
    said = {"objectiveId": first, "toObjectiveId": third}

    refused = await office.admin.refused("linkObjectives", "link", **said, kind="FOLLOWS")

    assert refused == [("INVALID", "input.toObjectiveId")]
    await office.link(first, third, kind="INFORMED_BY")
    assert len((await chain(office, first))["objectives"]) == 3


async def test_siblings_are_no_part_of_the_way(office: Office) -> None:
    first, second, third = [await office.objective(each) for each in await quarters(office)]
    await office.link(second, first)
    await office.link(third, first)

    assert (await chain(office, second))["objectives"] == [{"id": first}, {"id": second}]
    assert len((await chain(office, first))["objectives"]) == 3


async def test_who_does_not_see_an_objective_sees_no_link_to_it_and_nothing_behind_it(
    office: Office,
) -> None:
    cycles = await quarters(office)
    first, last = await office.objective(cycles[0]), await office.objective(cycles[2])
    private = await office.objective(cycles[1], visibility="PRIVATE")
    await office.link(private, first)
    link = await office.link(last, private)
    stranger = await office.person()
    around = """links { totalCount } linkedBy { totalCount }
      predecessors { totalCount } successors { totalCount }"""

    nothing = {"totalCount": 0}
    for each in (first, last):
        assert await office.seen("Objective", each, around, stranger) == {
            "links": nothing,
            "linkedBy": nothing,
            "predecessors": nothing,
            "successors": nothing,
        }
        assert (await chain(office, each, stranger))["objectives"] == [{"id": each}]
        assert len((await chain(office, each, office.admin))["objectives"]) == 3
    assert await office.seen("Link", link, "id", stranger) is None
    assert await office.seen("Link", link, "id", office.admin) == {"id": link}
