"""What the viewer may do with each noun, by who they are: for front ends that grey out buttons."""

from collections.abc import Mapping
from typing import Any

import strawberry
from strawberry.utils.str_converters import to_camel_case

from schema.fields import one, read
from server.okr import hands
from server.okr.hands import Hand, Hands
from server.reads.sources import Held

Ways = Mapping[str, Hands]

OWN: Hands = frozenset({Hand.SELF})
TO_REPORT: Hands = frozenset({Hand.EACH})
DOING: Ways = {
    "hands": hands.BELONGS | OWN,
    "for_it": hands.WORKS_FOR,
    "on_it": hands.WORKS_ON,
}
OF_MATTERS: Ways = {
    "hands": hands.PLANS | OWN,
    "for_it": hands.WORKS_FOR,
    "on_it": hands.WORKS_ON,
    "of_team": hands.BELONGS,
    "of_cycle": hands.REVIEWS,
    "free": frozenset({Hand.CONTRIBUTE}),
}
MINDS: Ways = {"hands": hands.PLANS | hands.LEADS, "for_it": hands.OWNS}
TRIES = hands.PLANS | hands.BELONGS | OWN

MAY: dict[str, dict[str, Hands | Ways]] = {
    "Organization": {
        "change_policy": hands.ADMINISTERS,
        "add_person": hands.ADMINISTERS,
        "add_team": hands.ADMINISTERS,
        "open_cycle": hands.PLANS,
        "add_aspiration": hands.PLANS,
        "place_legal_hold": hands.ADMINISTERS,
        "redact_event": hands.REDACTS,
        "export_log": hands.TAKES_AWAY,
    },
    "Person": {
        "rename": hands.ADMINISTERS | OWN,
        "revoke_token": hands.ADMINISTERS | OWN,
        "deactivate": hands.ADMINISTERS,
        "grant_permission": hands.ADMINISTERS,
        "revoke_permission": hands.ADMINISTERS,
        "forget": hands.REDACTS,
    },
    "Team": {
        "edit": hands.LEADS,
        "add_team": hands.LEADS,
        "add_member": hands.LEADS,
        "remove_member": hands.LEADS,
        "record_review": hands.PLANS | hands.BELONGS,
        "announce": hands.PLANS | hands.LEADS,
        "park_item": hands.PLANS | hands.BELONGS,
        "open_pulse": hands.PLANS | hands.LEADS,
    },
    "Cycle": {
        "change_policy": hands.PLANS,
        "plan_phases": hands.PLANS,
        "announce": hands.PLANS,
        "start": hands.PLANS,
        "review": hands.PLANS,
        "close": hands.PLANS,
        "record_review": hands.REVIEWS,
        "open_pulse": hands.PLANS,
    },
    "Objective": {
        "edit": hands.COMPOSES,
        "activate": hands.OWNS,
        "close": hands.OWNS,
        "announce": hands.OWNS,
        "withdraw": hands.OWNS,
        "add_participant": hands.COMPOSES,
        "add_key_result": hands.DRAFTS,
        "align": hands.DRAFTS,
        "link": hands.DRAFTS,
        "attach": hands.WORKS_FOR,
        "sign_off": hands.SIGNS,
        "attest": hands.ATTESTS,
        "score": hands.OWNS | {Hand.COLLABORATOR},
        "agree_on_score": hands.OWNS,
        "record_review": hands.PLANS | hands.WORKS_FOR,
        "park_item": hands.PLANS | hands.WORKS_FOR,
    },
    "KeyResult": {
        "revise": hands.STEERS,
        "withdraw": hands.STEERS,
        "establish_baseline": hands.STEERS,
        "open_window": hands.STEERS,
        "attest": hands.ATTESTS,
        "attach": hands.WORKS_ON | hands.WORKS_FOR,
        "bind": hands.STEERS,
        "propose_revision": hands.STEERS | hands.WORKS_ON,
        "assign_contributor": hands.STEERS,
        "join": {"hands": hands.STEERS, "free": hands.WORKS_ON},
        "record_check_in": {
            "whole": hands.REPORTS_WHOLE | {Hand.CONTRIBUTOR},
            "hands": TO_REPORT,
        },
        "answer_obstacle": hands.WORKS_ON,
        "score": hands.WORKS_ON,
        "agree_on_score": hands.OWNS,
        "explain_miss": hands.WORKS_ON,
        "record_review": hands.PLANS | hands.WORKS_ON,
        "park_item": hands.PLANS | hands.WORKS_ON,
    },
    "Contribution": {"change": hands.STEERS | OWN, "remove": hands.STEERS | OWN},
    "CheckIn": {"correct": hands.REPORTS_WHOLE | OWN, "retract": hands.REPORTS_WHOLE | OWN},
    "Aspiration": {"edit": hands.PLANS},
    "Attachment": {
        "remove": {"hands": hands.PLANS, "for_it": hands.WORKS_FOR, "on_it": hands.WORKS_ON}
    },
    "Comment": {
        "withdraw": OWN,
        "resolve": {"hands": hands.DRAFTS | OWN, "whole": hands.PLANS},
    },
    "Announcement": {"withdraw": {"hands": hands.OWNS | OWN, "whole": hands.PLANS}},
    "Recognition": {"withdraw": OWN},
    "Kpi": {
        "edit": hands.KEEPS,
        "record_value": hands.MEASURES,
        "correct_value": hands.MEASURES,
    },
    "WorkItem": {"edit": DOING, "report": DOING, "link": DOING},
    "Case": {"edit": OF_MATTERS, "close": OF_MATTERS, "add_step": OF_MATTERS},
    "Meeting": {
        "edit": OF_MATTERS,
        "hold": OF_MATTERS,
        "skip": OF_MATTERS,
        "add_step": OF_MATTERS,
    },
    "Step": {"edit": OF_MATTERS, "complete": {**OF_MATTERS, "doing": OWN}},
    "HealthMetric": {"remove": MINDS, "accept_action": MINDS},
    "Hypothesis": {"conclude": TRIES, "add_experiment": TRIES},
    "Experiment": {"record_result": TRIES},
    "Mentorship": {
        "edit": hands.PAIRS,
        "say_aim": frozenset({Hand.MENTEE}),
        "say_support": frozenset({Hand.MENTOR}),
        "end": hands.PAIRS,
        "add_entry": hands.PAIRS,
        "open_career": frozenset({Hand.MENTEE}),
    },
    "MentoringEntry": {
        "settle": OWN,
        "defer": {"written": OWN},
        "consent": {"told": OWN},
    },
    "Pulse": {
        "answer": frozenset({Hand.ASKED}),
        "close": hands.PLANS | hands.LEADS | OWN,
    },
    "Request": {
        "accept": {
            "hands": frozenset({Hand.ASKED, Hand.HELPED}),
            "owning": hands.OWNS,
            "steering": hands.STEERS,
            "drafting": hands.DRAFTS,
        },
        "decline": {
            "hands": frozenset({Hand.ASKED}),
            "owning": hands.OWNS,
            "steering": hands.STEERS,
            "drafting": hands.DRAFTS,
        },
        "withdraw": OWN,
    },
}
"""Who may do what: with which hands, or with which in which column of the view."""

