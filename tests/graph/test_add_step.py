"""Adding steps through the running server."""

from tests.graph.office import Office
from tests.graph.test_open_case import opened


async def test_a_step_is_of_a_case_or_a_meeting_that_goes_on(office: Office) -> None:
    case = await opened(office, "RISK")
    nothing = await office.admin.refused("addStep", "step", text="Buy a tent.")
    assert nothing == [("INVALID", "input.caseId")]
    said = {"caseId": case, "text": "Buy a tent.", "dueOn": "2026-11-01"}
    await office.admin.do("addStep", "step { id }", **said)

    seen = await office.seen("Case", case, "steps { text dueOn done case { id } }")
    step = {"text": "Buy a tent.", "dueOn": "2026-11-01", "done": False, "case": {"id": case}}
    assert seen == {"steps": [step]}
    over = {"caseId": case, "state": "UNSOLVED", "outcome": "It rained."}
    await office.admin.do("closeCase", "case { id }", **over)
    late = await office.admin.refused("addStep", "step", **said)
    assert late == [("WRONG_STATE", "input.caseId")]
