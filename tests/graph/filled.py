"""An organization in which every field of the graph has something to show."""

from dataclasses import dataclass, field
from typing import Any

from tests.graph.client import Client
from tests.graph.confidence import confided
from tests.graph.erased import entrusted
from tests.graph.filled_learning import learned
from tests.graph.filled_matters import matters, measured
from tests.graph.filled_pulses import asked
from tests.graph.office import RISING, Office
from tests.graph.stage import SOON

KEY = "2026-Q4"


@dataclass(kw_only=True)
class Filled:
    """What was made, by kind; the first of a kind is the one that has most to show."""

    office: Office
    ids: dict[str, list[str]] = field(default_factory=dict)

    def note(self, kind: str, *ids: str) -> str:
        """Remember what was made; answers the first of it."""
        self.ids.setdefault(kind, []).extend(ids)
        return ids[0]

    async def shown(self, kind: str, noun_id: str, shows: str) -> Any:
        """A noun as the administrator sees it."""
        return await self.office.seen(kind, noun_id, shows, self.office.admin)


async def fill(office: Office) -> Filled:
    """People, teams and cycles, objectives that support each other, and work on key results."""
    filled = Filled(office=office)
    filled.note("Organization", str(office.actor.organization_id))
    company = filled.note("Team", await office.team("COMPANY"))
    team = await office.team(parentId=company)
    filled.ids["Team"] = [team, company]
    members = [await office.member(team, role) for role in ("MEMBER", "MEMBER", "MANAGER")]
    filled.note("Person", *(str(each.person_id) for each in members))
    known = {
        "issuer": "https://login.example.org",
        "subject": "1",
        "personId": filled.ids["Person"][0],
    }
    filled.note(
        "Identity", (await office.admin.do("linkIdentity", "identity { id }", **known))["id"]
    )
    program = await office.person("Program", isProgram=True)
    made = {"personId": str(program.person_id), "name": "Words", "expiresOn": SOON}
    filled.note("ApiKey", (await office.admin.do("createApiKey", "apiKey { id }", **made))["id"])
    year = await office.cycle("2026", startsOn="2026-01-01")
    cycle = filled.note("Cycle", await office.cycle(KEY, parentId=year), year)
    days = {"startsOn": "2026-09-01", "endsOn": "2026-09-30"}
    setting = [days | {"phase": "SETTING"}]
    await office.admin.do("planPhases", "cycle { id }", cycleId=cycle, phases=setting)
    above, below = await _objectives(filled, cycle, company, team)
    rising = await _key_results(filled, above, below)
    await _work(filled, rising, members)
    await _scores(filled, below, rising, members)
    await _voices(filled, below, rising, members)
    await _talk(filled, below, rising, members[0])
    for noun, ids in (await measured(office, team, members[0], filled.ids["KeyResult"][2])).items():
        filled.note(noun, *ids)
    for kind, ids in (await confided(office, above, below)).items():
        filled.note(kind, *ids)
    for noun, ids in (await matters(office, team, cycle, members[0])).items():
        filled.note(noun, *ids)
    for noun, ids in (await asked(office, cycle)).items():
        filled.note(noun, *ids)
    work, kpi = filled.ids["WorkItem"][0], filled.ids["Kpi"][0]
    for noun, ids in (await learned(office, team, rising, work, kpi)).items():
        filled.note(noun, *ids)
    await _facts(filled)
    return filled


async def _facts(filled: Filled) -> None:
    """What happened that the contract names, and words that were taken out of it."""
    document = """query ($after: Cursor!) { organization { events(first: 100, after: $after) {
      nodes { __typename id } pageInfo { hasNextPage endCursor } } } }"""
    after: str | None = "0"
    found: dict[str, list[str]] = {}
    while after is not None:
        window = (await filled.office.admin.ask(document, after=after))["organization"]["events"]
        for each in window["nodes"]:
            found.setdefault(each["__typename"], []).append(each["id"])
        info = window["pageInfo"]
        after = info["endCursor"] if info["hasNextPage"] else None
    for kind in ("CheckInRecorded", "KeyResultRevised"):
        filled.note(kind, *found[kind])
    said = {"eventId": found["CommentAdded"][0], "reason": "It was about somebody."}
    redactor = await entrusted(filled.office)
    filled.note("Redaction", (await redactor.do("redactEvent", "redaction { id }", **said))["id"])
    admin = filled.office.admin
    await admin.http.get("/audit/events", headers={"Authorization": f"Bearer {admin.token}"})
    exports = await admin.ask("{ organization { exports { nodes { id } } } }")
    checked = await admin.do(
        "reportVerification", "verification { id }", lastPosition=1, chain="0" * 64
    )
    filled.note("Verification", checked["id"])
    asked = {
        "personId": str(admin.person_id),
        "cycleId": filled.ids["Cycle"][0],
        "purpose": "STATISTICS",
        "reason": "To compare cycles.",
    }
    taken = await admin.do("exportScores", "scoreExport { id }", **asked)
    filled.note("ScoreExport", taken["id"])
    filled.note("Export", *(each["id"] for each in exports["organization"]["exports"]["nodes"]))


