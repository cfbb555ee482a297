"""Putting right what was measured, through the running server."""

from tests.graph.office import Office


async def test_it_takes_the_place_of_what_it_corrects_which_stays_readable(office: Office) -> None:
    kpi = await office.kpi(lower="95")
    wrong = await office.measured(kpi, "9", occurredOn="2026-10-02", source="The monitor")
    said = {"kpiValueId": wrong, "value": "96", "reason": "A slip."}

    right = (await office.admin.do("correctKpiValue", "kpiValue { id }", **said))["id"]

    shows = """health { state value } stateHistory { occurredOn state }
      values { nodes { id value source occurredOn correctedBecause correctedBy { id } } }"""
    assert await office.seen("Kpi", kpi, shows) == {
        "health": {"state": "GREEN", "value": "96"},
        "stateHistory": [{"occurredOn": "2026-10-02", "state": "GREEN"}],
        "values": {
            "nodes": [
                {
                    "id": wrong,
                    "value": "9",
                    "source": "The monitor",
                    "occurredOn": "2026-10-02",
                    "correctedBecause": None,
                    "correctedBy": {"id": right},
                },
                {
                    "id": right,
                    "value": "96",
                    "source": None,
                    "occurredOn": "2026-10-02",
                    "correctedBecause": "A slip.",
                    "correctedBy": None,
                },
            ]
        },
    }


async def test_an_earlier_value_of_a_day_stays_earlier_when_it_is_corrected(office: Office) -> None:
    kpi = await office.kpi()
    first = await office.measured(kpi, "1", occurredOn="2026-10-02")
    await office.measured(kpi, "2", occurredOn="2026-10-02")

    said = {"kpiValueId": first, "value": "3", "reason": "A slip."}
    await office.admin.do("correctKpiValue", "kpiValue { id }", **said)

    assert await office.seen("Kpi", kpi, "health { value }") == {"health": {"value": "2"}}


async def test_what_was_corrected_is_corrected_where_it_stands_now(office: Office) -> None:
    kpi = await office.kpi()
    value = await office.measured(kpi, "9")
    said = {"kpiValueId": value, "value": "96", "reason": "A slip."}
    await office.admin.do("correctKpiValue", "kpiValue { id }", **said)

    assert await office.admin.refused("correctKpiValue", "kpiValue", **said) == [
        ("WRONG_STATE", "input.kpiValueId")
    ]
