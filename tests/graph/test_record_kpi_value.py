"""Saying what was measured of a KPI, through the running server."""

from tests.graph.office import Office

HEALTH = """query ($id: ID!, $on: Date!) { node(id: $id) { ... on Kpi {
  health(on: $on) { on state value since occurredOn measured { source author { id } } } } } }"""


async def test_a_value_has_its_day_its_source_and_its_author(office: Office) -> None:
    team = await office.team()
    kpi, member = await office.kpi(ownerTeamId=team), await office.member(team)

    value = await office.measured(
        kpi, "97.5", by=member, occurredOn="2026-10-02", source="The monitor", note="Quiet."
    )

    shows = """value source note occurredOn state correctedBy { id } kpi { id } author { id }
      machine { id } correctedBecause"""
    assert await office.seen("KpiValue", value, shows) == {
        "value": "97.5",
        "source": "The monitor",
        "note": "Quiet.",
        "occurredOn": "2026-10-02",
        "state": None,
        "correctedBy": None,
        "correctedBecause": None,
        "kpi": {"id": kpi},
        "author": {"id": str(member.person_id)},
        "machine": None,
    }


async def test_health_is_known_as_of_any_day_whatever_is_said_later(office: Office) -> None:
    kpi, reader = await office.kpi(lower="95"), await office.person()
    for day, value in (("05", "90"), ("01", "97"), ("03", "94"), ("03", "96")):
        await office.measured(kpi, value, occurredOn=f"2026-10-{day}", source=value)

    seen = {}
    for day in ("2026-09-30", "2026-10-01", "2026-10-04", "2026-10-06"):
        health = (await reader.ask(HEALTH, id=kpi, on=day))["node"]["health"]
        assert health.pop("on") == day
        seen[day] = (health["state"], health["value"], health["since"], health["occurredOn"])

    assert seen == {
        "2026-09-30": (None, None, None, None),
        "2026-10-01": ("GREEN", "97", "2026-10-01", "2026-10-01"),
        "2026-10-04": ("GREEN", "96", "2026-10-01", "2026-10-03"),
        "2026-10-06": ("RED", "90", "2026-10-05", "2026-10-05"),
    }


async def test_what_has_not_happened_yet_is_not_taken(office: Office) -> None:
    kpi = await office.kpi()
    said = {"kpiId": kpi, "value": "97", "occurredOn": "2999-01-01"}

    refused = await office.admin.refused("recordKpiValue", "kpiValue", **said)

    assert refused == [("INVALID", "input.occurredOn")]
    shows = "values { totalCount }"
    assert await office.seen("Kpi", kpi, shows) == {"values": {"totalCount": 0}}


async def test_others_measure_nothing(office: Office) -> None:
    kpi, stranger = await office.kpi(), await office.person()

    refused = await stranger.refused("recordKpiValue", "kpiValue", kpiId=kpi, value="1")

    assert refused == [("NOT_ALLOWED", "")]
