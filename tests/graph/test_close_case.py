"""Closing cases through the running server."""

import pytest

from tests.graph.office import Office
from tests.graph.test_open_case import opened

AGREED = "Who disagrees says so within a day; the manager decides by Friday."


@pytest.mark.row("R1-47")
@pytest.mark.parametrize("kind", ["DISPUTE", "MISSED_DEADLINE"])
async def test_a_dispute_is_dealt_with_as_the_team_agreed_to(office: Office, kind: str) -> None:
    team = await office.team(workingAgreement=AGREED)
    member, other = await office.member(team), await office.member(team, "MANAGER")
    owner = str(other.person_id)
    case = await opened(office, kind, member, teamId=team, ownerPersonId=owner)
    step = {"caseId": case, "text": "Hear both.", "ownerPersonId": owner}
    heard = (await member.do("addStep", "step { id }", **step))["id"]
    await other.do("completeStep", "step { id }", stepId=heard, doneOn="2026-10-02")
    over = {"state": "SOLVED", "outcome": "We do both."}
    await other.do("closeCase", "case { id }", caseId=case, **over)

    shows = """kind state outcome ownerPerson { id } team { workingAgreement }
      steps { text done doneOn doneBy { id } }"""
    assert await office.seen("Case", case, shows) == {
        "kind": kind,
        **over,
        "ownerPerson": {"id": owner},
        "team": {"workingAgreement": AGREED},
        "steps": [
            {"text": "Hear both.", "done": True, "doneOn": "2026-10-02", "doneBy": {"id": owner}}
        ],
    }
    again = await other.refused("closeCase", "case", caseId=case, **over)
    assert again == [("WRONG_STATE", "input.caseId")]


async def test_only_who_has_to_do_with_it_closes_it(office: Office) -> None:
    case, stranger = await opened(office, "RISK"), await office.person()
    objective = await office.objective(await office.cycle())
    of_objective = await opened(office, "RISK", objectiveId=objective)
    over = {"state": "SOLVED", "outcome": "Done."}

    refused = await stranger.refused("closeCase", "case", caseId=of_objective, **over)
    assert refused == [("NOT_ALLOWED", "")]
    said = {**over, "state": "OPEN"}
    assert await office.admin.refused("closeCase", "case", caseId=case, **said) == [
        ("INVALID", "input.state")
    ]
