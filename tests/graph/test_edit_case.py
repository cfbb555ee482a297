"""Stating cases otherwise through the running server."""

from tests.graph.office import Office
from tests.graph.test_open_case import opened


async def test_a_case_is_stated_otherwise_and_given_to_somebody_else(office: Office) -> None:
    case, bob = await opened(office, "RISK"), await office.person()
    change = {"likelihood": "LOW", "title": "It rains."}
    await office.admin.do(
        "editCase", "case { id }", caseId=case, ownerPersonId=str(bob.person_id), **change
    )

    shows = "version title likelihood ownerPerson { id }"
    owner = {"ownerPerson": {"id": str(bob.person_id)}}
    assert await office.seen("Case", case, shows) == {"version": 2, **change, **owner}
    await bob.do("editCase", "case { id }", caseId=case, likelihood="HIGH")
    nothing = await bob.refused("editCase", "case", caseId=case)
    assert nothing == [("INVALID", "")]
