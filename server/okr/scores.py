"""Rules about scores: whoever worked on something scores it; owners agree on one score."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import ObjectiveNow
from server.okr.objectives import NOT_YOURS
from server.okr.refusals import CycleIsClosed, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import (
    CycleState,
    KeyResultState,
    ObjectiveState,
    Text,
)


@dataclass(kw_only=True)
class ScoreObjective:
    """Say how well an objective was reached."""

    objective_id: Annotated[UUID, "Which objective."]
    kind: Annotated[terms.ScoreKind, "Whose score it is."]
    score: Annotated[Decimal, "0 to 1."]
    comment: Annotated[Text | None, "What stands behind the number."] = None


@dataclass(kw_only=True)
class ScoreKeyResult:
    """Say how well a key result was reached."""

    key_result_id: Annotated[UUID, "Which key result."]
    kind: Annotated[terms.ScoreKind, "Whose score it is."]
    score: Annotated[Decimal, "0 to 1."]
    comment: Annotated[Text | None, "What stands behind the number."] = None


def score_objective(standing: Standing, said: ScoreObjective) -> Decision:
    """Scores are given while the cycle runs or is in review; owners agree on one score."""
    objective = need(standing.objective, "objective_id")
    standing.expect(objective.version)
    objections = _scorable(objective, "objective_id")
    owns = authority.owns(standing.actor, objective)
    member = objective.owner_team_id in standing.actor.member_of
    may = owns if said.kind is terms.ScoreKind.AGREED else owns or member
    objections.when(not may, NotAllowed(NOT_YOURS))
    checks.share(objections, said.score, "score")
    objections.settle()
    fact = events.ObjectiveScored(
        objective_id=objective.id, kind=said.kind, score=said.score, comment=said.comment
    )
    return Decision(facts=[fact], guards=objective.grounds)


def score_key_result(standing: Standing, said: ScoreKeyResult) -> Decision:
    """Whoever worked on it scores for themselves and the team; owners agree on one score."""
    key_result = need(standing.key_result, "key_result_id")
    standing.expect(key_result.version)
    objections = _scorable(key_result.objective, "key_result_id")
    agreed = said.kind is terms.ScoreKind.AGREED
    owns = authority.owns(standing.actor, key_result.objective)
    may = owns if agreed else authority.works_on(standing.actor, key_result)
    objections.when(not may, NotAllowed("You have no part in this key result."))
    objections.when(
        key_result.state is KeyResultState.WITHDRAWN,
        WrongState("The key result is WITHDRAWN.", "key_result_id"),
    )
    checks.share(objections, said.score, "score")
    objections.settle()
    fact = events.KeyResultScored(
        key_result_id=key_result.id, kind=said.kind, score=said.score, comment=said.comment
    )
    return Decision(facts=[fact], guards=key_result.grounds)


def _scorable(objective: ObjectiveNow, path: str) -> Objections:
    """Scoring needs a cycle that has started and is not closed."""
    objections = Objections()
    state = objective.cycle.state
    objections.when(state is CycleState.CLOSED, CycleIsClosed(None, path))
    objections.when(
        state is CycleState.PLANNING,
        WrongState("Scores are given once the cycle has started.", path),
    )
    drafted = objective.state in (ObjectiveState.DRAFT, ObjectiveState.WITHDRAWN)
    objections.when(drafted, WrongState(f"The objective is {objective.state}.", path))
    return objections
