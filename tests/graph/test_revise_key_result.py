"""Revising a key result through the running server."""

from typing import Any

import pytest

from tests.graph.office import RISING, Office

WHY = {"reason": "Two rivals left the market.", "category": "MARKET_CHANGE"}
METRICS = "{ kind baseline target milestones { id title done } }"


async def revise(office: Office, key_result: str, **said: Any) -> None:
    await office.admin.do(
        "reviseKeyResult", "keyResult { id }", keyResultId=key_result, **(WHY | said)
    )


async def milestones(office: Office, key_result: str) -> list[dict[str, Any]]:
    shows = "metric { milestones { id title done } }"
    metric = (await office.seen("KeyResult", key_result, shows))["metric"]
    steps: list[dict[str, Any]] = metric["milestones"]
    return steps


async def test_what_it_was_stays_beside_what_it_is_and_why(office: Office) -> None:
    key_result = await office.started()

    await revise(office, key_result, metric=RISING | {"target": "30"})
    await revise(office, key_result, title="Thirty customers", category="OTHER", reason="Clearer.")

    shows = f"""title version metric {{ target }} revisions {{
      reason category author {{ name }} recordedAt before {METRICS} after {METRICS} }}"""
    seen = await office.seen("KeyResult", key_result, shows)
    assert (seen["title"], seen["version"]) == ("Thirty customers", 3)
    first, second = seen["revisions"]
    assert first["recordedAt"] < second["recordedAt"]
    assert first["author"] == {"name": "Ada"}
    assert (first["reason"], first["category"]) == tuple(WHY.values())
    assert (first["before"]["target"], first["after"]["target"]) == ("20", "30")
    assert (second["reason"], second["category"]) == ("Clearer.", "OTHER")
    assert second["before"] == second["after"] == first["after"]


async def test_a_revision_is_found_by_its_id(office: Office) -> None:
    key_result = await office.started()
    await revise(office, key_result, weight="2")
    (revision,) = (await office.seen("KeyResult", key_result, "revisions { id }"))["revisions"]

    assert await office.seen("KeyResultRevision", revision["id"], "reason") == {
        "reason": WHY["reason"]
    }


async def test_a_number_that_was_reported_does_not_say_that_something_is_done(
    office: Office,
) -> None:
    key_result = await office.started()
    await office.check_in(key_result, "15")

    await revise(office, key_result, metric={"kind": "DONE"})

    shows = "current progress { raw value formula }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "15",
        "progress": {"raw": "0", "value": "0", "formula": "done/1"},
    }
    await office.check_in(key_result, "1")
    seen = await office.seen("KeyResult", key_result, "progress { raw value }")
    assert seen == {"progress": {"raw": "1", "value": "1"}}


async def test_a_new_target_moves_the_progress_of_what_was_reported(office: Office) -> None:
    key_result = await office.started()
    await office.check_in(key_result, "15")

    await revise(office, key_result, metric=RISING | {"target": "30"})

    shows = "current progress { value } objective { progress { value } }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "15",
        "progress": {"value": "0.25"},
        "objective": {"progress": {"value": "0.25"}},
    }


async def test_a_new_weight_moves_the_objective(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    full, empty = await office.key_result(objective), await office.key_result(objective)
    await office.check_in(full, "20")
    await office.check_in(empty, "10")

    await revise(office, full, weight="3")

    seen = await office.seen("Objective", objective, "progress { value }")
    assert seen == {"progress": {"value": "0.75"}}


async def test_a_new_baseline_does_not_move_where_it_stands(office: Office) -> None:
    key_result, bob = await office.started(), await office.person()
    await office.contributor(key_result, bob)
    await office.check_in(key_result, "3", by=bob)
    await office.check_in(key_result, "15")

    await revise(office, key_result, metric=RISING | {"baseline": "0"})

    shows = "current progress { value } contributions { nodes { current } }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": "15",
        "progress": {"value": "0.75"},
        "contributions": {"nodes": [{"current": "3"}]},
    }
    await office.check_in(key_result, "4", by=bob)
    assert await office.seen("KeyResult", key_result, "current") == {"current": "16"}


