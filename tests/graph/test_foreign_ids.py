"""Ids that lead to nothing: unknown, malformed, another organization's, or not to be seen."""

from typing import Any
from uuid import uuid4

import pytest

from tests.graph.client import Answer, Client
from tests.graph.office import RISING, Office

MUTATIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "renamePerson": ("person", {"personId": "person", "name": "Eve"}),
    "deactivatePerson": ("person", {"personId": "person"}),
    "grantPermission": ("person", {"personId": "person", "permission": "AUDIT"}),
    "revokePermission": ("person", {"personId": "person", "permission": "READ"}),
    "revokeToken": ("person", {"personId": "person", "tokenId": str(uuid4())}),
    "addTeam": ("team", {"name": "Team", "kind": "TEAM", "parentId": "team"}),
    "editTeam": ("team", {"teamId": "team", "parentId": "company"}),
    "addTeamMember": ("team", {"teamId": "team", "personId": "person"}),
    "removeTeamMember": ("team", {"teamId": "team", "personId": "member"}),
    "openCycle": (
        "cycle",
        {
            "key": "2026-11",
            "name": "November",
            "startsOn": "2026-11-01",
            "endsOn": "2026-11-30",
            "parentId": "cycle",
        },
    ),
    "startCycle": ("cycle", {"cycleId": "cycle"}),
    "reviewCycle": ("cycle", {"cycleId": "cycle"}),
    "closeCycle": ("cycle", {"cycleId": "cycle"}),
    "createObjective": (
        "objective",
        {
            "cycleId": "cycle",
            "title": "Objective",
            "ownerTeamId": "team",
            "accountablePersonId": "person",
        },
    ),
    "activateObjective": ("objective", {"objectiveId": "objective"}),
    "editObjective": (
        "objective",
        {
            "objectiveId": "objective",
            "ownerPersonId": "person",
            "accountablePersonId": "person",
            "reason": "So.",
        },
    ),
    "closeObjective": ("objective", {"objectiveId": "objective"}),
    "withdrawObjective": ("objective", {"objectiveId": "objective", "reason": "So."}),
    "scoreObjective": ("objective", {"objectiveId": "objective", "kind": "SELF", "score": "1"}),
    "alignObjective": ("alignment", {"objectiveId": "objective", "toObjectiveId": "other"}),
    "reviseAlignment": ("alignment", {"alignmentId": "alignment", "weight": "2"}),
    "removeAlignment": ("objective", {"alignmentId": "alignment"}),
    "addKeyResult": (
        "keyResult",
        {
            "objectiveId": "objective",
            "title": "Key result",
            "metric": RISING,
            "ownerPersonId": "person",
        },
    ),
}
PLACES = [
    (mutation, place)
    for mutation, (_, said) in MUTATIONS.items()
    for place in said
    if place.endswith("Id") and place != "tokenId"
]

HIDEABLE = ("objectiveId", "alignmentId")


async def furnished(office: Office) -> dict[str, str]:
    """One of everything that the mutations name."""
    cycle, team = await office.cycle(), await office.team()
    objective, other = await office.objective(cycle), await office.objective(cycle)
    supported = await office.objective(cycle)
    return {
        "person": str((await office.person()).person_id),
        "member": str((await office.member(team)).person_id),
        "team": team,
        "company": await office.team("COMPANY"),
        "cycle": cycle,
        "objective": objective,
        "other": other,
        "alignment": await office.align(objective, supported),
    }


async def told(actor: Client, mutation: str, said: dict[str, Any]) -> list[Answer]:
    noun, _ = MUTATIONS[mutation]
    payload = await actor.command(mutation, f"{noun} {{ __typename }}", said)
    refusals: list[Answer] = payload["refusals"]
    return refusals


def not_found(place: str) -> list[Answer]:
    return [
        {
            "__typename": "Declined",
            "code": "NOT_FOUND",
            "message": "There is nothing by this id, or it is not open to you.",
            "path": ["input", place],
        }
    ]


async def test_what_is_not_there_and_what_is_elsewhere_are_not_found_in_the_same_words(
    office: Office, other_office: Office
) -> None:
    here, there = await furnished(office), await furnished(other_office)
    for mutation, place in PLACES:
        _, template = MUTATIONS[mutation]
        said = {
            name: here.get(value, value) if name.endswith("Id") else value
            for name, value in template.items()
        }
        for nothing in (there[template[place]], str(uuid4()), "nonsense", ""):
            answer = await told(office.admin, mutation, said | {place: nothing})
            assert answer == not_found(place), (mutation, nothing)


@pytest.mark.parametrize("mutation", [name for name, place in PLACES if place in HIDEABLE])
async def test_what_may_not_be_seen_is_not_found_in_the_same_words(
    office: Office, mutation: str
) -> None:
    cycle, bob = await office.cycle(), await office.person()
    private, open_one = (
        await office.objective(cycle, visibility="PRIVATE"),
        await office.objective(cycle),
    )
    alignment = await office.align(private, open_one)
    hidden = {"objectiveId": private, "alignmentId": alignment}
    said = {
        name: hidden.get(name, open_one if name == "toObjectiveId" else value)
        for name, value in MUTATIONS[mutation][1].items()
        if name not in ("ownerPersonId", "accountablePersonId")
    }
    (place,) = hidden.keys() & said.keys()

    assert await told(bob, mutation, said) == not_found(place)
