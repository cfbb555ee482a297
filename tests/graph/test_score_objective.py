"""Saying how well an objective was reached, through the running server."""

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

SCORES = """score {
  computed band { label }
  self { value comment author { id } } team { value } agreed { value author { id } }
}"""


async def give(actor: Client, objective: str, kind: str, score: str, comment: str = "") -> None:
    await actor.do(
        "scoreObjective",
        "objective { id }",
        objectiveId=objective,
        kind=kind,
        score=score,
        comment=comment or None,
    )


async def test_computed_self_given_and_agreed_scores_stand_side_by_side(office: Office) -> None:
    team = await office.team()
    member = await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    await office.check_in(await office.key_result(objective), "11")
    assert (await office.seen("Objective", objective, SCORES))["score"]["band"] == {
        "label": "Missed"
    }

    await give(member, objective, "SELF", "0.8", "We learned a lot.")
    await give(member, objective, "TEAM", "0.6")
    await give(office.admin, objective, "AGREED", "0.7")

    assert (await office.seen("Objective", objective, SCORES))["score"] == {
        "computed": "0.1",
        "band": {"label": "Reached"},
        "self": [
            {
                "value": "0.8",
                "comment": "We learned a lot.",
                "author": {"id": str(member.person_id)},
            }
        ],
        "team": {"value": "0.6"},
        "agreed": {"value": "0.7", "author": {"id": str(office.admin.person_id)}},
    }


async def test_a_later_score_takes_the_place_of_ones_own_and_of_nobody_elses(
    office: Office,
) -> None:
    team = await office.team()
    first, second = await office.member(team), await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    for actor, score in ((first, "0.2"), (second, "0.5"), (first, "0.3")):
        await give(actor, objective, "SELF", score)
        await give(actor, objective, "TEAM", score)

    seen = (await office.seen("Objective", objective, SCORES))["score"]

    assert sorted(each["value"] for each in seen["self"]) == ["0.3", "0.5"]
    assert seen["team"] == {"value": "0.3"}
    assert seen["computed"] is None


async def test_a_member_scores_for_themselves_and_the_team_and_agrees_on_nothing(
    office: Office,
) -> None:
    team = await office.team()
    member, stranger = await office.member(team), await office.person()
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    said = {"objectiveId": objective, "score": "1"}

    assert await member.refused("scoreObjective", "objective", kind="AGREED", **said) == [
        ("NOT_ALLOWED", "")
    ]
    for kind in ("SELF", "TEAM", "AGREED"):
        assert await stranger.refused("scoreObjective", "objective", kind=kind, **said) == [
            ("NOT_ALLOWED", "")
        ]


async def test_scores_are_given_while_the_cycle_runs_and_in_review(office: Office) -> None:
    cycle = await office.cycle(started=False)
    objective = await office.objective(cycle)
    assert await office.admin.refused(
        "scoreObjective", "objective", objectiveId=objective, kind="SELF", score="1"
    ) == [("WRONG_STATE", "input.objectiveId")]

    for mutation, score in (("startCycle", "0.25"), ("reviewCycle", "0.5")):
        await office.admin.do(mutation, "cycle { id }", cycleId=cycle)
        await give(office.admin, objective, "AGREED", score)
        seen = await office.seen("Objective", objective, "score { agreed { value } }")
        assert seen == {"score": {"agreed": {"value": score}}}


async def test_a_draft_has_no_score(office: Office) -> None:
    draft = await office.objective(await office.cycle(), active=False)

    assert await office.admin.refused(
        "scoreObjective", "objective", objectiveId=draft, kind="SELF", score="1"
    ) == [("WRONG_STATE", "input.objectiveId")]


@pytest.mark.parametrize("score", ["-0.01", "1.01"])
async def test_a_score_lies_between_0_and_1(office: Office, score: str) -> None:
    objective = await office.objective(await office.cycle())

    assert await office.admin.refused(
        "scoreObjective", "objective", objectiveId=objective, kind="SELF", score=score
    ) == [("INVALID", "input.score")]
