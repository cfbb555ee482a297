"""Long lists of what people say to each other and share: requests, comments, reviews."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

LENGTH = 5
LOOKING_BACK = [
    {"question": each, "text": "So."} for each in ("LEARNED", "WENT_WELL", "CAN_IMPROVE")
]
Lists = dict[str, tuple[str, list[str]]]


async def voices(office: Office) -> tuple[Lists, dict[str, list[str]]]:
    """The lists by connection, each with its owner; and what else stands in the organization's."""
    team = await office.team()
    members = [await office.member(team) for _ in range(LENGTH)]
    year = await office.cycle("2028", startsOn="2028-01-01", endsOn="2028-12-31")
    span = [(f"2028-{month:02}-01", f"2028-{month:02}-28") for month in range(1, LENGTH + 1)]
    months = [
        await office.cycle(starts[:7], startsOn=starts, endsOn=ends, parentId=year)
        for starts, ends in span
    ]
    ranked = [
        await office.objective(
            year,
            ownerTeamId=team,
            priorityRank=rank,
            accountablePersonId=str(members[0].person_id),
        )
        for rank in range(1, LENGTH + 1)
    ]
    key_result = await office.key_result(ranked[0])
    lists: Lists = {"Cycle.cycles": (year, months), "Cycle.priorities": (year, ranked)}
    lists |= await _asked(office, key_result, members)
    lists |= await _commented(office, ranked[2], members)
    lists |= await _attested(lists["KeyResult.comments"][0], ranked[2], members)
    lists |= await _working(office, key_result, team, members[0])
    lists |= await _taking_part(office, ranked, members)
    lists |= await _reviewed(office, ranked[1], key_result, team, months[0])
    draft = await office.objective(months[1], active=False, ownerTeamId=team)
    lists |= await _signed(draft, members)
    lists |= await _linked(office, draft, ranked)
    more = {
        "Organization.teams": [team, lists["Team.sharedObjectives"][0]],
        "Organization.people": [str(each.person_id) for each in members],
        "Organization.cycles": [year, *months],
        "Organization.objectives": [*ranked, draft],
        "Organization.workItems": [lists["WorkItem.reviews"][0]],
        "Organization.keyResults": [key_result, lists["KeyResult.comments"][0]],
    }
    return lists, more


async def _said(mutation: str, noun: str, by: Client, **said: Any) -> str:
    made = await by.do(mutation, f"{noun} {{ id }}", **said)
    return str(made["id"])


async def _asked(office: Office, key_result: str, members: list[Client]) -> Lists:
    asker, asked, *_ = members
    of = {"ofPersonId": str(asked.person_id), "keyResultId": key_result, "text": "A hand."}
    requests = [await _said("requestHelp", "request", asker, **of) for _ in range(LENGTH)]
    offers = [await _offer(requests[0], asked) for _ in range(LENGTH)]
    shows = "objective { id }"
    above = await office.seen("KeyResult", key_result, shows, office.admin)
    return {
        "KeyResult.requests": (key_result, requests),
        "Objective.requests": (above["objective"]["id"], requests),
        "Person.requests": (str(asker.person_id), requests),
        "Person.requestsToAnswer": (str(asked.person_id), requests),
        "Request.offers": (requests[0], offers),
    }


async def _commented(office: Office, objective: str, members: list[Client]) -> Lists:
    """What is said of a report is said of its key result and objective too."""
    key_result = await office.key_result(objective)
    report = await office.check_in(key_result)
    said = {"checkInId": report, "text": "Well done."}
    comments = [await _said("addComment", "comment", each, **said) for each in members]
    return {
        "CheckIn.comments": (report, comments),
        "KeyResult.comments": (key_result, comments),
        "Objective.comments": (objective, comments),
    }


async def _attested(key_result: str, objective: str, members: list[Client]) -> Lists:
    """What is said to hold of a key result is said of its objective too."""
    said = {"keyResultId": key_result, "kind": "RELEVANT"}
    holds = [await _said("recordAttestation", "attestation", each, **said) for each in members]
    return {
        "KeyResult.attestations": (key_result, holds),
        "Objective.attestations": (objective, holds),
    }


