"""Saying through the running server how far work is: shown beside key results, never counted."""

from typing import Any

import pytest

from tests.graph.office import Office
from tests.graph.test_add_work_item import CALLS, planned


async def report(office: Office, item: str, **said: Any) -> None:
    await office.admin.do("reportWork", "workItem { id }", workItemId=item, **said)


@pytest.mark.row("R1-35")
async def test_work_that_is_done_moves_no_key_result(office: Office) -> None:
    key_result = await office.started()
    item = await planned(office, keyResultId=key_result, **CALLS)
    shows = """progress { value inputs { __typename } }
      objective { progress { value } } workItems { nodes { progress state } }"""
    before = await office.seen("KeyResult", key_result, shows)

    await report(office, item, state="DONE", done="1")

    after = await office.seen("KeyResult", key_result, shows)
    assert after["workItems"]["nodes"] == [{"progress": "1", "state": "DONE"}]
    assert {**after, "workItems": None} == {**before, "workItems": None}
    assert (after["progress"] or {}).get("value") is None


@pytest.mark.row("R2-14")
async def test_it_is_told_by_percent_or_by_milestones(office: Office) -> None:
    key_result = await office.started()
    said = await planned(office, keyResultId=key_result, **CALLS)
    stepwise = await planned(office, keyResultId=key_result, **CALLS, tracking="MILESTONES")
    steps = [
        await planned(office, withinId=stepwise, title=title, kind="MILESTONE")
        for title in ("Begin", "Half", "Most", "Never")
    ]

    await report(office, said, state="UNDER_WAY", done="0.35", spent="3")
    await report(office, steps[0], state="DONE")
    await report(office, steps[3], state="DROPPED")

    shows = "tracking progress spent state"
    assert await office.seen("WorkItem", said, shows) == {
        "tracking": "PERCENT",
        "progress": "0.35",
        "spent": "3",
        "state": "UNDER_WAY",
    }
    third = (await office.seen("WorkItem", stepwise, shows))["progress"]
    assert third.startswith("0.3333")
    refused = await office.admin.refused("reportWork", "workItem", workItemId=stepwise, done="1")
    assert refused == [("INVALID", "input.done")]


@pytest.mark.row("R2-59")
async def test_it_is_done_once_its_criteria_are_met(office: Office) -> None:
    story = await planned(office, title="A list of mentors", kind="STORY")
    bob = await office.person()
    stated = {"criteria": "Everybody can open it.", "ownerPersonId": str(bob.person_id)}
    task = await planned(office, withinId=story, title="Export it", kind="TASK", **stated)
    part = await planned(office, withinId=task, title="Ask for access", kind="SUB_TASK")
    done = {"workItemId": task, "state": "DONE"}

    assert await bob.refused("reportWork", "workItem", **done) == [("INVALID", "input.criteriaMet")]
    await bob.do("reportWork", "workItem { id }", **done, criteriaMet=True)

    shows = "state criteria criteriaMet acceptedBy { id } workItems { nodes { id } } within { id }"
    assert await office.seen("WorkItem", task, shows) == {
        "state": "DONE",
        "criteria": stated["criteria"],
        "criteriaMet": True,
        "acceptedBy": {"id": str(bob.person_id)},
        "workItems": {"nodes": [{"id": part}]},
        "within": {"id": story},
    }


@pytest.mark.row("R2-68")
async def test_what_each_promised_and_what_of_it_was_accepted_is_one_list(office: Office) -> None:
    bob, key_result = await office.person(), await office.started()
    mine = {
        "ownerPersonId": str(bob.person_id),
        "criteria": "All agree.",
        "keyResultId": key_result,
    }
    kept, owed = [await planned(office, **CALLS, **mine) for _ in range(2)]
    await report(office, kept, state="DONE", criteriaMet=True)

    shows = "workItems { nodes { id endsOn criteria state acceptedBy { id } } }"
    seen = await office.seen("Person", str(bob.person_id), shows)
    promised = {"endsOn": CALLS["endsOn"], "criteria": "All agree."}
    assert seen["workItems"]["nodes"] == [
        {
            "id": kept,
            **promised,
            "state": "DONE",
            "acceptedBy": {"id": str(office.admin.person_id)},
        },
        {"id": owed, **promised, "state": "PLANNED", "acceptedBy": None},
    ]


@pytest.mark.row("R2-67")
async def test_work_for_no_active_objective_is_found_and_so_are_key_results_without_work(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    starved = await office.key_result(objective)
    alone = await planned(office, title="Tidy up", kind="TASK")
    item = await planned(office, objectiveId=objective, **CALLS)
    code = """query ($code: FindingCode!) { organization { findings(filter: {code: $code}) {
      nodes { node { id } } } } }"""
    bob = await office.person()

    async def found(what: str) -> list[str]:
        seen = (await bob.ask(code, code=what))["organization"]["findings"]["nodes"]
        return [each["node"]["id"] for each in seen]

    assert await found("ORPHANED_WORK") == [alone]
    assert await found("STARVED") == [starved]
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=objective, reason="No."
    )
    assert await found("ORPHANED_WORK") == [alone, item]


@pytest.mark.row("R1-56")
async def test_it_is_seen_what_effort_goes_to_which_goal_and_what_to_none(office: Office) -> None:
    objective = await office.objective(await office.cycle(), priorityRank=1)
    await planned(office, objectiveId=objective, **CALLS, effort="20")
    alone = await planned(office, title="Tidy up", kind="TASK", effort="8")
    await report(office, alone, state="UNDER_WAY", spent="5")

    shows = "priorityRank workItems { nodes { effort spent } }"
    assert await office.seen("Objective", objective, shows) == {
        "priorityRank": 1,
        "workItems": {"nodes": [{"effort": "20", "spent": None}]},
    }
    unaligned = """{ organization { findings(filter: {code: ORPHANED_WORK}) {
      nodes { node { ... on WorkItem { id effort spent } } } } } }"""
    seen = (await (await office.person()).ask(unaligned))["organization"]["findings"]["nodes"]
    assert [each["node"] for each in seen] == [{"id": alone, "effort": "8", "spent": "5"}]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"done": "1.5"}, "done"),
        ({"spent": "-1"}, "spent"),
        ({"criteriaMet": True}, "criteriaMet"),
        ({"state": "DONE", "note": " "}, "note"),
        ({}, "state"),
    ],
)
async def test_what_cannot_be_is_refused(office: Office, said: dict[str, Any], field: str) -> None:
    item = await planned(office, title="Call", kind="TASK")

    refused = await office.admin.refused("reportWork", "workItem", workItemId=item, **said)

    assert refused == [("INVALID", f"input.{field}")]
