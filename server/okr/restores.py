"""The rule about a log that was restored: it goes on in a branch of its own, and says so."""

from dataclasses import dataclass
from typing import Annotated

from server.okr import checks, events
from server.okr.authority import takes_away
from server.okr.refusals import NotAllowed, Objections
from server.okr.standing import Decision, Standing
from server.okr.stating import Text


@dataclass(kw_only=True)
class RestoreLog:
    """Let a log go on behind what a restore or a failover left of it."""

    epoch: Annotated[int, "The branch in which it goes on."]
    last_position: Annotated[int, "The last position that was left."]
    signed_position: Annotated[int | None, "Up to where it had been signed and given away."] = None
    shared_position: Annotated[int | None, "Up to where it is what was given away."] = None
    reason: Annotated[Text, "What happened."]


def restore_log(standing: Standing, said: RestoreLog) -> Decision:
    """Whoever operates the server, as an auditor would, says what happened."""
    objections = Objections()
    objections.when(not takes_away(standing.actor.permissions), NotAllowed(None))
    checks.reasoned(objections, said.reason)
    objections.settle()
    fact = events.LogRestored(
        organization_id=standing.organization_id,
        epoch=said.epoch,
        last_position=said.last_position,
        signed_position=said.signed_position,
        shared_position=said.shared_position,
        reason=said.reason,
    )
    return Decision(facts=[fact])
