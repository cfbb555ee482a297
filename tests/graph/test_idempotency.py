"""Sending a command again under its idempotency key, through the running server."""

import asyncio
from typing import Any

import pytest

from tests.graph.client import Answer, Client
from tests.graph.office import Office

KEY_WAS_USED = [("KEY_WAS_USED", "command.idempotencyKey")]


async def send(actor: Client, mutation: str, shows: str, key: str, **said: Any) -> Answer:
    return await actor.command(mutation, shows, said, {"idempotencyKey": key})


def reasons(payload: Answer) -> list[tuple[str, str]]:
    return [(each["code"], ".".join(each["path"])) for each in payload["refusals"]]


async def position(office: Office) -> int:
    """Where the log stands, as somebody else is told."""
    answer = await office.admin.ask("{ organization { position } }")
    return int(answer["organization"]["position"])


async def test_a_repeat_answers_with_what_was_done_first_and_writes_nothing(
    office: Office,
) -> None:
    said: dict[str, Any] = {"name": "Sales", "kind": "TEAM"}
    first = await send(office.admin, "addTeam", "team { id name version }", "k", **said)
    await office.admin.do("editTeam", "team { id }", teamId=first["team"]["id"], name="Marketing")
    written = await position(office)

    again = await send(office.admin, "addTeam", "team { id name version }", "k", **said)

    assert again == first
    assert again["team"]["name"] == "Sales"
    assert again["position"] == written - 1
    assert await position(office) == written


async def test_what_was_added_to_an_objective_is_not_added_again(office: Office) -> None:
    cycle = await office.cycle()
    objective, above = await office.objective(cycle), await office.objective(cycle)
    done: Answer = {"title": "Done", "metric": {"kind": "DONE"}}
    additions: list[tuple[str, str, Answer]] = [
        ("addKeyResult", "keyResult { id }", done),
        ("alignObjective", "alignment { id }", {"toObjectiveId": above}),
    ]
    for mutation, shows, said in additions:
        about = said | {"objectiveId": objective}

        first, again = [
            await send(office.admin, mutation, shows, mutation, **about) for _ in range(2)
        ]

        assert first["refusals"] == []
        assert again == first
    assert await office.seen("Objective", objective, "version") == {"version": 4}


async def test_a_default_said_aloud_is_the_same_input(office: Office) -> None:
    team, bob = await office.team(), await office.person()
    said = {"teamId": team, "personId": str(bob.person_id)}

    first = await send(office.admin, "addTeamMember", "team { version }", "k", **said)
    again = await send(
        office.admin, "addTeamMember", "team { version }", "k", **said, role="MEMBER"
    )

    assert again == first


@pytest.mark.parametrize("change", [{"name": "Other"}, {"kind": "COMPANY"}, {"parentId": "there"}])
async def test_a_key_stands_for_one_input(office: Office, change: dict[str, str]) -> None:
    said = {"name": "Sales", "kind": "TEAM"}
    await send(office.admin, "addTeam", "team { id }", "k", **said)
    other = said | {
        name: value.replace("there", await office.team()) for name, value in change.items()
    }

    refused = await send(office.admin, "addTeam", "team { id }", "k", **other)

    assert refused["team"] is None
    assert refused["position"] is None
    assert reasons(refused) == KEY_WAS_USED


async def test_null_and_nothing_are_two_inputs(office: Office) -> None:
    team = await office.team(parentId=await office.team("COMPANY"))
    said = {"teamId": team, "name": "Sales"}
    await send(office.admin, "editTeam", "team { id }", "k", **said)

    refused = await send(office.admin, "editTeam", "team { id }", "k", **said, parentId=None)

    assert reasons(refused) == KEY_WAS_USED
    assert (await office.seen("Team", team, "parent { id }"))["parent"]


async def test_a_key_stands_for_one_actor(office: Office) -> None:
    bob = await office.person()
    said = {"personId": str(bob.person_id), "name": "Robert"}
    await send(office.admin, "renamePerson", "person { id }", "k", **said)

    assert reasons(await send(bob, "renamePerson", "person { id }", "k", **said)) == KEY_WAS_USED


async def test_a_key_stands_for_one_mutation(office: Office) -> None:
    cycle = await office.cycle()
    await send(office.admin, "reviewCycle", "cycle { id }", "k", cycleId=cycle)

    refused = await send(office.admin, "closeCycle", "cycle { id }", "k", cycleId=cycle)

    assert reasons(refused) == KEY_WAS_USED
    assert await office.seen("Cycle", cycle, "state") == {"state": "REVIEW"}


async def test_a_key_belongs_to_an_organization(office: Office, other_office: Office) -> None:
    said = {"name": "Sales", "kind": "TEAM"}
    first = await send(office.admin, "addTeam", "team { id }", "k", **said)

    other = await send(other_office.admin, "addTeam", "team { id }", "k", **said)

    assert other["refusals"] == []
    assert other["team"] != first["team"]


async def test_what_was_refused_is_decided_afresh_and_leaves_its_key_free(office: Office) -> None:
    bob = await office.person()
    said = {"name": "Eve"}
    refused = await send(bob, "addPerson", "person { name }", "k", **said)
    assert reasons(refused) == [("NOT_ALLOWED", "")]
    await office.admin.do(
        "grantPermission", "person { id }", personId=str(bob.person_id), permission="ADMINISTER"
    )

    done = await send(bob, "addPerson", "person { name }", "k", **said)

    assert done["person"] == {"name": "Eve"}
    await send(bob, "addPerson", "person { name }", "l", name="")
    other = await send(bob, "addTeam", "team { name }", "l", name="Sales", kind="TEAM")
    assert other["team"] == {"name": "Sales"}


async def test_a_repeat_shows_only_what_may_be_seen_today(office: Office) -> None:
    team = await office.team()
    manager = await office.member(team, "MANAGER")
    objective = await office.objective(
        await office.cycle(started=False), ownerTeamId=team, visibility="PRIVATE"
    )
    said = {"objectiveId": objective, "title": "Between us"}
    first = await send(manager, "editObjective", "objective { title }", "k", **said)
    assert first["objective"] == {"title": "Between us"}
    await office.admin.do(
        "removeTeamMember", "team { id }", teamId=team, personId=str(manager.person_id)
    )

    again = await send(manager, "editObjective", "objective { title }", "k", **said)

    assert again == first | {"objective": None}


async def test_the_same_command_sent_many_times_at_once_is_carried_out_once(
    office: Office,
) -> None:
    sent = [
        send(office.admin, "addTeam", "team { id }", "k", name="Sales", kind="TEAM")
        for _ in range(8)
    ]

    first, *others = await asyncio.gather(*sent)

    assert first["refusals"] == []
    assert others == [first] * 7
    assert await position(office) == first["position"]
    teams = await office.admin.ask("{ organization { teams { totalCount } } }")
    assert teams["organization"]["teams"]["totalCount"] == 1


@pytest.mark.parametrize("key", ["", "k" * 201, "a\nb", "a\x00b"])
async def test_a_key_has_1_to_200_printable_characters(office: Office, key: str) -> None:
    refused = await send(office.admin, "addPerson", "person { id }", key, name="Eve")

    assert reasons(refused) == [("INVALID", "command.idempotencyKey")]


@pytest.mark.parametrize("key", ["k", "k" * 200, "Schlüssel 鍵"])
async def test_keys_of_any_script_and_the_longest_are_remembered(office: Office, key: str) -> None:
    first, again = [
        await send(office.admin, "addPerson", "person { id }", key, name="Eve") for _ in range(2)
    ]

    assert first["refusals"] == []
    assert again == first
