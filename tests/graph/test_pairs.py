"""How much beside how good, what was pruned, and levels of one's own; through the server."""

from typing import Any

import pytest

from tests.graph.office import Office

FOUND = """{ organization { findings(filter: { code: ONE_SIDED }) {
  nodes { node { ... on Objective { id } } } } } }"""
LISTED = """query ($filter: KeyResultFilter) { organization {
  keyResults(filter: $filter) { nodes { id } } } }"""
QUALITY: dict[str, Any] = {"indicatorKind": "QUALITY"}


async def one_sided(office: Office) -> list[str]:
    found = await (await office.person()).ask(FOUND)
    return [each["node"]["id"] for each in found["organization"]["findings"]["nodes"]]


async def listed(office: Office, **narrowed: str) -> list[str]:
    shown = await (await office.person()).ask(LISTED, filter=narrowed)
    return [each["id"] for each in shown["organization"]["keyResults"]["nodes"]]


@pytest.mark.row("R0-12")
async def test_quantity_and_quality_are_paired_and_objectives_of_one_kind_are_found(
    office: Office,
) -> None:
    cycle = await office.cycle()
    objective, other = await office.objective(cycle), await office.objective(cycle)
    much = await office.key_result(objective, indicatorKind="QUANTITY")
    assert await one_sided(office) == [objective]
    good = await office.key_result(objective, **QUALITY, pairedWithId=much)
    assert await one_sided(office) == []
    assert await listed(office, indicatorKind="QUALITY") == [good]
    shows = "indicatorKind pairedWith { id } pairedBy { id }"
    assert await office.seen("KeyResult", good, shows) == {
        "indicatorKind": "QUALITY",
        "pairedWith": {"id": much},
        "pairedBy": [],
    }
    assert (await office.seen("KeyResult", much, shows))["pairedBy"] == [{"id": good}]

    strange = await office.key_result(other, **QUALITY)
    said = {"keyResultId": strange, "reason": "So.", "category": "OTHER"}
    told = await office.admin.refused("reviseKeyResult", "keyResult", **said, pairedWithId=much)
    assert told == [("INVALID", "input.pairedWithId")]
    apart = said | {"keyResultId": good, "pairedWithId": None}
    await office.admin.do("reviseKeyResult", "keyResult { id }", **apart)
    assert (await office.seen("KeyResult", good, shows))["pairedWith"] is None


async def test_a_pair_goes_on_as_a_pair(office: Office) -> None:
    earlier = await office.cycle("2026-Q3", startsOn="2026-07-01", endsOn="2026-09-30")
    objective = await office.objective(earlier)
    much = await office.key_result(objective, indicatorKind="QUANTITY")
    await office.key_result(objective, **QUALITY, pairedWithId=much)
    carried = {"objectiveId": objective, "cycleId": await office.cycle()}
    shows = "objective { keyResults { id pairedWith { id } } }"
    payload = await office.admin.command("carryObjectiveForward", shows, carried)
    first, second = payload["objective"]["keyResults"]
    assert first["pairedWith"] is None
    assert second["pairedWith"] == {"id": first["id"]}


async def test_whatever_is_proposed_can_be_accepted(office: Office) -> None:
    team = await office.team()
    member, manager = await office.member(team), await office.member(team, "MANAGER")
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    much = await office.key_result(objective, indicatorKind="QUANTITY")
    key_result = await office.key_result(objective)
    change: dict[str, Any] = {
        "startConfidence": "0.4",
        "expectedScore": "0.6",
        "ambition": "COMMITTED",
        "discipline": "UX",
        "indicatorKind": "QUALITY",
    }
    said = {"keyResultId": key_result, "reason": "So.", "category": "OTHER", **change}
    proposed = await member.do("proposeRevision", "request { id }", **said, pairedWithId=much)
    await manager.do("acceptRequest", "request { state }", requestId=proposed["id"])
    shows = " ".join(change) + " pairedWith { id }"
    assert await office.seen("KeyResult", key_result, shows) == change | {
        "pairedWith": {"id": much}
    }


@pytest.mark.row("R2-27")
async def test_what_dilutes_is_pruned_with_a_reason_and_stays_in_the_history(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    kept, pruned = await office.key_result(objective), await office.key_result(objective)
    await office.check_in(kept, "12")
    await office.check_in(pruned, "20")
    said = {"keyResultId": pruned, "kind": "PRUNED"}
    refused = await office.admin.refused("withdrawKeyResult", "keyResult", **said, reason=" ")
    assert refused == [("REASON_IS_MISSING", "input.reason")]
    await office.admin.do("withdrawKeyResult", "keyResult { id }", **said, reason="It dilutes.")

    shows = """state withdrawnAs lastCheckIn { value }
      events(last: 1) { nodes { ... on KeyResultWithdrawn { kind reason } } }"""
    assert await office.seen("KeyResult", pruned, shows) == {
        "state": "WITHDRAWN",
        "withdrawnAs": "PRUNED",
        "lastCheckIn": {"value": "20"},
        "events": {"nodes": [{"kind": "PRUNED", "reason": "It dilutes."}]},
    }
    seen = await office.seen("Objective", objective, "progress { value } keyResults { id }")
    assert seen == {"progress": {"value": "0.2"}, "keyResults": [{"id": kept}, {"id": pruned}]}
    await office.admin.do("withdrawKeyResult", "keyResult { id }", keyResultId=kept, reason="So.")
    assert (await office.seen("KeyResult", kept, "withdrawnAs"))["withdrawnAs"] == "GIVEN_UP"
    assert await listed(office, withdrawnAs="PRUNED") == [pruned]


@pytest.mark.row("R1-16")
async def test_an_organization_calls_further_levels_by_names_of_its_own(office: Office) -> None:
    tribe = {"name": "Pairs", "kind": "DEPARTMENT", "levelName": "tribe"}
    assert await office.admin.refused("addTeam", "team", **tribe) == [
        ("INVALID", "input.levelName")
    ]
    agreed = {"reason": "We have tribes.", "levels": "tribe, squad"}
    await office.admin.do("changePolicy", "organization { id }", **agreed)
    cycle, made = await office.cycle(), await office.team(**tribe)
    squad = await office.team(levelName="squad", parentId=made)
    of_tribe = await office.objective(cycle, ownerTeamId=made)
    of_squad = await office.objective(cycle, ownerTeamId=squad)
    own = await office.objective(cycle)
    for objective, level, name in (
        (of_tribe, "DEPARTMENT", "tribe"),
        (of_squad, "TEAM", "squad"),
        (own, "INDIVIDUAL", None),
    ):
        seen = await office.seen("Objective", objective, "level levelName")
        assert seen == {"level": level, "levelName": name}
    document = """{ organization { policy { levels }
      objectives(filter: { levelName: "squad" }) { nodes { id } } } }"""
    shown = (await (await office.person()).ask(document))["organization"]
    assert shown == {
        "policy": {"levels": "tribe, squad"},
        "objectives": {"nodes": [{"id": of_squad}]},
    }
    await office.admin.do("editTeam", "team { id }", teamId=squad, levelName=None)
    assert (await office.seen("Objective", of_squad, "levelName"))["levelName"] is None
