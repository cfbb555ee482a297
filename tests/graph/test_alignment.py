"""Aligning instead of cascading, and how numbers go up, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office

METRIC = {"kind": "INCREASE", "baseline": "0", "target": "10"}
PROGRESS = "progress { value inputs { value counted because node { id } } }"
LEVELS = ("COMPANY", "DEPARTMENT", "TEAM")


async def levels(office: Office) -> list[str]:
    """An objective of the company, of a department in it, and of a team in that."""
    cycle, objectives = await office.cycle(), []
    above: dict[str, str] = {}
    for kind in LEVELS:
        team = await office.team(kind, **above)
        objectives.append(await office.objective(cycle, ownerTeamId=team))
        above = {"parentId": team}
    return objectives


@pytest.mark.row("R1-80")
async def test_one_report_moves_everything_above_it_and_each_number_says_why(
    office: Office,
) -> None:
    company, department, team = await levels(office)
    cycle = (await office.seen("Objective", team, "cycle { id }"))["cycle"]["id"]
    own = await office.objective(cycle)
    key_result = await office.key_result(own, METRIC)
    for below, above in ((own, team), (team, department), (department, company)):
        await office.align(below, above, rollUp="MEAN")
    bob = await office.person()
    payload = await office.admin.command(
        "recordCheckIn", "checkIn { id }", {"keyResultId": key_result, "value": "4"}
    )

    rests_on = {own: key_result, team: own, department: team, company: department}
    for objective, below in rests_on.items():
        shows = "progress { value causedBy inputs { value counted node { id } } }"
        assert (await office.seen("Objective", objective, shows, bob))["progress"] == {
            "value": "0.4",
            "causedBy": payload["position"],
            "inputs": [{"value": "0.4", "counted": True, "node": {"id": below}}],
        }


@pytest.mark.row("R1-92")
async def test_many_support_many_each_with_its_reason_and_no_target_is_copied(
    office: Office,
) -> None:
    company, department, team = await levels(office)
    number = await office.key_result(company, METRIC)
    for below, above, why in (
        (team, company, "Fewer calls."),
        (team, department, "One team less to ask."),
        (department, company, "It carries half of it."),
    ):
        await office.align(below, above, rationale=why)
    bob = await office.person()

    shows = "alignments { rationale rollUp to { ... on Objective { id } } } keyResults { id }"
    assert await office.seen("Objective", team, shows, bob) == {
        "alignments": [
            {"rationale": "Fewer calls.", "rollUp": "NONE", "to": {"id": company}},
            {"rationale": "One team less to ask.", "rollUp": "NONE", "to": {"id": department}},
        ],
        "keyResults": [],
    }
    shows = "supporters { nodes { rationale from { id keyResults { id } } } } keyResults { id }"
    assert await office.seen("Objective", company, shows, bob) == {
        "supporters": {
            "nodes": [
                {"rationale": "Fewer calls.", "from": {"id": team, "keyResults": []}},
                {
                    "rationale": "It carries half of it.",
                    "from": {"id": department, "keyResults": []},
                },
            ]
        },
        "keyResults": [{"id": number}],
    }


@pytest.mark.row("R1-94")
async def test_a_team_shows_how_it_helps_by_measures_of_its_own_without_arithmetic(
    office: Office,
) -> None:
    company, _, marketing = await levels(office)
    number = await office.key_result(company, METRIC | {"unit": "EUR"})
    own = {"kind": "AT_LEAST", "unit": "talks", "target": "3"}
    talks = await office.key_result(marketing, own)
    for key_result, value in ((number, "2"), (talks, "3")):
        await office.check_in(key_result, value)
    await office.align(marketing, company, rationale="Who hears us buys from us.")
    bob = await office.person()

    seen = await office.seen("Objective", company, PROGRESS, bob)
    inputs: dict[str, Any] = {each["node"]["id"]: each for each in seen["progress"]["inputs"]}
    assert seen["progress"]["value"] == "0.2"
    assert inputs[marketing] == {
        "node": {"id": marketing},
        "value": "1",
        "counted": False,
        "because": "Nothing is computed from it.",
    }
    assert inputs[number]["counted"]
    shows = "supporters { nodes { rollUp rationale from { keyResults { metric { unit } } } } }"
    assert (await office.seen("Objective", company, shows, bob))["supporters"]["nodes"] == [
        {
            "rollUp": "NONE",
            "rationale": "Who hears us buys from us.",
            "from": {"keyResults": [{"metric": {"unit": "talks"}}]},
        }
    ]
