"""Changing an objective through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office

WORDS = "title description ambition objectiveType accountable { id } owner { ... on Person { id } }"


async def edit(office: Office, objective: str, **said: Any) -> None:
    await office.admin.do("editObjective", "objective { id }", objectiveId=objective, **said)


async def test_what_is_not_said_stays_and_null_clears(office: Office) -> None:
    owner = str(office.admin.person_id)
    objective = await office.objective(
        await office.cycle(started=False),
        title="Customers stay",
        description="Because they are glad to.",
        ambition="COMMITTED",
        accountablePersonId=owner,
    )
    stated = await office.seen("Objective", objective, WORDS)

    said = {"title": "Customers stay long", "objectiveType": "LEARNING"}
    await edit(office, objective, **said)

    longer = stated | said
    assert await office.seen("Objective", objective, WORDS) == longer

    await edit(office, objective, description=None, accountablePersonId=None)

    cleared = longer | {"description": None, "accountable": None}
    assert await office.seen("Objective", objective, WORDS) == cleared


@pytest.mark.parametrize("reason", [{}, {"reason": None}, {"reason": ""}, {"reason": " \t"}])
async def test_a_change_has_a_reason_once_the_cycle_has_started(
    office: Office, reason: dict[str, Any]
) -> None:
    objective = await office.objective(await office.cycle())

    assert await office.admin.refused(
        "editObjective", "objective", objectiveId=objective, title="New", **reason
    ) == [("REASON_IS_MISSING", "input.reason")]
    assert await office.seen("Objective", objective, "title") == {"title": "Objective"}


async def test_a_change_with_a_reason_counts_as_a_revision(office: Office) -> None:
    cycle = await office.cycle(started=False)
    objective = await office.objective(cycle)
    await edit(office, objective, title="Clearer")
    assert await office.seen("Objective", objective, "revisionCount") == {"revisionCount": 0}
    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)

    await edit(office, objective, title="Other", reason="It changed.", category="MARKET_CHANGE")

    assert await office.seen("Objective", objective, "title revisionCount version") == {
        "title": "Other",
        "revisionCount": 1,
        "version": 4,
    }


async def test_a_blank_reason_is_none_before_the_cycle_starts_either(office: Office) -> None:
    objective = await office.objective(await office.cycle(started=False))

    assert await office.admin.refused(
        "editObjective", "objective", objectiveId=objective, title="New", reason=" "
    ) == [("REASON_IS_MISSING", "input.reason")]


async def test_a_new_owner_takes_the_place_of_the_old_one_and_sets_the_level(
    office: Office,
) -> None:
    department = await office.team("DEPARTMENT")
    owner = str(office.admin.person_id)
    objective = await office.objective(await office.cycle(started=False))
    shows = "level origin owner { ... on Team { id } ... on Person { id } }"

    await edit(office, objective, ownerTeamId=department)

    assert await office.seen("Objective", objective, shows) == {
        "level": "DEPARTMENT",
        "origin": "BOTTOM_UP",
        "owner": {"id": department},
    }

    await edit(office, objective, ownerTeamId=None, ownerPersonId=owner)

    assert await office.seen("Objective", objective, shows) == {
        "level": "INDIVIDUAL",
        "origin": "BOTTOM_UP",
        "owner": {"id": owner},
    }


async def test_an_objective_keeps_one_owner(office: Office) -> None:
    team = await office.team()
    objective = await office.objective(await office.cycle(started=False), ownerTeamId=team)
    both = {"ownerTeamId": team, "ownerPersonId": str(office.admin.person_id)}

    for owners in ({"ownerTeamId": None}, both):
        assert await office.admin.refused(
            "editObjective", "objective", objectiveId=objective, **owners
        ) == [("INVALID", "input.ownerTeamId")]


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"title": ""}, "title"),
        ({"title": None}, "title"),
        ({"ambition": None}, "ambition"),
        ({"visibility": None}, "visibility"),
        ({"objectiveType": None}, "objectiveType"),
    ],
)
async def test_what_an_objective_cannot_be_without_is_not_taken_away(
    office: Office, said: dict[str, Any], path: str
) -> None:
    objective = await office.objective(await office.cycle(started=False))

    assert await office.admin.refused(
        "editObjective", "objective", objectiveId=objective, **said
    ) == [("INVALID", f"input.{path}")]


async def test_what_is_made_private_is_hidden_from_others_in_every_way(office: Office) -> None:
    cycle, bob = await office.cycle(started=False), await office.person()
    objective, above = await office.objective(cycle), await office.objective(cycle)
    alignment = await office.align(objective, above)
    key_result = await office.key_result(objective)

    await edit(office, objective, visibility="PRIVATE")

    hidden = (("Objective", objective), ("KeyResult", key_result), ("Alignment", alignment))
    for kind, noun_id in hidden:
        assert await office.seen(kind, noun_id, "id", by=bob) is None
        assert await office.seen(kind, noun_id, "id", by=office.admin) == {"id": noun_id}
    assert await bob.refused("editObjective", "objective", objectiveId=objective, title="Mine") == [
        ("NOT_FOUND", "input.objectiveId")
    ]
    assert await office.seen("Objective", above, "supporters { totalCount }", by=bob) == {
        "supporters": {"totalCount": 0}
    }

    await edit(office, objective, visibility="ORGANIZATION")

    assert await office.seen("Objective", objective, "title", by=bob) == {"title": "Objective"}


@pytest.mark.parametrize("roll_up", ["MEAN", "SUM", "MINIMUM", "ALL"])
async def test_what_counts_for_others_is_not_made_private(office: Office, roll_up: str) -> None:
    cycle = await office.cycle(started=False)
    objective, above = await office.objective(cycle), await office.objective(cycle)
    alignment = await office.align(objective, above, rollUp=roll_up)
    private = {"objectiveId": objective, "visibility": "PRIVATE"}

    assert await office.admin.refused("editObjective", "objective", **private) == [
        ("WRONG_STATE", "input.visibility")
    ]

    await office.admin.do(
        "reviseAlignment", "alignment { id }", alignmentId=alignment, rollUp="NONE"
    )
    await edit(office, objective, visibility="PRIVATE")
    assert await office.seen("Objective", objective, "title") is None


async def test_who_drafted_it_changes_a_draft_and_no_more_once_it_is_agreed(
    office: Office,
) -> None:
    team = await office.team()
    author, colleague = await office.member(team), await office.member(team)
    objective = await office.objective(
        await office.cycle(started=False), active=False, by=author, ownerTeamId=team
    )
    said = {"objectiveId": objective, "title": "Better"}
    await author.do("editObjective", "objective { id }", **said)
    assert await colleague.refused("editObjective", "objective", **said) == [("NOT_ALLOWED", "")]

    await office.admin.do("activateObjective", "objective { id }", objectiveId=objective)

    assert await author.refused("editObjective", "objective", **said) == [("NOT_ALLOWED", "")]


@pytest.mark.parametrize("ended", ["closeObjective", "withdrawObjective"])
async def test_what_has_ended_stays_as_it_was(office: Office, ended: str) -> None:
    objective = await office.objective(await office.cycle())
    reason = {"reason": "No longer useful."} if ended == "withdrawObjective" else {}
    await office.admin.do(ended, "objective { id }", objectiveId=objective, **reason)

    assert await office.admin.refused(
        "editObjective", "objective", objectiveId=objective, title="New", reason="So."
    ) == [("WRONG_STATE", "input.objectiveId")]


async def test_nobody_hands_an_objective_to_who_could_not_have_got_it_from_them(
    office: Office,
) -> None:
    company, person = await office.team("COMPANY"), await office.person()
    objective = await office.objective(await office.cycle(), by=person)
    said = {"objectiveId": objective, "ownerTeamId": company, "reason": "It is theirs."}

    assert await person.refused("editObjective", "objective", **said) == [
        ("NOT_ALLOWED", "input.ownerTeamId")
    ]
    await office.admin.do("editObjective", "objective { id }", **said)
