"""Planning work through the running server: initiatives under key results, and what is in them."""

from typing import Any

import pytest

from tests.graph.office import Office

SCOPED = {"scope": "All mentors of last year.", "startsOn": "2026-10-01", "endsOn": "2026-11-30"}
CALLS = {"title": "Call all mentors", "kind": "INITIATIVE", "sort": "CAMPAIGN", **SCOPED}
SORTS = ("PROJECT", "TASK", "EXPERIMENT", "CAMPAIGN", "RESEARCH")


async def planned(office: Office, **said: Any) -> str:
    return str((await office.admin.do("addWorkItem", "workItem { id }", **said))["id"])


@pytest.mark.row("R1-33")
async def test_initiatives_of_all_sorts_stand_under_their_key_result(office: Office) -> None:
    key_result = await office.started()

    for sort in SORTS:
        await planned(office, keyResultId=key_result, **CALLS | {"sort": sort})

    shows = "workItems { nodes { kind sort title state keyResult { id } } }"
    seen = await office.seen("KeyResult", key_result, shows)
    assert [each["sort"] for each in seen["workItems"]["nodes"]] == list(SORTS)
    assert seen["workItems"]["nodes"][0] == {
        "kind": "INITIATIVE",
        "sort": "PROJECT",
        "title": "Call all mentors",
        "state": "PLANNED",
        "keyResult": {"id": key_result},
    }


@pytest.mark.row("R2-13")
@pytest.mark.parametrize("without", ["scope", "startsOn", "endsOn", "sort"])
async def test_an_initiative_says_what_belongs_to_it_and_when(office: Office, without: str) -> None:
    key_result = await office.started()
    said = {name: each for name, each in CALLS.items() if name != without}

    refused = await office.admin.refused("addWorkItem", "workItem", keyResultId=key_result, **said)

    assert refused == [("INVALID", f"input.{without}")]
    await planned(office, keyResultId=key_result, **CALLS)
    shows = "workItems { nodes { scope startsOn endsOn } }"
    seen = await office.seen("KeyResult", key_result, shows)
    assert seen["workItems"]["nodes"] == [SCOPED]


@pytest.mark.row("R2-06")
async def test_it_says_what_is_done_to_what_and_is_found_where_it_reads_like_a_key_result(
    office: Office,
) -> None:
    key_result = await office.started()
    formula = {"verb": "call", "counted": "mentors of last year"}
    plain = await planned(office, keyResultId=key_result, **CALLS, **formula)
    odd = await planned(
        office, keyResultId=key_result, **CALLS | {"title": "Raise retention by 20 %"}
    )
    way = await planned(office, keyResultId=key_result, **CALLS | {"title": "From 10 to 20 calls"})

    shows = "verb counted findings { code node { id } }"
    assert await office.seen("WorkItem", plain, shows) == formula | {"findings": []}
    for item in (odd, way):
        found = {"code": "LIKE_A_KEY_RESULT", "node": {"id": item}}
        seen = await office.seen("WorkItem", item, shows)
        assert seen["findings"] == [found]


@pytest.mark.row("R2-37")
async def test_a_key_result_without_an_initiative_is_found_where_that_is_agreed(
    office: Office,
) -> None:
    bare, moved = await office.started(), None
    shows = (
        "objective { cycle { findings(filter: {code: NO_INITIATIVE}) { nodes { node { id } } } } }"
    )
    agreed = {"initiativesExpected": True, "reason": "Plans."}

    async def found() -> list[str]:
        seen = await office.seen("KeyResult", bare, shows)
        nodes = seen["objective"]["cycle"]["findings"]["nodes"]
        return [each["node"]["id"] for each in nodes]

    assert await found() == []
    await office.admin.do("changePolicy", "organization { id }", **agreed)
    assert await found() == [bare]
    moved = await planned(office, keyResultId=bare, **CALLS)
    assert await found() == []
    await office.admin.do("reportWork", "workItem { id }", workItemId=moved, state="DROPPED")
    assert await found() == [bare]


async def test_what_is_within_is_for_the_same(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    whole = await planned(office, keyResultId=key_result, **CALLS)

    task = {"title": "Find their numbers", "kind": "TASK", "ownerPersonId": str(bob.person_id)}
    part = await planned(office, withinId=whole, **task)

    shows = "within { id } keyResult { id } objective { workItems { totalCount } }"
    assert await office.seen("WorkItem", part, shows) == {
        "within": {"id": whole},
        "keyResult": {"id": key_result},
        "objective": {"workItems": {"totalCount": 2}},
    }
    mine = await office.seen("Person", str(bob.person_id), "workItems { nodes { id } }")
    assert mine == {"workItems": {"nodes": [{"id": part}]}}


async def test_work_for_what_is_private_is_hidden_with_it(office: Office) -> None:
    objective = await office.objective(await office.cycle(), visibility="PRIVATE")
    item = await planned(office, objectiveId=objective, **CALLS)
    stranger = await office.person()

    assert await office.seen("WorkItem", item, "id", stranger) is None
    assert await stranger.refused("editWorkItem", "workItem", workItemId=item, title="Mine") == [
        ("NOT_FOUND", "input.workItemId")
    ]
    assert await stranger.refused(
        "addWorkItem", "workItem", withinId=item, title="Mine", kind="TASK"
    ) == [("NOT_FOUND", "input.withinId")]
