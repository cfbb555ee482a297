"""Rules about policies: what an organization agrees on, for all its cycles or for one."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, bands, checks, events, programme_aims, terms
from server.okr.now import Guard
from server.okr.refusals import CycleIsClosed, Invalid, NotAllowed, Objections
from server.okr.standing import Decision, Standing, need
from server.okr.terms import ABSENT, CycleState, Text

SHARES = (
    "completion_cut_off",
    "sign_off_quorum",
    "pace_tolerance",
    "start_confidence_least",
    "start_confidence_most",
)
LEAST = {
    "company_most": 1,
    "revisions_before_approval": 0,
    "max_active_objectives": 1,
    "key_results_least": 0,
    "key_results_most": 1,
    "small_team": 1,
    "key_results_small": 1,
    "key_results_limit": 1,
    "people_least": 3,
}


@dataclass(kw_only=True)
@terms.changing(terms.Policy)
class ChangePolicy:
    """Agree on something else; what was agreed before goes on holding for the past."""

    reason: Annotated[Text, "Why it changes."]
    cycle_id: Annotated[UUID | None, "The one cycle it is for; all of them if left out."] = None


def change_policy(standing: Standing, said: ChangePolicy) -> Decision:
    """Administrators agree for the organization, those who plan cycles for one of them."""
    organization = need(standing.organization)
    standing.expect(organization.version)
    objections = Objections()
    may = authority.plans if said.cycle_id else authority.administers
    objections.when(not may(standing.actor), NotAllowed(None))
    guards = [Guard(stream=organization.id)]
    if said.cycle_id is not None:
        cycle = need(standing.cycle, "cycle_id")
        objections.when(cycle.state is CycleState.CLOSED, CycleIsClosed(None, "cycle_id"))
        guards.append(Guard(stream=cycle.id, kinds=(events.CycleClosed,)))
    checks.reasoned(objections, said.reason)
    changes = terms.changes(terms.Policy, said)
    objections.when(not changes, Invalid("There is nothing to change."))
    if said.cycle_id is None:
        for name in (name for name, value in changes.items() if not _may_be(name, value)):
            objections.append(Invalid("This cannot be empty.", name))
    for share in SHARES:
        checks.share(objections, changes.get(share, ABSENT), share)
    for name, least in LEAST.items():
        value = changes.get(name)
        told = {0: "Zero or more.", 1: "At least one."}.get(least, f"At least {least}.")
        objections.when(value is not None and value < least, Invalid(told, name))
    programme_aims.fitting(objections, changes.get("programme_aims", ABSENT), "programme_aims")
    bands.whole(objections, changes.get("score_bands", ABSENT), "score_bands")
    objections.settle()
    fact = events.PolicyChanged(
        organization_id=organization.id,
        cycle_id=said.cycle_id,
        changes=changes,
        reason=said.reason,
    )
    return Decision(facts=[fact], guards=guards)


def _may_be(name: str, value: object) -> bool:
    """For one cycle null means: as the organization has it; for all it must be a value to have."""
    return value is not None or terms.clears(terms.Policy, name)
