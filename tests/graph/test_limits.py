"""How many objectives an owner has, how many key results an objective; through the server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

LIMITS = {
    "TOO_FEW_KRS",
    "TOO_MANY_KRS",
    "TOO_MANY_OBJECTIVES",
    "UNREALISTIC",
    "TOO_EASY",
    "ONE_SIDED",
}


async def of(
    office: Office, noun: str, by: Client | None = None, kind: str = "Objective"
) -> set[str]:
    """What somebody else finds about a thing, of limits and balance."""
    seen = await office.seen(kind, noun, "findings { code }", by)
    return {each["code"] for each in seen["findings"]} & LIMITS


async def agree(office: Office, **said: Any) -> None:
    await office.admin.do("changePolicy", "organization { id }", reason="We agreed.", **said)


async def measured(office: Office, objective: str, times: int) -> None:
    for _ in range(times):
        await office.key_result(objective)


@pytest.mark.row("R1-19")
@pytest.mark.row("R2-33")
async def test_one_objective_more_than_was_agreed_is_warned_of_or_refused(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    made = [await office.objective(cycle, ownerTeamId=team) for _ in range(6)]
    assert [await of(office, each) - {"TOO_FEW_KRS"} for each in made[4:]] == [
        set(),
        {"TOO_MANY_OBJECTIVES"},
    ]

    await agree(office, maxActiveObjectives=6, activeLimit="REFUSE")
    assert await of(office, made[5]) == {"TOO_FEW_KRS"}
    draft = await office.objective(cycle, ownerTeamId=team, active=False)
    told = await office.admin.refused("activateObjective", "objective", objectiveId=draft)
    assert told == [("LIMIT_REACHED", "input.objectiveId")]
    assert (await office.seen("Objective", draft, "state"))["state"] == "DRAFT"

    await office.admin.do("closeObjective", "objective { id }", objectiveId=made[0])
    await office.admin.do("activateObjective", "objective { id }", objectiveId=draft)
    assert (await office.seen("Objective", draft, "state"))["state"] == "ACTIVE"


@pytest.mark.row("R1-54")
@pytest.mark.row("R1-55")
async def test_a_unit_has_one_objective_or_more_with_a_reason(office: Office) -> None:
    cycle, line, other = await office.cycle(), await office.team(), await office.team()
    await agree(office, maxActiveObjectives=1, activeLimit="REFUSE")
    first = await office.objective(cycle, ownerTeamId=line)
    second = await office.objective(cycle, ownerTeamId=line, active=False)
    refused = office.admin.refused
    full = [("LIMIT_REACHED", "input.objectiveId")]
    assert await refused("activateObjective", "objective", objectiveId=second) == full
    assert await refused("editTeam", "team", teamId=line, maxActiveObjectives=2) == [
        ("REASON_IS_MISSING", "input.limitReason")
    ]

    own = {"maxActiveObjectives": 2, "limitReason": "It has two business models."}
    await office.admin.do("editTeam", "team { id }", teamId=line, **own)
    assert await office.seen("Team", line, "maxActiveObjectives limitReason") == own
    await office.admin.do("activateObjective", "objective { id }", objectiveId=second)
    states = [(await office.seen("Objective", each, "state"))["state"] for each in (first, second)]
    assert states == ["ACTIVE", "ACTIVE"]

    await office.objective(cycle, ownerTeamId=other)
    draft = await office.objective(cycle, ownerTeamId=other, active=False)
    assert await refused("activateObjective", "objective", objectiveId=draft) == full


@pytest.mark.row("R2-10")
@pytest.mark.row("R2-39")
@pytest.mark.row("R3-02")
async def test_too_few_key_results_and_too_many_are_two_things(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    await measured(office, objective, 1)
    assert await of(office, objective) == {"TOO_FEW_KRS"}
    await measured(office, objective, 1)
    assert await of(office, objective) == set()
    await agree(office, keyResultsLeast=3)
    assert await of(office, objective) == {"TOO_FEW_KRS"}
    await measured(office, objective, 3)
    assert await of(office, objective) == set()
    extra = await office.key_result(objective)
    assert await of(office, objective) == {"TOO_MANY_KRS"}
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=extra, reason="Too many."
    )
    assert await of(office, objective) == set()


@pytest.mark.row("R1-28")
async def test_a_small_team_is_recommended_fewer_and_a_hard_limit_refuses(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    member = await office.member(team)
    objective = await office.objective(cycle, ownerTeamId=team)
    await measured(office, objective, 4)
    assert await of(office, objective) == set()
    await agree(office, smallTeam=1, keyResultsSmall=3)
    assert await of(office, objective) == {"TOO_MANY_KRS"}
    await office.member(team)
    assert await of(office, objective, member) == set()

    await agree(office, keyResultsLimit=4)
    said = {"objectiveId": objective, "title": "More", "metric": {"kind": "DONE"}}
    assert await office.admin.refused("addKeyResult", "keyResult", **said) == [
        ("LIMIT_REACHED", "input.objectiveId")
    ]
    assert len((await office.seen("Objective", objective, "keyResults { id }"))["keyResults"]) == 4


@pytest.mark.row("R0-13")
@pytest.mark.row("R2-40")
async def test_what_begins_without_hope_or_without_doubt_is_found(office: Office) -> None:
    draft = await office.objective(await office.cycle(started=False), active=False)
    made = ""
    for confidence, code in (("0.05", {"UNREALISTIC"}), ("0.95", {"TOO_EASY"}), ("0.5", set())):
        made = await office.key_result(draft, startConfidence=confidence)
        assert await of(office, made, kind="KeyResult") == code
        seen = await office.seen("KeyResult", made, "startConfidence")
        assert seen == {"startConfidence": confidence}
    await agree(office, startConfidenceLeast="0.4", startConfidenceMost="0.45")
    assert await of(office, made, kind="KeyResult") == {"TOO_EASY"}
    vague = await office.key_result(draft, title="Win some schools soon")
    seen = (await office.seen("KeyResult", vague, "findings { code }"))["findings"]
    assert {"code": "AMBIGUOUS"} in seen

    said = {"objectiveId": draft, "title": "So", "metric": {"kind": "DONE"}}
    told = await office.admin.refused("addKeyResult", "keyResult", **said, startConfidence="1.1")
    assert told == [("INVALID", "input.startConfidence")]


async def test_key_results_that_say_only_how_much_are_one_sided(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    await measured(office, objective, 1)
    assert "ONE_SIDED" not in await of(office, objective)
    much = await office.key_result(objective, indicatorKind="QUANTITY")
    assert await of(office, objective) == {"ONE_SIDED"}
    seen = await office.seen("KeyResult", much, "indicatorKind")
    assert seen == {"indicatorKind": "QUANTITY"}
    await office.key_result(objective, indicatorKind="QUALITY")
    assert await of(office, objective) == set()


async def test_private_objectives_count_for_those_who_see_them(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    await agree(office, maxActiveObjectives=1)
    await office.objective(cycle, ownerTeamId=team, visibility="PRIVATE")
    shown = await office.objective(cycle, ownerTeamId=team)

    assert await of(office, shown) == {"TOO_FEW_KRS"}
    assert await of(office, shown, office.admin) == {"TOO_FEW_KRS", "TOO_MANY_OBJECTIVES"}


@pytest.mark.parametrize(
    "name", ["maxActiveObjectives", "keyResultsMost", "keyResultsSmall", "keyResultsLimit"]
)
async def test_a_limit_is_at_least_one(office: Office, name: str) -> None:
    told = await office.admin.refused("changePolicy", "organization", reason="So.", **{name: 0})
    assert told == [("INVALID", f"input.{name}")]


@pytest.mark.row("R0-14")
async def test_a_cycle_reports_what_was_found_and_who_has_how_many_of_how_many(
    office: Office,
) -> None:
    cycle, team, me = await office.cycle(), await office.team(), str(office.admin.person_id)
    await agree(office, maxActiveObjectives=2)
    own = {"maxActiveObjectives": 1, "limitReason": "Focus."}
    await office.admin.do("editTeam", "team { id }", teamId=team, **own)
    for _ in range(2):
        await office.objective(cycle, ownerTeamId=team)
    await office.objective(cycle, ownerPersonId=me)
    await office.objective(cycle, ownerPersonId=me, visibility="PRIVATE")
    shows = """qualityReport { code severity count }
      activeCounts { active most owner { ... on Team { id } ... on Person { id } } }"""

    seen = await office.seen("Cycle", cycle, shows)
    counts = {each["code"]: each["count"] for each in seen["qualityReport"]}
    assert (counts["TOO_FEW_KRS"], counts["TOO_MANY_OBJECTIVES"]) == (3, 1)
    assert {"code": "TOO_MANY_OBJECTIVES", "severity": "WARNING", "count": 1} in (
        seen["qualityReport"]
    )
    assert seen["activeCounts"] == [
        {"active": 2, "most": 1, "owner": {"id": team}},
        {"active": 1, "most": 2, "owner": {"id": me}},
    ]
    of_mine = await office.seen("Cycle", cycle, shows, office.admin)
    assert of_mine["activeCounts"][1]["active"] == 2
    counts = {each["code"]: each["count"] for each in of_mine["qualityReport"]}
    assert counts["TOO_FEW_KRS"] == 4
