"""Proposing key results through the running server: weighing, merging, taking them in."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import RISING, Office


async def propose(by: Client, objective: str, title: str, **said: Any) -> str:
    stated = {"objectiveId": objective, "title": title, "metric": RISING, "text": "So."} | said
    return str((await by.do("proposeKeyResult", "request { id }", **stated))["id"])


async def weigh(by: Client, request: str, kind: str, **said: Any) -> None:
    said = {"requestId": request, "kind": kind} | said
    await by.do("recordAttestation", "attestation { id }", **said)


@pytest.mark.row("R1-71")
async def test_anybody_proposes_a_key_result_and_who_accepted_it_is_kept(office: Office) -> None:
    lead, mia = await office.person("Lead"), await office.person("Mia")
    objective = await office.objective(await office.cycle(), by=lead)
    why = "We are the ones who call them."
    mine = {"ownerPersonId": str(mia.person_id), "dueOn": "2026-11-30", "weight": "2"}

    proposed = await propose(mia, objective, "Calls with mentors", **mine, text=why)

    shows = "kind state text askedBy { name } proposal { title weight dueOn metric { target } }"
    seen = await office.seen("Request", proposed, shows)
    assert seen == {
        "kind": "KEY_RESULT",
        "state": "OPEN",
        "text": why,
        "askedBy": {"name": "Mia"},
        "proposal": {
            "title": "Calls with mentors",
            "weight": "2",
            "dueOn": "2026-11-30",
            "metric": {"target": "20"},
        },
    }
    waits = "requestsToAnswer { nodes { id } }"
    lead_id = str(lead.person_id)
    assert (await office.seen("Person", lead_id, waits))["requestsToAnswer"]["nodes"] == [
        {"id": proposed}
    ]
    said = {"requestId": proposed}
    assert await mia.refused("acceptRequest", "request", **said) == [("NOT_ALLOWED", "")]
    await lead.do("acceptRequest", "request { id }", **said)

    shows = """keyResults { title owner { name } metric { baseline target }
      fromRequest { state askedBy { name } answeredBy { name } } }"""
    (key_result,) = (await office.seen("Objective", objective, shows))["keyResults"]
    assert key_result == {
        "title": "Calls with mentors",
        "owner": {"name": "Mia"},
        "metric": {"baseline": "10", "target": "20"},
        "fromRequest": {
            "state": "ACCEPTED",
            "askedBy": {"name": "Mia"},
            "answeredBy": {"name": "Lead"},
        },
    }


@pytest.mark.row("R1-72")
async def test_proposals_stand_side_by_side_are_voted_on_and_merged(office: Office) -> None:
    lead = await office.person("Lead")
    ann, bob, cem = [await office.person(name) for name in ("Ann", "Bob", "Cem")]
    objective = await office.objective(await office.cycle(), by=lead)
    calls = await propose(ann, objective, "Calls with mentors")
    sessions = await propose(bob, objective, "Sessions with mentors")

    for person in (ann, bob, cem):
        await weigh(person, sessions, "SUPPORTED")
    against = {"holds": False, "reason": "It tells how busy we are."}
    await weigh(bob, calls, "SUPPORTED", **against)
    await weigh(cem, sessions, "AMBITIOUS", **against)
    await weigh(cem, sessions, "ACHIEVABLE")
    await weigh(cem, calls, "SUPPORTED")
    await weigh(cem, calls, "SUPPORTED", **against)

    side_by_side = """requests(filter: {kind: KEY_RESULT, state: OPEN}) { nodes {
      id supportedBy opposedBy proposal { title metric { target } } } }"""
    seen = (await office.seen("Objective", objective, side_by_side))["requests"]["nodes"]
    assert seen == [
        {
            "id": calls,
            "supportedBy": 0,
            "opposedBy": 2,
            "proposal": {"title": "Calls with mentors", "metric": {"target": "20"}},
        },
        {
            "id": sessions,
            "supportedBy": 3,
            "opposedBy": 0,
            "proposal": {"title": "Sessions with mentors", "metric": {"target": "20"}},
        },
    ]
    both = {"mergedRequestIds": [calls, sessions], "metric": RISING | {"target": "25"}}
    anew = {"objectiveId": objective, "title": "Sessions that began with a call", "text": "So."}
    assert await cem.refused("proposeKeyResult", "request", **anew, **both) == [
        ("NOT_ALLOWED", f"input.mergedRequestIds.{index}") for index in range(2)
    ]
    merged = await propose(lead, objective, anew["title"], **both)

    shows = "state merges { askedBy { name } state mergedInto { id } }"
    assert await office.seen("Request", merged, shows) == {
        "state": "OPEN",
        "merges": [
            {"askedBy": {"name": name}, "state": "MERGED", "mergedInto": {"id": merged}}
            for name in ("Ann", "Bob")
        ],
    }
    late = {"requestId": calls, "kind": "SUPPORTED"}
    assert await ann.refused("recordAttestation", "attestation", **late) == [
        ("WRONG_STATE", "input.requestId")
    ]
    await office.admin.do("acceptRequest", "request { id }", requestId=merged)
    shows = "keyResults { title metric { target } fromRequest { merges { askedBy { name } } } }"
    (key_result,) = (await office.seen("Objective", objective, shows))["keyResults"]
    assert key_result["metric"] == {"target": "25"}
    authors = [each["askedBy"]["name"] for each in key_result["fromRequest"]["merges"]]
    assert authors == ["Ann", "Bob"]


async def test_what_is_proposed_is_as_whole_as_what_is_added(office: Office) -> None:
    bob, objective = await office.person("Bob"), await office.objective(await office.cycle())
    said = {"objectiveId": objective, "title": "Calls", "text": "So.", "metric": RISING}

    async def refused(**other: Any) -> list[tuple[str, str]]:
        return await bob.refused("proposeKeyResult", "request", **said | other)

    assert await refused(title=" ") == [("INVALID", "input.title")]
    assert await refused(text=" ") == [("INVALID", "input.text")]
    assert await refused(metric={"kind": "AT_LEAST"}) == [("INVALID", "input.metric.target")]
    wanted = await office.help_wanted(objectiveId=objective)
    assert await refused(mergedRequestIds=[wanted]) == [("INVALID", "input.mergedRequestIds.0")]
    vote = {"requestId": wanted, "kind": "SUPPORTED"}
    assert await bob.refused("recordAttestation", "attestation", **vote) == [
        ("WRONG_STATE", "input.requestId")
    ]


async def test_what_changed_meanwhile_is_told_when_it_is_taken_in(office: Office) -> None:
    bob, objective = await office.person("Bob"), await office.objective(await office.cycle())
    steps = {"kind": "MILESTONES", "milestones": [{"title": "Begin"}, {"title": "End"}]}
    proposed = await propose(bob, objective, "In steps", metric=steps)
    gone = {"objectiveId": objective, "reason": "So."}
    await office.admin.do("withdrawObjective", "objective { id }", **gone)

    refused = await office.admin.refused("acceptRequest", "request", requestId=proposed)
    assert refused == [("WRONG_STATE", "input.requestId")]
