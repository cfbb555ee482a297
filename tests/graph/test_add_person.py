"""Letting a person into the organization through the running server."""

import pytest

from tests.graph.office import Office


async def test_everybody_sees_who_was_added(office: Office) -> None:
    bob = await office.person("Bob", email="bob@example.org")

    seen = await office.seen("Person", str(bob.person_id), "name active version teams { id }")

    assert seen == {"name": "Bob", "active": True, "version": 1, "teams": []}


async def test_who_was_added_may_read_and_contribute(office: Office) -> None:
    bob = await office.person("Bob")

    viewer = (await bob.ask("{ viewer { permissions person { name } } }"))["viewer"]

    assert viewer == {"permissions": ["READ", "CONTRIBUTE"], "person": {"name": "Bob"}}


async def test_another_organization_does_not_see_who_was_added(
    office: Office, other_office: Office
) -> None:
    bob = await office.person()

    people = await other_office.admin.ask("{ organization { people { totalCount } } }")

    assert people["organization"]["people"]["totalCount"] == 1
    assert await other_office.seen("Person", str(bob.person_id), "name") is None


async def test_only_an_administrator_lets_people_in(office: Office) -> None:
    manager = await office.member(await office.team(), "MANAGER")

    assert await manager.refused("addPerson", "person", name="Eve") == [("NOT_ALLOWED", "")]


@pytest.mark.parametrize("name", ["", " \t", "\u2003"])
async def test_a_name_has_something_to_read(office: Office, name: str) -> None:
    assert await office.admin.refused("addPerson", "person", name=name) == [
        ("INVALID", "input.name")
    ]
