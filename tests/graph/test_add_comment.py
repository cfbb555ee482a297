"""Speaking about objectives, key results and reports through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office
from tests.live.listening import introduced

REPORTS = """
  subscription ($after: Cursor, $objective: ID!) {
    events(after: $after, filter: { objectiveId: $objective, types: ["CheckInRecorded"] }) {
      node { ... on CheckInRecorded { keyResult { current } checkIn { id } } } } }"""


async def says(actor: Client, text: str, **about: str) -> str:
    said: dict[str, Any] = {"text": text} | about
    return str((await actor.do("addComment", "comment { id }", **said))["id"])


@pytest.mark.row("R1-82")
async def test_collaborators_see_speak_and_are_told_but_report_nothing(
    server: str, office: Office
) -> None:
    team = await office.team()
    contributor, collaborator = await office.member(team), await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)
    await office.contributor(key_result, contributor)
    async with introduced(server, collaborator.token) as socket:
        await socket.subscribe(REPORTS, after="0", objective=objective)
        report = await office.check_in(key_result, "3", by=contributor)
        told = {"keyResult": {"current": "13"}, "checkIn": {"id": report}}
        assert (await socket.next())["events"]["node"] == told
    shows = "current collaborators { nodes { id } }"
    seen = await office.seen("KeyResult", key_result, shows, collaborator)
    assert seen == {
        "current": "13",
        "collaborators": {"nodes": [{"id": str(collaborator.person_id)}]},
    }

    await says(collaborator, "How can we help?", keyResultId=key_result)
    await says(collaborator, "Well done.", checkInId=report)
    for said in ({"value": "4"}, {"value": "14", "whole": True}, {"note": "No change."}):
        assert await collaborator.refused(
            "recordCheckIn", "checkIn", keyResultId=key_result, **said
        ) == [("NOT_ALLOWED", "")]
    correction = {"checkInId": report, "value": "5", "reason": "More."}
    assert ("NOT_ALLOWED", "") in await collaborator.refused(
        "correctCheckIn", "checkIn", **correction
    )

    shows = "current comments { nodes { text author { id } checkIn { id } } }"
    author = {"id": str(collaborator.person_id)}
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "13",
        "comments": {
            "nodes": [
                {"text": "How can we help?", "author": author, "checkIn": None},
                {"text": "Well done.", "author": author, "checkIn": {"id": report}},
            ]
        },
    }


async def test_comments_stand_below_all_that_they_are_about(office: Office) -> None:
    key_result = await office.started()
    objective = (await office.seen("KeyResult", key_result, "objective { id }"))["objective"]["id"]
    report, bob = await office.check_in(key_result, "12"), await office.person()
    first = await says(bob, "On the whole.", objectiveId=objective)
    second = await says(bob, "On this.", keyResultId=key_result)
    third = await says(bob, "On the report.", checkInId=report)

    shows = "comments { totalCount nodes { id } }"
    for kind, noun, expected in (
        ("Objective", objective, [first, second, third]),
        ("KeyResult", key_result, [second, third]),
        ("CheckIn", report, [third]),
    ):
        nodes = [{"id": each} for each in expected]
        assert await office.seen(kind, noun, shows) == {
            "comments": {"totalCount": len(nodes), "nodes": nodes}
        }


async def test_a_comment_is_about_one_thing_and_says_something(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    key_result = await office.key_result(objective)

    async def refused(text: str, **about: str) -> list[tuple[str, str]]:
        return await office.admin.refused("addComment", "comment", text=text, **about)

    assert await refused("Hm.") == [("INVALID", "input.objectiveId")]
    both = {"objectiveId": objective, "keyResultId": key_result}
    assert await refused("Hm.", **both) == [("INVALID", "input.objectiveId")]
    assert await refused(" ", keyResultId=key_result) == [("INVALID", "input.text")]
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)
    assert await refused("Hm.", keyResultId=key_result) == [
        ("CYCLE_IS_CLOSED", "input.keyResultId")
    ]
