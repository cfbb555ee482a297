"""What changed between two moments, as typed differences."""

from typing import Any

from tests.graph.client import Client
from tests.graph.compared import compared, now
from tests.graph.office import RISING, Office


async def a_change_of_each_kind(office: Office) -> dict[str, Any]:
    """An objective is edited, aligned and scored; a key result is revised and reported."""
    cycle, team = await office.cycle(), await office.team()
    bob = await office.person()
    objective = await office.objective(cycle, ownerTeamId=team, title="Before")
    above = await office.objective(cycle)
    key_result = await office.key_result(objective)
    other = await office.key_result(objective, title="Another")
    part = await office.contributor(key_result, bob)
    alignment = await office.align(objective, above)
    since = await now(office)
    why = {"reason": "So.", "category": "NEW_INFORMATION"}
    do = office.admin.do
    await do("editObjective", "objective { id }", objectiveId=objective, title="After", reason="So")
    edited = await now(office)
    revised = {"keyResultId": key_result, "title": "Thirty", "metric": RISING | {"target": "30"}}
    await do("reviseKeyResult", "keyResult { id }", **(revised | why))
    await do("withdrawKeyResult", "keyResult { id }", keyResultId=other, reason="Too much.")
    await office.check_in(key_result, "3", by=bob)
    await do("removeAlignment", "objective { id }", alignmentId=alignment)
    removed = await now(office)
    agreed = {"objectiveId": objective, "kind": "AGREED", "score": "0.4"}
    await do("scoreObjective", "objective { id }", **agreed)
    return locals()


async def test_each_difference_says_what_was_stated_before_and_after_and_which_facts_did_it(
    office: Office,
) -> None:
    made = await a_change_of_each_kind(office)
    reader = await office.person()

    seen = await compared(reader, "Objective", made["objective"], made["since"])

    [objective] = seen["objectives"]
    assert objective == {
        "nounId": made["objective"],
        "change": "CHANGED",
        "fields": ["title"],
        "positions": [made["edited"], made["edited"] + 3, made["removed"] + 1],
        "objective": {"id": made["objective"]},
        "before": {"title": "Before", "state": "ACTIVE", "owner": {"id": made["team"]}},
        "after": {"title": "After", "state": "ACTIVE"},
        "progressBefore": None,
        "progressAfter": "0.15",
        "scoreBefore": None,
        "scoreAfter": "0.4",
    }
    by_id = {each["keyResult"]["id"]: each for each in seen["keyResults"]}
    revised, withdrawn = by_id[made["key_result"]], by_id[made["other"]]
    assert (revised["change"], revised["fields"]) == ("CHANGED", ["target", "title"])
    assert (revised["metricBefore"], revised["metricAfter"]["target"]) == ({"target": "20"}, "30")
    assert (revised["currentBefore"], revised["currentAfter"]) == (None, "13")
    assert revised["after"] == {"title": "Thirty", "weight": "1", "state": "ACTIVE"}
    assert revised["positions"] == [made["edited"] + 1, made["edited"] + 3]
    assert (withdrawn["change"], withdrawn["fields"]) == ("ENDED", ["state"])
    assert withdrawn["positions"] == [made["edited"] + 2]
    assert seen["alignments"] == [
        {
            "nounId": made["alignment"],
            "change": "ENDED",
            "fields": [],
            "positions": [made["removed"]],
            "alignment": None,
            "from": {"id": made["objective"]},
            "toObjective": {"id": made["above"]},
            "toKeyResult": None,
            "before": {"rollUp": "NONE", "weight": "1"},
            "after": None,
        }
    ]
    [part] = seen["contributions"]
    assert (part["change"], part["currentBefore"], part["currentAfter"]) == ("MOVED", None, "3")
    assert part["contribution"] == {"id": made["part"]}
    assert seen["participants"] == []


