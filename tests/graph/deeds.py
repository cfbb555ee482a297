"""What each command of docs/permissions.md is tried with: about others, and about one's own."""

from collections.abc import Callable
from typing import Any

from tests.graph.cast import Cast
from tests.graph.deeds_in_confidence import IN_CONFIDENCE
from tests.graph.deeds_of_measures import OF_MEASURES
from tests.graph.office import RISING
from tests.graph.stage import LOOKING_BACK, PHASE, SOON

WHY = {"reason": "Words"}
CHANGE = {"title": "Words", "category": "OTHER", **WHY}
SELF, AGREED = {"kind": "SELF", "score": "0.5"}, {"kind": "AGREED", "score": "0.5"}
DATES = {"startsOn": "2028-01-01", "endsOn": "2028-03-31"}
PARKED = {"forCycleId": "@next", "text": "Later"}
BACK = {"kind": "RETROSPECTIVE", "answers": LOOKING_BACK}
STANDS = {"keyResultId": "@key result", "value": "13"}
WRITTEN = {"personId": "@other", "role": "STAKEHOLDER"}
TO_UNDERTAKE = {"sort": "PROJECT", "scope": "Words", **DATES}
OUTSIDE = {"kind": "PARTNER", "title": "Words"}
TO_DO = {"title": "Words", "kind": "TASK"}
RISK, MET = {"kind": "RISK", "title": "Words"}, {"kind": "REVIEW", "plannedOn": "2026-10-01"}
TOWARDS = {"toObjectiveId": "@further"}

