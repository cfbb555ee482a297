"""Where things stand and what the number rests on, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office

PROGRESS = "progress { value raw formula inputs { value weight counted because node { id } } }"
METRIC = {"kind": "INCREASE", "baseline": "0", "target": "1"}


async def objective_at(office: Office, cycle: str, value: str | None, **said: Any) -> str:
    """An objective with one key result that stands at a value."""
    objective = await office.objective(cycle, **said)
    key_result = await office.key_result(objective, METRIC)
    if value is not None:
        await office.check_in(key_result, value)
    return objective


async def progress(office: Office, kind: str, noun: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Where a noun stands, and the inputs by what they are."""
    seen = (await office.seen(kind, noun, PROGRESS))["progress"]
    inputs = seen.pop("inputs")
    return seen, {each.pop("node")["id"]: each for each in inputs}


def counted(value: str | None, weight: str = "1") -> dict[str, Any]:
    return {"value": value, "weight": weight, "counted": True, "because": None}


def left_out(value: str | None, because: str, weight: str = "1") -> dict[str, Any]:
    return {"value": value, "weight": weight, "counted": False, "because": because}


async def test_an_objective_stands_at_the_weighted_mean_of_what_is_known(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    half = await office.key_result(objective, METRIC, weight="3")
    beyond = await office.key_result(objective, METRIC)
    silent = await office.key_result(objective, METRIC, weight="7")
    beside = await office.key_result(objective, METRIC, weight="0")
    for key_result, value in ((half, "0.5"), (beyond, "4"), (beside, "1")):
        await office.check_in(key_result, value)

    stands, inputs = await progress(office, "Objective", objective)

    assert (stands["value"], stands["raw"]) == ("0.625", "0.625")
    assert inputs == {
        half: counted("0.5", "3"),
        beyond: counted("1"),
        silent: left_out(None, "Nothing is known of it yet.", "7"),
        beside: left_out("1", "Its weight is 0.", "0"),
    }


async def test_silence_is_null_and_never_nothing(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    stands, inputs = await progress(office, "Objective", objective)
    assert (stands["value"], stands["raw"], inputs) == (None, None, {})

    key_result = await office.key_result(objective)
    stands, inputs = await progress(office, "Objective", objective)
    assert (stands["value"], stands["raw"]) == (None, None)
    assert inputs == {key_result: left_out(None, "Nothing is known of it yet.")}


async def test_a_supporter_counts_as_one_of_the_mean_and_drafts_and_what_was_given_up_do_not(
    office: Office,
) -> None:
    cycle = await office.cycle()
    above = await objective_at(office, cycle, None)
    counting = await objective_at(office, cycle, "0.4")
    shown = await objective_at(office, cycle, "0.9")
    draft = await office.objective(cycle, active=False)
    given_up = await objective_at(office, cycle, "1")
    for supporter, roll_up in (
        (counting, "MEAN"),
        (shown, "NONE"),
        (draft, "MEAN"),
        (given_up, "MEAN"),
    ):
        await office.align(supporter, above, rollUp=roll_up)
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=given_up, reason="So."
    )

    stands, inputs = await progress(office, "Objective", above)

    assert stands["value"] == "0.4"
    assert [inputs[each] for each in (counting, shown, draft, given_up)] == [
        counted("0.4"),
        left_out("0.9", "Nothing is computed from it."),
        left_out(None, "It is a draft."),
        left_out("1", "It was withdrawn."),
    ]


@pytest.mark.parametrize(
    ("roll_up", "supporters", "value"),
    [
        ("MINIMUM", ["0.2", "0.6"], "0.2"),
        ("MINIMUM", ["0.9", None], "0.5"),
        ("ALL", ["1", "0.9"], "0"),
        ("ALL", ["1", None], "0"),
        ("ALL", ["1", "1"], "0.5"),
        ("SUM", ["0.1", "0.2"], "0.8"),
        ("SUM", ["0.4", "0.4"], "1"),
        ("MEAN", ["0", "1"], "0.5"),
    ],
)
async def test_each_way_of_counting(
    office: Office, roll_up: str, supporters: list[str | None], value: str
) -> None:
    cycle = await office.cycle()
    above = await objective_at(office, cycle, "0.5")
    for each in supporters:
        await office.align(await objective_at(office, cycle, each), above, rollUp=roll_up)

    assert (await progress(office, "Objective", above))[0]["value"] == value


async def test_what_is_summed_twice_on_its_way_up_counts_once_by_its_larger_share(
    office: Office,
) -> None:
    cycle = await office.cycle()
    top, left, right = [await objective_at(office, cycle, None) for _ in range(3)]
    bottom = await objective_at(office, cycle, "0.4")
    for below, above, weight in (
        (left, top, "1"),
        (right, top, "1"),
        (bottom, left, "0.5"),
        (bottom, right, "0.75"),
    ):
        await office.align(below, above, rollUp="SUM", weight=weight)

    stands, inputs = await progress(office, "Objective", top)

    assert stands["value"] == "0.3"
    assert inputs[bottom] == counted("0.4", "0.75")


async def test_a_key_result_rests_on_its_contributors_and_on_what_is_summed(
    office: Office,
) -> None:
    cycle = await office.cycle()
    key_result = await office.key_result(await office.objective(cycle))
    bob, eve = await office.person(), await office.person()
    of_bob, of_eve = [await office.contributor(key_result, each) for each in (bob, eve)]
    await office.check_in(key_result, "3", by=bob)
    supporter = await objective_at(office, cycle, "0.5")
    await office.admin.do(
        "alignObjective",
        "alignment { id }",
        objectiveId=supporter,
        toKeyResultId=key_result,
        rollUp="SUM",
        weight="4",
    )

    stands, inputs = await progress(office, "KeyResult", key_result)

    assert stands == {"value": "0.5", "raw": "0.5", "formula": "linear/1"}
    assert inputs == {
        of_bob: counted("3"),
        of_eve: left_out(None, "Nothing is known of it yet."),
        supporter: counted("0.5", "4"),
    }
    assert await office.seen("KeyResult", key_result, "current") == {"current": "15"}


async def test_milestones_count_by_their_weight(office: Office) -> None:
    steps = [{"title": "A", "weight": "2"}, {"title": "B"}, {"title": "C", "weight": "0"}]
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, {"kind": "MILESTONES", "milestones": steps})
    shows = "metric { milestones { id } }"
    metric = (await office.seen("KeyResult", key_result, shows))["metric"]
    a, b, c = (each["id"] for each in metric["milestones"])
    await office.check_in(key_result, milestonesDone=[a, c])

    stands, inputs = await progress(office, "KeyResult", key_result)

    assert stands == {"value": "0.666666666667", "raw": "0.666666666667", "formula": "milestones/1"}
    assert inputs == {
        a: counted("1", "2"),
        b: counted("0"),
        c: left_out("1", "Its weight is 0.", "0"),
    }


