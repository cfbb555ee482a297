"""Taking on a part of a key result through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

PARTS = "contributions { totalCount nodes { person { id } target current progress assigned } }"


def part(key_result: str, person: Client, target: str = "4") -> dict[str, Any]:
    return {"keyResultId": key_result, "personId": str(person.person_id), "target": target}


async def test_everybody_sees_who_is_to_add_how_much(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()

    contribution = await office.contributor(key_result, bob, "2.50")

    person = {"id": str(bob.person_id)}
    assert await office.seen("KeyResult", key_result, f"version {PARTS}") == {
        "version": 2,
        "contributions": {
            "totalCount": 1,
            "nodes": [
                {
                    "person": person,
                    "target": "2.5",
                    "current": None,
                    "progress": None,
                    "assigned": True,
                }
            ],
        },
    }
    of_person = "contributions { nodes { id keyResult { id } } }"
    assert await office.seen("Person", person["id"], of_person) == {
        "contributions": {"nodes": [{"id": contribution, "keyResult": {"id": key_result}}]}
    }


async def test_of_a_team_of_four_two_contribute_and_two_collaborate(office: Office) -> None:
    team = await office.team()
    people = [await office.member(team) for _ in range(4)]
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result, other = await office.key_result(objective), await office.key_result(objective)

    await office.contributor(key_result, people[0])
    await office.contributor(other, people[1])

    def ids(*numbers: int) -> dict[str, Any]:
        return {"nodes": [{"id": str(people[number].person_id)} for number in numbers]}

    shows = "contributors { nodes { id } } collaborators { nodes { id } }"
    assert await office.seen("Objective", objective, shows) == {
        "contributors": ids(0, 1),
        "collaborators": ids(2, 3),
    }
    assert await office.seen("KeyResult", key_result, "collaborators { nodes { id } }") == {
        "collaborators": ids(1, 2, 3)
    }


async def test_nobody_collaborates_where_a_person_owns_it(office: Office) -> None:
    key_result = await office.started()
    await office.contributor(key_result, await office.person())

    shows = "collaborators { totalCount } objective { collaborators { totalCount } }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "collaborators": {"totalCount": 0},
        "objective": {"collaborators": {"totalCount": 0}},
    }


async def test_members_of_the_owning_team_join_by_themselves(office: Office) -> None:
    team = await office.team()
    member, colleague = await office.member(team), await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)

    await office.contributor(key_result, member, by=member)

    seen = await office.seen("KeyResult", key_result, "contributions { nodes { assigned } }")
    assert seen == {"contributions": {"nodes": [{"assigned": False}]}}
    assert await member.refused(
        "assignContributor", "keyResult", **part(key_result, colleague)
    ) == [("NOT_ALLOWED", "")]


async def test_the_owner_of_a_key_result_assigns_and_strangers_do_not(office: Office) -> None:
    owner, stranger = await office.person(), await office.person()
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, ownerPersonId=str(owner.person_id))

    assert await stranger.refused(
        "assignContributor", "keyResult", **part(key_result, stranger)
    ) == [("NOT_ALLOWED", "")]
    await office.contributor(key_result, stranger, by=owner)


async def test_a_person_has_one_part(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    await office.contributor(key_result, bob)

    assert await office.admin.refused(
        "assignContributor", "keyResult", **part(key_result, bob)
    ) == [("ALREADY_EXISTS", "input.personId")]


@pytest.mark.parametrize("target", ["0", "-1"])
async def test_a_part_is_a_positive_amount(office: Office, target: str) -> None:
    key_result = await office.started()

    assert await office.admin.refused(
        "assignContributor", "keyResult", **part(key_result, office.admin, target)
    ) == [("INVALID", "input.target")]


@pytest.mark.parametrize(
    "metric", [{"kind": "DONE"}, {"kind": "AT_MOST", "target": "3"}], ids=["done", "threshold"]
)
async def test_parts_exist_where_something_adds_up(office: Office, metric: dict[str, str]) -> None:
    key_result = await office.key_result(await office.objective(await office.cycle()), metric)

    assert await office.admin.refused(
        "assignContributor", "keyResult", **part(key_result, office.admin)
    ) == [("WRONG_STATE", "input.keyResultId")]


async def test_who_has_left_takes_on_nothing(office: Office) -> None:
    key_result, gone = await office.started(), await office.person()
    await office.admin.do("deactivatePerson", "person { id }", personId=str(gone.person_id))

    assert await office.admin.refused(
        "assignContributor", "keyResult", **part(key_result, gone)
    ) == [("WRONG_STATE", "input.personId")]
