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
