"""Targets that hold for each week, month or two months, and days by which key results are due."""

from typing import Any

import pytest

from tests.graph.office import Office

PERIODS = "periods(on: $on) { startsOn endsOn actual target attainment state }"


async def rate(
    office: Office, target: str, per: str, *reports: tuple[str, str], **said: Any
) -> str:
    """A key result with a target for each period, and entries of several days."""
    metric = {"kind": "AT_LEAST", "target": target, "per": per, "reading": "SUM"}
    objective = await office.objective(await office.cycle(**said))
    key_result = await office.key_result(objective, metric | {"unit": "interviews"})
    for day, value in reports:
        await office.check_in(key_result, value, occurredOn=day)
    return key_result


async def seen_on(office: Office, key_result: str, day: str | None, shows: str) -> Any:
    reader = await office.person()
    document = f"""query ($id: ID!, $on: Date) {{
      node(id: $id) {{ ... on KeyResult {{ {shows} }} }} }}"""
    return (await reader.ask(document, id=key_result, on=day))["node"]


async def periods(office: Office, key_result: str, day: str | None) -> list[str]:
    rows = (await seen_on(office, key_result, day, PERIODS))["periods"]
    return [" ".join(str(value) for value in row.values()) for row in rows]


@pytest.mark.row("R1-101", "R2-51")
async def test_each_month_has_a_target_of_its_own(office: Office) -> None:
    reports = [("2026-10-05", "4"), ("2026-10-31", "8"), ("2026-11-02", "5")]
    key_result = await rate(office, "10", "P1M", *reports)

    assert await periods(office, key_result, "2026-11-15") == [
        "2026-10-01 2026-10-31 12 10 1 MET",
        "2026-11-01 2026-11-30 5 10 0.5 OPEN",
        "2026-12-01 2026-12-31 None 10 None AHEAD",
    ]
    shows = """current missedPeriods(on: $on) metric { per }
      progress { value formula inputs { label role node { id } value weight counted because } }"""
    seen = await seen_on(office, key_result, "2026-12-01", shows)
    inputs = seen["progress"]["inputs"]
    assert [each["role"] for each in inputs] == ["ENTRY"] * 3 + ["PERIOD"] * 3
    seen["progress"]["inputs"] = inputs[3:]
    told = {"role": "PERIOD", "node": None, "weight": "1", "counted": True, "because": None}
    assert seen == {
        "current": "17",
        "missedPeriods": 1,
        "metric": {"per": "P1M"},
        "progress": {
            "value": "0.5",
            "formula": "periods/1",
            "inputs": [
                {"label": "2026-10-01/2026-10-31", "value": "1", **told},
                {"label": "2026-11-01/2026-11-30", "value": "0.5", **told},
                {"label": "2026-12-01/2026-12-31", "value": "0", **told},
            ],
        },
    }


@pytest.mark.row("R1-101")
async def test_weeks_begin_with_the_cycle_and_the_last_takes_the_rest(office: Office) -> None:
    key_result = await rate(office, "50", "P1W", ("2026-10-08", "20"), ("2026-10-14", "30"))

    told = await periods(office, key_result, "2026-10-20")
    assert told[:3] == [
        "2026-10-01 2026-10-07 None 50 None MISSED",
        "2026-10-08 2026-10-14 50 50 1 MET",
        "2026-10-15 2026-10-21 None 50 None OPEN",
    ]
    assert (len(told), told[-1]) == (13, "2026-12-24 2026-12-31 None 50 None AHEAD")
    seen = await office.seen("KeyResult", key_result, "progress { value }")
    assert seen == {"progress": {"value": "0.076923076923"}}