async def _objectives(filled: Filled, cycle: str, company: str, team: str) -> tuple[str, str]:
    office = filled.office
    manager = filled.ids["Person"][2]
    above = await office.objective(cycle, ownerTeamId=company)
    below = await office.objective(
        cycle, ownerTeamId=team, accountablePersonId=manager, description="Why we do this."
    )
    own = await office.objective(cycle)
    filled.note("Objective", below, above, own)
    support = await office.align(below, above, rollUp="MEAN", rationale="Every customer counts.")
    await office.align(above, await office.objective(cycle), rollUp="SUM")
    filled.note("Attachment", await office.attached(objectiveId=below, uri="https://city.example"))
    vision = filled.note("Aspiration", await office.aspiration(description="One day."))
    said = {"aspirationId": vision, "reason": "It says more.", "title": "Each child has one"}
    await office.admin.do("editAspiration", "aspiration { id }", **said)
    filled.note("Link", await office.link(below, above), await office.serve(below, vision))
    filled.note("Alignment", support, await office.align(own, below))
    return above, below


async def _key_results(filled: Filled, above: str, below: str) -> str:
    office = filled.office
    owner, *_ = filled.ids["Person"]
    rising = await office.key_result(below, ownerPersonId=owner, dueOn="2026-11-30")
    steps = [{"title": "Begin", "dueOn": "2026-10-31"}, {"title": "End", "weight": "2"}]
    stepwise = await office.key_result(below, {"kind": "MILESTONES", "milestones": steps})
    within = await office.key_result(above, {"kind": "WITHIN", "lower": "1", "upper": "2"})
    filled.note("KeyResult", rising, stepwise, within)
    supporter = filled.ids["Objective"][2]
    aligned = await office.admin.do(
        "alignObjective", "alignment { id }", objectiveId=supporter, toKeyResultId=within
    )
    filled.note("Alignment", aligned["id"])
    shows = "metric { milestones { id } }"
    milestones = (await filled.shown("KeyResult", stepwise, shows))["metric"]["milestones"]
    begin = filled.note("Milestone", *(each["id"] for each in milestones))
    await office.check_in(stepwise, milestonesDone=[begin])
    return rising


async def _work(filled: Filled, rising: str, members: list[Client]) -> None:
    office = filled.office
    for person in members[:2]:
        filled.note("Contribution", await office.contributor(rising, person))
    said = {"confidence": "0.6", "status": "AT_RISK", "note": "Slow.", "obstacles": ["A wall"]}
    report = await office.check_in(rising, "2", by=members[0], **said)
    (obstacle,) = (await filled.shown("CheckIn", report, "obstacles { id }"))["obstacles"]
    filled.note("Obstacle", obstacle["id"])
    await office.admin.do(
        "answerObstacle", "obstacle { id }", obstacleId=obstacle["id"], answer="The stairs."
    )
    wrong = await office.check_in(rising, "51", by=members[1])
    right = await office.admin.do(
        "correctCheckIn", "checkIn { id }", checkInId=wrong, reason="A slip.", value="1"
    )
    twice = await office.check_in(rising, "12", obstacles=["Rain"])
    await office.admin.do("retractCheckIn", "checkIn { id }", checkInId=twice, reason="Twice.")
    filled.note("CheckIn", report, wrong, right["id"], twice)
    await office.admin.do(
        "reviseKeyResult",
        "keyResult { id }",
        keyResultId=rising,
        reason="The market grew.",
        category="MARKET_CHANGE",
        metric=RISING | {"target": "30"},
    )
    (revision,) = (await filled.shown("KeyResult", rising, "revisions { id }"))["revisions"]
    filled.note("KeyResultRevision", revision["id"])


async def _scores(filled: Filled, objective: str, rising: str, members: list[Client]) -> None:
    admin = filled.office.admin
    for kind, actor in (("SELF", members[0]), ("TEAM", members[2]), ("AGREED", admin)):
        said = {"kind": kind, "score": "0.5", "comment": "As seen together."}
        await actor.do("scoreKeyResult", "keyResult { id }", keyResultId=rising, **said)
        await actor.do("scoreObjective", "objective { id }", objectiveId=objective, **said)


