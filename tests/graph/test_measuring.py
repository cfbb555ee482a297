"""What can be measured, and how far it then is, as somebody else sees it."""

from typing import Any

import pytest

from tests.graph.office import Office

WHERE = "current progress { raw value formula }"


async def _stands(office: Office, metric: dict[str, Any], *values: str) -> list[Any]:
    """Current, raw and clamped progress after each report."""
    key_result = await office.key_result(await office.objective(await office.cycle()), metric)
    seen = [await office.seen("KeyResult", key_result, WHERE)]
    for value in values:
        await office.check_in(key_result, value)
        seen.append(await office.seen("KeyResult", key_result, WHERE))
    return [(each["current"], each["progress"]["raw"], each["progress"]["value"]) for each in seen]


SILENT = (None, None, None)


@pytest.mark.row("R0-08")
@pytest.mark.row("R1-12")
@pytest.mark.parametrize(
    ("metric", "missing"),
    [
        ({"kind": "INCREASE"}, ["metric.baseline", "metric.target"]),
        ({"kind": "DECREASE", "baseline": "3"}, ["metric.target"]),
        ({"kind": "AT_LEAST"}, ["metric.target"]),
        ({"kind": "AT_MOST"}, ["metric.target"]),
        ({"kind": "WITHIN", "lower": "1"}, ["metric.upper"]),
        ({"kind": "MILESTONES", "milestones": []}, ["metric.milestones"]),
    ],
)
async def test_a_key_result_has_a_number_or_milestones_to_reach_or_it_is_none(
    office: Office, metric: dict[str, Any], missing: list[str]
) -> None:
    objective = await office.objective(await office.cycle())
    said = {"objectiveId": objective, "title": "Be the best"}

    refused = await office.admin.refused("addKeyResult", "keyResult", metric=metric, **said)

    assert refused == [("INVALID", f"input.{each}") for each in missing]
    assert await office.admin.errors(
        "mutation ($input: AddKeyResultInput!) { addKeyResult(input: $input) { position } }",
        input=said,
    )
    held = "keyResults { id }"
    assert (await office.seen("Objective", objective, held))["keyResults"] == []


@pytest.mark.row("R1-12")
async def test_a_number_to_reach_or_milestones_are_enough(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    await office.key_result(objective, {"kind": "AT_LEAST", "target": "4"})
    steps = [{"title": "Concept"}, {"title": "Launch"}]
    await office.key_result(objective, {"kind": "MILESTONES", "milestones": steps})

    held = "keyResults { metric { kind target milestones { title } } }"
    assert (await office.seen("Objective", objective, held))["keyResults"] == [
        {"metric": {"kind": "AT_LEAST", "target": "4", "milestones": []}},
        {"metric": {"kind": "MILESTONES", "target": None, "milestones": steps}},
    ]


@pytest.mark.row("R0-09")
async def test_what_was_measured_and_what_somebody_thinks_of_it_stay_apart(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective)
    shows = "progress { value } score { computed self { value } team { value } agreed { value } }"

    async def told() -> list[Any]:
        """What was measured, of the key result and above, and what people said."""
        seen = await office.seen("KeyResult", key_result, f"{shows} objective {{ {shows} }}")
        above = seen["objective"]
        given = [[each["value"] for each in of["score"]["self"]] for of in (seen, above)]
        assert seen["score"]["team"] is seen["score"]["agreed"] is above["score"]["agreed"] is None
        measured = [of["progress"]["value"] for of in (seen, above)]
        assert [of["score"]["computed"] for of in (seen, above)] == measured
        return [*measured, *given]

    await office.check_in(key_result, "14")
    assert await told() == ["0.4", "0.4", [], []]
    said: dict[str, Any] = {"kind": "SELF", "score": "0.9"}
    await office.admin.do("scoreKeyResult", "keyResult { id }", keyResultId=key_result, **said)
    assert await told() == ["0.4", "0.4", ["0.9"], []]
    said |= {"objectiveId": objective, "score": "0.8"}
    await office.admin.do("scoreObjective", "objective { id }", **said)
    await office.check_in(key_result, "12")
    assert await told() == ["0.2", "0.2", ["0.9"], ["0.8"]]


@pytest.mark.row("R1-38")
@pytest.mark.row("R2-43")
async def test_at_least_takes_the_bound_in(office: Office) -> None:
    satisfied = {"kind": "AT_LEAST", "target": "90", "quantity": "PERCENT"}
    assert await _stands(office, satisfied, "89.9", "90", "97") == [
        SILENT,
        ("89.9", "0", "0"),
        ("90", "1", "1"),
        ("97", "1", "1"),
    ]


@pytest.mark.row("R3-24")
async def test_more_than_a_number_is_not_that_number(office: Office) -> None:
    guests = {"kind": "AT_LEAST", "target": "200", "strict": True}
    assert await _stands(office, guests, "200", "201") == [
        SILENT,
        ("200", "0", "0"),
        ("201", "1", "1"),
    ]
    objective = await office.objective(await office.cycle("2027"))
    for strict, statement, told in (
        (True, "Have guests above 200", {"value": "0"}),
        (False, "Have guests at or above 200", {"value": "1"}),
    ):
        either = await office.key_result(
            objective, guests | {"strict": strict}, verb="Have", counted="guests"
        )
        await office.check_in(either, "200")
        shows = "statement metric { strict } progress { value }"
        assert await office.seen("KeyResult", either, shows) == {
            "statement": statement,
            "metric": {"strict": strict},
            "progress": told,
        }


@pytest.mark.row("R2-44")
async def test_percents_go_down(office: Office) -> None:
    churn = {"kind": "DECREASE", "baseline": "5", "target": "2", "quantity": "PERCENT"}
    assert await _stands(office, churn, "3.5", "6") == [
        SILENT,
        ("3.5", "0.5", "0.5"),
        ("6", "-0.333333333333", "0"),
    ]


@pytest.mark.row("R2-45")
async def test_decimals_are_exact(office: Office) -> None:
    rating = {"kind": "INCREASE", "baseline": "3.8", "target": "4.5"}
    assert await _stands(office, rating, "4.15", "4.5") == [
        SILENT,
        ("4.15", "0.5", "0.5"),
        ("4.5", "1", "1"),
    ]


@pytest.mark.row("R2-48")
async def test_none_at_all_may_be_where_it_stands_already(office: Office) -> None:
    bugs = {"kind": "AT_MOST", "baseline": "0", "target": "0"}
    assert await _stands(office, bugs, "0", "1", "0") == [
        SILENT,
        ("0", "1", "1"),
        ("1", "0", "0"),
        ("0", "1", "1"),
    ]
