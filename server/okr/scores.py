"""Rules about scores: whoever worked on something scores it; owners agree on one score."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.misses import MissInput, missed
from server.okr.now import ObjectiveNow
from server.okr.objectives import NOT_YOURS
from server.okr.refusals import (
    CycleIsClosed,
    Invalid,
    LimitReached,
    NotAllowed,
    Objections,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import (
    CycleState,
    KeyResultState,
    ObjectiveState,
    Text,
)

SCORED_BY = 100


@dataclass(kw_only=True)
class Scoring:
    """How well something was reached, and whose word that is."""

    kind: Annotated[terms.ScoreKind, "Whose score it is."]
    score: Annotated[Decimal, "0 to 1."]
    comment: Annotated[Text | None, "What stands behind the number."] = None
    participant_ids: Annotated[list[UUID] | None, "For TEAM: the people who scored together."] = (
        field(default=None)
    )
    votes: Annotated[list[events.CastVote] | None, "For TEAM: what each of them voted."] = field(
        default=None
    )


@dataclass(kw_only=True)
class ScoreObjective(Scoring):
    """Say how well an objective was reached."""

    objective_id: Annotated[UUID, "Which objective."]


@dataclass(kw_only=True)
class ScoreKeyResult(Scoring):
    """Say how well a key result was reached; below the cut-off a policy may ask why."""

    key_result_id: Annotated[UUID, "Which key result."]
    miss: Annotated[MissInput | None, "For AGREED below the cut-off: why it was not reached."] = (
        None
    )


def score_objective(standing: Standing, said: ScoreObjective) -> Decision:
    """Scores are given while the cycle runs or is in review; owners agree on one score."""
    objective = need(standing.objective, "objective_id")
    standing.expect(objective.version)
    objections = _scorable(objective, "objective_id")
    owns = authority.owns(standing.actor, objective)
    member = objective.owner_team_id in standing.actor.member_of
    may = owns if said.kind is terms.ScoreKind.AGREED else owns or member
    objections.when(not may, NotAllowed(NOT_YOURS))
    _scored(objections, standing, said)
    objections.settle()
    fact = events.ObjectiveScored(objective_id=objective.id, **_given(said))
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
    _scored(objections, standing, said)
    explained = missed(objections, key_result, said.miss, said.score if agreed else None)
    objections.settle()
    fact = events.KeyResultScored(key_result_id=key_result.id, **_given(said))
    agreed_on = [standing.organization.agreed] if agreed and standing.organization else []
    return Decision(facts=[fact, *explained], guards=[*key_result.grounds, *agreed_on])


def _given(said: Scoring) -> dict[str, Any]:
    return {
        "kind": said.kind,
        "score": said.score,
        "comment": said.comment,
        "participant_ids": said.participant_ids or [],
        "votes": said.votes or [],
    }


def _scored(objections: Objections, standing: Standing, said: Scoring) -> None:
    """Scores lie within 0 to 1; those who score together are people, and vote once each."""
    checks.share(objections, said.score, "score")
    people = {each.id for each in standing.people}
    together = said.kind is terms.ScoreKind.TEAM
    for name in ("participant_ids", "votes"):
        several = getattr(said, name) and not together
        objections.when(several, Invalid("Only a TEAM score is given together.", name))
        many = len(getattr(said, name) or []) > SCORED_BY
        objections.when(many, LimitReached(f"At most {SCORED_BY} people score together.", name))
    named, votes = said.participant_ids or [], said.votes or []
    checks.known(objections, named, people, "participant_ids")
    checks.known(objections, [each.person_id for each in votes], people, "votes", of="person_id")
    for index, person in enumerate(named):
        objections.when(
            person in named[:index],
            Invalid("This person is named already.", "participant_ids", str(index)),
        )
    voted: set[UUID] = set()
    for index, vote in enumerate(votes):
        place = ("votes", str(index))
        twice = vote.person_id in voted
        objections.when(twice, Invalid("This person has voted already.", *place, "person_id"))
        checks.share(objections, vote.score, *place, "score")
        voted.add(vote.person_id)


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
