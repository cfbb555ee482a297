"""Tying work through the running server: what it serves, feeds and waits for."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office
from tests.graph.test_add_work_item import CALLS, planned

PATH = """query ($from: ID!) { contributionPath(from: $from) {
  depth node { __typename id } } }"""


async def tied(office: Office, kind: str, item: str, by: Client | None = None, **to: Any) -> str:
    said = {"kind": kind, "workItemId": item} | to
    return str((await (by or office.admin).do("linkWork", "workLink { id }", **said))["id"])


@pytest.mark.row("R2-57")
async def test_a_story_leads_over_its_sprint_and_milestone_to_the_key_result(
    office: Office,
) -> None:
    key_result, reader = await office.started(), await office.person()
    kinds = ("STORY", "SPRINT", "MILESTONE")
    story, sprint, milestone = [await planned(office, title=each, kind=each) for each in kinds]
    await tied(office, "FEEDS", story, toWorkItemId=sprint)
    await tied(office, "FEEDS", sprint, toWorkItemId=milestone)
    await tied(office, "SERVES", milestone, toKeyResultId=key_result)

    path = (await reader.ask(PATH, **{"from": story}))["contributionPath"]

    assert [(each["depth"], each["node"]["id"]) for each in path[:3]] == [
        (1, sprint),
        (2, milestone),
        (3, key_result),
    ]
    assert path[3]["node"]["__typename"] == "Objective"
    shows = "linkedBy { nodes { kind workItem { id } } }"
    assert await office.seen("WorkItem", sprint, shows) == {
        "linkedBy": {"nodes": [{"kind": "FEEDS", "workItem": {"id": story}}]}
    }


@pytest.mark.row("R2-58")
async def test_epics_serve_many_objectives_and_key_results_which_many_epics_serve(
    office: Office,
) -> None:
    key_result = await office.started()
    cycle = await office.cycle("2027-Q1", startsOn="2027-01-01", endsOn="2027-03-31")
    objective = await office.objective(cycle)
    epics = [await planned(office, title=each, kind="EPIC") for each in ("One", "Other")]

    for epic in epics:
        await tied(office, "SERVES", epic, toKeyResultId=key_result)
        await tied(office, "SERVES", epic, toObjectiveId=objective)

    shows = "servedBy { nodes { workItem { id } } }"
    both = {"servedBy": {"nodes": [{"workItem": {"id": each}} for each in epics]}}
    assert await office.seen("KeyResult", key_result, shows) == both
    assert await office.seen("Objective", objective, shows) == both
    shows = "links { nodes { kind toKeyResult { id } toObjective { id } } }"
    assert (await office.seen("WorkItem", epics[0], shows))["links"]["nodes"] == [
        {"kind": "SERVES", "toKeyResult": {"id": key_result}, "toObjective": None},
        {"kind": "SERVES", "toKeyResult": None, "toObjective": {"id": objective}},
    ]


@pytest.mark.row("R2-64")
async def test_milestones_of_several_projects_feed_one_key_result_each_with_its_share(
    office: Office,
) -> None:
    key_result = await office.started()
    project = {"objectiveId": None, **CALLS, "sort": "PROJECT"}
    projects = [await planned(office, **project | {"title": each}) for each in ("One", "Other")]
    last = ""
    for whole, weights in zip(projects, (("1", "2"), ("1",)), strict=True):
        for weight in weights:
            last = await planned(office, withinId=whole, title="Begin", kind="MILESTONE")
            await tied(office, "SERVES", last, toKeyResultId=key_result, weight=weight)
    await office.admin.do("reportWork", "workItem { id }", workItemId=last, state="DONE")

    shows = "workShares { workItem { id } milestones done share } progress { value }"
    seen = await office.seen("KeyResult", key_result, shows)

    assert seen["workShares"] == [
        {"workItem": {"id": projects[0]}, "milestones": 2, "done": 0, "share": "0.75"},
        {"workItem": {"id": projects[1]}, "milestones": 1, "done": 1, "share": "0.25"},
    ]
    assert seen["progress"]["value"] is None


@pytest.mark.row("R2-60")
async def test_the_load_of_people_in_sprints_and_what_work_waits_for_are_told(
    office: Office,
) -> None:
    bob = await office.person()
    me = {"ownerPersonId": str(bob.person_id), "kind": "STORY", "effort": "3"}
    sprint = await planned(office, title="First", kind="SPRINT", endsOn="2026-10-14")
    first, second, third = [await planned(office, title=str(each), **me) for each in range(3)]
    for item in (first, second):
        await tied(office, "FEEDS", item, toWorkItemId=sprint)
    await tied(office, "WAITS_FOR", first, toWorkItemId=second)
    await tied(office, "WAITS_FOR", second, toWorkItemId=third)
    await bob.do("reportWork", "workItem { id }", workItemId=second, spent="1")

    load = {"items": 2, "open": 2, "effort": "6", "spent": "1"}
    shows = "workLoad { ownerPerson { id } items open effort spent }"
    seen = await office.seen("WorkItem", sprint, shows)
    assert seen["workLoad"] == [{"ownerPerson": {"id": me["ownerPersonId"]}, **load}]
    shows = "workLoad { sprint { id endsOn } items open effort spent }"
    mine = await office.seen("Person", me["ownerPersonId"], shows)
    assert mine["workLoad"] == [
        {"sprint": {"id": sprint, "endsOn": "2026-10-14"}, **load},
        {"sprint": None, "items": 1, "open": 1, "effort": "3", "spent": "0"},
    ]
    shows = "awaits { depth workItem { id } for { id } }"
    assert (await office.seen("WorkItem", first, shows))["awaits"] == [
        {"depth": 1, "workItem": {"id": second}, "for": {"id": first}},
        {"depth": 2, "workItem": {"id": third}, "for": {"id": second}},
    ]
    await bob.do("reportWork", "workItem { id }", workItemId=second, state="DONE")
    assert await office.seen("WorkItem", first, shows) == {"awaits": []}


async def test_nothing_waits_for_itself_and_a_tie_leads_where_its_kind_says(
    office: Office,
) -> None:
    key_result = await office.started()
    one, other = [await planned(office, title=each, kind="TASK") for each in ("One", "Other")]
    await tied(office, "WAITS_FOR", one, toWorkItemId=other)

    async def refused(kind: str, **said: Any) -> list[tuple[str, str]]:
        return list(await office.admin.refused("linkWork", "workLink", kind=kind, **said))

    back = {"workItemId": other, "toWorkItemId": one}
    assert await refused("WAITS_FOR", **back) == [("INVALID", "input.toWorkItemId")]
    there = {"workItemId": one, "toWorkItemId": other}
    assert await refused("WAITS_FOR", **there) == [("ALREADY_EXISTS", "input.toWorkItemId")]
    odd = {"workItemId": one, "toKeyResultId": key_result}
    assert await refused("FEEDS", **odd) == [("INVALID", "input.toKeyResultId")]
    assert await refused("SERVES", workItemId=one) == [("INVALID", "input.toKeyResultId")]


async def test_ties_with_what_is_private_are_counted_for_nobody_else(office: Office) -> None:
    key_result, cycle = await office.started(), await office.cycle("2027-Q1")
    private = await office.objective(cycle, visibility="PRIVATE")
    hidden = await planned(office, objectiveId=private, title="Mine", kind="MILESTONE", effort="5")
    sprint = await planned(office, title="First", kind="SPRINT")
    await tied(office, "SERVES", hidden, toKeyResultId=key_result)
    await tied(office, "FEEDS", hidden, toWorkItemId=sprint)
    await tied(office, "WAITS_FOR", sprint, toWorkItemId=hidden)

    shows = "servedBy { totalCount } workShares { milestones }"
    nothing = {"servedBy": {"totalCount": 0}, "workShares": []}
    assert await office.seen("KeyResult", key_result, shows) == nothing
    mine = await office.seen("KeyResult", key_result, shows, office.admin)
    assert mine == {"servedBy": {"totalCount": 1}, "workShares": [{"milestones": 1}]}
    shows = "links { totalCount } linkedBy { totalCount } awaits { depth } workLoad { items }"
    assert await office.seen("WorkItem", sprint, shows) == {
        "links": {"totalCount": 0},
        "linkedBy": {"totalCount": 0},
        "awaits": [],
        "workLoad": [],
    }
