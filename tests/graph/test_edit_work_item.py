"""Stating work otherwise through the running server."""

import pytest

from tests.graph.office import Office
from tests.graph.test_add_work_item import CALLS, planned


@pytest.mark.row("R2-66")
async def test_what_is_stated_otherwise_keeps_what_is_in_it(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    whole = await planned(office, keyResultId=key_result, **CALLS)
    part = await planned(office, withinId=whole, title="Find their numbers", kind="TASK")

    change = {"scope": "Mentors of two years.", "endsOn": "2026-12-15"}
    owner = {"ownerPersonId": str(bob.person_id)}
    await office.admin.do("editWorkItem", "workItem { id }", workItemId=whole, **change, **owner)

    shows = "version title scope endsOn ownerPerson { id } workItems { nodes { id } }"
    assert await office.seen("WorkItem", whole, shows) == {
        "version": 2,
        "title": CALLS["title"],
        **change,
        "ownerPerson": {"id": owner["ownerPersonId"]},
        "workItems": {"nodes": [{"id": part}]},
    }


async def test_other_criteria_have_yet_to_be_met(office: Office) -> None:
    item = await planned(office, title="Call", kind="TASK", criteria="All were called.")
    await office.admin.do("reportWork", "workItem { id }", workItemId=item, criteriaMet=True)

    await office.admin.do("editWorkItem", "workItem { id }", workItemId=item, criteria="Twice.")

    seen = await office.seen("WorkItem", item, "criteria criteriaMet acceptedBy { id }")
    assert seen == {"criteria": "Twice.", "criteriaMet": False, "acceptedBy": None}


async def test_what_makes_no_sense_names_the_field(office: Office) -> None:
    item = await planned(office, keyResultId=await office.started(), **CALLS)

    async def refused(**said: str | None) -> list[tuple[str, str]]:
        return await office.admin.refused("editWorkItem", "workItem", workItemId=item, **said)

    assert await refused(endsOn="2026-09-01") == [("INVALID", "input.endsOn")]
    assert await refused(scope=None) == [("INVALID", "input.scope")]
    assert await refused(ownerPersonId=None) == [("INVALID", "input.ownerPersonId")]
    assert await refused() == [("INVALID", "")]
