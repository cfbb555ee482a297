"""How often reports come, how work is changed, and what it comes to, in numbers, by the server."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import httpx
import pytest

from server.auth import Tokens
from server.commands import Handler
from server.okr.bindings import bind_key_result
from server.okr.check_ins import record_check_in
from server.okr.kpi_values import record_kpi_value
from server.okr.kpis import add_kpi
from server.okr.objectives import (
    edit_objective,
)
from server.okr.policies import ChangePolicy, change_policy
from server.okr.terms import Rhythm
from tests.graph.earlier import Earlier
from tests.graph.office import Office
from tests.graph.programme import SHOWS, Number, checked, listed, numbers

ON = "2025-02-01"


@pytest.fixture
async def earlier(http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Earlier:
    return await Earlier.begin(http, tokens, handler)


async def told(
    earlier: Earlier, kind: str, noun: Any, on: str = ON, **said: str
) -> dict[str, Number]:
    args = "".join(f', {name}: "{value}"' for name, value in said.items())
    shows = SHOWS.format(args=f'(on: "{on}"{args})')
    return checked((await earlier.seen(kind, noun, shows))["programmeNumbers"])


async def reported(earlier: Earlier, key_result: UUID, day: str, **said: Any) -> Any:
    stated = {"key_result_id": key_result, "occurred_on": date.fromisoformat(day)} | said
    return await earlier.do(f"{day}T18:00", record_check_in, **stated)


@pytest.mark.row("R1-04")
async def test_reports_are_counted_by_week_by_gap_and_by_rhythm(earlier: Earlier) -> None:
    _, key_result = await earlier.a_quarter()
    organization = earlier.organization
    weekly = ChangePolicy(reason="Agreed.")
    weekly.check_in_every = Rhythm.WEEKLY  # type: ignore[attr-defined]
    await earlier.do("2025-01-01T09:00", change_policy, **vars(weekly))
    for day in ("2025-01-05", "2025-01-08", "2025-01-20"):
        await reported(earlier, key_result, day, value=Decimal(1))

    seen = await told(earlier, "Organization", organization.id, "2025-01-28")
    assert seen["CHECK_INS_PER_WEEK"]["value"] == "0.75"
    assert list(listed(seen["CHECK_INS_PER_WEEK"])) == [str(key_result)]
    assert [each["value"] for each in seen["CHECK_IN_GAP"]["items"]] == ["3", "12"]
    assert seen["CHECK_IN_GAP"]["value"] == "7.5"
    assert [each["value"] for each in seen["CHECK_IN_ON_TIME"]["items"]].count("1") == 2
    assert seen["CHECK_IN_ON_TIME"]["value"] == "0.5"
    before = await told(earlier, "Organization", organization.id, "2025-01-27")
    assert before["CHECK_IN_ON_TIME"]["value"] == "0.666666666667"


async def test_numbers_about_a_person_are_for_that_person_alone(office: Office) -> None:
    cycle = await office.cycle()
    mine = await office.key_result(await office.objective(cycle))
    other = await office.person()
    theirs = await office.objective(cycle, by=other)
    of_theirs = await office.key_result(theirs, by=other)
    me = str(office.admin.person_id)
    of_cycle = {"cycleId": f'"{cycle}"', "on": '"2026-12-30"'}

    own = await numbers(office, "Person", me, office.admin, **of_cycle)
    assert listed(own["CHECK_INS_PER_WEEK"]) == {mine: "0"}
    assert of_theirs not in listed(own["CHECK_INS_PER_WEEK"])
    assert own.keys() == {"CHECK_INS_PER_WEEK", "CHECK_IN_GAP", "CHECK_IN_ON_TIME"}
    withheld = await numbers(office, "Person", str(other.person_id), office.admin, **of_cycle)
    for each in withheld.values():
        assert each["because"] == "It is told to this person alone."
        assert (each["denominator"], each["items"], each["teams"]) == (None, [], [])


@pytest.mark.row("R1-05")
async def test_what_is_closed_is_told_by_its_score_and_whether_it_was_achieved(
    office: Office,
) -> None:
    cycle, team = await office.cycle(), await office.team()
    for ambition, score in (("ASPIRATIONAL", "0.7"), ("COMMITTED", "0.9"), ("COMMITTED", "1")):
        made = await office.objective(cycle, ownerTeamId=team, ambition=ambition)
        said = {"objectiveId": made, "kind": "AGREED", "score": score, "comment": "So."}
        await office.admin.do("closeObjective", "objective { id }", objectiveId=made)
        await office.admin.do("scoreObjective", "objective { id }", **said)
    await office.objective(cycle, ownerTeamId=team)

    seen = await numbers(office, "Cycle", cycle)
    assert (seen["FINAL_SCORE"]["numerator"], seen["FINAL_SCORE"]["denominator"]) == ("2.6", 3)
    assert list(listed(seen["ACHIEVED"]).values()) == ["1", "0", "1"]
    assert seen["ACHIEVED"]["teams"][0]["value"] == seen["ACHIEVED"]["value"] == "0.666666666667"


@pytest.mark.row("R1-07")
async def test_changes_are_counted_and_how_long_what_was_in_the_way_waited(
    earlier: Earlier,
) -> None:
    objective, key_result = await earlier.a_quarter()
    await reported(earlier, key_result, "2025-01-10", obstacles=["A wall"])
    organization = earlier.organization.id
    waiting = (await told(earlier, "Organization", organization))["DAYS_TO_ANSWER"]
    assert [each["value"] for each in waiting["items"]] == [None]

    said = {"objective_id": objective, "title": "Grow more", "reason": "We learned."}
    await earlier.do("2025-01-14T08:00", edit_objective, **said)
    seen = await told(earlier, "Organization", organization)
    assert (seen["REVISIONS"]["value"], listed(seen["REVISIONS"])) == ("1", {str(objective): "1"})
    assert seen["REVISIONS_WITH_REASON"]["value"] == "1"
    assert seen["DAYS_TO_ANSWER"]["value"] == "4"
    assert seen["KEY_RESULT_CHURN"]["value"] == "0"

    kpi = (await earlier.do("2025-01-15T08:00", add_kpi, name="Uptime", lower=Decimal(99))).kpi_id
    for day, value in (("16", 99), ("17", 90), ("19", 95), ("27", 99)):
        stated = {"kpi_id": kpi, "occurred_on": date(2025, 1, int(day)), "value": Decimal(value)}
        await earlier.do(f"2025-01-{day}T08:00", record_kpi_value, **stated)
    seen = await told(earlier, "Organization", organization)
    assert [each["value"] for each in seen["DAYS_TO_ANSWER"]["items"]] == ["4", "10"]
    assert seen["DAYS_TO_ANSWER"]["value"] == "7"
    bound = {"key_result_id": key_result, "kpi_id": kpi, "reason": "It is the same."}
    await earlier.do("2025-01-28T08:00", bind_key_result, **bound)
    stated = {"kpi_id": kpi, "occurred_on": date(2025, 1, 28), "value": Decimal(90)}
    await earlier.do("2025-01-28T09:00", record_kpi_value, **stated)
    said |= {"title": "Grow less"}
    await earlier.do("2025-01-30T08:00", edit_objective, **said)
    seen = await told(earlier, "Organization", organization)
    assert [each["value"] for each in seen["DAYS_TO_ANSWER"]["items"]] == ["4", "10", "2"]


@pytest.mark.row("R1-44")
async def test_teams_that_aim_otherwise_than_was_agreed_are_told_from_others(
    office: Office,
) -> None:
    cycle = await office.cycle(started=False)
    bold, easy = [await office.team() for _ in range(2)]
    aims = [
        {"code": "COMMITTED", "from": "0", "to": "0.5"},
        {"code": "START_CONFIDENCE", "from": "0.4", "to": "0.6"},
    ]
    await office.admin.do("changePolicy", "organization { id }", reason="So.", programmeAims=aims)
    for team, ambition, sure in ((bold, "ASPIRATIONAL", "0.5"), (easy, "COMMITTED", "0.9")):
        made = await office.objective(cycle, active=False, ownerTeamId=team, ambition=ambition)
        await office.key_result(made, startConfidence=sure)
        await office.admin.do("activateObjective", "objective { id }", objectiveId=made)

    seen = await numbers(office, "Cycle", cycle)
    for code, least, most in (("COMMITTED", "0", "1"), ("START_CONFIDENCE", "0.5", "0.9")):
        told = {
            each["team"]["id"]: (each["value"], each["asAimed"]) for each in seen[code]["teams"]
        }
        assert told == {bold: (least, True), easy: (most, False)}
    assert (seen["COMMITTED"]["asAimed"], seen["START_CONFIDENCE"]["asAimed"]) == (True, False)
