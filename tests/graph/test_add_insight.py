"""What was learned, and what rests on it, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

TIE = {"kind": "INFORMED_BY"}
TYPES = """completion { realised objectives }
  completionByType { objectiveType objectives known realised insights }"""


async def learned(office: Office, by: Client | None = None, **about: Any) -> str:
    said = {"text": "Calls beat mail."} | about
    return str((await (by or office.admin).do("addInsight", "insight { id }", **said))["id"])


@pytest.mark.row("R1-99")
async def test_learning_is_scored_apart_and_counts_what_was_learned(office: Office) -> None:
    cycle = await office.cycle()
    outcome = await office.objective(cycle)
    learning = await office.objective(cycle, objectiveType="LEARNING")
    for objective, value in ((outcome, "18"), (learning, "12")):
        await office.check_in(await office.key_result(objective), value)
    insight = await learned(office, objectiveId=learning)
    await learned(office, objectiveId=await office.objective(cycle, visibility="PRIVATE"))

    assert await office.seen("Cycle", cycle, TYPES) == {
        "completion": {"realised": "0.8", "objectives": 1},
        "completionByType": [
            {
                "objectiveType": "OUTCOME",
                "objectives": 1,
                "known": 1,
                "realised": "0.8",
                "insights": 0,
            },
            {
                "objectiveType": "LEARNING",
                "objectives": 1,
                "known": 1,
                "realised": "0.2",
                "insights": 1,
            },
        ],
    }
    listed = await (await office.person()).ask(
        "{ organization { insights { nodes { id text objective { id } } } } }"
    )
    assert listed["organization"]["insights"]["nodes"] == [
        {"id": insight, "text": "Calls beat mail.", "objective": {"id": learning}}
    ]


@pytest.mark.row("R1-100")
async def test_a_later_objective_rests_on_what_was_learned(office: Office) -> None:
    insight = await learned(office, hypothesisId=await office.hypothesis())
    later = await office.objective(await office.cycle())
    said = {"objectiveId": later, "toInsightId": insight, "kind": "INFORMED_BY"}
    await office.admin.do("linkObjectives", "link { id }", **said)

    seen = await office.seen("Objective", later, "links { nodes { kind insight { id text } } }")
    assert seen["links"]["nodes"] == [
        {"kind": "INFORMED_BY", "insight": {"id": insight, "text": "Calls beat mail."}}
    ]
    back = await office.seen("Insight", insight, "linkedBy { from { id } } hypothesis { problem }")
    assert back == {
        "linkedBy": [{"from": {"id": later}}],
        "hypothesis": {"problem": "Mentees wait."},
    }


@pytest.mark.row("R3-29")
async def test_what_was_missed_says_what_was_learned_beside_how_far_it_came(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective)
    await office.check_in(key_result, "11")
    miss = {"category": "WRONG_ASSUMPTION", "text": "Nobody reads mail.", "improvement": "Call."}
    said = {"keyResultId": key_result, **miss}
    await office.admin.do("explainMiss", "keyResult { id }", **said)
    bob = await office.person()
    insight = await learned(office, bob, keyResultId=key_result)

    shows = """progress { value } miss { category improvement }
      insights { id text author { id } objective { id } }"""
    assert await office.seen("KeyResult", key_result, shows) == {
        "progress": {"value": "0.1"},
        "miss": {"category": "WRONG_ASSUMPTION", "improvement": "Call."},
        "insights": [
            {
                "id": insight,
                "text": "Calls beat mail.",
                "author": {"id": str(bob.person_id)},
                "objective": {"id": objective},
            }
        ],
    }
    above = await office.seen("Objective", objective, "insights { id }")
    assert above == {"insights": [{"id": insight}]}


async def test_it_was_learned_from_one_thing_that_is_seen(office: Office) -> None:
    private = await office.objective(await office.cycle(), visibility="PRIVATE")
    insight = await learned(office, objectiveId=private)
    bob = await office.person()
    assert await office.seen("Insight", insight, "id", bob) is None
    later = await office.objective(await office.cycle("2027-Q1"), ownerPersonId=str(bob.person_id))
    for mutation, noun, said in (
        ("addInsight", "insight", {"text": "So.", "objectiveId": private}),
        ("linkObjectives", "link", {"objectiveId": later, "toInsightId": insight} | TIE),
    ):
        place = "objectiveId" if noun == "insight" else "toInsightId"
        assert await bob.refused(mutation, noun, **said) == [("NOT_FOUND", f"input.{place}")]
    both = {"objectiveId": later, "hypothesisId": await office.hypothesis(), "text": "So."}
    assert await bob.refused("addInsight", "insight", **both) == [("INVALID", "input.objectiveId")]
    assert await bob.refused("addInsight", "insight", text="So.") == [("INVALID", "input.text")]
