"""Objectives that are to bring a KPI back into its bounds, through the running server."""

import pytest

from tests.graph.office import Office


@pytest.mark.row("R1-53")
async def test_what_is_red_is_recovered_by_an_objective_that_knows_its_cause(
    office: Office,
) -> None:
    kpi, cycle = await office.kpi(lower="95", upper="100"), await office.cycle()
    value = await office.measured(kpi, "80", occurredOn="2026-10-02")
    said = {"kpiId": kpi, "cycleId": cycle, "title": "We can be reached again"}
    said |= {"ownerPersonId": str(office.admin.person_id), "reason": "A server burnt."}

    drafted = await office.admin.do("draftRecoveryObjective", "objective { id }", **said)

    shows = """state title links { nodes { kind note kpi { id health { state } } } }
      keyResults { title current metric { kind baseline target unit } kpi { id }
        checkIns { nodes { kpiValue { id } } } progress { value } }"""
    assert await office.seen("Objective", drafted["id"], shows) == {
        "state": "DRAFT",
        "title": "We can be reached again",
        "links": {
            "nodes": [
                {
                    "kind": "RECOVERS",
                    "note": "A server burnt.",
                    "kpi": {"id": kpi, "health": {"state": "RED"}},
                }
            ]
        },
        "keyResults": [
            {
                "title": "Uptime",
                "current": "80",
                "metric": {"kind": "INCREASE", "baseline": "80", "target": "95", "unit": "%"},
                "kpi": {"id": kpi},
                "checkIns": {"nodes": [{"kpiValue": {"id": value}}]},
                "progress": {"value": "0"},
            }
        ],
    }
    await office.measured(kpi, "92", occurredOn="2026-10-09")
    back = await office.seen("Objective", drafted["id"], "progress { value }")
    assert back == {"progress": {"value": "0.8"}}
    caused = await office.seen("Kpi", kpi, "linkedBy { kind from { id } }")
    assert caused == {"linkedBy": [{"kind": "RECOVERS", "from": {"id": drafted["id"]}}]}


async def test_what_is_above_its_bounds_comes_down(office: Office) -> None:
    kpi, cycle = await office.kpi(upper="100", alarmAbove="110"), await office.cycle()
    await office.measured(kpi, "120")
    said = {"kpiId": kpi, "cycleId": cycle, "title": "Less", "reason": "It ran hot."}
    said |= {"ownerPersonId": str(office.admin.person_id)}
    drafted = await office.admin.do("draftRecoveryObjective", "objective { id }", **said)

    shows = "keyResults { metric { kind baseline target } }"
    [key_result] = (await office.seen("Objective", drafted["id"], shows))["keyResults"]
    assert key_result["metric"] == {"kind": "DECREASE", "baseline": "120", "target": "100"}


async def test_what_is_no_alarm_needs_no_recovery(office: Office) -> None:
    kpi, cycle = await office.kpi(lower="95", alarmBelow="90"), await office.cycle()
    await office.measured(kpi, "93")
    said = {"kpiId": kpi, "cycleId": cycle, "title": "Again", "reason": "So."}
    said |= {"ownerPersonId": str(office.admin.person_id)}
    assert await office.admin.refused("draftRecoveryObjective", "objective", **said) == [
        ("WRONG_STATE", "input.kpiId")
    ]