@pytest.mark.parametrize(
    ("metric", "value", "raw"),
    [
        ({"kind": "DECREASE", "baseline": "50", "target": "10"}, "30", "0.5"),
        ({"kind": "DECREASE", "baseline": "50", "target": "10"}, "60", "-0.25"),
        ({"kind": "AT_LEAST", "target": "99"}, "99", "1"),
        ({"kind": "AT_LEAST", "target": "99", "strict": True}, "99", "0"),
        ({"kind": "AT_LEAST", "target": "99", "baseline": "90"}, "93", "0.333333333333"),
        (
            {"kind": "AT_LEAST", "target": "3", "baseline": "1", "strict": True},
            "3",
            "0.999999999999",
        ),
        ({"kind": "AT_MOST", "target": "5"}, "6", "0"),
        ({"kind": "WITHIN", "lower": "4", "upper": "6", "baseline": "0"}, "3", "0.75"),
        ({"kind": "WITHIN", "lower": "4", "upper": "6", "baseline": "10"}, "7", "0.75"),
        ({"kind": "WITHIN", "lower": "4", "upper": "6", "baseline": "5"}, "7", "0"),
    ],
)
async def test_each_way_of_measuring(
    office: Office, metric: dict[str, Any], value: str, raw: str
) -> None:
    key_result = await office.key_result(await office.objective(await office.cycle()), metric)
    await office.check_in(key_result, value)

    assert (await progress(office, "KeyResult", key_result))[0]["raw"] == raw
