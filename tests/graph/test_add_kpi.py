"""Beginning to measure something all the time, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office

WHOLE = """name description unit lower upper alarmBelow alarmAbove version
  ownerTeam { id } owner { id } health { state value since occurredOn measured { id } }
  values { totalCount } stateHistory { state }"""
BOUNDS = {"alarmBelow": "90", "lower": "95", "upper": "100", "alarmAbove": "101"}
DASHBOARD = """{ organization { kpis { totalCount nodes {
  name lower upper health { state value since } stateHistory { occurredOn state value } } } } }"""


async def test_everybody_sees_what_is_measured_and_what_is_healthy(office: Office) -> None:
    team, bob = await office.team(), await office.person()
    owned = {"ownerTeamId": team, "ownerPersonId": str(bob.person_id)}

    kpi = await office.kpi(description="Whether we can be reached.", **owned, **BOUNDS)

    assert await office.seen("Kpi", kpi, WHOLE) == {
        "name": "Uptime",
        "description": "Whether we can be reached.",
        "unit": "%",
        **BOUNDS,
        "version": 1,
        "ownerTeam": {"id": team},
        "owner": {"id": str(bob.person_id)},
        "health": dict.fromkeys(("state", "value", "since", "occurredOn", "measured")),
        "values": {"totalCount": 0},
        "stateHistory": [],
    }
    shows = "kpis { totalCount nodes { id } }"
    assert await office.seen("Team", team, shows) == {
        "kpis": {"totalCount": 1, "nodes": [{"id": kpi}]}
    }


@pytest.mark.row("R1-51")
async def test_it_goes_on_whatever_becomes_of_cycles(office: Office) -> None:
    cycle, kpi = await office.cycle(), await office.kpi(lower="95")
    await office.measured(kpi, "97", occurredOn="2025-12-31")
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    await office.measured(kpi, "94", occurredOn="2026-10-02")

    seen = await office.seen("Kpi", kpi, "lower values { nodes { value occurredOn state } }")
    assert seen == {
        "lower": "95",
        "values": {
            "nodes": [
                {"value": "97", "occurredOn": "2025-12-31", "state": "GREEN"},
                {"value": "94", "occurredOn": "2026-10-02", "state": "RED"},
            ]
        },
    }


@pytest.mark.row("R3-36")
async def test_a_dashboard_shows_bounds_health_and_how_it_came_to_that(office: Office) -> None:
    reader, kpi = await office.person(), await office.kpi(alarmBelow="90", lower="95")
    for day, value in (("01", "97"), ("02", "94"), ("03", "93"), ("04", "89"), ("05", "96")):
        await office.measured(kpi, value, occurredOn=f"2026-10-{day}")

    shown = (await reader.ask(DASHBOARD))["organization"]["kpis"]

    assert shown["totalCount"] == 1
    assert shown["nodes"] == [
        {
            "name": "Uptime",
            "lower": "95",
            "upper": None,
            "health": {"state": "GREEN", "value": "96", "since": "2026-10-05"},
            "stateHistory": [
                {"occurredOn": "2026-10-01", "state": "GREEN", "value": "97"},
                {"occurredOn": "2026-10-02", "state": "AMBER", "value": "94"},
                {"occurredOn": "2026-10-04", "state": "RED", "value": "89"},
                {"occurredOn": "2026-10-05", "state": "GREEN", "value": "96"},
            ],
        }
    ]


async def test_bounds_that_contradict_each_other_name_the_field(office: Office) -> None:
    said = {"name": "Uptime", **BOUNDS, "upper": "80"}

    assert await office.admin.refused("addKpi", "kpi", **said) == [("INVALID", "input.upper")]


async def test_managers_add_what_their_team_measures_and_nobody_else_does(office: Office) -> None:
    team = await office.team()
    manager, member = await office.member(team, "MANAGER"), await office.member(team)
    said: dict[str, Any] = {"name": "Uptime", "ownerTeamId": team}

    kpi = (await manager.do("addKpi", "kpi { id }", **said))["id"]

    assert await member.refused("addKpi", "kpi", **said) == [("NOT_ALLOWED", "")]
    assert await manager.refused("addKpi", "kpi", name="Uptime") == [("NOT_ALLOWED", "")]
    assert await office.seen("Kpi", kpi, "name") == {"name": "Uptime"}
