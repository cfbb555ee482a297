"""Rules about misses: why something was not reached, and what would be done otherwise."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import KeyResultNow
from server.okr.refusals import Invalid, NotAllowed, Objections, ReasonIsMissing, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CycleState, Demand, KeyResultState


@dataclass(kw_only=True)
class MissInput(terms.Miss):
    """Why a key result was not reached."""


@dataclass(kw_only=True)
class ExplainMiss(terms.Miss):
    """Say why a key result was not reached; this can come later than its score."""

    key_result_id: Annotated[UUID, "Which key result."]


def explain_miss(standing: Standing, said: ExplainMiss) -> Decision:
    """Whoever worked on it says why, once the cycle has started, and also after its end."""
    key_result = need(standing.key_result, "key_result_id")
    standing.expect(key_result.version)
    objections = Objections()
    objections.when(
        not authority.works_on(standing.actor, key_result),
        NotAllowed("You have no part in this key result."),
    )
    early = key_result.objective.cycle.state is CycleState.PLANNING
    objections.when(early, WrongState("The cycle has not started yet.", "key_result_id"))
    objections.when(
        key_result.state is KeyResultState.WITHDRAWN,
        WrongState("The key result is WITHDRAWN.", "key_result_id"),
    )
    objections.when(
        key_result.reached,
        WrongState("It was reached: the score agreed on is 1.", "key_result_id"),
    )
    _told(objections, said)
    objections.settle()
    fact = events.MissExplained(key_result_id=key_result.id, **terms.changes(terms.Miss, said))
    return Decision(facts=[fact], guards=key_result.grounds)


def missed(
    objections: Objections, key_result: KeyResultNow, said: MissInput | None, agreed: Decimal | None
) -> list[events.MissExplained]:
    """What is told of a miss along with its score; the policy may demand reason and improvement."""
    policy = key_result.objective.cycle.policy
    below = agreed is not None and agreed < policy.completion_cut_off
    demanded = below and policy.miss_reason is Demand.REFUSE
    if said is None:
        objections.when(
            demanded and not key_result.explained,
            ReasonIsMissing(
                f"Below {policy.completion_cut_off} it has to be said why it was missed.", "miss"
            ),
        )
        return []
    objections.when(
        agreed is None, Invalid("Only an AGREED score says that something was missed.", "miss")
    )
    objections.when(agreed == 1, Invalid("Who agrees on 1 has missed nothing.", "miss"))
    _told(objections, said, "miss")
    if demanded:
        checks.reasoned(objections, said.improvement, "miss", "improvement")
    return [events.MissExplained(key_result_id=key_result.id, **terms.changes(terms.Miss, said))]


def _told(objections: Objections, said: terms.Miss, *place: str) -> None:
    checks.reasoned(objections, said.text, *place, "text")
    checks.noted(objections, said.improvement, *place, "improvement")
