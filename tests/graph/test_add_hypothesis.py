"""Hypotheses and what tests them, through the running server."""

import pytest

from tests.graph.office import Office

SHOWS = "problem assumption statement verdict author { id } ownerTeam { id } refines { id }"


@pytest.mark.row("R1-96")
async def test_objectives_are_driven_by_what_is_assumed(office: Office) -> None:
    team = await office.team()
    hypothesis = await office.hypothesis(ownerTeamId=team)
    objective = await office.objective(await office.cycle(), objectiveType="LEARNING")
    said = {"objectiveId": objective, "toHypothesisId": hypothesis, "kind": "TESTS"}
    await office.admin.do("linkObjectives", "link { id }", **said)

    assert await office.seen("Hypothesis", hypothesis, f"{SHOWS} linkedBy {{ from {{ id }} }}") == {
        "problem": "Mentees wait.",
        "assumption": "Mentors overlook mail.",
        "statement": "If we call, fewer wait.",
        "verdict": None,
        "author": {"id": str(office.admin.person_id)},
        "ownerTeam": {"id": team},
        "refines": None,
        "linkedBy": [{"from": {"id": objective}}],
    }
    tied = "objectiveType links { nodes { kind hypothesis { id } } }"
    assert await office.seen("Objective", objective, tied) == {
        "objectiveType": "LEARNING",
        "links": {"nodes": [{"kind": "TESTS", "hypothesis": {"id": hypothesis}}]},
    }
    other = said | {"kind": "INFORMED_BY"}
    assert await office.admin.refused("linkObjectives", "link", **other) == [
        ("INVALID", "input.kind")
    ]


@pytest.mark.row("R1-97")
async def test_key_results_that_test_it_are_listed_with_the_evidence_they_gave(
    office: Office,
) -> None:
    hypothesis, cycle = await office.hypothesis(), await office.cycle()
    objective = await office.objective(cycle)
    key_result = await office.key_result(objective, dueOn="2026-11-30")
    evidence = [{"uri": "https://example.org/calls", "title": "The list of calls"}]
    await office.check_in(key_result, "12", evidence=evidence)
    hidden = await office.objective(cycle, visibility="PRIVATE")
    secret = await office.key_result(hidden)
    for each in (objective, hidden):
        said = {"objectiveId": each, "toHypothesisId": hypothesis, "kind": "TESTS"}
        await office.admin.do("linkObjectives", "link { id }", **said)
    await office.key_result(await office.objective(cycle))

    shows = "keyResults { id dueOn evidence { nodes { title } } }"
    seen = await office.seen("Hypothesis", hypothesis, shows)
    assert seen["keyResults"] == [
        {
            "id": key_result,
            "dueOn": "2026-11-30",
            "evidence": {"nodes": [{"title": "The list of calls"}]},
        }
    ]
    mine = await office.seen("Hypothesis", hypothesis, "keyResults { id }", office.admin)
    assert mine["keyResults"] == [{"id": key_result}, {"id": secret}]


@pytest.mark.row("R1-98")
async def test_what_is_said_better_is_tied_to_what_it_refines(office: Office) -> None:
    first = await office.hypothesis()
    second = await office.hypothesis(refinesId=first, statement="If we call on Mondays, fewer do.")

    seen = await office.seen("Hypothesis", second, "statement refines { id statement }")
    assert seen == {
        "statement": "If we call on Mondays, fewer do.",
        "refines": {"id": first, "statement": "If we call, fewer wait."},
    }
    back = await office.seen("Hypothesis", first, "refinedBy { id }")
    assert back == {"refinedBy": [{"id": second}]}
    blank = {"problem": " ", "assumption": "So.", "statement": "So."}
    assert await office.admin.refused("addHypothesis", "hypothesis", **blank) == [
        ("INVALID", "input.problem")
    ]
