"""Where somebody wants to get, step by step, over cycles, through the running server."""

from typing import Any

import pytest

from tests.graph.confidence import career, mentorship, way
from tests.graph.office import Office
from tests.graph.test_who_learns import learned

STEPS = "title steps { id text standing { state objectives met progress } objectives { id } }"
NOTHING = {"state": "TO_COME", "objectives": 0, "met": 0, "progress": None}


async def test_a_step_is_stated_otherwise_until_it_is_done(office: Office) -> None:
    bob = await office.person()
    case = await career(office.admin, kind="RISK")
    step = await way(office.admin, case)

    said = {"stepId": step, "text": "Ask first.", "dueOn": "2026-12-01"}
    await bob.do("editStep", "step { id }", **said)
    seen = await office.seen("Step", step, "text dueOn version", bob)
    assert seen == {"text": "Ask first.", "dueOn": "2026-12-01", "version": 2}
    assert await bob.refused("editStep", "step", stepId=step) == [("INVALID", "")]
    blank = await bob.refused("editStep", "step", stepId=step, text=" ")
    assert blank == [("INVALID", "input.text")]
    await bob.do("completeStep", "step { id }", stepId=step)
    assert await bob.refused("editStep", "step", **said) == [("WRONG_STATE", "input.stepId")]


@pytest.mark.row("R4-02")
async def test_a_career_has_steps_and_each_is_as_far_as_its_objectives_of_many_cycles(
    office: Office,
) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    own: dict[str, Any] = {"ownerPersonId": str(mentee.person_id)}
    now, later = (
        await office.cycle(),
        await office.cycle("2027", startsOn="2027-01-01", endsOn="2027-12-31"),
    )
    first = await office.objective(now, **own)
    then = await office.objective(later, active=False, **own)
    secret = await office.objective(now, by=mentee, visibility="PRIVATE", **own)
    key_result = await office.key_result(first)
    pair = await mentorship(mentor, mentee)
    case = await career(mentee, pair)
    one = await way(mentee, case, first, text="Lead a project.")
    two = await way(mentor, case, text="Lead a team.")

    hidden = {"stepId": two, "objectiveIds": [secret]}
    refused = await mentor.refused("editStep", "step", **hidden)
    assert refused == [("NOT_FOUND", "input.objectiveIds.0")]
    await mentee.do("editStep", "step { id }", stepId=two, objectiveIds=[then, secret])
    await office.check_in(key_result, "20")

    project: dict[str, Any] = {"id": one, "text": "Lead a project.", "objectives": [{"id": first}]}
    project |= {"standing": {"state": "REACHED", "objectives": 1, "met": 1, "progress": "1"}}
    team: dict[str, Any] = {"id": two, "text": "Lead a team.", "objectives": [{"id": then}]}
    assert await office.seen("Case", case, STEPS, mentor) == {
        "title": "To lead a team.",
        "steps": [project, team | {"standing": NOTHING | {"objectives": 1}}],
    }
    whole = {"state": "UNDER_WAY", "objectives": 2, "met": 0, "progress": None}
    steps = (await office.seen("Case", case, STEPS, mentee))["steps"]
    assert steps == [
        project,
        team | {"objectives": [{"id": then}, {"id": secret}], "standing": whole},
    ]
    for objectives in ([first, then], []):
        said = {"stepId": two, "objectiveIds": objectives}
        shown = await mentor.do("editStep", "step { objectives { id } }", **said)
        assert shown == {"objectives": [{"id": each} for each in objectives]}
        kept = await office.seen("Step", two, "objectives { id }", mentee)
        assert kept == {"objectives": [{"id": each} for each in (*objectives, secret)]}
    for kind, noun in (("Case", case), ("Step", one)):
        assert await office.seen(kind, noun, "id", office.admin) is None
    about = {"CaseOpened", "StepAdded", "StepEdited"}
    assert not about & {each["__typename"] for each in await learned(office.admin)}
    listed = "{ organization { cases { totalCount nodes { id } } } }"
    assert (await office.admin.ask(listed))["organization"]["cases"]["totalCount"] == 0
    of_pair = await office.seen("Mentorship", pair, "cases { nodes { id } }", mentor)
    assert of_pair == {"cases": {"nodes": [{"id": case}]}}


async def test_a_career_without_a_mentorship_is_ones_own_and_stays_so(office: Office) -> None:
    bob = await office.person()
    alone = await career(bob)
    step = await way(bob, alone)
    await bob.do("completeStep", "step { id }", stepId=step)

    for kind, noun in (("Case", alone), ("Step", step)):
        assert await office.seen(kind, noun, "id", bob) == {"id": noun}
        assert await office.seen(kind, noun, "id", office.admin) is None
    about = {"CaseOpened", "StepAdded", "StepCompleted"}
    assert about <= {each["__typename"] for each in await learned(bob)}
    assert not about & {each["__typename"] for each in await learned(office.admin)}
    for change, where in (
        ({"kind": "RISK"}, "kind"),
        ({"ownerPersonId": str(office.admin.person_id)}, "ownerPersonId"),
    ):
        refused = await bob.refused("editCase", "case", caseId=alone, **change)
        assert refused == [("WRONG_STATE", f"input.{where}")]
    likely = {"likelihood": "HIGH"}
    refused = await bob.refused("editCase", "case", caseId=alone, **likely)
    assert refused == [("INVALID", "input.likelihood")]
    team = await office.team()
    for said, where in (
        ({"kind": "CAREER", **likely}, "likelihood"),
        ({"kind": "CAREER", "teamId": team}, "teamId"),
        ({"kind": "CAREER", "ownerPersonId": str(office.admin.person_id)}, "ownerPersonId"),
    ):
        refused = await bob.refused("openCase", "case", title="So.", **said)
        assert refused == [("INVALID", f"input.{where}")]
