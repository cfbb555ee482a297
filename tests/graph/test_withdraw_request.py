"""Taking a request back through the running server."""

from tests.graph.office import Office


async def test_who_asked_takes_it_back_and_nobody_else(office: Office) -> None:
    bob = await office.person()
    request = await office.part_wanted(await office.started(), bob)

    assert await office.admin.refused("withdrawRequest", "request", requestId=request) == [
        ("NOT_ALLOWED", "")
    ]
    await bob.do("withdrawRequest", "request { id }", requestId=request)

    seen = await office.seen("Request", request, "state answer answeredBy { id }")
    by = {"id": str(bob.person_id)}
    assert seen == {"state": "WITHDRAWN", "answer": None, "answeredBy": by}
    assert await bob.refused("withdrawRequest", "request", requestId=request) == [
        ("WRONG_STATE", "input.requestId")
    ]
