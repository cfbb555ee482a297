"""Asking for a part of a key result, in one's own team or elsewhere, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

PARTS = "contributions { nodes { person { id } target assigned } }"


async def of_a_team(office: Office) -> tuple[Client, str]:
    """The manager of a team and a key result of the team's objective."""
    team = await office.team()
    manager = await office.member(team, "MANAGER")
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    return manager, await office.key_result(objective)


def asking(key_result: str, **said: Any) -> dict[str, Any]:
    return {"keyResultId": key_result, "target": "4", "text": "I can help."} | said


@pytest.mark.row("R1-77")
async def test_somebody_from_elsewhere_asks_to_join_and_the_owner_lets_them(
    office: Office,
) -> None:
    manager, key_result = await of_a_team(office)
    guest = await office.person("Guest")
    part = {"keyResultId": key_result, "personId": str(guest.person_id), "target": "4"}
    assert await guest.refused("assignContributor", "keyResult", **part) == [("NOT_ALLOWED", "")]

    asked = await guest.do("requestContribution", "request { id }", **asking(key_result))
    shows = "requests { totalCount nodes { id kind state target text askedBy { name } } }"
    request = {
        "id": asked["id"],
        "kind": "CONTRIBUTION",
        "state": "OPEN",
        "target": "4",
        "text": "I can help.",
        "askedBy": {"name": "Guest"},
    }
    assert await office.seen("KeyResult", key_result, f"{shows} {PARTS}") == {
        "requests": {"totalCount": 1, "nodes": [request]},
        "contributions": {"nodes": []},
    }

    said = {"requestId": asked["id"], "answer": "Welcome."}
    accepted = await manager.command("acceptRequest", "request { state answer }", said)
    assert accepted["request"] == {"state": "ACCEPTED", "answer": "Welcome."}
    given = {"person": {"id": str(guest.person_id)}, "target": "4", "assigned": False}
    assert await office.seen("KeyResult", key_result, PARTS) == {
        "contributions": {"nodes": [given]}
    }
    await office.check_in(key_result, "2", by=guest)
    assert (await office.seen("KeyResult", key_result, "current")) == {"current": "12"}


@pytest.mark.row("R1-77")
async def test_the_owner_declines_with_a_reason_and_nobody_joins(office: Office) -> None:
    manager, key_result = await of_a_team(office)
    guest = await office.person("Guest")
    request = await office.part_wanted(key_result, guest)

    said = {"requestId": request, "reason": "We are enough."}
    assert await guest.refused("declineRequest", "request", **said) == [("NOT_ALLOWED", "")]
    assert await guest.refused("acceptRequest", "request", requestId=request) == [
        ("NOT_ALLOWED", "")
    ]
    await manager.do("declineRequest", "request { id }", **said)

    shows = "state answer answeredBy { id } answeredAt"
    seen = await office.seen("Request", request, shows)
    assert seen.pop("answeredAt")
    assert seen == {
        "state": "DECLINED",
        "answer": "We are enough.",
        "answeredBy": {"id": str(manager.person_id)},
    }
    assert await office.seen("KeyResult", key_result, PARTS) == {"contributions": {"nodes": []}}
    assert await manager.refused("acceptRequest", "request", requestId=request) == [
        ("WRONG_STATE", "input.requestId")
    ]


async def test_one_asks_once_at_a_time_and_for_something_positive(office: Office) -> None:
    manager, key_result = await of_a_team(office)
    guest = await office.person()
    request = await office.part_wanted(key_result, guest)
    there = ("ALREADY_EXISTS", "input.keyResultId")

    assert await guest.refused("requestContribution", "request", **asking(key_result)) == [there]
    await guest.do("withdrawRequest", "request { id }", requestId=request)
    senseless = asking(key_result, target="0", text=" ")
    assert await guest.refused("requestContribution", "request", **senseless) == [
        ("INVALID", "input.text"),
        ("INVALID", "input.target"),
    ]
    again = await office.part_wanted(key_result, guest)
    await manager.do("acceptRequest", "request { id }", requestId=again)
    assert await guest.refused("requestContribution", "request", **asking(key_result)) == [there]


async def test_what_is_asked_of_a_manager_stands_in_their_list(office: Office) -> None:
    manager, key_result = await of_a_team(office)
    guest = await office.person()
    request = await office.part_wanted(key_result, guest)
    shows = "requests { nodes { id } } requestsToAnswer(filter: { state: OPEN }) { nodes { id } }"
    none: dict[str, Any] = {"nodes": []}
    one = {"nodes": [{"id": request}]}

    async def listed(person: Client) -> Any:
        return await office.seen("Person", str(person.person_id), shows)

    assert await listed(guest) == {"requests": one, "requestsToAnswer": none}
    assert await listed(manager) == {"requests": none, "requestsToAnswer": one}
    await manager.do("acceptRequest", "request { id }", requestId=request)
    assert await listed(manager) == {"requests": none, "requestsToAnswer": none}


async def test_nothing_is_asked_for_in_a_closed_cycle_or_where_nothing_adds_up(
    office: Office,
) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    done = await office.key_result(objective, {"kind": "DONE"})
    rising = await office.key_result(objective)
    guest = await office.person()
    request = await office.part_wanted(rising, guest)

    assert await guest.refused("requestContribution", "request", **asking(done)) == [
        ("WRONG_STATE", "input.keyResultId")
    ]
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)
    late = await office.person()
    assert await late.refused("requestContribution", "request", **asking(rising)) == [
        ("CYCLE_IS_CLOSED", "input.keyResultId")
    ]
    assert await office.admin.refused("acceptRequest", "request", requestId=request) == [
        ("CYCLE_IS_CLOSED", "input.requestId")
    ]
