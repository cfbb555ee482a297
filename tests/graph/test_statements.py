"""Deeds with a day, sentences made of the numbers, and lists by how something is measured."""

from typing import Any

import pytest

from tests.graph.office import RISING, Office

DONE = "doneOn current progress { value formula } score { computedOriginal }"


async def _measured(office: Office, metric: dict[str, Any], **said: Any) -> str:
    return await office.key_result(await office.objective(await office.cycle()), metric, **said)


async def _revise(office: Office, key_result: str, **said: Any) -> None:
    why = {"reason": "We agreed so.", "category": "NEW_INFORMATION"}
    await office.admin.do(
        "reviseKeyResult", "keyResult { id }", keyResultId=key_result, **why, **said
    )


@pytest.mark.row("R0-16")
async def test_to_lead_a_campaign_is_done_or_not_and_since_when(office: Office) -> None:
    key_result = await _measured(office, {"kind": "DONE"}, title="Lead a campaign")
    await office.check_in(key_result, "0", occurredOn="2026-11-01")
    seen = await office.seen("KeyResult", key_result, DONE)
    assert (seen["doneOn"], seen["progress"]["value"]) == (None, "0")

    await office.check_in(key_result, "1", occurredOn="2026-11-10")
    await office.check_in(key_result, "1", occurredOn="2026-11-12")

    seen = await office.seen("KeyResult", key_result, DONE)
    assert seen["doneOn"] == "2026-11-10"
    assert seen["progress"] == {"value": "1", "formula": "done/1"}


@pytest.mark.row("R2-49")
@pytest.mark.row("R1-27")
@pytest.mark.parametrize(
    ("day", "reached"), [("2026-11-14", "1"), ("2026-11-15", "1"), ("2026-11-16", "0")]
)
async def test_done_on_a_day_or_before_it(office: Office, day: str, reached: str) -> None:
    key_result = await _measured(office, {"kind": "BY_DATE", "by": "2026-11-15"})
    metric = "metric { kind by quantity } progress { value because }"
    assert await office.seen("KeyResult", key_result, metric) == {
        "metric": {"kind": "BY_DATE", "by": "2026-11-15", "quantity": "DATE"},
        "progress": {"value": None, "because": "Nobody has reported yet."},
    }

    await office.check_in(key_result, "0", occurredOn="2026-11-02")
    await office.check_in(key_result, "1", occurredOn=day)
    await office.check_in(key_result, "1", occurredOn="2026-11-17")

    assert await office.seen("KeyResult", key_result, DONE) == {
        "doneOn": day,
        "current": reached,
        "progress": {"value": reached, "formula": "by_date/1"},
        "score": {"computedOriginal": reached},
    }


async def test_a_later_day_makes_it_in_time_but_not_by_the_original_one(office: Office) -> None:
    key_result = await _measured(office, {"kind": "BY_DATE", "by": "2026-11-10"})
    await office.check_in(key_result, "1", occurredOn="2026-11-12")
    await _revise(office, key_result, metric={"kind": "BY_DATE", "by": "2026-11-15"})

    seen = await office.seen("KeyResult", key_result, DONE + " revisions { before { by } }")
    assert seen["progress"]["value"] == "1"
    assert seen["score"] == {"computedOriginal": "0"}
    assert seen["revisions"] == [{"before": {"by": "2026-11-10"}}]


@pytest.mark.parametrize(
    ("metric", "path"),
    [
        ({"kind": "BY_DATE"}, "by"),
        ({"kind": "BY_DATE", "by": "2026-11-15", "target": "1"}, "target"),
        ({"kind": "BY_DATE", "by": "2026-11-15", "quantity": "COUNT"}, "quantity"),
        ({"kind": "DONE", "by": "2026-11-15"}, "by"),
    ],
)
async def test_only_what_is_done_by_a_day_has_one(
    office: Office, metric: dict[str, Any], path: str
) -> None:
    objective = await office.objective(await office.cycle())
    said = {"objectiveId": objective, "title": "Certified", "metric": metric}
    assert await office.admin.refused("addKeyResult", "keyResult", **said) == [
        ("INVALID", f"input.metric.{path}")
    ]


