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


@pytest.mark.row("R3-22")
async def test_a_new_objective_is_tied_to_what_an_earlier_cycle_taught(office: Office) -> None:
    earlier, later, _ = await quarters(office)
    taught = [
        {"question": "LEARNED", "text": "Mentors need a room."},
        {"question": "WENT_WELL", "text": "The pairs talk weekly."},
        {"question": "CAN_IMPROVE", "text": "Begin earlier."},
    ]
    said = {"kind": "RETROSPECTIVE", "cycleId": earlier, "heldOn": "2026-11-20", "answers": taught}
    await office.admin.do("recordReview", "review { id }", **said)
    shows = "inputs { lessons { id text } }"
    lessons = (await office.seen("Cycle", later, shows))["inputs"]["lessons"]
    assert [each["text"] for each in lessons] == ["Mentors need a room.", "Begin earlier."]

    objective = await office.objective(later)
    tie = {"objectiveId": objective, "toAnswerId": lessons[0]["id"], "kind": "INFORMED_BY"}
    await office.admin.do("linkObjectives", "link { id }", **tie)

    shows = "links { nodes { kind to { id } lesson { text review { cycle { key } } } } }"
    (link,) = (await office.seen("Objective", objective, shows))["links"]["nodes"]
    assert link == {
        "kind": "INFORMED_BY",
        "to": None,
        "lesson": {"text": "Mentors need a room.", "review": {"cycle": {"key": "2027-Q1"}}},
    }


async def test_only_what_informs_leads_to_a_lesson(office: Office) -> None:
    first, second, _ = [await office.objective(each) for each in await quarters(office)]

    async def refused(**said: Any) -> list[tuple[str, str]]:
        stated = {"objectiveId": second, "kind": "INFORMED_BY"} | said
        return await office.admin.refused("linkObjectives", "link", **stated)

    assert await refused() == [("INVALID", "input.toObjectiveId")]
    assert await refused(toAnswerId=first) == [("NOT_FOUND", "input.toAnswerId")]


async def test_a_lesson_about_a_private_objective_is_told_to_nobody_else(office: Office) -> None:
    earlier, later, _ = await quarters(office)
    bob = await office.person()
    secret = await office.objective(earlier, by=bob, visibility="PRIVATE")
    texts = ("LEARNED", "WENT_WELL", "CAN_IMPROVE")
    answers = [{"question": each, "text": "Ours alone."} for each in texts]
    said = {"kind": "RETROSPECTIVE", "objectiveId": secret, "answers": answers}
    review = await bob.do("recordReview", "review { answers { id } }", **said)
    lesson = review["answers"][0]["id"]
    own = await office.objective(later, by=bob)
    stated = {"objectiveId": own, "toAnswerId": lesson, "kind": "INFORMED_BY"}
    link = await bob.do("linkObjectives", "link { id }", **stated)

    assert await office.seen("Objective", own, "links { totalCount }") == {
        "links": {"totalCount": 0}
    }
    assert await office.seen("Link", link["id"], "id") is None
    others = await office.objective(later)
    hidden = stated | {"objectiveId": others}
    assert await office.admin.refused("linkObjectives", "link", **hidden) == [
        ("NOT_FOUND", "input.toAnswerId")
    ]