async def test_what_is_not_said_stays_and_null_clears(office: Office) -> None:
    bob = await office.person("Bob")
    key_result = await office.key_result(
        await office.objective(await office.cycle()),
        weight="3",
        dueOn="2026-11-30",
        ownerPersonId=str(bob.person_id),
    )
    shows = "weight dueOn owner { name } metric { unit }"

    await revise(office, key_result, title="Other words")
    assert await office.seen("KeyResult", key_result, shows) == {
        "weight": "3",
        "dueOn": "2026-11-30",
        "owner": {"name": "Bob"},
        "metric": {"unit": "customers"},
    }

    await revise(office, key_result, dueOn=None, ownerPersonId=None)
    seen = await office.seen("KeyResult", key_result, "dueOn owner { name }")
    assert seen == {"dueOn": None, "owner": None}


@pytest.mark.parametrize("field", ["title", "metric", "weight"])
async def test_what_cannot_be_empty_is_not_cleared(office: Office, field: str) -> None:
    key_result = await office.started()

    assert await office.admin.refused(
        "reviseKeyResult", "keyResult", keyResultId=key_result, **(WHY | {field: None})
    ) == [("INVALID", f"input.{field}")]


async def test_milestones_named_stay_done_and_those_left_out_end(office: Office) -> None:
    steps = [{"title": "Begin"}, {"title": "Middle"}]
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, {"kind": "MILESTONES", "milestones": steps})
    begin, middle = await milestones(office, key_result)
    await office.check_in(key_result, milestonesDone=[begin["id"]])
    planned = [{"title": "End"}, {"id": begin["id"], "title": "Start"}]

    await revise(office, key_result, metric={"kind": "MILESTONES", "milestones": planned})

    end, start = await milestones(office, key_result)
    assert start == {"id": begin["id"], "title": "Start", "done": True}
    assert (end["title"], end["done"]) == ("End", False)
    assert end["id"] not in (begin["id"], middle["id"])
    seen = await office.seen(
        "KeyResult",
        key_result,
        f"progress {{ value }} revisions {{ before {METRICS} after {METRICS} }}",
    )
    assert seen["progress"] == {"value": "0.5"}
    assert seen["revisions"][0]["before"]["milestones"] == [begin | {"done": True}, middle]
    assert seen["revisions"][0]["after"]["milestones"] == [end, start]


async def test_a_milestone_of_another_key_result_is_not_found(office: Office) -> None:
    metric = {"kind": "MILESTONES", "milestones": [{"title": "Begin"}]}
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, metric)
    (foreign,) = await milestones(office, await office.key_result(objective, metric))
    planned = [{"title": "New"}, {"id": foreign["id"], "title": "Taken"}]

    assert await office.admin.refused(
        "reviseKeyResult",
        "keyResult",
        keyResultId=key_result,
        metric={"kind": "MILESTONES", "milestones": planned},
        **WHY,
    ) == [("NOT_FOUND", "input.metric.milestones.1.id")]


async def test_what_people_add_to_stays_something_that_adds_up(office: Office) -> None:
    key_result = await office.started()
    await office.contributor(key_result, await office.person())

    assert await office.admin.refused(
        "reviseKeyResult", "keyResult", keyResultId=key_result, metric={"kind": "DONE"}, **WHY
    ) == [("WRONG_STATE", "input.metric.kind")]
    falling = {"kind": "DECREASE", "unit": "customers", "baseline": "10", "target": "5"}
    await revise(office, key_result, metric=falling)


@pytest.mark.parametrize("reason", ["", "\n "])
async def test_a_reason_is_asked_for(office: Office, reason: str) -> None:
    key_result = await office.started()

    assert await office.admin.refused(
        "reviseKeyResult",
        "keyResult",
        keyResultId=key_result,
        weight="2",
        **(WHY | {"reason": reason}),
    ) == [("REASON_IS_MISSING", "input.reason")]


async def test_its_owner_revises_it_and_others_do_not(office: Office) -> None:
    team = await office.team()
    owner, member = await office.member(team), await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective, ownerPersonId=str(owner.person_id))
    said = {"keyResultId": key_result, "weight": "2"} | WHY

    for person in (member, await office.person()):
        assert await person.refused("reviseKeyResult", "keyResult", **said) == [("NOT_ALLOWED", "")]
    await owner.do("reviseKeyResult", "keyResult { id }", **said)


async def test_what_was_given_up_is_not_revised(office: Office) -> None:
    key_result = await office.started()
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=key_result, reason="So."
    )

    assert await office.admin.refused(
        "reviseKeyResult", "keyResult", keyResultId=key_result, weight="2", **WHY
    ) == [("WRONG_STATE", "input.keyResultId")]
