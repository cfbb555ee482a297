"""Answering an obstacle through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office


async def obstacle(office: Office, key_result: str, by: Client | None = None) -> str:
    check_in = await office.check_in(key_result, by=by, obstacles=["A wall", "Rain"])
    seen = await office.seen("CheckIn", check_in, "obstacles { id }", by)
    return str(seen["obstacles"][0]["id"])


async def test_an_answer_clears_the_obstacle_and_no_other(office: Office) -> None:
    key_result = await office.started()
    wall = await obstacle(office, key_result)

    await office.admin.do(
        "answerObstacle", "obstacle { id }", obstacleId=wall, answer="We took the stairs."
    )

    shows = "version lastCheckIn { obstacles { text open answer } }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "version": 3,
        "lastCheckIn": {
            "obstacles": [
                {"text": "A wall", "open": False, "answer": "We took the stairs."},
                {"text": "Rain", "open": True, "answer": None},
            ]
        },
    }


async def test_an_obstacle_is_answered_once_and_with_words(office: Office) -> None:
    wall = await obstacle(office, await office.started())

    assert await office.admin.refused(
        "answerObstacle", "obstacle", obstacleId=wall, answer=" "
    ) == [("INVALID", "input.answer")]
    await office.admin.do("answerObstacle", "obstacle { id }", obstacleId=wall, answer="Done.")
    assert await office.admin.refused(
        "answerObstacle", "obstacle", obstacleId=wall, answer="Again."
    ) == [("WRONG_STATE", "input.obstacleId")]


async def test_whoever_works_on_it_answers_and_strangers_do_not(office: Office) -> None:
    team = await office.team()
    member, contributor = await office.member(team), await office.person()
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)
    await office.contributor(key_result, contributor)

    for person in (member, contributor, office.admin):
        wall = await obstacle(office, key_result, contributor)
        said = {"obstacleId": wall, "answer": "Done."}
        assert await (await office.person()).refused("answerObstacle", "obstacle", **said) == [
            ("NOT_ALLOWED", "")
        ]
        await person.do("answerObstacle", "obstacle { id }", **said)


async def test_a_closed_cycle_takes_no_answers(office: Office) -> None:
    cycle = await office.cycle()
    wall = await obstacle(office, await office.key_result(await office.objective(cycle)))
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    assert await office.admin.refused(
        "answerObstacle", "obstacle", obstacleId=wall, answer="Too late."
    ) == [("CYCLE_IS_CLOSED", "input.obstacleId")]


OPEN = "obstacles(filter: {open: true}) { totalCount nodes { kind text keyResult { id } } }"


async def left_open(office: Office, key_result: str) -> dict[str, str]:
    """A report that leaves one of each kind open, by kind."""
    said: dict[str, Any] = {
        "obstacles": ["A wall"],
        "help": "A ladder.",
        "adjustment": "Go around.",
    }
    report = await office.check_in(key_result, **said)
    seen = await office.seen("CheckIn", report, "obstacles { id kind }")
    return {each["kind"]: each["id"] for each in seen["obstacles"]}


@pytest.mark.row("R3-16")
async def test_help_and_corrections_of_course_are_open_until_they_are_answered(
    office: Office,
) -> None:
    team, cycle = await office.team(), await office.cycle()
    objective = await office.objective(cycle, ownerTeamId=team)
    key_result, other = (
        await office.key_result(objective),
        await office.key_result(await office.objective(cycle)),
    )
    matters = await left_open(office, key_result)
    await left_open(office, other)

    nouns = {"KeyResult": key_result, "Objective": objective, "Team": team}
    for kind, noun in nouns.items():
        found = (await office.seen(kind, noun, OPEN))["obstacles"]
        assert {each["kind"]: each["text"] for each in found["nodes"]} == {
            "OBSTACLE": "A wall",
            "HELP": "A ladder.",
            "ADJUSTMENT": "Go around.",
        }
        assert {each["keyResult"]["id"] for each in found["nodes"]} == {key_result}
    assert (await office.seen("Cycle", cycle, OPEN))["obstacles"]["totalCount"] == 6

    for kind in ("HELP", "ADJUSTMENT"):
        said = {"obstacleId": matters[kind], "answer": "With pleasure."}
        await office.admin.do("answerObstacle", "obstacle { id }", **said)

    for kind, noun in nouns.items():
        found = (await office.seen(kind, noun, OPEN))["obstacles"]
        assert [each["kind"] for each in found["nodes"]] == ["OBSTACLE"]
    shows = "obstacles(filter: {kind: HELP}) { nodes { open answer answeredBy { name } } }"
    assert (await office.seen("Team", team, shows))["obstacles"]["nodes"] == [
        {"open": False, "answer": "With pleasure.", "answeredBy": {"name": "Ada"}}
    ]


async def test_help_may_come_from_anybody_and_nothing_else_does(office: Office) -> None:
    matters = await left_open(office, await office.started())
    stranger = await office.person()

    for kind in ("OBSTACLE", "ADJUSTMENT"):
        said = {"obstacleId": matters[kind], "answer": "Mine."}
        told = await stranger.refused("answerObstacle", "obstacle", **said)
        assert told == [("NOT_ALLOWED", "")]
    said = {"obstacleId": matters["HELP"], "answer": "Take my ladder."}
    await stranger.do("answerObstacle", "obstacle { id }", **said)


async def test_what_a_private_objective_leaves_open_is_listed_for_nobody_else(
    office: Office,
) -> None:
    team, cycle = await office.team(), await office.cycle()
    objective = await office.objective(cycle, ownerTeamId=team, visibility="PRIVATE")
    await left_open_by(office, objective)

    organization = str(office.actor.organization_id)
    for kind, noun in {"Team": team, "Cycle": cycle, "Organization": organization}.items():
        assert (await office.seen(kind, noun, OPEN))["obstacles"]["totalCount"] == 0
        seen = await office.seen(kind, noun, OPEN, office.admin)
        assert seen["obstacles"]["totalCount"] == 1


async def left_open_by(office: Office, objective: str) -> None:
    """Help wanted in an objective, as its creator sees it."""
    await office.check_in(await office.key_result(objective), help="A ladder.")
