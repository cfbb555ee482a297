"""Closing a cycle through the running server."""

from typing import Any

import pytest

from server.okr.findings import FindingCode
from tests.graph.client import Client
from tests.graph.office import RISING, Office


async def close(office: Office, cycle: str) -> None:
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)


@pytest.mark.parametrize("reviewed", [True, False])
async def test_active_objectives_close_with_their_cycle_and_drafts_are_withdrawn(
    office: Office, reviewed: bool
) -> None:
    cycle = await office.cycle()
    active, draft = await office.objective(cycle), await office.objective(cycle, active=False)
    measured, planned = await office.key_result(active), await office.key_result(draft)
    other = await office.objective(await office.cycle("2027-Q1"))
    if reviewed:
        await office.admin.do("reviewCycle", "cycle { id }", cycleId=cycle)

    await close(office, cycle)

    assert await office.seen("Cycle", cycle, "state") == {"state": "CLOSED"}
    assert await office.seen("Objective", active, "state") == {"state": "CLOSED"}
    assert await office.seen("Objective", draft, "state") == {"state": "WITHDRAWN"}
    assert await office.seen("KeyResult", measured, "state") == {"state": "CLOSED"}
    assert await office.seen("KeyResult", planned, "state") != {"state": "ACTIVE"}
    assert await office.seen("Objective", other, "state") == {"state": "ACTIVE"}


async def test_what_was_given_up_before_stays_given_up(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=objective, reason="No longer useful."
    )

    await close(office, cycle)

    seen = await office.seen("Objective", objective, "state version")
    assert seen == {"state": "WITHDRAWN", "version": 3}


