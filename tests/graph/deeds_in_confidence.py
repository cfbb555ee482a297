"""What the commands of mentorships are tried with; those of others are not seen."""

from typing import Any

THE_TWO = ("Mentor", "Mentee")
OURS = {"mentorshipId": "@mentorship"}

IN_CONFIDENCE: dict[str, tuple[dict[str, Any], ...]] = {
    "startMentorship with oneself as one of the two": ({"mentorId": "@other", "menteeId": "@me"},),
    "startMentorship of two others": ({"mentorId": "@other", "menteeId": "@Owner"},),
    "editMentorship": ({**OURS, "endsOn": "2099-12-31"},),
    "editMentorship to say the aim": ({**OURS, "menteeAim": "Words"},),
    "editMentorship to say the support": ({**OURS, "mentorSupport": "Words"},),
    "addMentoringEntry": ({**OURS, "kind": "NOTE", "text": "Words"},),
    "addMentoringEntry about what one sees": (
        {
            "keyResultId": "@key result",
            "kind": "FEEDBACK",
            "ofPersonId": "@Owner",
            "text": "Words",
        },
    ),
    "addMentoringEntry of a reflection of one's own": (
        {"kind": "REFLECTION", "text": "Words", "shownTo": "AUTHOR"},
    ),
    "deferMentoringEntry of what the mentor is to write": (
        {"mentoringEntryId": "@owed", "dueOn": "2099-12-31", "reason": "Words"},
    ),
    "settleMentoringEntry": ({"mentoringEntryId": "@promise", "outcome": "KEPT"},),
    "openCase of a career that the mentor sees": ({**OURS, "kind": "CAREER", "title": "Words"},),
    "editCase of a career": ({"caseId": "@career", "title": "Words"},),
    "addStep of a career": ({"caseId": "@career", "text": "Words"},),
    "editStep of a career": ({"stepId": "@way", "text": "Words"},),
    "giveConsent": ({"mentoringEntryId": "@story"},),
    "withdrawConsent": ({"mentoringEntryId": "@told"},),
    "endMentorship": ({**OURS, "category": "OTHER", "reason": "Words"},),
}

# About something that others do not see; what the two let everybody read they do.
ABOUT = {"mentorshipId", "mentoringEntryId", "caseId", "stepId"}
HIDDEN = {what for what, (said, *_) in IN_CONFIDENCE.items() if ABOUT & said.keys()} - {
    "withdrawConsent"
}
