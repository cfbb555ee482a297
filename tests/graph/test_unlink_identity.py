"""Ending an identity through the running server."""

from uuid import uuid4

from tests.graph.office import Office
from tests.graph.test_link_identity import SHOWS, known


async def test_nobody_is_found_by_it_any_more_and_it_can_be_given_anew(office: Office) -> None:
    bob, eve = await office.person(), await office.person()
    linked = await office.admin.do("linkIdentity", "identity { id }", **known(bob))

    await office.admin.do("unlinkIdentity", "person { id }", identityId=linked["id"])

    shown = await office.seen("Person", str(bob.person_id), SHOWS, office.admin)
    assert shown["identities"]["totalCount"] == 0
    await office.admin.do("linkIdentity", "identity { id }", **known(eve))


async def test_people_end_their_own_and_nobody_elses(office: Office) -> None:
    bob, eve = await office.person(), await office.person()
    linked = await office.admin.do("linkIdentity", "identity { id }", **known(bob))

    for identity in (linked["id"], str(uuid4())):
        assert await eve.refused("unlinkIdentity", "person", identityId=identity) == [
            ("NOT_ALLOWED", ""),
            ("NOT_FOUND", "input.identityId"),
        ]
    await bob.do("unlinkIdentity", "person { id }", identityId=linked["id"])
    assert await office.admin.refused("unlinkIdentity", "person", identityId=linked["id"]) == [
        ("NOT_FOUND", "input.identityId")
    ]
