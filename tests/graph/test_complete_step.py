"""Completing steps through the running server."""

from tests.graph.office import Office
from tests.graph.test_open_case import opened


async def test_who_is_to_do_it_completes_it_once(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    case = await opened(office, "RISK", objectiveId=objective)
    bob, eve = await office.person(), await office.person()
    said = {"caseId": case, "text": "Buy a tent.", "ownerPersonId": str(bob.person_id)}
    step = (await office.admin.do("addStep", "step { id }", **said))["id"]

    assert await eve.refused("completeStep", "step", stepId=step) == [("NOT_ALLOWED", "")]
    await bob.do("completeStep", "step { id }", stepId=step, note="A large one.")

    shows = "done note doneBy { id } version"
    assert await office.seen("Step", step, shows) == {
        "done": True,
        "note": "A large one.",
        "doneBy": {"id": str(bob.person_id)},
        "version": 2,
    }
    again = await bob.refused("completeStep", "step", stepId=step)
    assert again == [("WRONG_STATE", "input.stepId")]
