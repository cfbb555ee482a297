"""Accepting what is asked for: it happens under all conditions of the thing itself."""

from tests.graph.office import Office


async def test_who_has_joined_meanwhile_or_has_left_joins_no_more(office: Office) -> None:
    key_result = await office.started()
    bob, gone = await office.person(), await office.person()
    requests = [await office.part_wanted(key_result, each) for each in (bob, gone)]
    await office.contributor(key_result, bob)
    await office.admin.do("deactivatePerson", "person { id }", personId=str(gone.person_id))

    for request, code in zip(requests, ("ALREADY_EXISTS", "WRONG_STATE"), strict=True):
        said = {"requestId": request}
        assert await office.admin.refused("acceptRequest", "request", **said) == [
            (code, "input.requestId")
        ]
        assert await office.seen("Request", request, "state") == {"state": "OPEN"}


async def test_a_request_is_accepted_on_the_version_it_was_read_at(office: Office) -> None:
    bob = await office.person()
    request = await office.help_wanted(keyResultId=await office.started())
    await bob.do("offerHelp", "request { id }", requestId=request, text="Me.")

    said = {"requestId": request, "answer": " "}
    stale = await office.admin.command(
        "acceptRequest", "request { id }", said, {"expectedVersion": 1}
    )
    assert [each["code"] for each in stale["refusals"]] == ["CHANGED_MEANWHILE"]
    assert await office.admin.refused("acceptRequest", "request", **said) == [
        ("INVALID", "input.answer")
    ]
