"""What is said in random histories when people talk, make things known and recognize them.

Allowed or not is for the rules to say.
"""

from typing import Any
from uuid import UUID

from server.okr import announcements, attestations, comments, events, recognitions
from server.okr.terms import AttestationKind, CommentKind
from tests.chance import Chance, step
from tests.steps import Said

NOTHING = dict.fromkeys(
    ("objective_id", "key_result_id", "check_in_id", "announcement_id", "answers_id")
)


@step(comments.add_comment, 6)
def _(chance: Chance) -> Said:
    ways: list[Said] = [
        {"objective_id": chance.objective()},
        {"key_result_id": chance.key_result()},
        {"check_in_id": chance.any(events.CheckInRecorded).check_in_id},
    ]
    if chance.facts[events.CommentAdded]:
        ways.append({"answers_id": chance.any(events.CommentAdded).comment_id})
    if chance.facts[events.AnnouncementPublished]:
        ways.append({"announcement_id": chance.any(events.AnnouncementPublished).announcement_id})
    about = NOTHING | chance.one_of(*ways)
    return {**about, "kind": chance.one_of(*CommentKind), "text": chance.text()}


@step(comments.resolve_comment, 6)
def _(chance: Chance) -> Said:
    kinds = set(CommentKind) - {CommentKind.REMARK}
    waiting = [each for each in chance.facts[events.CommentAdded] if each.kind in kinds]
    comment = chance.one_of(*waiting) if waiting else chance.any(events.CommentAdded)
    return {"comment_id": comment.comment_id, "outcome": chance.text()}


@step(comments.withdraw_comment, 4)
def _(chance: Chance) -> Said:
    return {"comment_id": own(chance, events.CommentAdded, "comment_id")}


@step(announcements.publish_announcement, 2)
def _(chance: Chance) -> Said:
    whole = chance.perhaps(0.5)
    teams = chance.facts[events.TeamAdded]
    of_team = whole and bool(teams) and chance.perhaps(0.5)
    return {
        "cycle_id": chance.any(events.CycleOpened).cycle_id if whole else None,
        "team_id": chance.one_of(*teams).team_id if of_team else None,
        "objective_id": None if whole else chance.objective(),
        "text": chance.text(),
    }


@step(announcements.withdraw_announcement, 1)
def _(chance: Chance) -> Said:
    return {"announcement_id": chance.any(events.AnnouncementPublished).announcement_id}


@step(recognitions.add_recognition, 3)
def _(chance: Chance) -> Said:
    named: Said = dict.fromkeys((*recognitions.FOR_WHAT, *recognitions.TO_WHOM, "review_id"))
    ways: list[tuple[str, Any]] = [
        ("objective_id", chance.objective),
        ("key_result_id", chance.key_result),
        ("person_id", chance.person),
    ]
    name, draw = chance.one_of(*ways)
    said = named | {name: draw(), "text": chance.text()}
    if name == "person_id" and chance.facts[events.ReviewRecorded] and chance.perhaps(0.4):
        said["review_id"] = chance.any(events.ReviewRecorded).review_id
    return said


@step(recognitions.withdraw_recognition, 2)
def _(chance: Chance) -> Said:
    return {"recognition_id": own(chance, events.RecognitionAdded, "recognition_id")}


@step(attestations.record_attestation, 8)
def _(chance: Chance) -> Said:
    subject = chance.one_of("key_result", "key_result", "objective", "announcement")
    if not chance.facts[events.AnnouncementPublished]:
        subject = "key_result"
    fitting = attestations.SAID_OF[subject]
    read = subject == "announcement"
    told = chance.any(events.AnnouncementPublished).announcement_id if read else None
    return {
        "key_result_id": chance.key_result() if subject == "key_result" else None,
        "objective_id": chance.objective() if subject == "objective" else None,
        "announcement_id": told,
        "kind": chance.one_of(*sorted(fitting, key=list(AttestationKind).index)),
        "holds": read or chance.perhaps(0.7),
        "reason": chance.maybe(chance.text, 0.8),
    }


def own(chance: Chance, kind: Any, name: str) -> UUID:
    """Most often something that whoever acts said themselves, and stands by."""
    said = [each for each, by in chance.said[kind].items() if by == chance.actor]
    if said and chance.perhaps(0.8):
        return chance.dice.choice(said)
    found: UUID = getattr(chance.any(kind), name)
    return found
