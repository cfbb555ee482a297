"""What a team scores together, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office


@pytest.mark.row("R3-19")
async def test_a_team_scores_together_and_says_who_voted_what(office: Office) -> None:
    team = await office.team()
    cleo, dan = await office.member(team), await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)
    people = [str(cleo.person_id), str(dan.person_id)]
    votes = [{"personId": people[0], "score": "0.6"}, {"personId": people[1], "score": "0.80"}]
    said: dict[str, Any] = {"score": "0.7", "participantIds": people, "votes": votes}

    team_said = said | {"kind": "TEAM"}
    await cleo.do("scoreKeyResult", "keyResult { id }", keyResultId=key_result, **team_said)
    await cleo.do("scoreObjective", "objective { id }", objectiveId=objective, **team_said)

    shows = "score { team { value participants { id } votes { person { id } value } } }"
    together = {
        "value": "0.7",
        "participants": [{"id": each} for each in people],
        "votes": [
            {"person": {"id": people[0]}, "value": "0.6"},
            {"person": {"id": people[1]}, "value": "0.8"},
        ],
    }
    for kind, noun in (("KeyResult", key_result), ("Objective", objective)):
        assert await office.seen(kind, noun, shows) == {"score": {"team": together}}

    twice = team_said | {
        "participantIds": [people[0], *people],
        "votes": [votes[0], votes[0] | {"score": "2"}],
    }
    assert await cleo.refused("scoreKeyResult", "keyResult", keyResultId=key_result, **twice) == [
        ("INVALID", "input.participantIds.1"),
        ("INVALID", "input.votes.1.personId"),
        ("INVALID", "input.votes.1.score"),
    ]
    alone = said | {"kind": "SELF"}
    assert await cleo.refused("scoreKeyResult", "keyResult", keyResultId=key_result, **alone) == [
        ("INVALID", "input.participantIds"),
        ("INVALID", "input.votes"),
    ]