# Valid input for each command; ids by what they lead to. The second input is about what is one's
# own where the table tells that apart, and another manner of the same where it does not.
DEEDS: dict[str, tuple[dict[str, Any], ...]] = {
    **OF_MEASURES,
    "changePolicy": ({"paceTolerance": "0.2", **WHY},),
    "changePolicy of a cycle": ({"cycleId": "@cycle", "paceTolerance": "0.2", **WHY},),
    "addPerson": ({"name": "Words"},),
    "deactivatePerson": ({"personId": "@other"},),
    "grantPermission": ({"personId": "@other", "permission": "MANAGE"},),
    "grantPermission of AUDIT or REDACT to oneself": (
        {"personId": "@me", "permission": "AUDIT"},
        {"personId": "@me", "permission": "REDACT"},
    ),
    "revokePermission": ({"personId": "@other", "permission": "CONTRIBUTE"},),
    "placeLegalHold": (WHY,),
    "reportVerification": ({"lastPosition": 1, "chain": "0" * 64},),
    "releaseLegalHold": (WHY,),
    "addAspiration": ({"kind": "MISSION", "title": "Words"},),
    "editAspiration": ({"aspirationId": "@aspiration", "title": "Words", **WHY},),
    "exportScores": (
        {"personId": "@other", "cycleId": "@cycle", "purpose": "LEARNING", **WHY},
        {"personId": "@me", "cycleId": "@cycle", "purpose": "LEARNING", **WHY},
    ),
    "addKpi of the organization": ({"name": "Words"},),
    "addKpi of a team": ({"name": "Words", "ownerTeamId": "@team", "ownerPersonId": "@other"},),
    "editKpi": ({"kpiId": "@kpi", "name": "Words", "ownerPersonId": "@Owner", **WHY},),
    "recordKpiValue": ({"kpiId": "@kpi", "value": "1"},),
    "correctKpiValue": ({"kpiValueId": "@kpi value", "value": "2", **WHY},),
    "renamePerson": ({"personId": "@other", "name": "Words"}, {"personId": "@me", "name": "Words"}),
    "revokeToken": (
        {"personId": "@other", "tokenId": "@team"},
        {"personId": "@me", "tokenId": "@team"},
    ),
    "linkIdentity": (
        {"personId": "@other", "issuer": "https://login.example.org", "subject": "Words"},
    ),
    "createApiKey": ({"personId": "@program", "name": "Words", "expiresOn": SOON},),
    "revokeApiKey": ({"apiKeyId": "@key"}, {"apiKeyId": "@own key"}),
    "unlinkIdentity": ({"identityId": "@identity"}, {"identityId": "@identity"}),
    "redactEvent": ({"eventId": "@event", **WHY},),
    "forgetPerson": ({"personId": "@gone", **WHY},),
    "openCycle": ({"key": "2028-Q1", "name": "Words", **DATES},),
    "planCycles": ({"cadence": "QUARTER", "fiscalYear": 2030},),
    "planPhases": ({"cycleId": "@cycle", "phases": [PHASE]},),
    "startCycle": ({"cycleId": "@next"},),
    "reviewCycle": ({"cycleId": "@review"},),
    "closeCycle": ({"cycleId": "@review"},),
    "addTeam at the top": ({"name": "Words", "kind": "TEAM"},),
    "addTeam below another": ({"name": "Words", "kind": "TEAM", "parentId": "@team"},),
    "editTeam": ({"teamId": "@team", "name": "Words"},),
    "addTeamMember": ({"teamId": "@team", "personId": "@Member"},),
    "removeTeamMember": ({"teamId": "@team", "personId": "@other"},),
    "createObjective for oneself": (
        {"cycleId": "@cycle", "title": "Words", "ownerPersonId": "@me"},
    ),
    "createObjective for another person": (
        {"cycleId": "@cycle", "title": "Words", "ownerPersonId": "@other"},
    ),
    "createObjective for a team": (
        {"cycleId": "@cycle", "title": "Words", "ownerTeamId": "@team"},
    ),
    "carryObjectiveForward": ({"objectiveId": "@objective", "cycleId": "@next"},),
    "editObjective of a draft": ({"objectiveId": "@draft", "title": "Words", **WHY},),
    "editObjective": ({"objectiveId": "@objective", "title": "Words", **WHY},),
    "addParticipant to a draft": ({"objectiveId": "@draft", **WRITTEN},),
    "addParticipant": ({"objectiveId": "@objective", **WRITTEN},),
    "removeParticipant from a draft": ({"participantId": "@reader"}, {"participantId": "@reader"}),
    "removeParticipant": ({"participantId": "@participant"}, {"participantId": "@participant"}),
    "activateObjective": ({"objectiveId": "@draft"},),
    "closeObjective": ({"objectiveId": "@objective"},),
    "withdrawObjective": ({"objectiveId": "@objective", **WHY},),
    "alignObjective": ({"objectiveId": "@objective", **TOWARDS},),
    "reviseAlignment": ({"alignmentId": "@alignment", "weight": "2"},),
    "removeAlignment": ({"alignmentId": "@alignment"},),
    "linkObjectives": ({"objectiveId": "@objective", "kind": "FOLLOWS", **TOWARDS},),
    "unlinkObjectives": ({"linkId": "@link"},),
    "addKeyResult": ({"objectiveId": "@objective", "title": "Words", "metric": RISING},),
    "signOffObjective": ({"objectiveId": "@objective", "stance": "AGREE"},),
    "recordAttestation about an objective": (
        {"objectiveId": "@untouched", "kind": "MEANINGFUL"},
        {"objectiveId": "@objective", "kind": "MEANINGFUL"},
    ),
    "recordAttestation about a key result": (
        {"keyResultId": "@needed", "kind": "NECESSARY"},
        {"keyResultId": "@key result", "kind": "NECESSARY"},
    ),
    "recordAttestation of what is within one's control": (
        {"objectiveId": "@objective", "kind": "WITHIN_MY_CONTROL"},
    ),
    "scoreObjective SELF or TEAM": (
        {"objectiveId": "@objective", **SELF},
        {"objectiveId": "@objective", **SELF, "kind": "TEAM"},
    ),
    "scoreObjective AGREED": ({"objectiveId": "@objective", **AGREED},),
    "scoreKeyResult SELF or TEAM": (
        {"keyResultId": "@key result", **SELF},
        {"keyResultId": "@key result", **SELF, "kind": "TEAM"},
    ),
    "scoreKeyResult AGREED": ({"keyResultId": "@key result", **AGREED},),
    "explainMiss": ({"keyResultId": "@key result", "category": "CAPACITY", "text": "Words"},),
    "reviseKeyResult": ({"keyResultId": "@key result", **CHANGE},),
    "withdrawKeyResult": ({"keyResultId": "@key result", **WHY},),
    "establishBaseline": (
        {"keyResultId": "@waiting", "baseline": "1", "baselineSource": "The books"},
    ),
    "openWindow": ({"keyResultId": "@awaited"},),
    "assignContributor": ({"keyResultId": "@key result", "personId": "@other", "target": "1"},),
    "assignContributor of oneself": (
        {"keyResultId": "@key result", "personId": "@me", "target": "1"},
    ),
    "changeContribution": (
        {"contributionId": "@part", "target": "2"},
        {"contributionId": "@part", "target": "2"},
    ),
    "removeContributor": ({"contributionId": "@part"}, {"contributionId": "@part"}),
    "recordCheckIn": ({**STANDS, "whole": True}, STANDS),
    "recordCheckIns": ({"checkIns": [{**STANDS, "whole": True}]}, {"checkIns": [STANDS]}),
    "recordCheckIn where nobody owns it or has a part": ({**STANDS, "keyResultId": "@free"},),
    "recordCheckIn of what each member is to reach": ({**STANDS, "keyResultId": "@each"},),
    "correctCheckIn": (
        {"checkInId": "@report", "value": "11", **WHY},
        {"checkInId": "@report", "value": "2", **WHY},
    ),
    "retractCheckIn": ({"checkInId": "@report", **WHY}, {"checkInId": "@report", **WHY}),
    "answerObstacle": ({"obstacleId": "@OBSTACLE", "answer": "Words"},),
    "answerObstacle with help that was asked for": ({"obstacleId": "@HELP", "answer": "Words"},),
    "addAttachment to an objective": ({"objectiveId": "@objective", **OUTSIDE},),
    "addAttachment to a key result": ({"keyResultId": "@key result", **OUTSIDE},),
    "removeAttachment from a key result": ({"attachmentId": "@attachment"},),
    "addAttachment to the programme": ({"kind": "LEARNING", "title": "Words"},),
    "removeAttachment from the programme": ({"attachmentId": "@course"},),
    "addWorkItem for a key result": ({**TO_DO, "keyResultId": "@key result"},),
    "addWorkItem for nothing": (TO_DO,),
    "convertKeyResultToInitiative": ({"keyResultId": "@key result", **TO_UNDERTAKE, **WHY},),
    "convertInitiativeToKeyResult": ({"workItemId": "@initiative", "metric": RISING, **WHY},),
    "editWorkItem": ({"workItemId": "@work", "title": "Words"},) * 2,
    "reportWork": ({"workItemId": "@work", "state": "UNDER_WAY"},) * 2,
    "linkWork": ({"workItemId": "@work", "kind": "SERVES", "toObjectiveId": "@further"},) * 2,
    "unlinkWork": ({"workLinkId": "@work link"},) * 2,
    "recordCapacity": ({"teamId": "@team", "cycleId": "@cycle", "days": "40"},),
    "openCase": ({"objectiveId": "@objective", **RISK},),
    "editCase": ({"caseId": "@case", "title": "Words"},) * 2,
    "closeCase": ({"caseId": "@case", "state": "SOLVED", "outcome": "Words"},) * 2,
    "editStep": ({"stepId": "@step", "text": "Other words"},) * 2,
    "addStep": ({"caseId": "@case", "text": "Words"},) * 2,
    "completeStep": ({"stepId": "@step"},) * 2,
    "planMeeting of an objective": ({"objectiveId": "@objective", **MET},),
    "planMeeting of a key result": ({"keyResultId": "@key result", **MET},),
    "planMeeting of a team": ({"teamId": "@team", **MET},),
    "planMeeting of a cycle": ({"cycleId": "@cycle", **MET},),
    "editMeeting": ({"meetingId": "@meeting", "title": "Words"},) * 2,
    "holdMeeting": ({"meetingId": "@meeting"},) * 2,
    "skipMeeting": ({"meetingId": "@meeting", **WHY},) * 2,
    "addComment": ({"objectiveId": "@objective", "text": "Words"},),
    "resolveComment": ({"commentId": "@comment", "outcome": "Words"},) * 2,
    "publishAnnouncement of a cycle": ({"cycleId": "@cycle", "text": "Words"},),
    "publishAnnouncement of a team": ({"cycleId": "@cycle", "teamId": "@team", "text": "Words"},),
    "publishAnnouncement of an objective": ({"objectiveId": "@objective", "text": "Words"},),
    "withdrawAnnouncement": ({"announcementId": "@announcement"},),
    "addRecognition": (
        {"objectiveId": "@objective", "personId": "@other", "text": "Words"},
        {"teamId": "@team", "text": "Words"},
    ),
    "recordAttestation of what one has read": (
        {"announcementId": "@announcement", "kind": "READ"},
    ),
    "withdrawRecognition": (
        {"recognitionId": "@recognition"},
        {"recognitionId": "@recognition"},
    ),
    "withdrawComment": ({"commentId": "@comment"}, {"commentId": "@comment"}),
    "requestContribution": ({"keyResultId": "@free", "target": "1", "text": "Words"},),
    "requestHelp": ({"keyResultId": "@key result", "text": "Words"},),
    "offerHelp": ({"requestId": "@help", "text": "Words"},),
    "withdrawRequest": ({"requestId": "@wish"}, {"requestId": "@help"}),
    "proposeRevision": ({"keyResultId": "@key result", **CHANGE},),
    "acceptRequest to contribute": ({"requestId": "@wish"},),
    "declineRequest to contribute": ({"requestId": "@wish", **WHY},),
    "acceptRequest for help": ({"requestId": "@help"}, {"requestId": "@asked"}),
    "declineRequest for help": ({"requestId": "@help", **WHY}, {"requestId": "@asked", **WHY}),
    "proposeKeyResult": (
        {"objectiveId": "@objective", "title": "Words", "metric": RISING, "text": "Words"},
    ),
    "recordAttestation of a proposal": ({"requestId": "@proposed", "kind": "SUPPORTED"},),
    "acceptRequest to take a key result in": ({"requestId": "@proposed"},),
    "declineRequest to take a key result in": ({"requestId": "@proposed", **WHY},),
    "acceptRequest to revise": ({"requestId": "@proposal"},),
    "declineRequest to revise": ({"requestId": "@proposal", **WHY},),
    "recordReview of an objective": ({"objectiveId": "@objective", **BACK},),
    "recordReview of a key result": ({"keyResultId": "@key result", **BACK},),
    "recordReview of a team": ({"teamId": "@team", **BACK},),
    "recordReview of a cycle": ({"cycleId": "@cycle", **BACK},),
    "parkItem about an objective": ({**PARKED, "objectiveId": "@objective"},),
    "parkItem about a key result": ({**PARKED, "keyResultId": "@key result"},),
    "parkItem about a team": ({**PARKED, "teamId": "@team"},),
    "openPulse of a cycle": ({"cycleId": "@cycle", "questions": ["LEARNED"]},),
    "openPulse of a team": ({"cycleId": "@cycle", "teamId": "@team", "questions": ["LEARNED"]},),
    "closePulse of a cycle": ({"pulseId": "@pulse"},),
    "closePulse of a team": ({"pulseId": "@pulse of team"},),
    "answerPulse": (
        {"pulseId": "@pulse", "answers": [{"question": "TRUST", "score": 3}]},
        {"pulseId": "@pulse", "answers": [{"question": "TRUST", "score": 3}], "named": True},
    ),
    "parkItem about nothing": (PARKED,),
    "resolveFollowUp about an objective": ({"followUpId": "@follow-up", "outcome": "Words"},),
    "resolveFollowUp about a key result": ({"followUpId": "@measure", "outcome": "Words"},),
    "resolveFollowUp about nothing": ({"followUpId": "@idea", "outcome": "Words"},),
    **IN_CONFIDENCE,
}


def said(cast: Cast, who: str, deed: dict[str, Any], *, own: bool = False) -> dict[str, Any]:
    """The input of a command that somebody says, about others' things or about their own."""
    mine = cast.own[who]
    found = cast.ids | (mine if own else {"me": mine["me"]})
    inside: dict[str, Any] = _filled(deed, lambda name: found.get(name) or cast.person(name))
    return inside


def _filled(deed: Any, id_of: Callable[[str], str]) -> Any:
    if isinstance(deed, dict):
        return {name: _filled(each, id_of) for name, each in deed.items()}
    if isinstance(deed, list):
        return [_filled(each, id_of) for each in deed]
    return id_of(deed[1:]) if isinstance(deed, str) and deed.startswith("@") else deed
