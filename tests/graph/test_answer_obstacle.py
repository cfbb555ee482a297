"""Answering an obstacle through the running server."""

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
