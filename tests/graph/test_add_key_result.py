"""Adding a key result through the running server."""

from typing import Any

import pytest

from tests.graph.office import RISING, Office

METRIC = "metric { kind unit baseline target lower upper strict milestones { title } }"
KINDS: list[tuple[dict[str, Any], str]] = [
    (RISING, "linear/1"),
    ({"kind": "DECREASE", "baseline": "20", "target": "10.5"}, "linear/1"),
    ({"kind": "AT_LEAST", "target": "99.9", "strict": True}, "threshold/1"),
    ({"kind": "AT_MOST", "target": "-3", "baseline": "7"}, "threshold/1"),
    ({"kind": "WITHIN", "lower": "4", "upper": "4"}, "threshold/1"),
    ({"kind": "MILESTONES", "milestones": [{"title": "Begin"}]}, "milestones/1"),
    ({"kind": "DONE"}, "done/1"),
]
MISFITS: list[tuple[dict[str, Any], str]] = [
    (RISING | {"target": "10"}, "target"),
    (RISING | {"target": "9"}, "target"),
    ({"kind": "DECREASE", "baseline": "1", "target": "2"}, "target"),
    ({"kind": "INCREASE", "target": "2"}, "baseline"),
    ({"kind": "AT_MOST"}, "target"),
    ({"kind": "AT_LEAST", "target": "1", "upper": "2"}, "upper"),
    ({"kind": "WITHIN", "lower": "2", "upper": "1"}, "upper"),
    ({"kind": "WITHIN", "lower": "2", "upper": "2", "strict": True}, "upper"),
    ({"kind": "DONE", "target": "1"}, "target"),
    ({"kind": "MILESTONES"}, "milestones"),
    ({"kind": "MILESTONES", "milestones": [{"title": "A", "weight": "0"}]}, "milestones"),
    ({"kind": "MILESTONES", "milestones": [{"title": " "}]}, "milestones.0.title"),
    (
        {"kind": "MILESTONES", "milestones": [{"title": "A"}, {"title": "B", "weight": "-1"}]},
        "milestones.1.weight",
    ),
]


async def test_everybody_sees_what_was_stated_and_that_nothing_is_known_yet(
    office: Office,
) -> None:
    bob = await office.person("Bob")
    objective = await office.objective(await office.cycle())

    key_result = await office.key_result(
        objective,
        title="Twenty customers",
        weight="0.50",
        dueOn="2026-11-30",
        ownerPersonId=str(bob.person_id),
    )

    shows = f"title weight dueOn state version owner {{ name }} objective {{ id }} {METRIC}"
    assert await office.seen("KeyResult", key_result, shows) == {
        "title": "Twenty customers",
        "weight": "0.5",
        "dueOn": "2026-11-30",
        "state": "ACTIVE",
        "version": 1,
        "owner": {"name": "Bob"},
        "objective": {"id": objective},
        "metric": RISING | {"lower": None, "upper": None, "strict": False, "milestones": []},
    }
    shows = "current confidence status lastCheckIn { id } score { computed } progress { value raw }"
    assert await office.seen("KeyResult", key_result, shows) == {
        "current": None,
        "confidence": None,
        "status": None,
        "lastCheckIn": None,
        "score": None,
        "progress": {"value": None, "raw": None},
    }


async def test_keys_follow_the_objective_and_are_never_used_again(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    await office.key_result(objective)
    given_up = await office.key_result(objective)
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=given_up, reason="Twice the same."
    )
    await office.key_result(objective)

    seen = await office.seen("Objective", objective, "key version keyResults { key }")
    keys = [each["key"] for each in seen["keyResults"]]
    assert keys == [f"{seen['key']}-KR{number}" for number in (1, 2, 3)]
    assert seen["version"] == 5


@pytest.mark.parametrize(("metric", "formula"), KINDS)
async def test_each_way_of_measuring_is_kept_as_stated_and_has_its_formula(
    office: Office, metric: dict[str, Any], formula: str
) -> None:
    key_result = await office.key_result(await office.objective(await office.cycle()), metric)

    seen = await office.seen("KeyResult", key_result, f"{METRIC} progress {{ formula }}")
    nothing: dict[str, Any] = dict.fromkeys(("unit", "baseline", "target", "lower", "upper"))
    assert seen["metric"] == nothing | {"strict": False, "milestones": []} | metric
    assert seen["progress"] == {"formula": formula}


