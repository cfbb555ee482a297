"""Commands that are carried out only on the version they were decided on."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.graph.client import Answer, Client
from tests.graph.office import Office

Case = tuple[str, str, str, Answer]

REFUSALS = """
  position refusals { __typename code path ... on ChangedMeanwhile { currentVersion } }"""


async def expecting(actor: Client, version: int, mutation: str, noun: str, said: Answer) -> Answer:
    """The payload of a command decided on a version, with the version that a refusal tells."""
    kind = mutation[0].upper() + mutation[1:]
    document = f"""
      mutation ($input: {kind}Input!, $command: Command) {{
        {mutation}(input: $input, command: $command) {{ {noun} {{ id }} {REFUSALS} }}
      }}"""
    answer = await actor.ask(document, input=said, command={"expectedVersion": version})
    payload: Answer = answer[mutation]
    return payload


def changed(current: int) -> list[Answer]:
    return [
        {
            "__typename": "ChangedMeanwhile",
            "code": "CHANGED_MEANWHILE",
            "path": ["command", "expectedVersion"],
            "currentVersion": current,
        }
    ]


async def a_person(office: Office) -> Case:
    bob = str((await office.person()).person_id)
    return "Person", bob, "renamePerson", {"personId": bob, "name": "Robert"}


async def a_person_with_a_permission(office: Office) -> Case:
    bob = str((await office.person()).person_id)
    return "Person", bob, "grantPermission", {"personId": bob, "permission": "AUDIT"}


async def a_team(office: Office) -> Case:
    team = await office.team()
    return "Team", team, "editTeam", {"teamId": team, "name": "Sales"}


async def a_team_with_a_member(office: Office) -> Case:
    team, bob = await office.team(), await office.person()
    joining = {"teamId": team, "personId": str(bob.person_id)}
    return "Team", team, "addTeamMember", joining


async def a_cycle(office: Office) -> Case:
    cycle = await office.cycle(started=False)
    return "Cycle", cycle, "startCycle", {"cycleId": cycle}


async def an_objective(office: Office) -> Case:
    objective = await office.objective(await office.cycle(started=False))
    return "Objective", objective, "editObjective", {"objectiveId": objective, "title": "New"}


async def an_objective_with_a_key_result(office: Office) -> Case:
    objective = await office.objective(await office.cycle())
    added = {"objectiveId": objective, "title": "Done", "metric": {"kind": "DONE"}}
    return "Objective", objective, "addKeyResult", added


async def an_objective_with_an_alignment(office: Office) -> Case:
    cycle = await office.cycle()
    objective, above = await office.objective(cycle), await office.objective(cycle)
    aligned = {"objectiveId": objective, "toObjectiveId": above}
    return "Objective", objective, "alignObjective", aligned


async def an_objective_with_a_score(office: Office) -> Case:
    objective = await office.objective(await office.cycle())
    given = {"objectiveId": objective, "kind": "SELF", "score": "0.5"}
    return "Objective", objective, "scoreObjective", given


async def an_alignment(office: Office) -> Case:
    cycle = await office.cycle()
    alignment = await office.align(await office.objective(cycle), await office.objective(cycle))
    return "Alignment", alignment, "reviseAlignment", {"alignmentId": alignment, "weight": "2"}


SHOWN = {"addKeyResult": "keyResult", "alignObjective": "alignment"}


@pytest.mark.parametrize(
    "prepared",
    [
        a_person,
        a_person_with_a_permission,
        a_team,
        a_team_with_a_member,
        a_cycle,
        an_objective,
        an_objective_with_a_key_result,
        an_objective_with_an_alignment,
        an_objective_with_a_score,
        an_alignment,
    ],
)
async def test_a_command_acts_on_the_version_it_was_decided_on_and_moves_it(
    office: Office, prepared: Callable[[Office], Awaitable[Case]]
) -> None:
    kind, noun_id, mutation, said = await prepared(office)
    shown = SHOWN.get(mutation, kind.lower())
    reader = await office.person()

    async def version() -> int:
        return int((await office.seen(kind, noun_id, "version", by=reader))["version"])

    before = await version()
    for stale in (before - 1, before + 1):
        refused = await expecting(office.admin, stale, mutation, shown, said)
        assert refused == {shown: None, "position": None, "refusals": changed(before)}
    assert await version() == before

    done = await expecting(office.admin, before, mutation, shown, said)

    assert done["refusals"] == []
    assert await version() == before + 1
    refused = await expecting(office.admin, before, mutation, shown, said)
    assert refused["refusals"] == changed(before + 1)


async def test_an_ended_alignment_moves_the_objective_and_is_decided_on_its_own_version(
    office: Office,
) -> None:
    _, alignment, _, said = await an_alignment(office)
    await office.admin.do("reviseAlignment", "alignment { id }", **said)
    shows = "from { id version }"
    supporter = (await office.seen("Alignment", alignment, shows))["from"]

    ended = {"alignmentId": alignment}
    refused = await expecting(office.admin, 1, "removeAlignment", "objective", ended)
    assert refused["refusals"] == changed(2)
    done = await expecting(office.admin, 2, "removeAlignment", "objective", ended)

    assert done["refusals"] == []
    assert await office.seen("Objective", supporter["id"], "version") == {
        "version": supporter["version"] + 1
    }


async def test_of_many_who_decided_on_one_version_one_is_carried_out(office: Office) -> None:
    team = await office.team()
    names = [f"Team {number}" for number in range(8)]

    payloads = await asyncio.gather(
        *(
            expecting(office.admin, 1, "editTeam", "team", {"teamId": team, "name": name})
            for name in names
        )
    )

    (winner,) = [
        name for name, payload in zip(names, payloads, strict=True) if not payload["refusals"]
    ]
    assert [each["refusals"] for each in payloads if each["refusals"]] == [changed(2)] * 7
    assert await office.seen("Team", team, "name version") == {"name": winner, "version": 2}


async def test_what_happens_around_a_noun_leaves_its_version_alone(office: Office) -> None:
    cycle = await office.cycle()
    objective, above = await office.objective(cycle), await office.objective(cycle)
    await office.align(objective, above, rollUp="MEAN")
    key_result = await office.key_result(objective)
    nouns = {"Cycle": cycle, "Objective": objective}
    before = {kind: await office.seen(kind, each, "version") for kind, each in nouns.items()}

    await office.check_in(key_result, "15")
    await office.objective(cycle)

    after = {kind: await office.seen(kind, each, "version") for kind, each in nouns.items()}
    assert after == before
    assert await office.seen("Objective", above, "version progress { value }") == {
        "version": 2,
        "progress": {"value": "0.5"},
    }


async def test_a_repeat_under_its_key_is_no_change_meanwhile(office: Office) -> None:
    team = await office.team()
    said: dict[str, Any] = {"teamId": team, "name": "Sales"}
    manner = {"idempotencyKey": "k", "expectedVersion": 1}

    first, again = [
        await office.admin.command("editTeam", "team { version }", said, manner) for _ in range(2)
    ]

    assert first["team"] == {"version": 2}
    assert again == first


@pytest.mark.parametrize(
    ("mutation", "noun"),
    [
        ("addPerson", "person"),
        ("addTeam", "team"),
        ("openCycle", "cycle"),
        ("createObjective", "objective"),
    ],
)
async def test_what_is_new_has_no_version_to_expect(
    office: Office, mutation: str, noun: str
) -> None:
    said = {
        "addPerson": {"name": "Eve"},
        "addTeam": {"name": "Sales", "kind": "TEAM"},
        "openCycle": {
            "key": "2027",
            "name": "2027",
            "startsOn": "2027-01-01",
            "endsOn": "2027-12-31",
        },
        "createObjective": {
            "cycleId": await office.cycle(),
            "title": "Objective",
            "ownerPersonId": str(office.admin.person_id),
        },
    }[mutation]

    payload = await expecting(office.admin, 1, mutation, noun, said)

    assert payload["refusals"] == [
        {"__typename": "Declined", "code": "INVALID", "path": ["command", "expectedVersion"]}
    ]
