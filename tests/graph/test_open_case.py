"""Opening cases through the running server: risks, dependencies, disputes, promised support."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

LISTED = """query ($filter: CaseFilter) { organization { cases(filter: $filter) {
  totalCount nodes { id kind title } } } }"""


async def opened(office: Office, kind: str, by: Client | None = None, /, **said: Any) -> str:
    stated = {"kind": kind, "title": "It may rain."} | said
    return str((await (by or office.admin).do("openCase", "case { id }", **stated))["id"])


async def listed(by: Client, **filtered: Any) -> list[str]:
    found = (await by.ask(LISTED, filter=filtered))["organization"]["cases"]
    assert found["totalCount"] == len(found["nodes"])
    return [each["id"] for each in found["nodes"]]


@pytest.mark.row("R1-62")
async def test_everybody_tells_risks_and_opportunities_while_it_is_planned(office: Office) -> None:
    team = await office.team()
    cycle = await office.cycle(started=False)
    draft = await office.objective(cycle, active=False, ownerTeamId=team)
    stranger, reader = await office.person(), await office.person()

    risk = await opened(office, "RISK", stranger, objectiveId=draft, title="Nobody has time.")
    hope = await opened(office, "OPPORTUNITY", await office.member(team), cycleId=cycle)

    shows = "state cases { nodes { id kind title author { id } } }"
    assert await office.seen("Objective", draft, shows, reader) == {
        "state": "DRAFT",
        "cases": {
            "nodes": [
                {
                    "id": risk,
                    "kind": "RISK",
                    "title": "Nobody has time.",
                    "author": {"id": str(stranger.person_id)},
                }
            ]
        },
    }
    shows = "cases(filter: {kind: OPPORTUNITY}) { nodes { id } }"
    seen = await office.seen("Cycle", cycle, shows, reader)
    assert seen == {"cases": {"nodes": [{"id": hope}]}}


@pytest.mark.row("R1-114")
async def test_there_is_a_register_of_risks_for_all_and_for_each_objective(office: Office) -> None:
    cycle, reader = await office.cycle(), await office.person()
    first, second = await office.objective(cycle), await office.objective(cycle)
    weight = {"likelihood": "HIGH", "impact": "MEDIUM", "dueOn": "2026-12-01"}
    goal = await opened(office, "RISK", objectiveId=first, title="Too high.", **weight)
    means = await opened(office, "RISK", objectiveId=second, title="No means.")
    programme = await opened(office, "RISK", title="Nobody asks for it.")
    await opened(office, "CONCERN", objectiveId=first)

    assert await listed(reader, kind="RISK") == [goal, means, programme]
    shows = "cases(filter: {kind: RISK}) { nodes { id likelihood impact dueOn state } }"
    seen = await office.seen("Objective", first, shows, reader)
    assert seen["cases"]["nodes"] == [{"id": goal, "state": "OPEN"} | weight]
    over = {"caseId": goal, "state": "SOLVED", "outcome": "We aim lower."}
    await office.admin.do("closeCase", "case { id }", **over)
    assert await listed(reader, kind="RISK", state="OPEN") == [means, programme]


@pytest.mark.row("R2-30")
async def test_what_blocks_across_teams_is_listed_for_both(office: Office) -> None:
    mine, theirs = await office.team(), await office.team()
    objective = await office.objective(await office.cycle(), ownerTeamId=mine)
    kinds = ("DEPENDENCY", "BOTTLENECK")
    across = [await opened(office, each, objectiveId=objective, ofTeamId=theirs) for each in kinds]
    within = await opened(office, "DEPENDENCY", objectiveId=objective, ofTeamId=mine)
    reader = await office.person()

    assert await listed(reader, crossTeam=True) == across
    assert await listed(reader, crossTeam=True, kind="BOTTLENECK") == across[1:]
    shows = "casesAwaited { nodes { id objective { owner { ... on Team { id } } } } }"
    seen = await office.seen("Team", theirs, shows, reader)
    of_mine = {"objective": {"owner": {"id": mine}}}
    assert seen["casesAwaited"]["nodes"] == [{"id": each, **of_mine} for each in across]
    seen = await office.seen("Case", within, "crossTeam ofTeam { id }", reader)
    assert seen == {"crossTeam": False, "ofTeam": {"id": mine}}


@pytest.mark.row("R1-89")
async def test_support_that_was_promised_is_kept_or_not(office: Office) -> None:
    key_result, leader = await office.started(), await office.person()
    by = {"ownerPersonId": str(leader.person_id), "dueOn": "2026-11-01"}
    promised = [
        await opened(office, "SUPPORT", leader, keyResultId=key_result, title=each, **by)
        for each in ("A day of coaching.", "A room.")
    ]
    for case, state in zip(promised, ("SOLVED", "UNSOLVED"), strict=True):
        said = {"caseId": case, "state": state, "outcome": "As it was."}
        await leader.do("closeCase", "case { id }", **said)

    shows = "cases(filter: {kind: SUPPORT}) { nodes { title state dueOn ownerPerson { id } } }"
    seen = await office.seen("KeyResult", key_result, shows)

    who = {"dueOn": by["dueOn"], "ownerPerson": {"id": by["ownerPersonId"]}}
    assert seen["cases"]["nodes"] == [
        {"title": "A day of coaching.", "state": "SOLVED", **who},
        {"title": "A room.", "state": "UNSOLVED", **who},
    ]
    mine = await office.seen("Person", by["ownerPersonId"], "cases { totalCount }")
    assert mine == {"cases": {"totalCount": 2}}


async def test_what_is_about_something_private_is_hidden_with_it(office: Office) -> None:
    private = await office.objective(await office.cycle(), visibility="PRIVATE")
    case = await opened(office, "RISK", objectiveId=private)
    stranger = await office.person()

    assert await listed(stranger) == []
    assert await listed(office.admin) == [case]
    assert await stranger.refused(
        "openCase", "case", kind="RISK", title="A", objectiveId=private
    ) == [("NOT_FOUND", "input.objectiveId")]
    said = {"caseId": case, "text": "Mine."}
    assert await stranger.refused("addStep", "step", **said) == [("NOT_FOUND", "input.caseId")]