async def test_a_cycle_a_team_and_an_objective_are_compared_by_what_belongs_to_them(
    office: Office,
) -> None:
    team, since = await office.team(), await now(office)
    first = await office.cycle()
    second = await office.cycle("2027-Q1", startsOn="2027-01-01", endsOn="2027-03-31")
    owned = await office.objective(first, ownerTeamId=team)
    given = await office.objective(second, ownerTeamId=team)
    own = await office.objective(first)
    until = await now(office)
    person = str(office.admin.person_id)
    said = {"objectiveId": given, "ownerTeamId": None, "ownerPersonId": person, "reason": "Mine."}
    await office.admin.do("editObjective", "objective { id }", **said)

    async def found(kind: str, noun: str, begin: int, end: int | None = None) -> set[str]:
        shows = "objectives { change objective { id } }"
        seen = await compared(office.admin, kind, noun, begin, end, shows)
        return {each["objective"]["id"] for each in seen["objectives"]}

    assert await found("Cycle", first, since) == {owned, own}
    assert await found("Cycle", second, since) == {given}
    assert await found("Team", team, since, until) == {owned, given}
    assert await found("Team", team, until) == {given}
    assert await found("Objective", own, since) == {own}
    organization = str(office.actor.organization_id)
    assert await found("Organization", organization, since) == {owned, given, own}


async def test_moments_are_compared_as_they_are_asked_for(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    head = await now(office)
    document = """query ($id: ID!, $from: AsOf!, $to: AsOf, $asOf: AsOf) {
      node(id: $id, asOf: $asOf) { ... on Objective { compare(from: $from, to: $to) {
        fromPosition fromRecordedAt toPosition objectives { change } } } } }"""

    async def refused(**said: Any) -> Any:
        [error] = await office.admin.errors(document, id=objective, **said)
        assert error["extensions"]["code"] == "INVALID"
        assert error["extensions"]["head"] == head
        return error["message"]

    nothing = {"position": 0}
    seen = await office.admin.ask(document, id=objective, **{"from": nothing})
    assert seen["node"]["compare"] == {
        "fromPosition": 0,
        "fromRecordedAt": None,
        "toPosition": head,
        "objectives": [{"change": "ADDED"}],
    }
    ago = {"time": "2001-01-01T00:00:00Z"}
    assert await office.admin.ask(document, id=objective, **{"from": ago}) == seen
    beyond = {"position": head + 1}
    ends = f"The log ends at position {head}."
    assert await refused(**{"from": beyond}) == ends
    assert await refused(**{"from": nothing, "to": beyond}) == ends
    assert await refused(**{"from": {"position": 2}, "to": {"position": 1}}) == (
        "`from` lies after `to`."
    )
    await office.admin.do(
        "editObjective", "objective { id }", objectiveId=objective, title="Later", reason="So."
    )
    assert await refused(**{"from": beyond, "asOf": {"position": head}}) == ends
    then = await office.admin.ask(
        document, id=objective, **{"from": nothing, "asOf": {"position": head}}
    )
    assert then == seen


async def test_what_was_private_then_or_is_now_is_compared_for_those_who_take_part_alone(
    office: Office,
) -> None:
    bob, cycle = await office.person(), await office.cycle()
    private = await office.objective(cycle, visibility="PRIVATE")
    key_result = await office.key_result(private)
    since = await now(office)
    await office.check_in(key_result, "12")
    shows = "objectives { change progressBefore } keyResults { change before { title } }"

    async def seen(client: Client) -> Any:
        found = await compared(client, "Cycle", cycle, since, shows=shows)
        return [each["change"] for name in ("objectives", "keyResults") for each in found[name]]

    assert await seen(bob) == []
    assert await seen(office.admin) == ["MOVED", "MOVED"]
    said = {"objectiveId": private, "visibility": "ORGANIZATION", "reason": "It may be known."}
    await office.admin.do("editObjective", "objective { id }", **said)
    assert await seen(bob) == ["ADDED", "ADDED"]
    await office.admin.do("editObjective", "objective { id }", **said | {"visibility": "PRIVATE"})
    assert await seen(bob) == []
