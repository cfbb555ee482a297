"""How far things should be on a day, asked of the running server."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from server.okr.cycles import open_cycle
from server.okr.key_results import add_key_result
from server.okr.metrics import MetricInput
from server.okr.objectives import create_objective
from server.okr.terms import MetricKind
from tests.graph.client import Client
from tests.graph.earlier import Earlier
from tests.graph.office import RISING, Office

EXPECTED = "expected(on: {on}) {{ on value progress because }}"
FIRST, LAST = "2026-10-01", "2026-12-30"


async def expected(office: Office, key_result: str, on: str, by: Client | None = None) -> Any:
    shows = EXPECTED.format(on=f'"{on}"')
    return (await office.seen("KeyResult", key_result, shows, by))["expected"]


async def test_each_day_takes_a_key_result_equally_far(office: Office) -> None:
    objective = await office.objective(await office.cycle(startsOn=FIRST, endsOn=LAST))
    key_result = await office.key_result(objective, dueOn="2026-10-31")

    days = ("2026-09-01", FIRST, "2026-10-11", "2026-10-16", "2026-10-31", LAST)
    found = [await expected(office, key_result, day) for day in days]

    assert [each["value"] for each in found] == ["10", "10", "13.333333333333", "15", "20", "20"]
    assert [each["progress"] for each in found] == ["0", "0", "0.333333333333", "0.5", "1", "1"]
    assert [each["on"] for each in found] == list(days)


@pytest.mark.parametrize(
    ("metric", "value", "progress"),
    [
        ({"kind": "DECREASE", "baseline": "40", "target": "0"}, "20", "0.5"),
        ({"kind": "AT_LEAST", "baseline": "30", "target": "50"}, "40", "0.5"),
        ({"kind": "WITHIN", "baseline": "20", "lower": "5", "upper": "10"}, "15", "0.5"),
        ({"kind": "AT_LEAST", "target": "50"}, None, None),
        ({"kind": "AT_MOST", "baseline": "3", "target": "5"}, None, None),
        ({"kind": "DONE"}, "0", "0"),
        ({"kind": "MILESTONES", "milestones": [{"title": "A"}, {"title": "B"}]}, "1", "0.5"),
        (
            {
                "kind": "MILESTONES",
                "milestones": [
                    {"title": "A", "weight": "3", "dueOn": "2026-10-05"},
                    {"title": "B", "weight": "1"},
                ],
            },
            "3",
            "0.75",
        ),
    ],
)
async def test_what_is_expected_follows_from_how_it_is_measured(
    office: Office, metric: dict[str, Any], value: str | None, progress: str | None
) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective, metric, dueOn="2026-10-31")

    found = await expected(office, key_result, "2026-10-16")

    assert (found["value"], found["progress"]) == (value, progress)
    assert (found["because"] is None) == (value is not None)


async def test_the_day_is_today_or_that_of_the_position_read(earlier: Earlier) -> None:
    admin = earlier.organization.actor.id
    span = {"starts_on": date(2025, 1, 1), "ends_on": date(2025, 3, 31)}
    cycle = await earlier.do("2025-01-01T08:00", open_cycle, key="Q1", name="Q1", **span)
    of_cycle = {"cycle_id": cycle.cycle_id, "title": "Grow", "owner_person_id": admin}
    objective = await earlier.do("2025-01-02T08:00", create_objective, **of_cycle)
    added = await earlier.do(
        "2025-01-31T23:30",
        add_key_result,
        objective_id=objective.objective_id,
        title="Customers",
        metric=MetricInput(kind=MetricKind.INCREASE, baseline=Decimal(0), target=Decimal(89)),
    )

    now = await earlier.seen("KeyResult", added.key_result_id, "expected { on value }")
    then = await earlier.seen(
        "KeyResult", added.key_result_id, "expected { on value }", "2025-02-01T00:00:00"
    )

    assert now["expected"] == {"on": datetime.now(UTC).date().isoformat(), "value": "89"}
    assert then["expected"] == {"on": "2025-01-31", "value": "30"}


async def test_what_belongs_to_a_private_objective_is_expected_by_nobody_else(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle(), visibility="PRIVATE")
    key_result = await office.key_result(objective)
    shows = "expected { value }"

    assert await office.seen("KeyResult", key_result, shows) is None
    assert await office.seen("KeyResult", key_result, shows, office.admin)


async def test_a_window_is_the_way(office: Office) -> None:
    objective = await office.objective(await office.cycle(startsOn=FIRST, endsOn=LAST))
    metric = {"kind": "INCREASE", "baseline": "10", "target": "20"}
    metric |= {"opensOn": "2026-11-10", "closesOn": "2026-11-20"}
    key_result = await office.key_result(objective, metric)

    days = (FIRST, "2026-11-10", "2026-11-15", "2026-11-20", LAST)
    found = [await expected(office, key_result, day) for day in days]

    assert [each["value"] for each in found] == ["10", "10", "15", "20", "20"]


async def test_nothing_is_expected_of_what_waits_for_its_event(office: Office) -> None:
    objective = await office.objective(await office.cycle(startsOn=FIRST, endsOn=LAST))
    metric: dict[str, Any] = {"kind": "INCREASE", "baseline": "10", "target": "20"}
    metric |= {"opensWith": "Launch", "openForDays": 10}
    key_result = await office.key_result(objective, metric)
    found = await expected(office, key_result, "2026-12-01")
    assert (found["value"], found["progress"]) == (None, None)
    assert found["because"] == "It waits for the event from which on it is measured."

    opened = {"keyResultId": key_result, "occurredOn": "2026-10-05"}
    await office.admin.do("openWindow", "keyResult { id }", **opened)
    found = [await expected(office, key_result, day) for day in ("2026-10-10", "2026-10-15")]
    assert [each["value"] for each in found] == ["15", "20"]


CURVE = "curve { kind points { on value } }"
STEPS = [
    {"on": "2026-10-11", "value": "12"},
    {"on": "2026-11-10", "value": "18"},
]


async def along(office: Office, curve: Any, days: list[str], **said: Any) -> list[Any]:
    """What is expected on each day of a key result with a curve, due on the last of October."""
    objective = await office.objective(await office.cycle(startsOn=FIRST, endsOn=LAST))
    key_result = await office.key_result(objective, curve=curve, **said)
    found = [await expected(office, key_result, day) for day in days]
    return [each["value"] for each in found]


async def test_steps_are_expected_from_their_days_on(office: Office) -> None:
    days = [FIRST, "2026-10-10", "2026-10-11", "2026-11-09", "2026-11-10", LAST]
    phased = {"kind": "PHASED", "points": STEPS}
    assert await along(office, phased, days) == ["10", "10", "12", "12", "18", "18"]


async def test_points_are_reached_evenly_one_after_the_other(office: Office) -> None:
    days = [FIRST, "2026-10-06", "2026-10-11", "2026-10-21", "2026-11-10", "2026-12-05", LAST]
    custom = {"kind": "CUSTOM", "points": STEPS}
    found = await along(office, custom, days)
    assert found == ["10", "11", "12", "14", "18", "19", "20"]


async def test_a_curve_is_revised_and_what_it_was_is_kept(office: Office) -> None:
    objective = await office.objective(await office.cycle(startsOn=FIRST, endsOn=LAST))
    phased = {"kind": "PHASED", "points": STEPS}
    key_result = await office.key_result(objective, curve=phased)
    said = {"keyResultId": key_result, "reason": "So.", "category": "OTHER"}
    shows = f"{CURVE} revisions {{ statedBefore {{ {CURVE} }} statedAfter {{ {CURVE} }} }}"

    await office.admin.do("reviseKeyResult", "keyResult { id }", **said, weight="2")
    assert (await office.seen("KeyResult", key_result, CURVE))["curve"] == phased
    await office.admin.do("reviseKeyResult", "keyResult { id }", **said, curve=None)

    seen = await office.seen("KeyResult", key_result, shows)
    assert seen["curve"] is None
    assert seen["revisions"][1] == {
        "statedBefore": {"curve": phased},
        "statedAfter": {"curve": None},
    }
    assert (await expected(office, key_result, LAST))["value"] == "20"


@pytest.mark.parametrize(
    ("curve", "metric", "told"),
    [
        ({"kind": "LINEAR", "points": STEPS}, RISING, [("INVALID", "input.curve.points")]),
        ({"kind": "PHASED"}, RISING, [("INVALID", "input.curve.points")]),
        (
            {"kind": "CUSTOM", "points": STEPS[::-1]},
            RISING,
            [("INVALID", "input.curve.points.1.on")],
        ),
        (
            {"kind": "CUSTOM", "points": [{"on": "2027-01-01", "value": "1"}]},
            RISING,
            [("INVALID", "input.curve.points.0.on")],
        ),
        (
            {"kind": "PHASED", "points": STEPS},
            {"kind": "DONE"},
            [("INVALID", "input.curve.kind")],
        ),
    ],
)
async def test_a_curve_that_leads_nowhere_is_refused(
    office: Office, curve: Any, metric: Any, told: list[tuple[str, str]]
) -> None:
    objective = await office.objective(await office.cycle(startsOn=FIRST, endsOn=LAST))
    said = {"objectiveId": objective, "title": "So", "metric": metric, "curve": curve}
    assert await office.admin.refused("addKeyResult", "keyResult", **said) == told
