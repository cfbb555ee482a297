"""A day begins where the organization is: what is reported of today, and what is due by a day."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import httpx
import pytest

from server.auth import Tokens
from server.commands import Handler
from server.okr.check_ins import record_check_in
from server.okr.key_results import add_key_result
from server.okr.metrics import MetricInput
from server.okr.terms import MetricKind
from tests.graph.earlier import Earlier
from tests.samples import refusals

DONE = Decimal(1)
SHOWS = "progress { value } doneOn lastCheckIn { occurredOn }"


async def by_a_day(earlier: Earlier, day: date) -> UUID:
    """A key result that is to be done by a day."""
    objective, _ = await earlier.a_quarter()
    metric = MetricInput(kind=MetricKind.BY_DATE, by=day)
    said = {"objective_id": objective, "title": "Opened", "metric": metric}
    added: UUID = (await earlier.do("2025-01-02T08:00", add_key_result, **said)).key_result_id
    return added


@pytest.mark.parametrize(
    ("time_zone", "reported_on", "progress"),
    [
        ("Pacific/Kiritimati", "2025-02-11", "0"),
        ("UTC", "2025-02-10", "1"),
        ("Pacific/Niue", "2025-02-09", "1"),
    ],
)
async def test_what_is_done_today_is_done_on_the_day_it_is_there(
    http: httpx.AsyncClient,
    tokens: Tokens,
    handler: Handler,
    time_zone: str,
    reported_on: str,
    progress: str,
) -> None:
    earlier = await Earlier.begin(http, tokens, handler, time_zone)
    key_result = await by_a_day(earlier, date(2025, 2, 10))
    moment = "2025-02-10T10:30"
    report = {"key_result_id": key_result, "value": DONE}

    tomorrow = date.fromisoformat(reported_on).replace(day=date.fromisoformat(reported_on).day + 1)
    told = await refusals(earlier.do(moment, record_check_in, occurred_on=tomorrow, **report))
    assert told == ["INVALID"]
    await earlier.do(moment, record_check_in, **report)

    assert await earlier.seen("KeyResult", key_result, SHOWS) == {
        "progress": {"value": progress},
        "doneOn": reported_on,
        "lastCheckIn": {"occurredOn": reported_on},
    }


async def test_as_of_a_moment_the_day_is_that_of_the_organization(
    http: httpx.AsyncClient, tokens: Tokens, handler: Handler
) -> None:
    """A day late in Kiritimati, where it is the 11th already; in Niue it is still the 9th."""
    told = {}
    for time_zone in ("Pacific/Kiritimati", "Pacific/Niue"):
        earlier = await Earlier.begin(http, tokens, handler, time_zone)
        key_result = await by_a_day(earlier, date(2025, 2, 10))
        report = {"key_result_id": key_result, "value": Decimal(0)}
        await earlier.do("2025-02-10T10:30", record_check_in, **report)
        shows = "expected { on } pace { on }"
        seen = await earlier.seen("KeyResult", key_result, shows, "2025-02-10T10:30:00")
        told[time_zone] = (seen["expected"]["on"], seen["pace"]["on"])

    assert told == {
        "Pacific/Kiritimati": ("2025-02-11", "2025-02-11"),
        "Pacific/Niue": ("2025-02-09", "2025-02-09"),
    }
