"""The rule about checking the log: what somebody found who did not have to trust the server."""

from dataclasses import dataclass
from typing import Annotated

from server.okr import checks, events
from server.okr.authority import takes_away
from server.okr.refusals import Invalid, NotAllowed, Objections
from server.okr.standing import Decision, Standing
from server.okr.terms import Text

ONLY_AUDITORS = "Only auditors and administrators check the log."


@dataclass(kw_only=True)
class ReportVerification:
    """Note that the log was checked, and whether it held."""

    last_position: Annotated[int, "How far it was checked."]
    chain: Annotated[str, "The chain there, as the check printed it."]
    first_position: Annotated[int, "From where on it was checked."] = 1
    fault: Annotated[Text | None, "What did not fit; leave it out where all did."] = None


def report_verification(standing: Standing, said: ReportVerification) -> Decision:
    """Who may take the log away says what its check has shown, whichever way it went."""
    objections = Objections()
    objections.when(not takes_away(standing.actor.permissions), NotAllowed(ONLY_AUDITORS))
    checks.unversioned(objections, standing)
    checks.hashed(objections, said.chain, "chain")
    checks.noted(objections, said.fault, "fault")
    beyond = f"The log ends at position {standing.position}."
    objections.when(said.last_position > standing.position, Invalid(beyond, "last_position"))
    backwards = not 1 <= said.first_position <= said.last_position
    turned = Invalid("It begins at 1 or later, and ends there or later.", "first_position")
    objections.when(backwards, turned)
    objections.settle()
    fact = events.VerificationReported(
        verification_id=standing.new_id(),
        first_position=said.first_position,
        last_position=said.last_position,
        chain=said.chain,
        fault=said.fault,
    )
    return Decision(facts=[fact])
