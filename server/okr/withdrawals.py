"""Rules about giving key results up."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, mentored, terms
from server.okr.key_results import steered
from server.okr.now import Guard
from server.okr.standing import Decision, Standing
from server.okr.terms import Text


@dataclass(kw_only=True)
class WithdrawKeyResult:
    """Give a key result up."""

    key_result_id: Annotated[UUID, "Which key result."]
    reason: Annotated[Text, "Why it is given up."]
    kind: Annotated[terms.Withdrawal, "In which way."] = terms.Withdrawal.GIVEN_UP


def withdraw_key_result(standing: Standing, said: WithdrawKeyResult) -> Decision:
    """What is given up stays in the history, with the reason; its parts are given up with it."""
    key_result, objections = steered(standing)
    mentored.agreed_together(objections, key_result.objective, "key_result_id")
    checks.reasoned(objections, said.reason)
    objections.settle()
    facts: list[events.Fact] = [
        events.KeyResultWithdrawn(key_result_id=each, reason=said.reason, kind=said.kind)
        for each in (key_result.id, *key_result.parts)
    ]
    parted = [Guard(stream=each, kinds=(events.KeyResultWithdrawn,)) for each in key_result.parts]
    return Decision(facts=facts, guards=[*key_result.grounds, *parted])
