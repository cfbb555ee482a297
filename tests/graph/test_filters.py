"""Narrowing lists of objectives through the running server, beside the same done in Python."""

from typing import Any

import pytest

from tests.graph.office import Office

ALL = """{ organization { objectives { nodes {
  id level state horizon cycle { id }
  alignments { id to { ... on Objective { level } ... on KeyResult { objective { level } } } }
  owner { ... on Team { teamId: id } ... on Person { personId: id } } } } } }"""
FILTERED = """query ($filter: ObjectiveFilter, $cycle: ID!) {
  organization { objectives(filter: $filter) { totalCount nodes { id } } }
  node(id: $cycle) { ... on Cycle { objectives(filter: $filter) { totalCount nodes { id } } } } }"""


async def furnished(office: Office) -> dict[str, str]:
    """Objectives of every level and state, in two cycles, some of them aligned."""
    cycle, other = await office.cycle(), await office.cycle("2027", endsOn="2027-12-31")
    company = await office.team("COMPANY")
    department = await office.team("DEPARTMENT", parentId=company)
    team = await office.team(parentId=department)
    above = await office.objective(cycle, ownerTeamId=company)
    for owner in (department, team):
        await office.align(await office.objective(cycle, ownerTeamId=owner), above)
    await office.objective(cycle, active=False, ownerTeamId=team)
    closed, given_up = (
        await office.objective(other, ownerTeamId=team),
        await office.objective(cycle),
    )
    await office.admin.do("closeObjective", "objective { id }", objectiveId=closed)
    await office.align(given_up, await office.objective(other))
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=given_up, reason="So."
    )
    return {"cycleId": cycle, "ownerTeamId": team, "ownerPersonId": str(office.admin.person_id)}


def holds(objective: dict[str, Any], name: str, value: Any) -> bool:
    """Whether one of the things that a filter states is true of an objective."""
    if name == "lacksParentAt":
        supported = [each["to"].get("objective", each["to"]) for each in objective["alignments"]]
        return value not in [each["level"] for each in supported]
    has: dict[str, Any] = {
        "cycleId": objective["cycle"]["id"],
        "level": objective["level"],
        "state": objective["state"],
        "horizon": objective["horizon"],
        "ownerTeamId": objective["owner"].get("teamId"),
        "ownerPersonId": objective["owner"].get("personId"),
        "unaligned": not objective["alignments"],
    }
    return bool(has[name] == value)


async def test_a_filter_leaves_what_all_of_it_is_true_of(office: Office) -> None:
    known = await furnished(office)
    everything = (await office.admin.ask(ALL))["organization"]["objectives"]["nodes"]
    assert len(everything) == 7
    filters: list[dict[str, Any]] = [
        {},
        *({name: value} for name, value in known.items()),
        *({"level": level} for level in ("COMPANY", "DEPARTMENT", "TEAM", "INDIVIDUAL")),
        *({"state": state} for state in ("DRAFT", "ACTIVE", "CLOSED", "WITHDRAWN")),
        *({"horizon": horizon} for horizon in ("SHORT_TERM", "LONG_TERM")),
        *({"unaligned": each} for each in (True, False)),
        *({"lacksParentAt": each} for each in ("COMPANY", "DEPARTMENT", "TEAM")),
        {"level": "TEAM", "lacksParentAt": "COMPANY"},
        {"level": "TEAM", "state": "ACTIVE", "unaligned": False},
        {"level": "COMPANY", "ownerTeamId": known["ownerTeamId"]},
        known | {"ownerTeamId": None, "unaligned": False},
    ]

    for stated in filters:
        seen = await office.admin.ask(FILTERED, filter=stated, cycle=known["cycleId"])
        expected = [
            {"id": each["id"]}
            for each in everything
            if all(holds(each, *pair) for pair in stated.items() if pair[1] is not None)
        ]
        assert seen["organization"]["objectives"] == {
            "totalCount": len(expected),
            "nodes": expected,
        }, stated
        of_cycle = [each["id"] for each in everything if each["cycle"]["id"] == known["cycleId"]]
        expected = [each for each in expected if each["id"] in of_cycle]
        assert seen["node"]["objectives"] == {"totalCount": len(expected), "nodes": expected}


async def test_windows_and_filters_go_together(office: Office) -> None:
    cycle, other = await office.cycle(), await office.cycle("2027-Q1")
    mixed = [await office.objective(each) for each in (cycle, other, cycle, other, cycle)]
    document = """query ($after: String, $cycle: ID!) { organization {
      objectives(first: 1, after: $after, filter: { cycleId: $cycle }) {
        totalCount nodes { id } pageInfo { endCursor hasNextPage } } } }"""
    seen: list[str] = []
    after, more = None, True
    while more:
        page = (await office.admin.ask(document, after=after, cycle=cycle))["organization"][
            "objectives"
        ]
        assert page["totalCount"] == 3
        seen += [each["id"] for each in page["nodes"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

    assert seen == mixed[::2]


@pytest.mark.parametrize("unknown", ["cycleId", "ownerTeamId", "ownerPersonId"])
async def test_a_filter_by_what_is_not_there_leaves_nothing(office: Office, unknown: str) -> None:
    cycle = await office.cycle()
    await office.objective(cycle)

    seen = await office.admin.ask(FILTERED, filter={unknown: "nonsense"}, cycle=cycle)

    assert seen["organization"]["objectives"] == {"totalCount": 0, "nodes": []}