@pytest.mark.row("R0-15")
async def test_a_meeting_every_two_months_is_logged_each_time(office: Office) -> None:
    year = {"startsOn": "2026-01-01", "endsOn": "2026-12-31", "key": "2026"}
    key_result = await rate(office, "1", "P2M", ("2026-01-15", "1"), ("2026-05-30", "1"), **year)

    told = await periods(office, key_result, "2026-07-01")
    assert told == [
        "2026-01-01 2026-02-28 1 1 1 MET",
        "2026-03-01 2026-04-30 None 1 None MISSED",
        "2026-05-01 2026-06-30 1 1 1 MET",
        "2026-07-01 2026-08-31 None 1 None OPEN",
        "2026-09-01 2026-10-31 None 1 None AHEAD",
        "2026-11-01 2026-12-31 None 1 None AHEAD",
    ]
    shows = "missedPeriods(on: $on) checkIns { totalCount } progress { value }"
    assert await seen_on(office, key_result, "2026-07-01", shows) == {
        "missedPeriods": 1,
        "checkIns": {"totalCount": 2},
        "progress": {"value": "0.333333333333"},
    }


async def test_what_is_measured_between_two_days_has_its_periods_there(office: Office) -> None:
    metric = {"kind": "AT_LEAST", "target": "10", "per": "P1M", "reading": "SUM"}
    waiting = {"opensWith": "Launch", "openForDays": 45}
    objective = await office.objective(await office.cycle(), dueOn="2026-12-20")
    calls = await office.key_result(objective, metric | waiting)
    whole = ["2026-10-01 2026-10-31", "2026-11-01 2026-12-20"]

    async def days() -> tuple[list[str], str]:
        spans = [each.rsplit(" ", 4)[0] for each in await periods(office, calls, "2026-11-01")]
        return spans, (await office.seen("KeyResult", calls, "deadline"))["deadline"]

    assert await days() == (whole, "2026-12-20")
    opened = {"keyResultId": calls, "occurredOn": "2026-10-06"}
    await office.admin.do("openWindow", "keyResult { id }", **opened)
    assert await days() == (["2026-10-06 2026-11-20"], "2026-11-20")
    await office.check_in(calls, "5", occurredOn="2026-10-07")
    seen = await office.seen("KeyResult", calls, "progress { value }")
    assert seen == {"progress": {"value": "0.5"}}

    said = {"keyResultId": calls, "reason": "Sooner.", "category": "OTHER"}
    await office.admin.do("reviseKeyResult", "keyResult { id }", dueOn="2026-11-10", **said)
    assert await days() == (["2026-10-06 2026-11-10"], "2026-11-10")
    longer = {"opensOn": "2026-09-01", "closesOn": "2099-12-31"}
    stated = {"metric": metric | longer, "dueOn": None}
    await office.admin.do("reviseKeyResult", "keyResult { id }", **(said | stated))
    assert await days() == (whole, "2026-12-20")


async def test_periods_end_with_the_deadline_and_move_with_it(office: Office) -> None:
    key_result = await rate(office, "10", "P1M", ("2026-10-05", "5"))
    said = {"keyResultId": key_result, "reason": "Sooner.", "category": "OTHER"}
    await office.admin.do("reviseKeyResult", "keyResult { id }", dueOn="2026-11-14", **said)
    assert await periods(office, key_result, "2026-11-14") == [
        "2026-10-01 2026-11-14 5 10 0.5 OPEN"
    ]
    await office.admin.do("reviseKeyResult", "keyResult { id }", dueOn=None, **said)
    objective = (await office.seen("KeyResult", key_result, "objective { id }"))["objective"]
    for due, value in (("2026-11-30", "0.25"), ("2026-10-03", None), (None, "0.166666666667")):
        await office.admin.do(
            "editObjective",
            "objective { id }",
            objectiveId=objective["id"],
            dueOn=due,
            reason="So.",
            category="OTHER",
        )
        seen = await office.seen("KeyResult", key_result, "progress { value }")
        assert seen == {"progress": {"value": value}}