async def _voices(filled: Filled, objective: str, rising: str, members: list[Client]) -> None:
    """What people say to each other, ask for, agree on and look back at."""
    office, member = filled.office, members[0]

    async def said(noun: str, mutation: str, by: Client, **stated: Any) -> str:
        field = noun[0].lower() + noun[1:]
        made = await by.do(mutation, f"{field} {{ id }}", **stated)
        return filled.note(noun, made["id"])

    proof = {"uri": "https://example.org/minutes"}
    report = await office.check_in(rising, "3", by=member, evidence=[proof])
    (evidence,) = (await filled.shown("CheckIn", report, "evidence { id }"))["evidence"]
    filled.note("Evidence", evidence["id"])
    reason = {"reason": "It says more.", "title": "A better title"}
    await office.admin.do("editObjective", "objective { id }", objectiveId=objective, **reason)
    (edited,) = (await filled.shown("Objective", objective, "revisions { id }"))["revisions"]
    filled.note("ObjectiveRevision", edited["id"])
    await said("Comment", "addComment", member, checkInId=report, text="Look.")
    work = {"title": "Call them.", "kind": "INITIATIVE", "sort": "CAMPAIGN", "scope": "All."}
    days = {"startsOn": "2026-10-01", "endsOn": "2026-10-31", "criteria": "All called."}
    whole = await said("WorkItem", "addWorkItem", member, keyResultId=rising, **work, **days)
    step = {"title": "Half.", "kind": "MILESTONE", "withinId": whole}
    half = await said("WorkItem", "addWorkItem", member, **step)
    tied = {"workItemId": half, "toKeyResultId": rising, "note": "Half of it."}
    await said("WorkLink", "linkWork", member, kind="SERVES", **tied)
    sprint = {"title": "First.", "kind": "SPRINT", "ownerTeamId": filled.ids["Team"][0]}
    first = await said("WorkItem", "addWorkItem", member, **sprint)
    for kind in ("FEEDS", "WAITS_FOR"):
        await said("WorkLink", "linkWork", member, kind=kind, workItemId=half, toWorkItemId=first)
    told = {"state": "DONE", "criteriaMet": True, "spent": "2", "done": "1"}
    await said("WorkItem", "reportWork", member, workItemId=whole, **told)
    takes_part = {"objectiveId": objective, "role": "STAKEHOLDER"}
    who = {"personId": str(office.admin.person_id)}
    await said("Participant", "addParticipant", office.admin, **takes_part, **who)
    request = await said("Request", "requestHelp", member, keyResultId=rising, text="A hand.")
    shows = "request { offers { nodes { id } } }"
    offered = await office.admin.do("offerHelp", shows, requestId=request, text="Here.")
    filled.note("Offer", *(each["id"] for each in offered["offers"]["nodes"]))
    draft = await office.objective(
        filled.ids["Cycle"][0], active=False, ownerTeamId=filled.ids["Team"][0]
    )
    await said("SignOff", "signOffObjective", member, objectiveId=draft, stance="AGREE")
    answers = [
        {"question": each, "text": "So."} for each in ("LEARNED", "WENT_WELL", "CAN_IMPROVE")
    ]
    decision = {"objectiveId": objective, "decision": "KEEP", "reason": "It goes well."}
    review = await said(
        "Review",
        "recordReview",
        office.admin,
        kind="RETROSPECTIVE",
        objectiveId=objective,
        answers=answers,
        decisions=[decision],
        followUps=[{"text": "Find a room."}],
    )
    shows = "answers { id } decisions { id } followUps { id }"
    held = await filled.shown("Review", review, shows)
    for noun, name in (
        ("Answer", "answers"),
        ("ReviewDecision", "decisions"),
        ("FollowUp", "followUps"),
    ):
        filled.note(noun, *(each["id"] for each in held[name]))


async def _talk(filled: Filled, objective: str, rising: str, member: Client) -> None:
    """What people say holds, make known, propose and recognize."""
    office = filled.office

    async def said(noun: str, mutation: str, by: Client, **stated: Any) -> str:
        made = await by.do(mutation, f"{noun[0].lower() + noun[1:]} {{ id }}", **stated)
        return filled.note(noun, made["id"])

    holds = {"objectiveId": objective, "reason": "We asked.", "kind": "ACKNOWLEDGED"}
    await said("Attestation", "recordAttestation", member, **holds)
    why = {"objectiveId": objective, "text": "This is why."}
    known = await said("Announcement", "publishAnnouncement", office.admin, **why)
    await said("Attestation", "recordAttestation", member, announcementId=known, kind="READ")
    asked = {"announcementId": known, "text": "Why not twice?", "kind": "QUESTION"}
    question = await said("Comment", "addComment", member, **asked)
    await said("Comment", "addComment", office.admin, answersId=question, text="Next time.")
    outcome = {"commentId": question, "outcome": "Answered."}
    await office.admin.do("resolveComment", "comment { id }", **outcome)
    own = {"objectiveId": objective, "title": "More calls", "metric": RISING, "text": "So."}
    earlier = await said("Request", "proposeKeyResult", member, **own)
    await said("Request", "proposeKeyResult", member, **own, mergedRequestIds=[earlier])
    done = {
        "keyResultId": rising,
        "personId": filled.ids["Person"][1],
        "reviewId": filled.ids["Review"][0],
    }
    await said("Recognition", "addRecognition", member, text="Well done.", **done)
