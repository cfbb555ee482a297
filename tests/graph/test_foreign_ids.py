"""Ids that lead to nothing: unknown, malformed, another organization's, or not to be seen."""

from typing import Any
from uuid import uuid4

import pytest

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


async def told(office: Office, mutation: str, said: dict[str, Any]) -> list[dict[str, Any]]:
    noun, _ = MUTATIONS[mutation]
    payload = await office.admin.command(mutation, f"{noun} {{ __typename }}", said)
    assert payload["position"] is None
    refusals: list[dict[str, Any]] = payload["refusals"]
    return refusals


@pytest.mark.parametrize(("mutation", "place"), PLACES)
async def test_what_is_not_there_and_what_is_elsewhere_are_not_found_in_the_same_words(
    office: Office, other_office: Office, mutation: str, place: str
) -> None:
    _, template = MUTATIONS[mutation]
    here, there = await furnished(office), await furnished(other_office)
    said = {
        name: here.get(value, value) if name.endswith("Id") else value
        for name, value in template.items()
    }

    answers = [
        await told(office, mutation, said | {place: each})
        for each in (there[template[place]], str(uuid4()), "nonsense", "")
    ]

    assert answers == [
        [
            {
                "__typename": "Declined",
                "code": "NOT_FOUND",
                "message": "There is nothing by this id, or it is not open to you.",
                "path": ["input", place],
            }
        ]
    ] * len(answers)


async def test_what_may_not_be_seen_is_not_found_in_the_same_words(office: Office) -> None:
    cycle, bob = await office.cycle(), await office.person()
    private = await office.objective(cycle, visibility="PRIVATE")
    alignment = await office.align(private, await office.objective(cycle))
    hidden = {"objectiveId": private, "alignmentId": alignment}
    for mutation, (noun, template) in MUTATIONS.items():
        place = next((each for each in hidden if each in template), None)
        if place is None:
            continue
        said = {name: value for name, value in template.items() if not name.endswith("Id")}
        if mutation == "alignObjective":
            said["toObjectiveId"] = await office.objective(cycle)

        payload = await bob.command(
            mutation, f"{noun} {{ __typename }}", said | {place: hidden[place]}
        )

        (refusal,) = payload["refusals"]
        assert refusal["code"] == "NOT_FOUND", mutation
        assert refusal["path"] == ["input", place]
        assert refusal["message"] == "There is nothing by this id, or it is not open to you."
