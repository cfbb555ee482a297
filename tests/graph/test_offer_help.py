"""Offering help through the running server."""

from tests.graph.office import Office


async def test_only_help_can_be_offered_and_in_words(office: Office) -> None:
    key_result = await office.started()
    bob, eve = await office.person(), await office.person()
    joining = await office.part_wanted(key_result, bob)
    stuck = await office.help_wanted(bob, keyResultId=key_result)

    assert await eve.refused("offerHelp", "request", requestId=joining, text="Yes.") == [
        ("WRONG_STATE", "input.requestId")
    ]
    assert await eve.refused("offerHelp", "request", requestId=stuck, text=" ") == [
        ("INVALID", "input.text")
    ]


async def test_offers_stand_below_the_request_in_order(office: Office) -> None:
    request = await office.help_wanted(keyResultId=await office.started())
    people = [await office.person(name) for name in ("Bob", "Eve")]

    for person in people:
        await person.do("offerHelp", "request { id }", requestId=request, text="Me.")

    shows = "version offers { totalCount nodes { person { name } request { id } } }"
    offers = [{"person": {"name": name}, "request": {"id": request}} for name in ("Bob", "Eve")]
    assert await office.seen("Request", request, shows) == {
        "version": 3,
        "offers": {"totalCount": 2, "nodes": offers},
    }