async def test_what_was_asked_and_not_answered_lapses_with_its_cycle(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    asker, reader = await office.person(), await office.person()
    wish = await office.part_wanted(await office.key_result(objective), asker)
    help_wanted = await office.help_wanted(objectiveId=objective, by=asker)
    answered = await office.help_wanted(objectiveId=objective, by=asker)
    said = {"requestId": answered, "reason": "Not now."}
    await office.admin.do("declineRequest", "request { id }", **said)
    elsewhere = await office.objective(await office.cycle("2027-Q1"))
    other = await office.help_wanted(objectiveId=elsewhere, by=asker)

    await close(office, cycle)

    shows = "state answeredAt version"
    for request in (wish, help_wanted):
        seen = await office.seen("Request", request, shows, reader)
        assert seen == {"state": "LAPSED", "answeredAt": None, "version": 2}
    for request, state in ((answered, "DECLINED"), (other, "OPEN")):
        assert (await office.seen("Request", request, shows, reader))["state"] == state
    shows = "requestsToAnswer(filter: { state: OPEN }) { nodes { id } }"
    to_answer = await office.seen("Person", str(office.admin.person_id), shows)
    assert to_answer == {"requestsToAnswer": {"nodes": [{"id": other}]}}
    assert await office.admin.refused("acceptRequest", "request", requestId=wish) == [
        ("CYCLE_IS_CLOSED", "input.requestId")
    ]


async def test_closed_objectives_keep_counting_for_what_goes_on(office: Office) -> None:
    quarter, year = await office.cycle(), await office.cycle("2026")
    objective, above = await office.objective(quarter), await office.objective(year)
    await office.align(objective, above, rollUp="MEAN")
    await office.check_in(await office.key_result(objective), "15")

    await close(office, quarter)

    for each in (objective, above):
        seen = await office.seen("Objective", each, "progress { value }")
        assert seen == {"progress": {"value": "0.5"}}


async def test_only_a_cycle_that_started_is_closed_and_only_once(office: Office) -> None:
    cycle = await office.cycle(started=False)
    assert await office.admin.refused("closeCycle", "cycle", cycleId=cycle) == [
        ("WRONG_STATE", "input.cycleId")
    ]
    await office.admin.do("startCycle", "cycle { id }", cycleId=cycle)
    await close(office, cycle)

    assert await office.admin.refused("closeCycle", "cycle", cycleId=cycle) == [
        ("CYCLE_IS_CLOSED", "input.cycleId")
    ]


async def test_who_does_not_plan_cycles_closes_none(office: Office) -> None:
    cycle = await office.cycle()
    bob = await office.person()

    assert await bob.refused("closeCycle", "cycle", cycleId=cycle) == [("NOT_ALLOWED", "")]
    assert await office.seen("Cycle", cycle, "state") == {"state": "ACTIVE"}


async def test_a_closed_cycle_takes_nothing_new(office: Office) -> None:
    cycle = await office.cycle()
    objective, other = await office.objective(cycle), await office.objective(cycle)
    open_one = await office.objective(await office.cycle("2027-Q1"))
    alignment = await office.align(objective, other)
    key_result = await office.key_result(objective)
    owner = str(office.admin.person_id)
    await close(office, cycle)

    async def refused(mutation: str, noun: str, path: str, **said: Any) -> None:
        reasons = await office.admin.refused(mutation, noun, **said)
        assert reasons == [("CYCLE_IS_CLOSED", f"input.{path}")], mutation

    await refused(
        "createObjective", "objective", "cycleId", cycleId=cycle, title="Late", ownerPersonId=owner
    )
    about = {"objectiveId": objective}
    await refused("activateObjective", "objective", "objectiveId", **about)
    await refused("editObjective", "objective", "objectiveId", **about, title="New", reason="So.")
    await refused("closeObjective", "objective", "objectiveId", **about)
    await refused("withdrawObjective", "objective", "objectiveId", **about, reason="So.")
    await refused("scoreObjective", "objective", "objectiveId", **about, kind="AGREED", score="1")
    await refused("alignObjective", "alignment", "objectiveId", **about, toObjectiveId=open_one)
    await refused("reviseAlignment", "alignment", "alignmentId", alignmentId=alignment, weight="2")
    await refused("removeAlignment", "objective", "alignmentId", alignmentId=alignment)
    await refused("addKeyResult", "keyResult", "objectiveId", **about, title="Late", metric=RISING)
    await refused("recordCheckIn", "checkIn", "keyResultId", keyResultId=key_result, value="11")


async def demand(office: Office, what: str, **of: Any) -> None:
    await office.admin.do(
        "changePolicy", "organization { id }", reason="We look back.", closing=what, **of
    )


async def unscored(office: Office, cycle: str, by: Client | None = None) -> set[str]:
    shows = "findings(filter: { code: UNSCORED }) { nodes { node { id } } }"
    seen = await office.seen("Cycle", cycle, shows, by)
    return {each["node"]["id"] for each in seen["findings"]["nodes"]}


async def test_closing_tells_what_has_no_score(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    scored, left = await office.key_result(objective), await office.key_result(objective)
    await office.objective(cycle, active=False)
    said = {"kind": "AGREED", "score": "0.8"}
    await office.admin.do("scoreKeyResult", "keyResult { id }", keyResultId=scored, **said)
    await office.admin.do(
        "scoreKeyResult", "keyResult { id }", keyResultId=left, kind="TEAM", score="0.8"
    )
    reader = await office.person()
    assert await unscored(office, cycle, reader) == set()
    await office.admin.do("reviewCycle", "cycle { id }", cycleId=cycle)
    assert await unscored(office, cycle, reader) == {objective, left}

    shows = "cycle { findings(filter: { code: UNSCORED }) { nodes { message node { id } } } }"
    closed = await office.admin.do("closeCycle", shows, cycleId=cycle)
    nodes = closed["findings"]["nodes"]
    assert {each["node"]["id"] for each in nodes} == {objective, left}
    assert {each["message"] for each in nodes} == {FindingCode.UNSCORED.meaning}
    assert await unscored(office, cycle, reader) == {objective, left}


async def test_a_policy_keeps_a_cycle_open_until_all_that_the_actor_sees_is_scored(
    office: Office,
) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    key_result = await office.key_result(objective)
    bob, planner = await office.person(), await office.person()
    await office.admin.do(
        "grantPermission", "person { id }", personId=str(planner.person_id), permission="MANAGE"
    )
    await office.objective(cycle, by=bob, visibility="PRIVATE", ownerPersonId=str(bob.person_id))
    await demand(office, "REFUSE", cycleId=cycle)
    said = {"kind": "AGREED", "score": "1"}

    assert await planner.refused("closeCycle", "cycle", cycleId=cycle) == [
        ("WRONG_STATE", "input.cycleId")
    ]
    assert await office.seen("Cycle", cycle, "state", bob) == {"state": "ACTIVE"}
    await office.admin.do("scoreKeyResult", "keyResult { id }", keyResultId=key_result, **said)
    assert await planner.refused("closeCycle", "cycle", cycleId=cycle) == [
        ("WRONG_STATE", "input.cycleId")
    ]
    await office.admin.do("scoreObjective", "objective { id }", objectiveId=objective, **said)
    await planner.do("closeCycle", "cycle { id }", cycleId=cycle)
    assert await office.seen("Cycle", cycle, "state", bob) == {"state": "CLOSED"}


async def test_where_nobody_asks_for_scores_none_is_missing(office: Office) -> None:
    cycle = await office.cycle()
    await office.objective(cycle)
    await demand(office, "NONE")
    await close(office, cycle)
    assert await unscored(office, cycle) == set()
