"""Renaming a person through the running server."""

import pytest

from tests.graph.office import Office


@pytest.mark.parametrize("by_admin", [True, False])
async def test_administrators_and_the_person_change_a_name_for_everybody(
    office: Office, by_admin: bool
) -> None:
    bob = await office.person("Bob")
    actor = office.admin if by_admin else bob

    await actor.do("renamePerson", "person { id }", personId=str(bob.person_id), name="Robert")

    seen = await office.seen("Person", str(bob.person_id), "name version")
    assert seen == {"name": "Robert", "version": 2}


async def test_a_new_address_leaves_the_name_as_it_is(office: Office) -> None:
    bob = await office.person("Bob", email="bob@example.org")

    await bob.do("renamePerson", "person { id }", personId=str(bob.person_id), email=None)

    assert await office.seen("Person", str(bob.person_id), "name") == {"name": "Bob"}


async def test_nobody_renames_a_colleague(office: Office) -> None:
    team = await office.team()
    bob, manager = await office.member(team), await office.member(team, "MANAGER")

    assert await manager.refused(
        "renamePerson", "person", personId=str(bob.person_id), name="Eve"
    ) == [("NOT_ALLOWED", "")]


@pytest.mark.parametrize("name", ["", "\n", None])
async def test_a_name_cannot_be_taken_away(office: Office, name: str | None) -> None:
    bob = await office.person("Bob")

    assert await bob.refused("renamePerson", "person", personId=str(bob.person_id), name=name) == [
        ("INVALID", "input.name")
    ]
