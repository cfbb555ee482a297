"""What reviews decide, and what followed of it, through the running server."""

import pytest

from tests.graph.office import RISING, Office
from tests.graph.test_record_review import refused, review


@pytest.mark.row("R3-18")
async def test_a_mid_term_review_decides_and_says_what_was_given_up_for_what(
    office: Office,
) -> None:
    cycle = await office.cycle()
    kept, favoured = await office.objective(cycle), await office.objective(cycle)
    adjusted, traded, stopped = [await office.key_result(kept) for _ in range(3)]
    decisions = [
        {"objectiveId": kept, "decision": "KEEP", "reason": "It goes well."},
        {"keyResultId": adjusted, "decision": "ADJUST", "reason": "Too low."},
        {
            "keyResultId": traded,
            "decision": "TRADE_OFF",
            "reason": "One team cannot do both.",
            "inFavourOfObjectiveId": favoured,
        },
        {"keyResultId": stopped, "decision": "STOP", "reason": "Nobody asks for it."},
    ]
    await review(office, "MID_TERM", cycleId=cycle, decisions=decisions)
    shows = """decisions { decision reason objective { id } keyResult { id }
      inFavourOfObjective { id } review { kind } carriedOut revision { id } withdrawnBecause }"""
    told = (await office.seen("Objective", kept, shows))["decisions"]
    assert [each["decision"] for each in told] == ["KEEP", "ADJUST", "TRADE_OFF", "STOP"]
    assert [each["reason"] for each in told] == [each["reason"] for each in decisions]
    assert [each["carriedOut"] for each in told] == [True, False, False, False]
    assert told[2]["inFavourOfObjective"] == {"id": favoured}

    await office.admin.do(
        "reviseKeyResult",
        "keyResult { id }",
        keyResultId=adjusted,
        reason="As decided.",
        category="CAPACITY_CHANGE",
        metric=RISING | {"target": "15"},
    )
    for each in (traded, stopped):
        await office.admin.do(
            "withdrawKeyResult", "keyResult { id }", keyResultId=each, reason="As decided."
        )

    told = (await office.seen("Objective", kept, shows))["decisions"]
    assert [each["carriedOut"] for each in told] == [True] * 4
    (revision,) = (await office.seen("KeyResult", adjusted, "revisions { id }"))["revisions"]
    assert told[1]["revision"] == revision
    assert [each["withdrawnBecause"] for each in told[2:]] == ["As decided."] * 2


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"decision": "TRADE_OFF"}, ("INVALID", "input.decisions.0.inFavourOfObjectiveId")),
        (
            {"decision": "TRADE_OFF", "inFavourOfObjectiveId": "itself"},
            ("INVALID", "input.decisions.0.inFavourOfObjectiveId"),
        ),
        (
            {"decision": "KEEP", "inFavourOfObjectiveId": "other"},
            ("INVALID", "input.decisions.0.inFavourOfObjectiveId"),
        ),
        ({"decision": "STOP", "reason": " "}, ("REASON_IS_MISSING", "input.decisions.0.reason")),
        (
            {"decision": "STOP", "keyResultId": "key result"},
            ("INVALID", "input.decisions.0.objectiveId"),
        ),
    ],
)
async def test_a_decision_has_one_subject_a_reason_and_only_a_trade_off_favours(
    office: Office, said: dict[str, str], reason: tuple[str, str]
) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    ids = {
        "itself": objective,
        "other": await office.objective(cycle),
        "key result": await office.key_result(objective),
    }
    named = {name: ids.get(value, value) for name, value in said.items()}
    decision = {"objectiveId": objective, "reason": "So."} | named

    assert await refused(office, "MID_TERM", cycleId=cycle, decisions=[decision]) == [reason]


async def test_a_mid_term_review_decides_something_that_is_not_over(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    assert await refused(office, "MID_TERM", cycleId=cycle) == [("INVALID", "input.decisions")]
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    stop = {"objectiveId": objective, "decision": "STOP", "reason": "Late."}
    assert await refused(office, "MID_TERM", cycleId=cycle, decisions=[stop]) == [
        ("CYCLE_IS_CLOSED", "input.decisions.0")
    ]


async def test_a_review_decides_once_on_each_thing(office: Office) -> None:
    cycle = await office.cycle()
    about = {"objectiveId": await office.objective(cycle), "reason": "So."}
    both = [about | {"decision": "STOP"}, about | {"decision": "KEEP"}]

    assert await refused(office, "MID_TERM", cycleId=cycle, decisions=both) == [
        ("INVALID", "input.decisions.1")
    ]
