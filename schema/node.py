"""Everything that has an id, and how a thing is found by it."""

from typing import Any
from uuid import UUID

import strawberry

from schema import registry
from server.reads.loader import Loader
from server.reads.shapes import Relation

VIEWS = {
    "Organization": "organization",
    "Person": "person",
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
    "Request": "request",
    "Offer": "offer",
    "Review": "review",
    "Answer": "answer",
    "ReviewDecision": "review_decision",
    "FollowUp": "follow_up",
}
KINDS = Relation(view="node", on="id", order="id")


@strawberry.interface(description="Anything that has an id for good.")
class Node:
    """Anything that has an id for good."""

    id: UUID = strawberry.field(description="Names this thing for good.")


async def find(reads: Loader, noun: str, id_: UUID | None) -> Any:
    """A noun of a known kind by its id, or None where the viewer sees nothing by it."""
    row = await reads.row(Relation(view=VIEWS[noun], on="id", order="id"), id_)
    return registry.shown(noun, row)


async def find_any(reads: Loader, id_: UUID | None) -> Any:
    """Whatever an id names."""
    kind = await reads.row(KINDS, id_)
    return None if kind is None else await find(reads, kind["kind"], id_)
