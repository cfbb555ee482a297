"""How well people foresaw where they would come, and which meetings they skipped, in numbers."""

from tests.graph.office import Office
from tests.graph.programme import listed, numbers
from tests.graph.test_plan_meeting import planned


async def test_confidence_at_the_start_is_held_against_what_came(office: Office) -> None:
    cycle, team = await office.cycle(started=False), await office.team()
    objective = await office.objective(cycle, active=False, ownerTeamId=team)
    sure, unsure, silent = [
        await office.key_result(objective, startConfidence=said) for said in ("0.9", "0.2", None)
    ]
    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)
    await office.admin.do("activateObjective", "objective { id }", objectiveId=objective)
    for each, value in ((sure, "17"), (unsure, "16.9"), (silent, "20")):
        await office.check_in(each, value)
    assert (await numbers(office, "Cycle", cycle))["CALIBRATION"]["items"] == []

    await office.admin.do("closeObjective", "objective { id }", objectiveId=objective)
    seen = (await numbers(office, "Cycle", cycle))["CALIBRATION"]
    assert listed(seen) == {sure: "0.01", unsure: "0.04", silent: None}
    assert (seen["value"], seen["teams"][0]["team"]["id"]) == ("0.025", team)
    raised = {"keyResultId": sure, "kind": "AGREED", "score": "0.5", "comment": "Not kept."}
    await office.admin.do("scoreKeyResult", "keyResult { id }", **raised)
    seen = (await numbers(office, "Cycle", cycle))["CALIBRATION"]
    assert listed(seen)[sure] == "0.81"


async def test_what_people_scored_themselves_is_held_against_what_was_agreed(
    office: Office,
) -> None:
    cycle, team = await office.cycle(), await office.team()
    member = await office.member(team)
    objective, agreed_alone = [await office.objective(cycle, ownerTeamId=team) for _ in range(2)]
    for each in (objective, agreed_alone):
        await office.admin.do("closeObjective", "objective { id }", objectiveId=each)
        said = {"objectiveId": each, "kind": "AGREED", "score": "0.5", "comment": "So."}
        await office.admin.do("scoreObjective", "objective { id }", **said)
    for by, score in ((office.admin, "0.6"), (member, "0.8")):
        said = {"objectiveId": objective, "kind": "SELF", "score": score, "comment": "So."}
        await by.do("scoreObjective", "objective { id }", **said)

    seen = (await numbers(office, "Cycle", cycle))["SELF_SCORE_GAP"]
    assert (listed(seen), seen["value"]) == ({objective: "0.2"}, "0.2")


async def test_the_share_of_meetings_that_were_skipped_is_told(office: Office) -> None:
    cycle, one, other = await office.cycle(), await office.team(), await office.team()
    skipped, held, coming = [
        await planned(office, "CHECK_IN", teamId=one, cycleId=cycle) for _ in range(3)
    ]
    elsewhere = await planned(office, "CHECK_IN", teamId=other, cycleId=cycle)
    why = {"meetingId": skipped, "reason": "A holiday."}
    await office.admin.do("skipMeeting", "meeting { id }", **why)
    for each in (held, elsewhere):
        await office.admin.do("holdMeeting", "meeting { id }", meetingId=each)
    private = await office.objective(cycle, visibility="PRIVATE")
    hidden = await planned(office, "REVIEW", objectiveId=private)

    seen = (await numbers(office, "Cycle", cycle))["MEETINGS_SKIPPED"]
    assert listed(seen) == {skipped: "1", held: "0", coming: None, elsewhere: "0"}
    assert seen["value"] == "0.333333333333"
    mine = (await numbers(office, "Cycle", cycle, office.admin))["MEETINGS_SKIPPED"]
    assert listed(mine)[hidden] is None
    of_one = (await numbers(office, "Team", one, cycleId=f'"{cycle}"'))["MEETINGS_SKIPPED"]
    assert of_one["value"] == "0.5"