async def test_milestones_are_nouns_in_their_order(office: Office) -> None:
    steps: list[dict[str, Any]] = [
        {"title": "Begin", "weight": "2", "dueOn": "2026-10-31"},
        {"title": "End", "weight": "0", "dueOn": None},
    ]
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, {"kind": "MILESTONES", "milestones": steps})

    shows = "metric { milestones { id title weight dueOn done } }"
    seen = (await office.seen("KeyResult", key_result, shows))["metric"]["milestones"]
    assert [each | {"id": ""} for each in seen] == [
        each | {"id": "", "done": False} for each in steps
    ]
    assert await office.seen("Milestone", seen[1]["id"], "title") == {"title": "End"}


@pytest.mark.parametrize(("metric", "path"), MISFITS)
async def test_numbers_that_cannot_measure_anything_are_named(
    office: Office, metric: dict[str, Any], path: str
) -> None:
    objective = await office.objective(await office.cycle())

    assert await office.admin.refused(
        "addKeyResult", "keyResult", objectiveId=objective, title="Misfit", metric=metric
    ) == [("INVALID", f"input.metric.{path}")]


async def test_owners_authors_and_managers_add_members_and_others_do_not(office: Office) -> None:
    department = await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    author, member = await office.member(team), await office.member(team)
    manager, above = (
        await office.member(team, "MANAGER"),
        await office.member(department, "MANAGER"),
    )
    answers, stranger = await office.person(), await office.person()
    objective = await office.objective(
        await office.cycle(),
        active=False,
        by=author,
        ownerTeamId=team,
        accountablePersonId=str(answers.person_id),
    )

    for person in (author, manager, above, answers, office.admin):
        await office.key_result(objective, by=person)
    for person in (member, stranger):
        assert await person.refused(
            "addKeyResult", "keyResult", objectiveId=objective, title="Mine", metric=RISING
        ) == [("NOT_ALLOWED", "")]


async def test_it_is_planned_before_the_cycle_starts_and_added_later(office: Office) -> None:
    cycle = await office.cycle(started=False)
    draft = await office.objective(cycle, active=False)
    await office.key_result(draft)
    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)
    await office.key_result(draft)

    assert len((await office.seen("Objective", draft, "keyResults { id }"))["keyResults"]) == 2


async def test_an_objective_that_ended_takes_none(office: Office) -> None:
    cycle = await office.cycle()
    for mutation, reason in (("closeObjective", {}), ("withdrawObjective", {"reason": "So."})):
        objective = await office.objective(cycle)
        await office.admin.do(mutation, "objective { id }", objectiveId=objective, **reason)

        assert await office.admin.refused(
            "addKeyResult", "keyResult", objectiveId=objective, title="Late", metric=RISING
        ) == [("WRONG_STATE", "input.objectiveId")]


async def test_all_that_stands_in_the_way_is_told_at_once(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    gone, stranger = await office.person(), await office.person()
    await office.admin.do("deactivatePerson", "person { id }", personId=str(gone.person_id))

    reasons = await stranger.refused(
        "addKeyResult",
        "keyResult",
        objectiveId=objective,
        title="\t",
        weight="-1",
        metric={"kind": "INCREASE"},
        ownerPersonId=str(gone.person_id),
    )
    assert sorted(reasons) == [
        ("INVALID", "input.metric.baseline"),
        ("INVALID", "input.metric.target"),
        ("INVALID", "input.title"),
        ("INVALID", "input.weight"),
        ("NOT_ALLOWED", ""),
        ("WRONG_STATE", "input.ownerPersonId"),
    ]


async def test_the_version_expected_is_that_of_the_objective(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    said = {"objectiveId": objective, "title": "Key result", "metric": RISING}
    shows = "keyResult { id }"

    done = await office.admin.command("addKeyResult", shows, said, {"expectedVersion": 2})
    assert done["refusals"] == []
    late = await office.admin.command("addKeyResult", shows, said, {"expectedVersion": 2})
    assert [each["code"] for each in late["refusals"]] == ["CHANGED_MEANWHILE"]
