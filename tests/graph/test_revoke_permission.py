"""Letting a person do less through the running server."""

from tests.graph.office import Office


async def test_who_may_no_longer_contribute_drafts_nothing(office: Office) -> None:
    bob, cycle = await office.person(), await office.cycle()
    person_id = str(bob.person_id)
    drafted = {"cycleId": cycle, "title": "Objective", "ownerPersonId": person_id}
    await bob.do("createObjective", "objective { id }", **drafted)

    await office.admin.do(
        "revokePermission", "person { id }", personId=person_id, permission="CONTRIBUTE"
    )

    assert (await bob.ask("{ viewer { permissions } }"))["viewer"] == {"permissions": ["READ"]}
    assert await bob.refused("createObjective", "objective", **drafted) == [("NOT_ALLOWED", "")]


async def test_who_lost_administration_administers_no_more(office: Office) -> None:
    bob = await office.person()
    rights = {"personId": str(bob.person_id), "permission": "ADMINISTER"}
    await office.admin.do("grantPermission", "person { id }", **rights)

    await bob.do("revokePermission", "person { id }", **rights)

    assert await bob.refused("addPerson", "person", name="Eve") == [("NOT_ALLOWED", "")]


async def test_what_a_person_does_not_have_cannot_be_revoked(office: Office) -> None:
    bob = await office.person()

    assert await office.admin.refused(
        "revokePermission", "person", personId=str(bob.person_id), permission="AUDIT"
    ) == [("NOT_FOUND", "input.permission")]


async def test_the_last_administrator_stays_one(office: Office) -> None:
    assert await office.admin.refused(
        "revokePermission",
        "person",
        personId=str(office.admin.person_id),
        permission="ADMINISTER",
    ) == [("WRONG_STATE", "input.permission")]
    await office.person("Somebody the administrator can still let in")


async def test_only_an_administrator_revokes(office: Office) -> None:
    bob = await office.person()

    assert await bob.refused(
        "revokePermission", "person", personId=str(bob.person_id), permission="CONTRIBUTE"
    ) == [("NOT_ALLOWED", "")]
