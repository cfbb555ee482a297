"""Proposing a change of a key result, and approving it, through the running server."""

from dataclasses import dataclass
from typing import Any

import pytest

from server.commands import Handler
from tests.graph.both_ways import Reader, Said
from tests.graph.client import Client
from tests.graph.office import RISING, Office

WHY = {"reason": "Two rivals left the market.", "category": "MARKET_CHANGE"}
HIGHER = RISING | {"target": "30"}
STATED = "title metric { target } revisionCount"
AS_IT_WAS = {"title": "Key result", "metric": {"target": "20"}, "revisionCount": 0}


@dataclass(kw_only=True)
class Work:
    """A key result of a team, with who leads the team and who works in it."""

    manager: Client
    member: Client
    key_result: str


@pytest.fixture
async def work(office: Office) -> Work:
    team = await office.team()
    manager, member = await office.member(team, "MANAGER"), await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    owner = str(member.person_id)
    key_result = await office.key_result(objective, ownerPersonId=owner)
    return Work(manager=manager, member=member, key_result=key_result)


async def propose(work: Work, by: Client | None = None, **said: Any) -> str:
    stated = {"keyResultId": work.key_result, "title": "Thirty", "metric": HIGHER} | WHY | said
    made = await (by or work.member).do("proposeRevision", "request { id }", **stated)
    return str(made["id"])


@pytest.mark.row("R1-23")
async def test_a_thread_becomes_a_proposal_that_is_accepted_and_the_link_stays(
    office: Office, work: Work
) -> None:
    about = {"keyResultId": work.key_result, "text": "Twenty is too few by now."}
    comment = (await work.member.do("addComment", "comment { id }", **about))["id"]
    request = await propose(work, commentId=comment)

    proposal = "proposal { changes category title weight metric { kind target } owner { id } }"
    shows = f"kind state text askedBy {{ id }} comment {{ id text }} {proposal}"
    assert await office.seen("Request", request, shows) == {
        "kind": "REVISION",
        "state": "OPEN",
        "text": WHY["reason"],
        "askedBy": {"id": str(work.member.person_id)},
        "comment": {"id": comment, "text": "Twenty is too few by now."},
        "proposal": {
            "changes": ["metric", "title"],
            "category": "MARKET_CHANGE",
            "title": "Thirty",
            "weight": None,
            "metric": {"kind": "INCREASE", "target": "30"},
            "owner": None,
        },
    }
    assert await office.seen("KeyResult", work.key_result, STATED) == AS_IT_WAS
    for other in (work.member, await office.person()):
        told = await other.refused("acceptRequest", "request", requestId=request)
        assert told == [("NOT_ALLOWED", "")]

    await work.manager.do("acceptRequest", "request { id }", requestId=request, answer="Indeed.")

    link = "request { id comment { id } } proposedBy { id } approvedBy { id }"
    shows = f"{STATED} revisions {{ reason category {link} }}"
    assert await office.seen("KeyResult", work.key_result, shows) == {
        "title": "Thirty",
        "metric": {"target": "30"},
        "revisionCount": 1,
        "revisions": [
            WHY
            | {
                "request": {"id": request, "comment": {"id": comment}},
                "proposedBy": {"id": str(work.member.person_id)},
                "approvedBy": {"id": str(work.manager.person_id)},
            }
        ],
    }


@pytest.mark.row("R1-23")
async def test_a_proposal_that_is_declined_changes_nothing_and_says_why(
    office: Office, work: Work
) -> None:
    adjustment = {"adjustment": "Aim for thirty."}
    report = await office.check_in(work.key_result, "12", by=work.member, **adjustment)
    (open_,) = (await office.seen("CheckIn", report, "obstacles { id }"))["obstacles"]
    request = await propose(work, obstacleId=open_["id"])

    said = {"requestId": request, "reason": "Not before December."}
    await work.manager.do("declineRequest", "request { id }", **said)

    assert await office.seen("KeyResult", work.key_result, STATED) == AS_IT_WAS
    assert await office.seen("Request", request, "state answer obstacle { id text }") == {
        "state": "DECLINED",
        "answer": "Not before December.",
        "obstacle": {"id": open_["id"], "text": "Aim for thirty."},
    }


