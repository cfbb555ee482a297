"""A private objective with everything that hangs on it, and the people in and around it."""

from dataclasses import dataclass, field
from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

A_PAGE = {"uri": "https://example.org/secret"}


@dataclass(kw_only=True)
class Secret:
    """Ids of what is hidden, by the argument that takes them; who takes part, and who does not."""

    office: Office
    ids: dict[str, str]
    hidden: list[str]
    participants: dict[str, Client]
    strangers: dict[str, Client]
    team: str
    cycle: str
    open_objective: str
    open: dict[str, str] = field(default_factory=dict)


async def keep(office: Office) -> Secret:
    """A team's private objective, drafted by a member who is not the administrator."""
    department = await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    people = {
        each: await office.person(each.title()) for each in ("accountable", "owner", "contributor")
    }
    creator, member = await office.member(team), await office.member(team)
    cycle = await office.cycle()
    private = await office.objective(
        cycle,
        active=False,
        by=creator,
        ownerTeamId=team,
        accountablePersonId=str(people["accountable"].person_id),
        visibility="PRIVATE",
    )
    accountable = people["accountable"]
    await accountable.do("activateObjective", "objective { id }", objectiveId=private)
    open_objective = await office.objective(cycle)
    ids = {"objectiveId": private} | await _work(office, private, open_objective, people)
    return Secret(
        office=office,
        ids=ids | {"toObjectiveId": private, "toKeyResultId": ids["keyResultId"]},
        hidden=[
            *ids.values(),
            await _revision(office, ids["keyResultId"], accountable),
            await _evidence(office, ids["checkInId"], accountable),
        ],
        participants=people | {"creator": creator, "member": member},
        strangers={
            "administrator": office.admin,
            "colleague": await office.person(),
            "manager above": await office.member(department, "MANAGER"),
        },
        team=team,
        cycle=cycle,
        open_objective=open_objective,
    )


async def _work(
    office: Office, private: str, open_objective: str, people: dict[str, Client]
) -> dict[str, str]:
    accountable, owner, contributor = people.values()
    key_result = await office.key_result(
        private, by=accountable, ownerPersonId=str(owner.person_id)
    )
    steps = {"kind": "MILESTONES", "milestones": [{"title": "Begin"}]}
    stepwise = await office.key_result(private, steps, by=accountable)
    contribution = await office.contributor(key_result, contributor, by=accountable)
    check_in = await office.check_in(
        key_result, "3", by=contributor, obstacles=["A wall"], evidence=[A_PAGE]
    )
    alignment = await office.align(private, open_objective, by=accountable)
    objective = {"objectiveId": private}
    stakeholder = str((await office.person()).person_id)
    participant = await accountable.do(
        "addParticipant",
        "participant { id }",
        role="STAKEHOLDER",
        personId=stakeholder,
        **objective,
    )
    comment = await contributor.do("addComment", "comment { id }", text="Mine.", **objective)
    work = {"title": "Mine.", "kind": "TASK", "keyResultId": key_result}
    item = await contributor.do("addWorkItem", "workItem { id }", **work)
    tied = {"workItemId": item["id"], "kind": "SERVES", "toObjectiveId": open_objective}
    tie = await contributor.do("linkWork", "workLink { id }", **tied)
    risk = {"kind": "RISK", "title": "Mine."}
    case = await contributor.do("openCase", "case { id }", **risk, **objective)
    met = {"kind": "REVIEW", "plannedOn": "2026-10-01"}
    meeting = await accountable.do("planMeeting", "meeting { id }", **met, **objective)
    step = await contributor.do("addStep", "step { id }", caseId=case["id"], text="Mine.")
    wanted = await office.help_wanted(contributor, keyResultId=key_result)
    told = {"text": "Ours.", **objective}
    known = await accountable.do("publishAnnouncement", "announcement { id }", **told)
    praised = await owner.do("addRecognition", "recognition { id }", **told)
    needed = {"keyResultId": key_result, "kind": "NECESSARY"}
    attested = await owner.do("recordAttestation", "attestation { id }", **needed)
    shows = "metric { milestones { id } }"
    metric = (await office.seen("KeyResult", stepwise, shows, accountable))["metric"]
    shows = "obstacles { id }"
    reported = await office.seen("CheckIn", check_in, shows, accountable)
    return {
        "keyResultId": key_result,
        "contributionId": contribution,
        "checkInId": check_in,
        "obstacleId": reported["obstacles"][0]["id"],
        "alignmentId": alignment,
        "linkId": await office.link(private, open_objective, by=accountable),
        "requestId": wanted,
        "commentId": comment["id"],
        "workItemId": item["id"],
        "withinId": item["id"],
        "caseId": case["id"],
        "meetingId": meeting["id"],
        "stepId": step["id"],
        "toWorkItemId": item["id"],
        "workLinkId": tie["id"],
        "participantId": participant["id"],
        "attestationId": attested["id"],
        "announcementId": known["id"],
        "recognitionId": praised["id"],
        "answersId": comment["id"],
        "mergedRequestIds": wanted,
        "milestonesDone": metric["milestones"][0]["id"],
    }


async def _revision(office: Office, key_result: str, by: Client) -> str:
    said: dict[str, Any] = {"reason": "So.", "category": "OTHER", "weight": "2"}
    await by.do("reviseKeyResult", "keyResult { id }", keyResultId=key_result, **said)
    seen = await office.seen("KeyResult", key_result, "revisions { id }", by)
    return str(seen["revisions"][0]["id"])


async def _evidence(office: Office, check_in: str, by: Client) -> str:
    seen = await office.seen("CheckIn", check_in, "evidence { id }", by)
    return str(seen["evidence"][0]["id"])
