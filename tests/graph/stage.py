"""A cycle in each of its states with everything in it that a command may be about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.graph.client import Answer, Client
from tests.graph.confidence import paired
from tests.graph.office import RISING, Office
from tests.graph.stage_of_measures import OF_MEASURES, measures

STATES = ("PLANNING", "ACTIVE", "REVIEW", "CLOSED")
MOVES = ("startCycle", "reviewCycle", "closeCycle")
# Waits for its baseline, and for the event with which it begins.
WAITING = {"kind": "INCREASE", "unit": "customers", "changeBy": "5"}
AWAITED = RISING | {"opensWith": "The launch", "openForDays": 30}


@dataclass(kw_only=True)
class Stage:
    """The ids of what there is, by what it is; and those who speak."""

    state: str
    office: Office
    asker: Client
    leaver: Client
    ids: dict[str, str]

    @classmethod
    async def set(cls, office: Office, state: str) -> "Stage":
        """Make all that can be made before the state is reached, and go there."""
        ids = {"cycle": await office.cycle(started=False), "team": await office.team("COMPANY")}
        asker = await office.person("Asker", email="asker@example.org")
        leaver = await office.member(ids["team"])
        stage = cls(state=state, office=office, asker=asker, leaver=leaver, ids=ids)
        await stage._known()
        ids["aspiration"] = await office.aspiration()
        ids["kpi"] = await office.kpi()
        ids["kpi value"] = await office.measured(ids["kpi"], "97")
        ids |= await paired(office, office.admin, leaver)
        await stage._objectives()
        ids |= await measures(office, ids)
        await stage._asked()
        for number, move in enumerate(MOVES[: STATES.index(state)]):
            await office.admin.do(move, "cycle { id }", cycleId=ids["cycle"])
            if number == 0:
                await stage._reported()
        return stage

    async def _known(self) -> None:
        said = {"issuer": "https://login.example.org", "subject": "leaver"}
        self.ids["identity"] = await self._id(
            "linkIdentity", "identity", personId=str(self.leaver.person_id), **said
        )

        program = await self.office.person("Program", isProgram=True)
        self.ids["program"] = str(program.person_id)
        self.ids["key"] = await self._id(
            "createApiKey", "apiKey", personId=self.ids["program"], name="Words", expiresOn=SOON
        )

    async def _objectives(self) -> None:
        office, ids = self.office, self.ids
        elsewhere = await office.cycle("2027-Q1", startsOn="2027-01-01", endsOn="2027-03-31")
        ids |= {"next": elsewhere, "elsewhere": await office.objective(elsewhere)}
        before = await office.cycle("2026-Q3", startsOn="2026-07-01", endsOn="2026-09-30")
        ids["earlier"] = await office.objective(before)
        ids["objective"] = await office.objective(ids["cycle"])
        ids["second"] = await office.objective(ids["cycle"])
        ids["draft"] = await office.objective(ids["cycle"], active=False)
        ids["key result"] = await office.key_result(ids["objective"])
        ids["waiting"] = await office.key_result(ids["objective"], WAITING)
        ids["awaited"] = await office.key_result(ids["objective"], AWAITED)
        ids["part"] = await office.contributor(ids["key result"], await office.person())
        ids["alignment"] = await office.align(ids["objective"], ids["elsewhere"])
        ids["link"] = await office.link(ids["objective"], ids["elsewhere"])
        ids["attachment"] = await office.attached(objectiveId=ids["objective"])
        ids["participant"] = await self._id(
            "addParticipant",
            "participant",
            objectiveId=ids["objective"],
            role="STAKEHOLDER",
            teamId=ids["team"],
        )

    async def _asked(self) -> None:
        office, ids = self.office, self.ids
        ids["comment"] = await self._id(
            "addComment", "comment", objectiveId=ids["objective"], text="Words", kind="IDEA"
        )
        told = {"objectiveId": ids["objective"], "text": "Words"}
        ids["announcement"] = await self._id("publishAnnouncement", "announcement", **told)
        ids["recognition"] = await self._id("addRecognition", "recognition", **told)
        work = {"keyResultId": ids["key result"], "title": "Words", "kind": "TASK"}
        ids["work"] = await self._id("addWorkItem", "workItem", **work)
        whole = {"objectiveId": ids["objective"], "kind": "INITIATIVE", "sort": "PROJECT", **SCOPED}
        ids["initiative"] = await self._id("addWorkItem", "workItem", title="Words", **whole)
        ids["work link"] = await self._id(
            "linkWork",
            "workLink",
            workItemId=ids["work"],
            kind="SERVES",
            toObjectiveId=ids["objective"],
        )
        risk = {"keyResultId": ids["key result"], "kind": "RISK", "title": "Words"}
        ids["case"] = await self._id("openCase", "case", **risk)
        ids["step"] = await self._id("addStep", "step", caseId=ids["case"], text="Words")
        met = {"keyResultId": ids["key result"], "kind": "REVIEW", "plannedOn": "2026-10-01"}
        ids["meeting"] = await self._id("planMeeting", "meeting", **met)
        ids["help"] = await office.help_wanted(keyResultId=ids["key result"])
        ids["wish"] = await office.part_wanted(ids["key result"], self.asker)
        ids["follow-up"] = await self._id(
            "parkItem", "followUp", forCycleId=ids["cycle"], text="Later"
        )

    async def _reported(self) -> None:
        report = await self.office.check_in(self.ids["key result"], "12", obstacles=["A wall"])
        shown = await self.office.seen("CheckIn", report, "obstacles { id }", self.office.admin)
        self.ids |= {"report": report, "obstacle": shown["obstacles"][0]["id"]}

    async def _id(self, mutation: str, noun: str, **said: Any) -> str:
        return str((await self.office.admin.do(mutation, f"{noun} {{ id }}", **said))["id"])


def words(*questions: str) -> list[Answer]:
    return [{"question": each, "text": "Words"} for each in questions]


LOOKING_BACK = words("LEARNED", "WENT_WELL", "CAN_IMPROVE")
DECISION = {"decision": "KEEP", "reason": "It works."}
PHASE = {"phase": "WORK", "startsOn": "2026-10-01", "endsOn": "2026-12-31"}
SOON = str(datetime.now(UTC).date() + timedelta(days=30))
SCOPED = {"scope": "Words", "startsOn": "2026-10-01", "endsOn": "2026-12-31"}
SCORE = {"kind": "AGREED", "score": "0.5"}

# Valid input for each command of the table, without a reason; ids by what they lead to.
SAID: dict[str, dict[str, Any]] = {
    **OF_MEASURES,
    "startCycle": {"cycleId": "@cycle"},
    "reviewCycle": {"cycleId": "@cycle"},
    "closeCycle": {"cycleId": "@cycle"},
    "planPhases": {"cycleId": "@cycle", "phases": [PHASE]},
    "changePolicy for it": {"cycleId": "@cycle", "paceTolerance": "0.2"},
    "createObjective": {"cycleId": "@cycle", "title": "Words", "ownerPersonId": "@me"},
    "activateObjective": {"objectiveId": "@draft"},
    "editObjective": {"objectiveId": "@objective", "title": "Words"},
    "closeObjective": {"objectiveId": "@objective"},
    "withdrawObjective": {"objectiveId": "@objective"},
    "scoreObjective": {"objectiveId": "@objective", **SCORE},
    "alignObjective": {"objectiveId": "@second", "toObjectiveId": "@elsewhere"},
    "reviseAlignment": {"alignmentId": "@alignment", "weight": "2"},
    "removeAlignment": {"alignmentId": "@alignment"},
    "linkObjectives": {
        "objectiveId": "@second",
        "toObjectiveId": "@elsewhere",
        "kind": "FOLLOWS",
    },
    "unlinkObjectives": {"linkId": "@link"},
    "carryObjectiveForward out of it": {"objectiveId": "@objective", "cycleId": "@next"},
    "carryObjectiveForward into it": {"objectiveId": "@earlier", "cycleId": "@cycle"},
    "addParticipant": {"objectiveId": "@second", "role": "STAKEHOLDER", "teamId": "@team"},
    "removeParticipant": {"participantId": "@participant"},
    "signOffObjective": {"objectiveId": "@objective", "stance": "AGREE"},
    "addKeyResult": {"objectiveId": "@objective", "title": "Words", "metric": RISING},
    "reviseKeyResult": {"keyResultId": "@key result", "title": "Words", "category": "OTHER"},
    "withdrawKeyResult": {"keyResultId": "@key result"},
    "establishBaseline": {
        "keyResultId": "@waiting",
        "baseline": "1",
        "baselineSource": "The books",
    },
    "openWindow": {"keyResultId": "@awaited"},
    "scoreKeyResult": {"keyResultId": "@key result", **SCORE},
    "explainMiss": {"keyResultId": "@key result", "category": "CAPACITY", "text": "Words"},
    "assignContributor": {"keyResultId": "@key result", "personId": "@me", "target": "1"},
    "changeContribution": {"contributionId": "@part", "target": "2"},
    "removeContributor": {"contributionId": "@part"},
    "recordCheckIn": {"keyResultId": "@key result", "value": "13"},
    "recordCheckIns": {"checkIns": [{"keyResultId": "@key result", "value": "13"}]},
    "correctCheckIn": {"checkInId": "@report", "value": "11"},
    "retractCheckIn": {"checkInId": "@report"},
    "answerObstacle": {"obstacleId": "@obstacle", "answer": "Words"},
    "addWorkItem": {"keyResultId": "@key result", "title": "Words", "kind": "TASK"},
    "convertKeyResultToInitiative": {"keyResultId": "@key result", "sort": "PROJECT", **SCOPED},
    "convertInitiativeToKeyResult": {"workItemId": "@initiative", "metric": RISING},
    "editWorkItem": {"workItemId": "@work", "title": "Words"},
    "reportWork": {"workItemId": "@work", "state": "UNDER_WAY"},
    "recordAttestation": {"objectiveId": "@objective", "kind": "MEANINGFUL"},
    "linkWork": {"workItemId": "@work", "kind": "SERVES", "toObjectiveId": "@second"},
    "unlinkWork": {"workLinkId": "@work link"},
    "recordCapacity": {"teamId": "@team", "cycleId": "@cycle", "days": "40"},
    "openCase": {"keyResultId": "@key result", "kind": "RISK", "title": "Words"},
    "editCase": {"caseId": "@case", "title": "Words"},
    "closeCase": {"caseId": "@case", "state": "SOLVED", "outcome": "Words"},
    "editStep": {"stepId": "@step", "text": "Other words"},
    "addStep": {"caseId": "@case", "text": "Words"},
    "completeStep": {"stepId": "@step"},
    "planMeeting": {"cycleId": "@cycle", "kind": "REVIEW", "plannedOn": "2026-10-01"},
    "editMeeting": {"meetingId": "@meeting", "title": "Words"},
    "holdMeeting": {"meetingId": "@meeting"},
    "skipMeeting": {"meetingId": "@meeting"},
    "addComment": {"objectiveId": "@objective", "text": "Words"},
    "resolveComment": {"commentId": "@comment", "outcome": "Words"},
    "publishAnnouncement": {"objectiveId": "@objective", "text": "Words"},
    "withdrawAnnouncement": {"announcementId": "@announcement"},
    "addRecognition": {"objectiveId": "@objective", "text": "Words"},
    "withdrawRecognition": {"recognitionId": "@recognition"},
    "withdrawComment": {"commentId": "@comment"},
    "proposeKeyResult": {
        "objectiveId": "@objective",
        "title": "Words",
        "metric": RISING,
        "text": "Words",
    },
    "requestContribution": {"keyResultId": "@key result", "target": "1", "text": "Words"},
    "requestHelp": {"keyResultId": "@key result", "text": "Words"},
    "proposeRevision": {"keyResultId": "@key result", "title": "Words", "category": "OTHER"},
    "offerHelp": {"requestId": "@help", "text": "Words"},
    "acceptRequest": {"requestId": "@wish"},
    "declineRequest": {"requestId": "@wish"},
    "withdrawRequest": {"requestId": "@help"},
    "recordReview that decides": {
        "kind": "MID_TERM",
        "cycleId": "@cycle",
        "decisions": [DECISION | {"keyResultId": "@key result"}],
    },
    "recordReview that looks back": {
        "kind": "RETROSPECTIVE",
        "cycleId": "@cycle",
        "answers": LOOKING_BACK,
    },
    "parkItem for it": {"forCycleId": "@cycle", "objectiveId": "@objective", "text": "Words"},
    "resolveFollowUp": {"followUpId": "@follow-up", "outcome": "Words"},
    "openCycle": {
        "key": "2026-M10",
        "name": "October",
        "startsOn": "2026-10-01",
        "endsOn": "2026-10-31",
        "parentId": "@cycle",
    },
    "planCycles": {"cadence": "QUARTER", "fiscalYear": 2030},
    "changePolicy for all": {"paceTolerance": "0.2", "reason": "Words"},
    "addPerson": {"name": "Words"},
    "renamePerson": {"personId": "@leaver", "name": "Words"},
    "deactivatePerson": {"personId": "@leaver"},
    "grantPermission": {"personId": "@leaver", "permission": "MANAGE"},
    "revokePermission": {"personId": "@leaver", "permission": "CONTRIBUTE"},
    "revokeToken": {"personId": "@leaver", "tokenId": "@team"},
    "linkIdentity": {
        "personId": "@leaver",
        "issuer": "https://login.example.org",
        "subject": "another",
    },
    "unlinkIdentity": {"identityId": "@identity"},
    "createApiKey": {"personId": "@program", "name": "Words", "expiresOn": SOON},
    "revokeApiKey": {"apiKeyId": "@key"},
    "addAspiration": {"kind": "MISSION", "title": "Words"},
    "editAspiration": {"aspirationId": "@aspiration", "title": "Words"},
    "addAttachment": {"objectiveId": "@objective", "kind": "PARTNER", "title": "Words"},
    "removeAttachment": {"attachmentId": "@attachment"},
    "addKpi": {"name": "Words"},
    "editKpi": {"kpiId": "@kpi", "name": "Words"},
    "recordKpiValue": {"kpiId": "@kpi", "value": "98"},
    "correctKpiValue": {"kpiValueId": "@kpi value", "value": "98"},
    "startMentorship": {"mentorId": "@leaver", "menteeId": "@me"},
    "editMentorship": {"mentorshipId": "@mentorship", "mentorSupport": "Words"},
    "addMentoringEntry": {"mentorshipId": "@mentorship", "kind": "NOTE", "text": "Words"},
    "settleMentoringEntry": {"mentoringEntryId": "@promise", "outcome": "KEPT"},
    "deferMentoringEntry": {"mentoringEntryId": "@owed", "dueOn": "2099-12-31"},
    "giveConsent": {"mentoringEntryId": "@story"},
    "withdrawConsent": {"mentoringEntryId": "@told"},
    "endMentorship": {"mentorshipId": "@mentorship", "category": "OTHER"},
    "addTeam": {"name": "Words", "kind": "TEAM"},
    "editTeam": {"teamId": "@team", "name": "Words"},
    "addTeamMember": {"teamId": "@team", "personId": "@me"},
    "removeTeamMember": {"teamId": "@team", "personId": "@leaver"},
}


def said_on(stage: Stage, label: str) -> dict[str, Any]:
    """The input of a command about what there is on the stage; KeyError if it is not there."""
    people = {"me": stage.office.admin, "leaver": stage.leaver}
    ids = stage.ids | {name: str(each.person_id) for name, each in people.items()}
    found: dict[str, Any] = _filled(SAID[label], lambda name: ids[name])
    return found


def _filled(said: Any, id_of: Callable[[str], str]) -> Any:
    if isinstance(said, dict):
        return {name: _filled(each, id_of) for name, each in said.items()}
    if isinstance(said, list):
        return [_filled(each, id_of) for each in said]
    return id_of(said[1:]) if isinstance(said, str) and said.startswith("@") else said
