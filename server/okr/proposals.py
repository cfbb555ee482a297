"""Rules about proposals: a change of a key result that somebody else has to approve."""

from dataclasses import dataclass, fields
from typing import Annotated
from uuid import UUID

from server.okr import authority, events
from server.okr.key_results import ReviseKeyResult, grounds, revised, running
from server.okr.metrics import MetricInput, MilestoneInput, stated
from server.okr.now import KeyResultNow
from server.okr.proposal_now import ProposalNow
from server.okr.refusals import (
    CycleIsClosed,
    Invalid,
    NotAllowed,
    NotFound,
    Objections,
    Refused,
    WrongState,
)
from server.okr.said_now import RequestNow
from server.okr.standing import Decision, Standing, need
from server.okr.terms import ABSENT, KeyResult, ObstacleKind, changes

STATED = {each.name for each in fields(ReviseKeyResult)} - {"metric"}


@dataclass(kw_only=True)
class ProposeRevision(ReviseKeyResult):
    """Propose to change a key result; it stays as it is until somebody else accepts that."""

    comment_id: Annotated[UUID | None, "The comment that it came from."] = None
    obstacle_id: Annotated[UUID | None, "The ADJUSTMENT of a report that it came from."] = None


def propose_revision(standing: Standing, said: ProposeRevision) -> Decision:
    """Whoever works on a key result may propose what could be changed of it now."""
    key_result = need(standing.key_result, "key_result_id")
    standing.expect(key_result.version)
    objections = running(key_result)
    may = authority.works_on(standing.actor, key_result)
    objections.when(
        not may and not authority.steers(standing.actor, key_result),
        NotAllowed("Only who works on it proposes a change."),
    )
    _came_from(objections, standing, key_result, said)
    change = revised(standing, key_result, said, objections)
    fact = events.RevisionProposed(
        request_id=standing.new_id(),
        objective_id=key_result.objective.id,
        key_result_id=key_result.id,
        changes=changes(KeyResult, said),
        text=said.reason,
        category=said.category,
        owner_person_id=said.owner_person_id,
        metric=stated(said.metric) if isinstance(said.metric, MetricInput) else ABSENT,
        milestones=change.milestones,
        curve=said.curve,
        paired_with_id=said.paired_with_id,
        comment_id=said.comment_id,
        obstacle_id=said.obstacle_id,
    )
    return Decision(facts=[fact], guards=grounds(standing, key_result))


def approved(standing: Standing, request: RequestNow, objections: Objections) -> list[events.Fact]:
    """The change that was proposed, under all its conditions as things stand now."""
    key_result = need(standing.key_result, "request_id")
    said = _as_said(key_result, request, need(request.proposal, "request_id"))
    try:
        return [revised(standing, key_result, said, running(key_result), request.id)]
    except Refused as refused:
        # That the cycle is closed has been said of the request itself.
        reasons = [each for each in refused.reasons if not isinstance(each, CycleIsClosed)]
        objections += [type(each)(each.message, "request_id") for each in reasons]
        return []


def _as_said(
    key_result: KeyResultNow, request: RequestNow, proposal: ProposalNow
) -> ReviseKeyResult:
    """The revision in the words of the proposal; milestones that are not there begin anew."""
    told = {name: getattr(proposal, name) for name in STATED & set(proposal.stated)}
    if proposal.metric is not None:
        there = key_result.milestones
        milestones = [
            MilestoneInput(**(vars(each) | {"id": each.id if each.id in there else None}))
            for each in proposal.milestones
        ]
        told["metric"] = MetricInput(**vars(proposal.metric), milestones=milestones or None)
    reason = request.text or ""
    return ReviseKeyResult(key_result_id=key_result.id, reason=reason, **told)


def _came_from(
    objections: Objections, standing: Standing, key_result: KeyResultNow, said: ProposeRevision
) -> None:
    """What a proposal came from is about the same key result, or about its whole objective."""
    if said.comment_id is not None:
        comment = need(standing.comment, "comment_id")
        about = (comment.objective_id, comment.key_result_id)
        places = [(key_result.objective.id, each) for each in (None, key_result.id)]
        objections.when(about not in places, NotFound(None, "comment_id"))
        objections.when(
            about in places and comment.withdrawn,
            WrongState("The comment was withdrawn.", "comment_id"),
        )
    if said.obstacle_id is not None:
        obstacle = need(standing.obstacle, "obstacle_id")
        here = obstacle.key_result_id == key_result.id
        objections.when(not here, NotFound(None, "obstacle_id"))
        objections.when(
            here and obstacle.kind is not ObstacleKind.ADJUSTMENT,
            WrongState("This proposes no correction of course.", "obstacle_id"),
        )
    objections.when(
        said.comment_id and said.obstacle_id,
        Invalid("It came from a comment or from an obstacle, not from both.", "obstacle_id"),
    )
