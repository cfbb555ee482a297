"""Opening pulses through the running server: who is asked what, and how often."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.graph.client import Client
from tests.graph.office import Office
from tests.graph.programme import listed, numbers
from tests.graph.pulses import agreed, answered, closed, opened, shown


@pytest.mark.row("R1-08")
async def test_engagement_and_satisfaction_are_asked_each_cycle_and_their_trend_is_told(
    office: Office,
) -> None:
    await agreed(office)
    team = await office.team()
    people = [await office.member(team) for _ in range(3)]
    cycles = [
        await office.cycle(key, startsOn=f"{key}-01", endsOn=f"{key}-28")
        for key in ("2026-07", "2026-08", "2026-09")
    ]
    for cycle, scores in zip(cycles, ((1, 2, 3), (3, 3, 3), (5, 5, 2)), strict=True):
        pulse = await opened(office, cycle, "ENGAGEMENT", "SATISFACTION", teamId=team)
        for who, score in zip(people, scores, strict=True):
            await answered(who, pulse, ENGAGEMENT=score, SATISFACTION=4)
        before = (await numbers(office, "Cycle", cycle))["ENGAGEMENT"]
        assert (listed(before), before["value"]) == ({pulse: None}, None)
        assert before["items"][0]["because"] == "It is still open."
        await closed(office, pulse)

    document = """{ organization { cycles(first: 3) { nodes { programmeNumbers(code: ENGAGEMENT) {
      value teams { team { id } value } } } } } }"""
    told = (await (await office.person()).ask(document))["organization"]["cycles"]["nodes"]
    trend = [each["programmeNumbers"][0] for each in told]
    assert [each["value"] for each in trend] == ["2", "3", "4"]
    assert trend[2]["teams"] == [{"team": {"id": team}, "value": "4"}]
    of_team = await numbers(office, "Team", team, cycleId=f'"{cycles[1]}"')
    assert of_team["SATISFACTION"]["value"] == "4"
    mine = "pulses { totalCount nodes { questions { question mean } } }"
    seen = await office.seen("Team", team, mine)
    assert seen["pulses"]["totalCount"] == len(cycles)
    assert seen["pulses"]["nodes"][0]["questions"][0] == {"question": "ENGAGEMENT", "mean": "2"}


async def test_the_same_people_are_asked_the_same_once_at_a_time(office: Office) -> None:
    cycle = await office.cycle()
    year = await office.cycle("2026", startsOn="2026-01-01")
    earlier = await office.cycle("2025", startsOn="2025-01-01", endsOn="2025-03-31")
    above = await office.team("DEPARTMENT")
    team, beside = [await office.team(parentId=above) for _ in range(2)]
    pulse = await opened(office, cycle, "TRUST", teamId=team)

    async def refused(*questions: str, **said: str) -> list[tuple[str, str]]:
        stated = {"cycleId": cycle, "questions": list(questions), **said}
        return await office.admin.refused("openPulse", "pulse", **stated)

    asked = [("ALREADY_EXISTS", "input.questions.1")]
    for said in ({"teamId": team}, {"teamId": above}, {}):
        assert await refused("SAFETY", "TRUST", **said) == asked
    below = await office.team(parentId=team)
    assert await refused("SAFETY", "TRUST", teamId=below) == asked
    await opened(office, cycle, "TRUST", teamId=beside)
    await opened(office, cycle, "SAFETY", teamId=above)
    beside_it = {"cycleId": year, "questions": ["TRUST"]}
    again = [("ALREADY_EXISTS", "input.questions.0")]
    assert await office.admin.refused("openPulse", "pulse", **beside_it) == again
    at_once = {"cycleId": earlier, "teamId": team}
    assert await refused("TRUST", **at_once) == again
    await closed(office, pulse)
    await opened(office, earlier, "TRUST", teamId=team)


async def test_a_cycle_that_has_not_begun_asks_nothing(office: Office) -> None:
    ahead = str(datetime.now(UTC).date() + timedelta(days=2))
    cycle = await office.cycle("ahead", startsOn=ahead, endsOn=ahead)
    said = {"cycleId": cycle, "questions": ["TRUST"]}
    refused = await office.admin.refused("openPulse", "pulse", **said)
    assert refused == [("WRONG_STATE", "input.cycleId")]


async def test_a_pulse_asks_what_it_can_of_people_in_a_cycle_that_goes_on(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()

    async def refused(by: Client, *questions: str, **said: str) -> list[tuple[str, str]]:
        stated = {"cycleId": cycle, "questions": list(questions), **said}
        return await by.refused("openPulse", "pulse", **stated)

    assert await refused(office.admin) == [("INVALID", "input.questions")]
    assert await refused(office.admin, "RISKS") == [("INVALID", "input.questions.0")]
    twice = [("INVALID", "input.questions.1")]
    assert await refused(office.admin, "TRUST", "TRUST") == twice
    member, manager = await office.member(team), await office.member(team, "MANAGER")
    assert await refused(member, "TRUST", teamId=team) == [("NOT_ALLOWED", "")]
    assert await refused(manager, "TRUST") == [("NOT_ALLOWED", "")]
    pulse = await opened(office, cycle, by=manager, teamId=team, title="May")
    seen = await office.seen("Pulse", pulse, "title state team { id } author { id }")
    assert seen == {
        "title": "May",
        "state": "OPEN",
        "team": {"id": team},
        "author": {"id": str(manager.person_id)},
    }
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)
    assert await refused(office.admin, "SAFETY") == [("CYCLE_IS_CLOSED", "input.cycleId")]
    assert (await shown(office, pulse))["state"] == "OPEN"
