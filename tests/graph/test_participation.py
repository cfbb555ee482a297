"""Which teams work with objectives, from when on and in which way, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office
from tests.graph.programme import SHOWS, checked, listed, numbers

DAY = '"2026-11-01"'
TAKES_PART = "takesPart(on: {day}) {{ participation reason wave }}"


async def edited(office: Office, team: str, **said: Any) -> None:
    await office.admin.do("editTeam", "team { id }", teamId=team, **said)


async def taking_part(office: Office, team: str, day: str = DAY) -> dict[str, Any]:
    seen: dict[str, Any] = await office.seen("Team", team, TAKES_PART.format(day=day))
    found: dict[str, Any] = seen["takesPart"]
    return found


@pytest.mark.row("R1-39")
async def test_a_team_takes_part_as_was_said_between_two_days(office: Office) -> None:
    above = await office.team("DEPARTMENT")
    team = await office.team(parentId=above)
    usual = {"participation": "ACTIVE", "reason": None, "wave": None}
    assert await taking_part(office, team) == usual

    said = {
        "participation": "PILOT",
        "participatesFrom": "2026-10-01",
        "participatesUntil": "2026-12-31",
        "participationReason": "Short cycles.",
        "wave": 1,
    }
    await edited(office, above, **said)
    pilot = {"participation": "PILOT", "reason": "Short cycles.", "wave": 1}
    assert await taking_part(office, above) == pilot
    assert await taking_part(office, team) == pilot
    for day in ("2026-09-30", "2027-01-01"):
        assert await taking_part(office, team, f'"{day}"') == usual | {"wave": 1}
    await edited(office, team, participation="AWARE", wave=2)
    assert await taking_part(office, team) == {
        "participation": "AWARE",
        "reason": None,
        "wave": 2,
    }
    assert await office.seen("Team", above, " ".join(said)) == said


async def test_days_follow_each_other_and_waves_are_counted_from_one(office: Office) -> None:
    team = await office.team(participatesFrom="2026-10-01")
    for said, field in (
        ({"participatesUntil": "2026-09-30"}, "participatesUntil"),
        ({"wave": 0}, "wave"),
    ):
        told = await office.admin.refused("editTeam", "team", teamId=team, **said)
        assert told == [("INVALID", f"input.{field}")]


@pytest.mark.row("R1-68")
async def test_who_opts_out_says_why_and_is_not_counted_as_missing(office: Office) -> None:
    cycle = await office.cycle()
    team, other = [await office.team() for _ in range(2)]
    await office.objective(cycle, ownerTeamId=other)
    assert (await numbers(office, "Cycle", cycle, on=DAY))["ADOPTION"]["value"] == "0.5"

    said = {"teamId": team, "participation": "OPTED_OUT"}
    assert await office.admin.refused("editTeam", "team", **said) == [
        ("REASON_IS_MISSING", "input.participationReason")
    ]
    assert (await taking_part(office, team))["participation"] == "ACTIVE"
    why = {"participationReason": "It runs payroll."}
    await office.admin.do("editTeam", "team { id }", **said, **why)
    assert (await taking_part(office, team))["reason"] == "It runs payroll."
    seen = (await numbers(office, "Cycle", cycle, on=DAY))["ADOPTION"]
    assert (seen["value"], seen["denominator"]) == ("1", 1)
    assert listed(seen) == {team: None, other: "1"}
    (left_out,) = [each for each in seen["items"] if each["value"] is None]
    assert left_out["because"] == "It has opted out."


@pytest.mark.row("R1-69")
async def test_an_aware_team_follows_what_is_above_and_may_still_contribute(
    office: Office,
) -> None:
    cycle, company = await office.cycle(), await office.team("COMPANY")
    team = await office.team(participation="AWARE")
    helper = await office.member(team)
    top = await office.objective(cycle, ownerTeamId=company)
    said = {"objectiveId": top, "role": "STAKEHOLDER", "teamId": team}
    await office.admin.do("addParticipant", "participant { id }", **said)
    key_result = await office.key_result(top)
    await office.contributor(key_result, helper)

    shows = "participations { nodes { role objective { id } } }"
    assert await office.seen("Team", team, shows) == {
        "participations": {"nodes": [{"role": "STAKEHOLDER", "objective": {"id": top}}]}
    }
    parts = await office.seen("KeyResult", key_result, "contributions { nodes { person { id } } }")
    assert parts["contributions"]["nodes"] == [{"person": {"id": str(helper.person_id)}}]
    seen = (await numbers(office, "Cycle", cycle, on=DAY))["ADOPTION"]
    assert listed(seen) == {company: "1", team: None}


@pytest.mark.row("R1-40")
async def test_waves_are_planned_and_each_is_told_of_beside_the_others(office: Office) -> None:
    cycle = await office.cycle()
    pilot = await office.team(wave=1, participation="PILOT", participatesFrom="2026-10-01")
    department = await office.team("DEPARTMENT", wave=2, participatesFrom="2027-01-01")
    below = await office.team(parentId=department)
    objective = await office.objective(cycle, ownerTeamId=pilot)
    await office.check_in(await office.key_result(objective), "20")
    await office.objective(cycle, ownerTeamId=below)

    shown = SHOWS.format(args=f'(cycleId: "{cycle}", on: {DAY})')
    shows = f"rollout {{ wave startsOn teams {{ id }} {shown} }}"
    waves = (await office.seen("Organization", str(office.actor.organization_id), shows))["rollout"]
    plan = [(each["wave"], each["startsOn"], each["teams"]) for each in waves]
    assert plan == [
        (1, "2026-10-01", [{"id": pilot}]),
        (2, "2027-01-01", [{"id": department}]),
    ]
    first, later = (checked(each["programmeNumbers"]) for each in waves)
    assert (first["ADOPTION"]["value"], later["ADOPTION"]["value"]) == ("1", "0.5")
    assert listed(later["ADOPTION"]) == {department: "0", below: "1"}
    assert first["OBJECTIVE_COMPLETION"]["value"] == "1"
    assert later["OBJECTIVE_COMPLETION"]["value"] == "0"
