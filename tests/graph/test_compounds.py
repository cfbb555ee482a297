"""Key results made of parts that are key results themselves."""

from typing import Any

import pytest

from tests.graph.office import Office

NOTHING = {"title": "Whole", "metric": {"kind": "COMPOUND", "combine": "ALL"}}


def count(target: str, unit: str = "customers") -> dict[str, str]:
    return {"kind": "INCREASE", "unit": unit, "baseline": "0", "target": target}


async def compound(
    office: Office, combine: str, *metrics: dict[str, Any], **weights: str
) -> tuple[str, str, list[str]]:
    """An objective, its one compound key result, and the parts of that."""
    objective = await office.objective(await office.cycle())
    whole = await office.key_result(objective, {"kind": "COMPOUND", "combine": combine})
    parts = [
        await office.key_result(
            objective, metric, partOfId=whole, weight=weights.get(f"w{number}", "1")
        )
        for number, metric in enumerate(metrics)
    ]
    return objective, whole, parts


async def stands(office: Office, objective: str) -> Any:
    """What a second reader sees: the objective and its one key result."""
    shows = "progress { value } keyResults { current progress { value formula } }"
    seen = await office.seen("Objective", objective, shows)
    (whole,) = seen["keyResults"]
    assert whole["progress"]["formula"] == "compound/1"
    assert seen["progress"]["value"] == whole["progress"]["value"]
    return whole["current"], whole["progress"]["value"]


@pytest.mark.row("R1-103")
async def test_five_are_tested_and_the_top_two_identified(office: Office) -> None:
    identified = {"kind": "DONE"}
    objective, whole, parts = await compound(office, "ALL", count("5", "mentors"), identified)
    assert await stands(office, objective) == (None, None)

    await office.check_in(parts[0], "4")
    assert await stands(office, objective) == (None, "0")
    await office.check_in(parts[0], "5")
    assert await stands(office, objective) == (None, "0.5")
    shows = """parts { id partOf { id } } metric { combine }
      progress { inputs { node { id } role value weight counted because } }"""
    seen = await office.seen("KeyResult", whole, shows)
    assert seen["parts"] == [{"id": each, "partOf": {"id": whole}} for each in parts]
    assert seen["metric"] == {"combine": "ALL"}
    told = {"role": "COMPONENT", "weight": "1", "counted": True, "because": None}
    expected: list[Any] = [
        {"node": {"id": parts[0]}, "value": "1", **told},
        {"node": {"id": parts[1]}, "value": None, **told},
    ]
    assert seen["progress"]["inputs"] == sorted(expected, key=lambda each: each["node"]["id"])
    await office.check_in(parts[1], "1")
    assert await stands(office, objective) == (None, "1")


@pytest.mark.row("R2-12")
async def test_a_launch_with_three_features_is_a_milestone_and_a_count(office: Office) -> None:
    launch = {"kind": "MILESTONES", "milestones": [{"title": "Launch 2.0"}]}
    objective, _, parts = await compound(office, "ALL", launch, count("3", "features"))
    shows = "metric { milestones { id } }"
    (step,) = (await office.seen("KeyResult", parts[0], shows))["metric"]["milestones"]

    await office.check_in(parts[0], milestonesDone=[step["id"]])
    await office.check_in(parts[1], "2")
    assert await stands(office, objective) == (None, "0.5")
    await office.check_in(parts[1], "3")
    assert await stands(office, objective) == (None, "1")


@pytest.mark.row("R2-52")
async def test_fifty_deals_have_a_mean_value(office: Office) -> None:
    mean = {"kind": "AT_LEAST", "unit": "EUR", "target": "60000", "reading": "MEAN"}
    deals = count("4", "deals") | {"reading": "SUM"}
    objective, _, parts = await compound(office, "MINIMUM", deals, mean)

    for worth in ("80000", "30000"):
        await office.check_in(parts[0], "1")
        await office.check_in(parts[1], worth)
    assert await stands(office, objective) == (None, "0")
    await office.check_in(parts[0], "1")
    await office.check_in(parts[1], "70000")
    assert await stands(office, objective) == (None, "0.75")
    seen = await office.seen("KeyResult", parts[1], "current")
    assert seen == {"current": "60000"}