@pytest.mark.row("R2-04")
@pytest.mark.parametrize(
    ("metric", "tail"),
    [
        (RISING, " from 10 to 20 customers"),
        ({"kind": "DECREASE", "changePercent": "30"}, " by 30 %"),
        (
            {"kind": "DECREASE", "changeBy": "2.50", "baseline": "9", "unit": "seconds"},
            " by 2.5 seconds from 9 to 6.5 seconds",
        ),
        ({"kind": "AT_LEAST", "target": "70"}, " at or above 70"),
        ({"kind": "AT_MOST", "target": "5", "strict": True, "unit": "%"}, " below 5 %"),
        ({"kind": "WITHIN", "lower": "1", "upper": "2"}, " between 1 and 2"),
        ({"kind": "BY_DATE", "by": "2026-12-24"}, " by 2026-12-24"),
        ({"kind": "DONE"}, ""),
    ],
)
async def test_the_sentence_is_made_of_what_was_stated(
    office: Office, metric: dict[str, Any], tail: str
) -> None:
    key_result = await _measured(office, metric, verb="Change", counted="the weekly numbers")
    seen = await office.seen("KeyResult", key_result, "statement")
    assert seen == {"statement": f"Change the weekly numbers{tail}"}


@pytest.mark.row("R2-04")
async def test_the_sentence_never_disagrees_with_the_numbers(office: Office) -> None:
    words = {"verb": "Increase", "counted": "weekly sessions"}
    key_result = await _measured(office, RISING, title="Ten to twenty", **words)
    await _revise(office, key_result, metric=RISING | {"target": "30"}, verb="Raise")

    shows = "verb counted title statement"
    assert await office.seen("KeyResult", key_result, shows) == {
        "verb": "Raise",
        "counted": "weekly sessions",
        "title": "Ten to twenty",
        "statement": "Raise weekly sessions from 10 to 30 customers",
    }
    await _revise(office, key_result, verb=None)
    seen = await office.seen("KeyResult", key_result, "verb statement")
    assert seen == {"verb": None, "statement": "Ten to twenty"}
    blank = {"keyResultId": key_result, "reason": "?", "category": "OTHER", "counted": " "}
    assert await office.admin.refused("reviseKeyResult", "keyResult", **blank) == [
        ("INVALID", "input.counted")
    ]


@pytest.mark.row("R0-11")
async def test_what_is_no_metric_is_listed_apart_and_flagged(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    rising = await office.key_result(objective)
    share = await office.key_result(
        objective, {"kind": "AT_LEAST", "target": "9", "quantity": "PERCENT"}
    )
    done = await office.key_result(objective, {"kind": "DONE"})
    steps = {"kind": "MILESTONES", "milestones": [{"title": "Begin"}]}
    stepwise = await office.key_result(objective, steps)
    due = await office.key_result(objective, {"kind": "BY_DATE", "by": "2026-12-01"})

    async def listed(**wanted: str) -> list[str]:
        document = """query ($filter: KeyResultFilter) { organization {
          keyResults(filter: $filter) { totalCount nodes { id } } } }"""
        reader = await office.person()
        found = (await reader.ask(document, filter=wanted))["organization"]["keyResults"]
        ids = [each["id"] for each in found["nodes"]]
        assert found["totalCount"] == len(ids)
        return ids

    assert await listed() == [rising, share, done, stepwise, due]
    assert await listed(kind="INCREASE") == [rising]
    assert await listed(kind="DONE") == [done]
    assert await listed(quantity="PERCENT") == [share]
    assert await listed(baselineState="KNOWN") == [rising]
    for key_result in (rising, share, done, stepwise, due):
        seen = await office.seen("KeyResult", key_result, "findings { code severity }")
        flag = {"code": "NOT_A_METRIC", "severity": "HINT"}
        assert (flag in seen["findings"]) == (key_result in (done, stepwise, due))
