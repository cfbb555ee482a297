"""Everything that has an id, and how a thing is found by it."""

from uuid import UUID

import strawberry

VIEWS = {
    "Organization": "organization",
    "Person": "person",
    "Identity": "identity",
    "ApiKey": "api_key",
    "Team": "team",
    "Cycle": "cycle",
    "Objective": "objective",
    "KeyResult": "key_result",
    "Milestone": "milestone",
    "Contribution": "contribution",
    "CheckIn": "check_in",
    "Obstacle": "obstacle",
    "Evidence": "filed_evidence",
    "Alignment": "alignment",
    "Link": "link",
    "KeyResultRevision": "key_result_revision",
    "ObjectiveRevision": "objective_revision",
    "Comment": "comment",
    "Participant": "participant",
    "SignOff": "sign_off",
    "Attestation": "attestation",
    "Announcement": "announcement",
    "Recognition": "recognition",
    "Request": "request",
    "Offer": "offer",
    "Review": "review",
    "Answer": "answer",
    "ReviewDecision": "review_decision",
    "FollowUp": "follow_up",
    "Pulse": "pulse",
    "PulseAnswer": "pulse_answer",
    "Redaction": "redaction",
    "Export": "export",
    "Verification": "verification",
    "ScoreExport": "score_export",
    "Capacity": "capacity",
    "Case": "filed_case",
    "Meeting": "meeting",
    "Step": "step",
    "WorkItem": "work_item",
    "WorkLink": "work_link",
    "Kpi": "kpi",
    "Attachment": "attachment",
    "Aspiration": "aspiration",
    "KpiValue": "kpi_value",
    "Mentorship": "mentorship",
    "MentoringEntry": "mentoring_entry",
    "HealthMetric": "health_metric",
    "Hypothesis": "hypothesis",
    "Experiment": "experiment",
    "Variant": "variant",
    "Insight": "insight",
    "Event": "event",
}


@strawberry.interface(description="Anything that has an id for good.")
class Node:
    """Anything that has an id for good."""

    id: UUID = strawberry.field(description="Names this thing for good.")