async def _working(office: Office, key_result: str, team: str, person: Client) -> Lists:
    """One piece of work in which there are others, of a person and of a team."""
    above = await office.seen("KeyResult", key_result, "objective { id }", office.admin)
    task = {"title": "Call.", "kind": "TASK"}
    own = {**task, "ownerPersonId": str(person.person_id)}
    whole = await _said("addWorkItem", "workItem", office.admin, keyResultId=key_result, **task)
    within = [
        await _said("addWorkItem", "workItem", office.admin, withinId=whole, **own)
        for _ in range(LENGTH)
    ]
    of_team = [
        await _said("addWorkItem", "workItem", office.admin, ownerTeamId=team, **task)
        for _ in range(LENGTH)
    ]
    tie = {"toKeyResultId": key_result, "kind": "SERVES"}
    serves = [
        await _said("linkWork", "workLink", office.admin, workItemId=each, **tie)
        for each in of_team
    ]
    tie = {"toObjectiveId": above["objective"]["id"], "kind": "SERVES"}
    also = [
        await _said("linkWork", "workLink", office.admin, workItemId=each, **tie)
        for each in of_team
    ]
    tie = {"toWorkItemId": whole, "kind": "FEEDS"}
    feeds = [
        await _said("linkWork", "workLink", office.admin, workItemId=each, **tie)
        for each in of_team
    ]
    tie = {"workItemId": whole, "kind": "WAITS_FOR"}
    waits = [
        await _said("linkWork", "workLink", office.admin, toWorkItemId=each, **tie)
        for each in within
    ]
    return {
        "WorkItem.links": (whole, waits),
        "WorkItem.linkedBy": (whole, feeds),
        "KeyResult.servedBy": (key_result, serves),
        "Objective.servedBy": (above["objective"]["id"], also),
        "WorkItem.workItems": (whole, within),
        "KeyResult.workItems": (key_result, [whole, *within]),
        "Objective.workItems": (above["objective"]["id"], [whole, *within]),
        "Person.workItems": (str(person.person_id), within),
        "Team.workItems": (team, of_team),
        "Organization.workItems": (str(office.actor.organization_id), [whole, *within, *of_team]),
    }


async def _offer(request: str, by: Client) -> str:
    shows = "request { offers(last: 1) { nodes { id } } }"
    made = await by.do("offerHelp", shows, requestId=request, text="Here.")
    return str(made["offers"]["nodes"][0]["id"])


async def _taking_part(office: Office, objectives: list[str], members: list[Client]) -> Lists:
    other, who, first = await office.team(), str(members[0].person_id), objectives[0]

    async def takes_part(objective: str, role: str, **whom: str) -> str:
        said = {"objectiveId": objective, "role": role} | whom
        return await _said("addParticipant", "participant", office.admin, **said)

    shares = [await takes_part(each, "SHARES", teamId=other) for each in objectives]
    parts = [await takes_part(each, "STAKEHOLDER", personId=who) for each in objectives]
    more = [
        await takes_part(first, "STAKEHOLDER", personId=str(each.person_id)) for each in members[1:]
    ]
    return {
        "Team.sharedObjectives": (other, objectives),
        "Person.participations": (who, parts),
        "Team.participations": (other, shares),
        "Objective.participants": (first, [shares[0], parts[0], *more]),
    }


async def _signed(draft: str, members: list[Client]) -> Lists:
    said = {"objectiveId": draft, "stance": "AGREE"}
    signed = [await _said("signOffObjective", "signOff", each, **said) for each in members]
    return {"Objective.signOffs": (draft, signed)}


async def _linked(office: Office, objective: str, others: list[str]) -> Lists:
    """One follows all the others, and all the others go on with one."""
    follows = [await office.link(objective, each) for each in others]
    first, *more = others
    goes_on = [await office.link(each, objective, kind="INFORMED_BY") for each in others]
    for each in more:
        await office.link(each, first)
    return {
        "Objective.links": (objective, follows),
        "Objective.linkedBy": (objective, goes_on),
        "Objective.predecessors": (objective, others),
        "Objective.successors": (first, [*more, objective]),
    }


async def _reviewed(
    office: Office, objective: str, key_result: str, team: str, cycle: str
) -> Lists:
    about = {"Objective": objective, "KeyResult": key_result, "Team": team, "Cycle": cycle}
    lists: Lists = {}
    for kind, noun in about.items():
        said = {
            f"{kind[0].lower()}{kind[1:]}Id": noun,
            "kind": "RETROSPECTIVE",
            "answers": LOOKING_BACK,
        }
        reviews = [
            await _said("recordReview", "review", office.admin, **said) for _ in range(LENGTH)
        ]
        lists[f"{kind}.reviews"] = noun, reviews
    item = {"title": "First", "kind": "SPRINT"}
    sprint = await _said("addWorkItem", "workItem", office.admin, **item)
    came: dict[str, Any] = {"kind": "SPRINT", "workItemId": sprint}
    came["answers"] = [{"question": "OUTCOME", "text": "So."}]
    reviews = [await _said("recordReview", "review", office.admin, **came) for _ in range(LENGTH)]
    lists["WorkItem.reviews"] = sprint, reviews
    every = [each for _, made in lists.values() for each in made]
    lists["Organization.reviews"] = str(office.actor.organization_id), every
    return lists
