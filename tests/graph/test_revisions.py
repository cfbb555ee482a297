"""Changes after the start: never without reason, never losing what was there, always counted."""

from typing import Any

import pytest

from tests.graph.office import RISING, Office

WHY = {"reason": "Two rivals left the market.", "category": "MARKET_CHANGE"}
CHURN = "churn { revisions keyResultRevisions keyResultsRevised share lastRevisedAt }"


async def revise(office: Office, key_result: str, **said: Any) -> None:
    await office.admin.do(
        "reviseKeyResult", "keyResult { id }", keyResultId=key_result, **(WHY | said)
    )


async def edit(office: Office, objective: str, **said: Any) -> None:
    await office.admin.do(
        "editObjective", "objective { id }", objectiveId=objective, **(WHY | said)
    )


@pytest.mark.row("R1-73")
async def test_a_key_result_changes_in_mid_cycle_with_reason_category_and_version(
    office: Office,
) -> None:
    key_result = await office.started()
    said = {"keyResultId": key_result, "title": "Thirty", "metric": RISING | {"target": "30"}}
    blank = await office.admin.refused(
        "reviseKeyResult", "keyResult", **(said | WHY | {"reason": " "})
    )
    assert blank == [("REASON_IS_MISSING", "input.reason")]
    stale = await office.admin.command(
        "reviseKeyResult", "keyResult { id }", said | WHY, {"expectedVersion": 7}
    )
    assert [each["code"] for each in stale["refusals"]] == ["CHANGED_MEANWHILE"]

    done = await office.admin.command(
        "reviseKeyResult", "keyResult { id }", said | WHY, {"expectedVersion": 1}
    )

    assert done["refusals"] == []
    stated = "{ title weight owner { name } }"
    shows = f"""title metric {{ target }} revisions {{ reason category running
      author {{ name }} before {{ target }} after {{ target }}
      statedBefore {stated} statedAfter {stated} }}"""
    assert await office.seen("KeyResult", key_result, shows) == {
        "title": "Thirty",
        "metric": {"target": "30"},
        "revisions": [
            {
                **WHY,
                "running": True,
                "author": {"name": "Ada"},
                "before": {"target": "20"},
                "after": {"target": "30"},
                "statedBefore": {"title": "Key result", "weight": "1", "owner": None},
                "statedAfter": {"title": "Thirty", "weight": "1", "owner": None},
            }
        ],
    }


@pytest.mark.row("R1-73")
async def test_an_objective_changes_in_mid_cycle_and_what_it_was_stays_readable(
    office: Office,
) -> None:
    team, bob = await office.team(name="Mentors"), await office.person("Bob")
    objective = await office.objective(
        await office.cycle(), description="Because.", accountablePersonId=str(bob.person_id)
    )

    await edit(office, objective, title="Sharper", ambition="COMMITTED")
    await edit(office, objective, description=None, ownerTeamId=team, accountablePersonId=None)

    words = """{ title description ambition accountable { name }
      owner { ... on Team { name } ... on Person { name } } }"""
    shows = f"""revisions {{ id reason category author {{ name }} recordedAt running
      before {words} after {words} }}"""
    first, second = (await office.seen("Objective", objective, shows))["revisions"]
    assert first["recordedAt"] < second["recordedAt"]
    assert {name: first[name] for name in ("reason", "category", "author", "running")} == {
        **WHY,
        "author": {"name": "Ada"},
        "running": True,
    }
    before = {
        "title": "Objective",
        "description": "Because.",
        "ambition": "ASPIRATIONAL",
        "accountable": {"name": "Bob"},
        "owner": {"name": "Ada"},
    }
    between = before | {"title": "Sharper", "ambition": "COMMITTED"}
    assert (first["before"], first["after"], second["before"]) == (before, between, between)
    assert second["after"] == between | {
        "description": None,
        "accountable": None,
        "owner": {"name": "Mentors"},
    }
    found = await office.seen("ObjectiveRevision", first["id"], "before { title }")
    assert found == {"before": {"title": "Objective"}}


async def test_changes_count_as_churn_once_the_cycle_has_started(office: Office) -> None:
    cycle = await office.cycle(started=False)
    objective = await office.objective(cycle)
    often, once, never = [await office.key_result(objective) for _ in range(3)]
    await revise(office, never, title="Before the start")
    await edit(office, objective, title="Before the start")
    for kind, noun in (("Objective", objective), ("Cycle", cycle)):
        assert await office.seen(kind, noun, CHURN) == {
            "churn": {
                "revisions": 0,
                "keyResultRevisions": 0,
                "keyResultsRevised": 0,
                "share": "0",
                "lastRevisedAt": None,
            }
        }
    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)

    for each in (often, often, once):
        await revise(office, each, title="Again")
    await edit(office, objective, title="Again")

    of_objective = (await office.seen("Objective", objective, CHURN))["churn"]
    assert of_objective.pop("lastRevisedAt")
    assert of_objective == {
        "revisions": 4,
        "keyResultRevisions": 3,
        "keyResultsRevised": 2,
        "share": "0.666666666667",
    }
    counts = [
        (await office.seen("KeyResult", each, "revisionCount"))["revisionCount"]
        for each in (often, once, never)
    ]
    assert counts == [2, 1, 1]


async def test_the_churn_of_a_cycle_is_that_of_what_everybody_sees(office: Office) -> None:
    cycle = await office.cycle()
    for visibility in ("PRIVATE", "ORGANIZATION"):
        objective = await office.objective(cycle, visibility=visibility)
        await revise(office, await office.key_result(objective), title="Again")
        await edit(office, objective, title="Again")

    shows = "churn { revisions keyResultsRevised share }"
    counted = {"churn": {"revisions": 2, "keyResultsRevised": 1, "share": "1"}}
    assert await office.seen("Cycle", cycle, shows) == counted
    assert await office.seen("Cycle", cycle, shows, by=office.admin) == counted


async def test_the_revisions_of_a_private_objective_are_its_participants(office: Office) -> None:
    objective = await office.objective(await office.cycle(), visibility="PRIVATE")
    await edit(office, objective, title="Secret")
    shows = "revisions { id }"
    seen = await office.seen("Objective", objective, shows, by=office.admin)
    (revision,) = seen["revisions"]

    assert await office.seen("ObjectiveRevision", revision["id"], "id") is None
    found = await office.seen("ObjectiveRevision", revision["id"], "id", by=office.admin)
    assert found == revision