VIEWS = {
    "Organization": "standing_hands",
    "Person": "standing_hands",
    "Cycle": "standing_hands",
    "Team": "team_hands",
    "Objective": "objective_hands",
    "KeyResult": "key_result_hands",
    "Contribution": "contribution_hands",
    "CheckIn": "check_in_hands",
    "Comment": "comment_hands",
    "Aspiration": "standing_hands",
    "Attachment": "attachment_hands",
    "Announcement": "announcement_hands",
    "Recognition": "recognition_hands",
    "Kpi": "kpi_hands",
    "WorkItem": "work_item_hands",
    "Case": "matter_hands",
    "Meeting": "matter_hands",
    "Step": "matter_hands",
    "HealthMetric": "health_metric_hands",
    "Hypothesis": "hypothesis_hands",
    "Experiment": "hypothesis_hands",
    "Mentorship": "mentorship_hands",
    "MentoringEntry": "mentoring_entry_hands",
    "Pulse": "pulse_hands",
    "Request": "request_hands",
}

MEANT = {
    "align": "align it with what it supports",
    "link": "link it to earlier ones",
    "attach": "attach to it what stands outside",
    "attest": "say what holds of it",
    "announce": "make it known",
    "resolve": "say what came of it",
    "bind": "let its value follow a KPI",
    "join": "take on a part by themselves",
    "agree_on_score": "give it the score that was agreed on",
    "score": "give it a score of their own, or of the team",
    "review": "begin its review",
    "sign_off": "say whether they agree",
    "record_value": "say what was measured of it",
    "correct_value": "put right what was measured of it",
    "report": "say how far it is",
    "complete": "say that it is done",
    "hold": "say that it was held",
    "skip": "say why it was not held",
    "conclude": "say what came of it",
    "record_result": "say what it showed",
    "accept_action": "accept what is done about it",
    "say_aim": "say what the mentee wants to achieve",
    "say_support": "say how the mentor is going to help",
    "add_entry": "note, ask or answer something in it",
    "open_career": "say there where they want to get",
    "settle": "say what became of it",
    "defer": "put it off",
    "open_pulse": "ask the people there something in a pulse",
    "consent": "agree, or no more, that everybody reads it",
    "forget": "have them forgotten once they have left",
    "export_log": "take the log away",
    "redact_event": "take words out of the history",
}


def permissions(noun: str) -> Any:
    """What the viewer may do with a noun."""
    fields = {name: _may(name, held) for name, held in MAY[noun].items()}
    made = type(
        f"{noun}Permissions", (), {"__annotations__": dict.fromkeys(fields, bool), **fields}
    )
    description = (
        "What the viewer may do with it, by who they are today; whether it can be done now "
        "follows from how it stands."
    )
    return one(
        strawberry.type(made, description=description),
        VIEWS[noun],
        key="id",
        description="What the viewer may do with it, whoever else may.",
    )


def _may(name: str, held: Hands | Ways) -> Any:
    ways = held if isinstance(held, Mapping) else {"hands": held}
    meant = MEANT.get(name, name.replace("_", " "))
    source = Held(ways=tuple((column, tuple(sorted(each))) for column, each in ways.items()))
    return read(source, bool, f"Whether they may {meant}.", name=to_camel_case(name))
