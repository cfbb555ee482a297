"""Whether more was reached than before: of what goes on, and of what is measured all the time."""

from typing import Any

import pytest

from tests.graph.office import Office
from tests.graph.programme import listed, numbers

RISING = {"kind": "INCREASE", "unit": "%", "baseline": "90", "target": "100"}
FALLING = RISING | {"kind": "DECREASE", "baseline": "100", "target": "90"}
BOUNDED = {"kind": "WITHIN", "unit": "%", "lower": "94", "upper": "95"}


async def before_and_now(office: Office) -> tuple[str, str]:
    before = await office.cycle("2026-Q3", startsOn="2026-07-01", endsOn="2026-09-30")
    return before, await office.cycle()


async def scored(office: Office, cycle: str, score: str | None, **said: Any) -> str:
    """An objective that is closed, with the score that was agreed on."""
    objective = await office.objective(cycle, **said)
    await office.admin.do("closeObjective", "objective { id }", objectiveId=objective)
    if score is not None:
        agreed = {"objectiveId": objective, "kind": "AGREED", "score": score, "comment": "So."}
        await office.admin.do("scoreObjective", "objective { id }", **agreed)
    return objective


@pytest.mark.row("R1-06")
async def test_what_goes_on_is_scored_against_what_it_goes_on_with(office: Office) -> None:
    (before, now), team = await before_and_now(office), await office.team()
    first, second = [await scored(office, before, score) for score in ("0.4", "0.6")]
    grown = await scored(office, now, "0.9", ownerTeamId=team)
    new, unscored = await scored(office, now, "0.8"), await scored(office, now, None)
    beside = await scored(office, now, "0.1")
    running = await office.objective(now)
    for later in (grown, unscored, running):
        await office.link(later, first)
    for later, earlier in ((grown, second), (new, beside)):
        await office.link(later, earlier)

    seen = (await numbers(office, "Cycle", now))["SCORE_CHANGE"]
    assert listed(seen) == {grown: "0.4", new: None, unscored: None, beside: None}
    assert (seen["value"], seen["numerator"], seen["denominator"]) == ("0.4", "0.4", 1)
    because = {each["node"]["id"]: each["because"] for each in seen["items"]}
    assert because[new] == "It goes on with nothing of an earlier cycle."
    assert because[unscored] == "No score of it is known."
    of_team = await numbers(office, "Team", team, cycleId=f'"{now}"')
    assert listed(of_team["SCORE_CHANGE"]) == {grown: "0.4"}
    assert listed((await numbers(office, "Cycle", before))["SCORE_CHANGE"]) == {
        first: None,
        second: None,
    }


@pytest.mark.row("R1-06")
async def test_what_is_measured_all_the_time_is_held_against_how_it_stood_before(
    office: Office,
) -> None:
    _, now = await before_and_now(office)
    moved, silent = await office.kpi(), await office.kpi()
    objective = await office.objective(now)

    async def following(metric: dict[str, str], kpi: str) -> str:
        key_result = await office.key_result(objective, metric)
        said = {"keyResultId": key_result, "kpiId": kpi, "reason": "It is the same."}
        await office.admin.do("bindKeyResult", "keyResult { id }", **said)
        return key_result

    for day, value in (("2026-08-01", "97"), ("2026-09-30", "93"), ("2026-10-01", "96")):
        await office.measured(moved, value, occurredOn=day)
    await office.measured(silent, "93", occurredOn="2026-09-30")
    up, down, within = [await following(each, moved) for each in (RISING, FALLING, BOUNDED)]
    still = await following(RISING, silent)

    seen = (await numbers(office, "Cycle", now))["KPIS_IMPROVED"]
    assert listed(seen) == {up: "1", down: "0", within: "0", still: None}
    assert (seen["value"], seen["denominator"]) == ("0.333333333333", 3)
    assert seen["items"][3]["because"] == "Nothing was measured of its KPI in the cycle."
    by_then = (await numbers(office, "Cycle", now, on='"2026-09-30"'))["KPIS_IMPROVED"]
    assert by_then["denominator"] == 0
