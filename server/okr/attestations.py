"""Rules about what people say holds of objectives and key results, and what begins only then."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing
from server.okr.subjects import Subject, the_subject
from server.okr.terms import AttestationKind, Demand, RequestKind, RequestState

OF_BOTH = frozenset(
    {
        AttestationKind.SPECIFIC,
        AttestationKind.ACHIEVABLE,
        AttestationKind.RELEVANT,
        AttestationKind.AMBITIOUS,
    }
)
SAID_OF = {
    "objective": OF_BOTH
    | {
        AttestationKind.SUFFICIENT,
        AttestationKind.ACTIONABLE,
        AttestationKind.MEANINGFUL,
        AttestationKind.WITHIN_MY_CONTROL,
        AttestationKind.ACKNOWLEDGED,
    },
    "key_result": OF_BOTH | {AttestationKind.NECESSARY},
    "announcement": {AttestationKind.READ},
    "request": OF_BOTH | {AttestationKind.SUPPORTED},
}
PROPOSALS = {RequestKind.KEY_RESULT, RequestKind.REVISION}
# What would show that the key results are others than those that were tested.
TESTED_ANEW = (
    events.AttestationRecorded,
    events.KeyResultRevised,
    events.KeyResultWithdrawn,
    events.BaselineEstablished,
    events.WindowOpened,
)


@dataclass(kw_only=True)
class RecordAttestation(terms.Attestation):
    """Say what holds of one thing as it stands; the last word of each person counts."""

    objective_id: Annotated[UUID | None, "The objective it is about."] = None
    key_result_id: Annotated[UUID | None, "The key result it is about."] = None
    announcement_id: Annotated[UUID | None, "What was made known that it is about."] = None
    request_id: Annotated[UUID | None, "The proposal that it is about."] = None


def record_attestation(standing: Standing, said: RecordAttestation) -> Decision:
    """Whoever works on something or takes part in it says what holds of it, and why not."""
    subject = the_subject(standing, said, list(SAID_OF), "Name one thing of which this is said.")
    checks.unversioned(objections := Objections(), standing)
    if subject.announcement is None:
        subject.going_on(objections)
    _proposed(objections, subject)
    unread = said.kind is AttestationKind.READ and not said.holds
    objections.when(unread, Invalid("Who has not read it says nothing.", "holds"))
    fitting = ", ".join(sorted(SAID_OF[subject.name]))
    objections.when(
        said.kind not in SAID_OF[subject.name],
        Invalid(f"Of this can be said: {fitting}.", "kind"),
    )
    objections.when(not _may(standing, said.kind, subject), NotAllowed(None))
    if not said.holds:
        checks.reasoned(objections, said.reason)
    else:
        checks.noted(objections, said.reason, "reason")
    objections.settle()
    fact = events.AttestationRecorded(
        attestation_id=standing.new_id(),
        objective_id=subject.objective.id if subject.objective else None,
        key_result_id=subject.key_result.id if subject.key_result else None,
        announcement_id=said.announcement_id,
        request_id=said.request_id,
        kind=said.kind,
        holds=said.holds,
        reason=said.reason,
    )
    return Decision(facts=[fact], guards=subject.grounds)


def tested(objections: Objections, objective: ObjectiveNow) -> None:
    """Where that is agreed on, an objective begins once it has passed its tests."""
    policy, tests = objective.cycle.policy, objective.tests
    if tests is None:
        return
    if policy.key_results_tested is Demand.REFUSE:
        named = "key result has" if tests.untested == 1 else "key results have"
        first = f"{tests.untested} {named} to be found necessary first, or be withdrawn."
        objections.when(tests.untested, WrongState(first, "objective_id"))
        together = "Its key results together have to be found sufficient first."
        objections.when(not tests.sufficient, WrongState(together, "objective_id"))
    control = policy.control_attested is Demand.REFUSE and objective.owner_person_id is not None
    own = "Its owner has to say first that it is within their control."
    objections.when(control and not tests.within_control, WrongState(own, "objective_id"))


def tests_of(objective: ObjectiveNow) -> list[Guard]:
    """What having passed its tests rests on, where they are asked for."""
    policy = objective.cycle.policy
    asked = Demand.REFUSE in (policy.key_results_tested, policy.control_attested)
    return [Guard(kinds=TESTED_ANEW)] if asked else []


def _proposed(objections: Objections, subject: Subject) -> None:
    """What is asked for is weighed as long as it is a proposal that waits."""
    request = subject.request
    if request is None:
        return
    other = WrongState(f"This is no proposal: {request.kind}.", "request_id")
    objections.when(request.kind not in PROPOSALS, other)
    ended = request.kind in PROPOSALS and request.state is not RequestState.OPEN
    objections.when(ended, WrongState(f"The request is {request.state}.", "request_id"))


def _may(standing: Standing, kind: AttestationKind, subject: Subject) -> bool:
    """Who sees it says what they have read and support, and who owns it what they control."""
    if subject.name in ("announcement", "request") or subject.objective is None:
        return True
    if kind is AttestationKind.WITHIN_MY_CONTROL:
        return authority.controls(standing.actor, subject.objective)
    return authority.attests(standing.actor, subject.objective, subject.key_result)