@pytest.mark.row("R1-74")
async def test_after_so_many_revisions_each_needs_the_approval_of_somebody_else(
    office: Office, work: Work
) -> None:
    agreed = {"reason": "Fewer changes.", "revisionsBeforeApproval": 1}
    await office.admin.do("changePolicy", "organization { id }", **agreed)
    said = {"keyResultId": work.key_result, "weight": "2"} | WHY
    await work.member.do("reviseKeyResult", "keyResult { id }", **said)
    shows = """revisionCount objective { churn { keyResultRevisions }
      cycle { policy { revisionsBeforeApproval } } }"""
    counted = {
        "revisionCount": 1,
        "objective": {
            "churn": {"keyResultRevisions": 1},
            "cycle": {"policy": {"revisionsBeforeApproval": 1}},
        },
    }
    assert await office.seen("KeyResult", work.key_result, shows) == counted

    for person in (work.member, work.manager, office.admin):
        told = await person.refused("reviseKeyResult", "keyResult", **said)
        assert told == [("LIMIT_REACHED", "input.keyResultId")]
    assert await office.seen("KeyResult", work.key_result, shows) == counted

    request = await propose(work, by=work.manager)
    told = await work.manager.refused("acceptRequest", "request", requestId=request)
    assert told == [("NOT_ALLOWED", "")]
    await office.admin.do("acceptRequest", "request { id }", requestId=request)
    shows = f"{STATED} revisions {{ approvedBy {{ name }} }}"
    assert await office.seen("KeyResult", work.key_result, shows) == {
        "title": "Thirty",
        "metric": {"target": "30"},
        "revisionCount": 2,
        "revisions": [{"approvedBy": None}, {"approvedBy": {"name": "Ada"}}],
    }


async def test_a_proposal_names_all_that_stands_in_its_way(office: Office, work: Work) -> None:
    said = {"keyResultId": work.key_result, "title": " ", "weight": "-1"} | WHY | {"reason": ""}
    assert await work.member.refused("proposeRevision", "request", **said) == [
        ("REASON_IS_MISSING", "input.reason"),
        ("INVALID", "input.title"),
        ("INVALID", "input.weight"),
    ]
    said = {"keyResultId": work.key_result} | WHY
    stranger = await office.person()
    assert await stranger.refused("proposeRevision", "request", **said) == [("NOT_ALLOWED", "")]
    beside = await office.objective(await office.cycle("2027"))
    elsewhere = await office.key_result(beside)
    about = {"keyResultId": elsewhere, "text": "Another one."}
    comment = (await office.admin.do("addComment", "comment { id }", **about))["id"]
    assert await work.member.refused("proposeRevision", "request", commentId=comment, **said) == [
        ("NOT_FOUND", "input.commentId")
    ]


async def test_it_is_accepted_only_while_its_conditions_hold(office: Office, work: Work) -> None:
    bob = await office.person()
    person = str(bob.person_id)
    request = await propose(work, ownerPersonId=person, curve=None, dueOn="2026-12-01")
    await office.admin.do("deactivatePerson", "person { id }", personId=person)

    assert await work.manager.refused("acceptRequest", "request", requestId=request) == [
        ("WRONG_STATE", "input.requestId")
    ]
    assert await office.seen("KeyResult", work.key_result, STATED) == AS_IT_WAS


async def test_what_waits_for_approval_stands_in_the_list_of_who_may_give_it(
    office: Office, work: Work
) -> None:
    steps = {"kind": "MILESTONES", "milestones": [{"title": "Begin"}, {"title": "End"}]}
    request = await propose(work, metric=steps, ownerPersonId=None)
    shows = "requestsToAnswer(filter: { state: OPEN }) { nodes { id } }"
    for person, listed in ((work.manager, [{"id": request}]), (work.member, [])):
        seen = await office.seen("Person", str(person.person_id), shows)
        assert seen["requestsToAnswer"]["nodes"] == listed

    await work.manager.do("acceptRequest", "request { id }", requestId=request)
    shows = "owner { id } metric { kind milestones { title } }"
    planned = [{"title": "Begin"}, {"title": "End"}]
    assert await office.seen("KeyResult", work.key_result, shows) == {
        "owner": None,
        "metric": {"kind": "MILESTONES", "milestones": planned},
    }


async def test_what_a_proposal_does_not_name_is_null_in_both_ways_of_reading(
    office: Office, work: Work, handler: Handler
) -> None:
    request = await propose(work)
    reader = await Reader.of(handler, office.actor.organization_id, office.actor.id)
    shows = "proposal { changes category title verb counted weight dueOn owner { id } }"
    document = f"query ($id: ID!) {{ node(id: $id) {{ ... on Request {{ {shows} }} }} }}"

    both = await reader.both(Said(document=document, variables={"id": request}))

    assert both.answer == both.oracle
    assert '"weight":null' in both.answer.replace(" ", "")