async def test_at_most_is_kept_in_each_period_that_says_so(office: Office) -> None:
    metric = {"kind": "AT_MOST", "target": "3", "per": "P1M", "reading": "SUM"}
    key_result = await office.key_result(await office.objective(await office.cycle()), metric)
    seen = await seen_on(
        office, key_result, "2027-01-01", "missedPeriods(on: $on) progress {value}"
    )
    assert seen == {"missedPeriods": 3, "progress": {"value": None}}
    for day, value in (("2026-10-05", "0"), ("2026-11-05", "2"), ("2026-11-06", "2")):
        await office.check_in(key_result, value, occurredOn=day)
    assert [each[22:] for each in await periods(office, key_result, "2027-01-01")] == [
        "0 3 1 MET",
        "4 3 0 MISSED",
        "None 3 None MISSED",
    ]


@pytest.mark.parametrize("per", ["", "1W", "P0W", "P1W2D", "PT5H", "p1m", "P1000D", "P1W\n"])
async def test_a_period_is_a_number_of_days_weeks_months_or_years(office: Office, per: str) -> None:
    said = {
        "objectiveId": await office.objective(await office.cycle()),
        "title": "Key result",
        "metric": {"kind": "AT_LEAST", "target": "1", "per": per},
    }
    assert await office.admin.refused("addKeyResult", "keyResult", **said) == [
        ("INVALID", "input.metric.per")
    ]


@pytest.mark.parametrize(
    "metric",
    [
        {"kind": "INCREASE", "baseline": "0", "target": "1"},
        {"kind": "DONE"},
        {"kind": "AT_LEAST", "target": "1", "reading": "TIME_IN_BOUNDS"},
    ],
)
async def test_only_thresholds_hold_for_each_period(office: Office, metric: Any) -> None:
    said = {
        "objectiveId": await office.objective(await office.cycle()),
        "title": "Key result",
        "metric": metric | {"per": "P1W"},
    }
    assert await office.admin.refused("addKeyResult", "keyResult", **said) == [
        ("INVALID", "input.metric.per")
    ]


@pytest.mark.row("R0-17")
async def test_what_is_past_due_is_found_before_the_cycle_ends(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    early = await office.key_result(objective, dueOn="2026-10-31")
    await office.key_result(objective)
    reached = await office.key_result(objective, dueOn="2026-10-31")
    await office.check_in(reached, "20")
    reader = await office.person()
    document = """query ($id: ID!, $on: Date!) {
      organization { keyResultsPastDue(on: $on) { totalCount nodes { id } } }
      node(id: $id) { ... on Cycle { keyResultsPastDue(on: $on) {
        nodes { id deadline pastDue(on: $on) } } } } }"""

    async def found(day: str) -> Any:
        answer = await reader.ask(document, id=cycle, on=day)
        whole = answer["organization"]["keyResultsPastDue"]
        nodes = answer["node"]["keyResultsPastDue"]["nodes"]
        assert [each["id"] for each in nodes] == [each["id"] for each in whole["nodes"]]
        assert len(nodes) == whole["totalCount"]
        return nodes

    assert await found("2026-10-31") == []
    late = {"id": early, "deadline": "2026-10-31", "pastDue": True}
    assert await found("2026-11-01") == [late]
    assert len(await found("2027-01-01")) == 2
    await office.check_in(early, "20")
    assert await found("2026-12-31") == []
    shows = "deadline pastDue(on: $on)"
    seen = await seen_on(office, early, "2026-11-01", shows)
    assert seen == {"deadline": "2026-10-31", "pastDue": False}


async def test_a_cycle_has_no_more_periods_than_anybody_looks_at(office: Office) -> None:
    metric = {"kind": "AT_LEAST", "target": "1", "reading": "SUM"}
    long: dict[str, Any] = {"startsOn": "2024-01-01", "endsOn": "2026-12-31"}
    objective = await office.objective(await office.cycle("2024", **long))
    said = {"objectiveId": objective, "title": "One a day", "metric": metric | {"per": "P1D"}}
    assert await office.admin.refused("addKeyResult", "keyResult", **said) == [
        ("LIMIT_REACHED", "input.metric.per")
    ]
    key_result = await office.key_result(objective, metric | {"per": "P2D"})
    await office.check_in(key_result, "1", occurredOn="2024-01-02")
    assert len(await periods(office, key_result, "2026-11-22")) == 548
