"""Changing what is healthy, through the running server."""

from tests.graph.office import Office


async def test_what_is_not_said_stays_and_what_was_stays_readable(office: Office) -> None:
    bob = await office.person()
    kpi = await office.kpi(lower="95", ownerPersonId=str(bob.person_id))

    said = {"kpiId": kpi, "lower": "90", "ownerPersonId": None, "reason": "We grew."}
    await bob.do("editKpi", "kpi { id }", **said)

    shows = """name lower version owner { id }
      revisions { reason fields author { id } before { lower owner { id } } after { lower } }
      events(last: 1) { nodes { ... on KpiEdited { reason before { lower } after { lower } } } }"""
    assert await office.seen("Kpi", kpi, shows) == {
        "name": "Uptime",
        "lower": "90",
        "version": 2,
        "owner": None,
        "revisions": [
            {
                "reason": "We grew.",
                "fields": ["lower", "owner"],
                "author": {"id": str(bob.person_id)},
                "before": {"lower": "95", "owner": {"id": str(bob.person_id)}},
                "after": {"lower": "90"},
            }
        ],
        "events": {
            "nodes": [{"reason": "We grew.", "before": {"lower": "95"}, "after": {"lower": "90"}}]
        },
    }


async def test_health_is_judged_by_the_bounds_as_they_stand_and_stood(office: Office) -> None:
    kpi = await office.kpi(lower="95")
    await office.measured(kpi, "93")
    shows = "position kpi { health { state } }"
    before = await office.admin.command("editKpi", shows, {"kpiId": kpi, "reason": "No change."})

    await office.admin.do("editKpi", "kpi { id }", kpiId=kpi, lower="90", reason="We grew.")

    document = """query ($id: ID!, $then: AsOf) {
      now: node(id: $id) { ... on Kpi { health { state } } }
      then: node(id: $id, asOf: $then) {
        ... on Kpi { health { state } stateHistory { state } } } }"""
    then = {"position": before["position"]}
    assert await (await office.person()).ask(document, id=kpi, then=then) == {
        "now": {"health": {"state": "GREEN"}},
        "then": {"health": {"state": "RED"}, "stateHistory": [{"state": "RED"}]},
    }


async def test_bounds_that_contradict_what_stays_are_refused(office: Office) -> None:
    kpi, said = await office.kpi(upper="95"), {"lower": "96", "reason": "We grew."}

    refused = await office.admin.refused("editKpi", "kpi", kpiId=kpi, **said)

    assert refused == [("INVALID", "input.upper")]
    assert await office.seen("Kpi", kpi, "lower upper") == {"lower": None, "upper": "95"}


async def test_others_change_nothing(office: Office) -> None:
    kpi, stranger = await office.kpi(), await office.person()

    said = {"kpiId": kpi, "lower": "0", "reason": "It looks better."}
    assert await stranger.refused("editKpi", "kpi", **said) == [("NOT_ALLOWED", "")]
