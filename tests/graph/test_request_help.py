"""Asking for help, offering it, and saying what came of it, through the running server."""

import pytest

from tests.graph.office import Office


@pytest.mark.row("R1-85")
async def test_help_is_asked_for_offered_and_closed_with_what_came_of_it(office: Office) -> None:
    key_result = await office.started()
    bob, eve = await office.person("Bob"), await office.person("Eve")

    request = await office.help_wanted(bob, keyResultId=key_result, text="I am stuck.")
    await eve.do("offerHelp", "request { id }", requestId=request, text="I know a way.")
    shows = "kind state text askedBy { name } offers { nodes { text person { name } } } answer"
    wanted = {
        "kind": "HELP",
        "state": "OPEN",
        "text": "I am stuck.",
        "askedBy": {"name": "Bob"},
        "offers": {"nodes": [{"text": "I know a way.", "person": {"name": "Eve"}}]},
        "answer": None,
    }
    assert await office.seen("Request", request, shows) == wanted

    said = {"requestId": request, "answer": "We found it together."}
    assert await eve.refused("acceptRequest", "request", **said) == [("NOT_ALLOWED", "")]
    await bob.do("acceptRequest", "request { id }", **said)

    assert await office.seen("Request", request, shows) == wanted | {
        "state": "ACCEPTED",
        "answer": "We found it together.",
    }
    late = {"requestId": request, "text": "Me too."}
    assert await eve.refused("offerHelp", "request", **late) == [("WRONG_STATE", "input.requestId")]


async def test_help_is_for_an_objective_or_a_key_result(office: Office) -> None:
    key_result = await office.started()
    objective = (await office.seen("KeyResult", key_result, "objective { id }"))["objective"]["id"]
    for said in ({}, {"objectiveId": objective, "keyResultId": key_result}):
        assert await office.admin.refused("requestHelp", "request", text="Help.", **said) == [
            ("INVALID", "input.objectiveId")
        ]

    of_objective = await office.help_wanted(objectiveId=objective)
    of_key_result = await office.help_wanted(keyResultId=key_result)

    shows = "requests(filter: { kind: HELP, state: OPEN }) { nodes { id keyResult { id } } }"
    assert await office.seen("Objective", objective, shows) == {
        "requests": {
            "nodes": [
                {"id": of_objective, "keyResult": None},
                {"id": of_key_result, "keyResult": {"id": key_result}},
            ]
        }
    }


async def test_who_is_asked_by_name_answers(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    bob, eve = await office.person(), await office.person()
    asked = {"objectiveId": objective, "ofPersonId": str(eve.person_id)}
    request = await office.help_wanted(bob, **asked)

    shows = "requestsToAnswer { nodes { id ofPerson { id } } }"
    assert await office.seen("Person", str(eve.person_id), shows) == {
        "requestsToAnswer": {"nodes": [{"id": request, "ofPerson": {"id": str(eve.person_id)}}]}
    }
    await eve.do("declineRequest", "request { id }", requestId=request, reason="I am away.")
    seen = await office.seen("Request", request, "state answer")
    assert seen == {"state": "DECLINED", "answer": "I am away."}


async def test_who_cannot_see_it_or_has_left_is_not_asked(office: Office) -> None:
    cycle = await office.cycle()
    private = await office.objective(cycle, visibility="PRIVATE")
    eve, gone = await office.person(), await office.person()
    await office.admin.do("deactivatePerson", "person { id }", personId=str(gone.person_id))

    for objective, person in ((private, eve), (await office.objective(cycle), gone)):
        said = {"objectiveId": objective, "ofPersonId": str(person.person_id), "text": "Help."}
        assert await office.admin.refused("requestHelp", "request", **said) == [
            ("WRONG_STATE", "input.ofPersonId")
        ]
