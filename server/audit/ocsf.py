"""Facts as the Open Cybersecurity Schema Framework has them: class 3004, Entity Management."""

from datetime import datetime
from typing import Any

from server.audit.formats import ENCODER, Writer, facts

CLASS = 3004
CREATE, READ, UPDATE, DELETE = range(1, 5)
ACTIVITIES = {CREATE: "Create", READ: "Read", UPDATE: "Update", DELETE: "Delete"}
ENDINGS = {
    READ: ("Exported",),
    DELETE: ("Removed", "Withdrawn", "Retracted", "Revoked", "Unlinked", "Redacted", "Forgotten"),
}
BRIEFLY = ("eventId", "recordedAt", "actorId", "streamId")


class Ocsf(Writer):
    """A line for each fact; all that OCSF has no place for stands under `unmapped`."""

    media, suffix = "application/x-ndjson", "ocsf.ndjson"

    def written(self, lines: bytes) -> bytes:
        """Each fact as an activity about what it belongs to."""
        return b"".join(ENCODER.encode(_activity(fact)) + b"\n" for fact in facts(lines))


def activity_of(fact: dict[str, Any]) -> int:
    """The first fact about something creates it; what is removed stays in the log."""
    for activity, endings in ENDINGS.items():
        if fact["type"].endswith(endings):
            return activity
    return CREATE if fact["version"] == 1 else UPDATE


def _activity(fact: dict[str, Any]) -> dict[str, Any]:
    activity = activity_of(fact)
    moment = datetime.fromisoformat(fact["recordedAt"])
    return {
        "class_uid": CLASS,
        "class_name": "Entity Management",
        "category_uid": 3,
        "category_name": "Identity & Access Management",
        "activity_id": activity,
        "activity_name": ACTIVITIES[activity],
        "type_uid": CLASS * 100 + activity,
        "severity_id": 1,
        "status_id": 1,
        "time": int(moment.timestamp() * 1000),
        "metadata": {
            "version": "1.3.0",
            "product": {"name": "okrlog", "vendor_name": "okrlog"},
            "uid": fact["eventId"],
            "event_code": fact["type"],
            "sequence": fact["position"],
            "tenant_uid": fact["organizationId"],
            "original_time": fact["recordedAt"],
        },
        "actor": {"user": {"uid": fact["actorId"]}},
        "entity": {"uid": fact["streamId"], "type": fact["type"], "version": str(fact["version"])},
        "unmapped": {name: value for name, value in fact.items() if name not in BRIEFLY},
    }
