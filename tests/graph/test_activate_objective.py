"""Agreeing on an objective through the running server."""

import pytest

from tests.graph.client import Answer, Client
from tests.graph.office import Office


async def activate(actor: Client, objective: str) -> None:
    await actor.do("activateObjective", "objective { id }", objectiveId=objective)


@pytest.mark.parametrize("started", [True, False])
async def test_a_draft_is_agreed_before_or_after_the_cycle_starts(
    office: Office, started: bool
) -> None:
    objective = await office.objective(await office.cycle(started=started), active=False)

    await activate(office.admin, objective)

    assert await office.seen("Objective", objective, "state version") == {
        "state": "ACTIVE",
        "version": 2,
    }


async def test_progress_is_reported_once_the_objective_is_agreed(office: Office) -> None:
    objective = await office.objective(await office.cycle(), active=False)
    key_result = await office.key_result(objective)
    assert await office.admin.refused(
        "recordCheckIn", "checkIn", keyResultId=key_result, value="15"
    ) == [("WRONG_STATE", "input.keyResultId")]

    await activate(office.admin, objective)

    await office.check_in(key_result, "15")
    assert await office.seen("Objective", objective, "progress { value }") == {
        "progress": {"value": "0.5"}
    }


async def test_a_draft_counts_for_what_it_supports_once_it_is_agreed(office: Office) -> None:
    cycle = await office.cycle()
    above, draft = await office.objective(cycle), await office.objective(cycle, active=False)
    supporter = await office.objective(cycle)
    await office.check_in(await office.key_result(supporter), "15")
    await office.align(supporter, draft, rollUp="MEAN")
    await office.align(draft, above, rollUp="MEAN")
    inputs = "progress { value inputs { counted } }"
    assert await office.seen("Objective", above, inputs) == {
        "progress": {"value": None, "inputs": [{"counted": False}]}
    }

    await activate(office.admin, draft)

    assert await office.seen("Objective", above, inputs) == {
        "progress": {"value": "0.5", "inputs": [{"counted": True}]}
    }


async def test_owner_accountable_person_and_managers_of_the_team_agree(office: Office) -> None:
    cycle, department = await office.cycle(), await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    owner = await office.person()
    owned = await office.objective(cycle, active=False, ownerPersonId=str(owner.person_id))
    await activate(owner, owned)
    deciders: list[tuple[Client, Answer]] = [
        (owner, {"accountablePersonId": str(owner.person_id)}),
        (await office.member(team, "MANAGER"), {}),
        (await office.member(department, "MANAGER"), {}),
    ]
    for person, named in deciders:
        objective = await office.objective(cycle, active=False, ownerTeamId=team, **named)

        await activate(person, objective)

        assert await office.seen("Objective", objective, "state") == {"state": "ACTIVE"}


async def test_who_drafted_an_objective_for_the_team_does_not_agree_on_it_alone(
    office: Office,
) -> None:
    team = await office.team()
    member = await office.member(team)
    objective = await office.objective(
        await office.cycle(), active=False, by=member, ownerTeamId=team
    )

    assert await member.refused("activateObjective", "objective", objectiveId=objective) == [
        ("NOT_ALLOWED", "")
    ]


async def test_only_a_draft_can_be_agreed_on(office: Office) -> None:
    objective = await office.objective(await office.cycle())

    assert await office.admin.refused("activateObjective", "objective", objectiveId=objective) == [
        ("WRONG_STATE", "input.objectiveId")
    ]
