"""Which objectives follow KPIs and which lead somewhere new, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

PERCENT = {"kind": "INCREASE", "unit": "%", "baseline": "90", "target": "100"}


async def use(office: Office, cycle: str, by: Client | None = None) -> Any:
    shows = "kpiUse { kpiBound { id } change { id } share }"
    return (await office.seen("Cycle", cycle, shows, by))["kpiUse"]


@pytest.mark.row("R3-37")
async def test_what_follows_kpis_stands_apart_from_what_is_to_change(office: Office) -> None:
    cycle, kpi = await office.cycle(), await office.kpi()
    assert await use(office, cycle) == {"kpiBound": [], "change": [], "share": None}
    bound, change = [await office.objective(cycle) for _ in range(2)]
    private = await office.objective(cycle, visibility="PRIVATE")
    for objective in (bound, private):
        key_result = await office.key_result(objective, PERCENT)
        said = {"keyResultId": key_result, "kpiId": kpi, "reason": "It is the same."}
        await office.admin.do("bindKeyResult", "keyResult { id }", **said)
    await office.key_result(change)

    assert await use(office, cycle) == {
        "kpiBound": [{"id": bound}],
        "change": [{"id": change}],
        "share": "0.5",
    }
    mine = await use(office, cycle, office.admin)
    assert [each["id"] for each in mine["kpiBound"]] == [bound, private]