@pytest.mark.row("R2-53")
async def test_unlike_units_stand_together(office: Office) -> None:
    testers = count("50", "testers")
    addressed = {"kind": "AT_LEAST", "unit": "%", "target": "80", "baseline": "0"}
    objective, whole, parts = await compound(office, "ALL", testers, addressed)
    await office.check_in(parts[0], "50")
    await office.check_in(parts[1], "40")
    assert await stands(office, objective) == (None, "0.5")

    for combine, value in (("MINIMUM", "0.5"), ("WEIGHTED", "0.75")):
        await office.admin.do(
            "reviseKeyResult",
            "keyResult { id }",
            keyResultId=whole,
            metric={"kind": "COMPOUND", "combine": combine},
            reason="Agreed.",
            category="OTHER",
        )
        assert await stands(office, objective) == (None, value)
    await office.check_in(parts[1], "80")
    assert await stands(office, objective) == (None, "1")


@pytest.mark.row("R3-23")
async def test_seed_customers_are_counted_in_each_of_two_cities(office: Office) -> None:
    objective, whole, parts = await compound(office, "SUM", count("6"), count("4"))
    await office.check_in(parts[0], "3")
    assert await stands(office, objective) == ("3", "0.3")
    await office.check_in(parts[1], "4")
    assert await stands(office, objective) == ("7", "0.7")
    shows = "progress { inputs { node { id } value weight } }"
    seen = (await office.seen("KeyResult", whole, shows))["progress"]["inputs"]
    cities = {each["node"]["id"]: (each["value"], each["weight"]) for each in seen}
    assert cities == {parts[0]: ("3", "6"), parts[1]: ("4", "4")}

    said = {"objectiveId": objective, "title": "Third city", "partOfId": whole}
    for metric, path in (
        (count("5", "tons"), "input.metric.unit"),
        ({"kind": "AT_LEAST", "target": "1"}, "input.metric.kind"),
    ):
        assert await office.admin.refused("addKeyResult", "keyResult", **said, metric=metric) == [
            ("INVALID", path)
        ]
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=parts[0], reason="Not there."
    )
    assert await stands(office, objective) == ("4", "1")


@pytest.mark.row("R1-103")
async def test_parts_count_by_weight_and_withdrawn_ones_are_shown(office: Office) -> None:
    objective, whole, parts = await compound(
        office, "WEIGHTED", count("10"), count("10", "tons"), w0="3"
    )
    await office.check_in(parts[0], "10")
    assert await stands(office, objective) == (None, "1")
    await office.check_in(parts[1], "2")
    assert await stands(office, objective) == (None, "0.8")
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=parts[0], reason="So."
    )
    assert await stands(office, objective) == (None, "0.2")
    seen = await office.seen("KeyResult", whole, "parts { state } progress { inputs { because } }")
    assert [each["state"] for each in seen["parts"]] == ["WITHDRAWN", "ACTIVE"]
    because = {each["because"] for each in seen["progress"]["inputs"]}
    assert because == {None, "It was withdrawn."}


async def test_parts_are_reported_and_the_whole_is_not(office: Office) -> None:
    objective, whole, parts = await compound(office, "ALL", count("5"))
    assert await office.admin.refused("recordCheckIn", "checkIn", keyResultId=whole, value="1") == [
        ("INVALID", "input.value")
    ]
    await office.check_in(whole, confidence="0.5")
    other = await office.objective(await office.cycle("2027"))
    for said, told in (
        ({"objectiveId": objective, "partOfId": whole}, ("INVALID", "input.metric.kind")),
        ({"objectiveId": objective, "partOfId": other}, ("NOT_FOUND", "input.partOfId")),
    ):
        assert await office.admin.refused("addKeyResult", "keyResult", **NOTHING, **said) == [told]
    plain: dict[str, Any] = {"title": "Part", "metric": count("5")}
    for said in (
        {"objectiveId": other, "partOfId": whole},
        {"objectiveId": objective, "partOfId": parts[0]},
    ):
        assert await office.admin.refused("addKeyResult", "keyResult", **plain, **said) == [
            ("INVALID", "input.partOfId")
        ]
    done = {"metric": {"kind": "DONE"}, "reason": "So.", "category": "OTHER"}
    assert await office.admin.refused(
        "reviseKeyResult", "keyResult", keyResultId=whole, **done
    ) == [("WRONG_STATE", "input.metric.kind")]
