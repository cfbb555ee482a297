"""Rules about key results: adding and revising."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, mentored, terms
from server.okr.curves import drawn
from server.okr.following import still_following
from server.okr.limits import measured_limit
from server.okr.metrics import MetricInput, measure, planned, stated
from server.okr.now import CycleNow, Guard, KeyResultNow, ObjectiveNow
from server.okr.pairs import paired
from server.okr.parts import component, still_whole
from server.okr.per_person import expected_of_members, still_personal
from server.okr.refusals import (
    Invalid,
    LimitReached,
    NotAllowed,
    Objections,
    WrongState,
)
from server.okr.spans import kept_open, opened
from server.okr.standing import Decision, Standing, need
from server.okr.sums import entered, still_added_to
from server.okr.terms import (
    ABSENT,
    Absent,
    CycleState,
    KeyResultState,
    Text,
)

KEY_RESULTS_OF_AN_OBJECTIVE = 50
NOT_YOURS = (
    "Only its owner, whoever owns or drafted the objective, managers and administrators may."
)


@dataclass(kw_only=True)
class AddKeyResult(terms.KeyResult):
    """Add a key result to an objective."""

    objective_id: Annotated[UUID, "The objective it measures."]
    metric: Annotated[MetricInput, "How it is measured."]
    owner_person_id: Annotated[UUID | None, "Who reports it."] = None
    curve: Annotated[
        terms.Curve | None, "Along which way it is expected to move; evenly if left out."
    ] = None
    part_of_id: Annotated[UUID | None, "The COMPOUND key result that it is a part of."] = None
    paired_with_id: Annotated[
        UUID | None, "The key result of the other indicator kind that it balances."
    ] = None


@dataclass(kw_only=True)
class ReviseKeyResult:
    """Change a key result; what it was is kept beside the reason."""

    key_result_id: Annotated[UUID, "Which key result."]
    reason: Annotated[Text, "Why it changes."]
    category: Annotated[terms.RevisionCategory, "What kind of reason."]
    title: Annotated[Text | Absent, "The new sentence."] = ABSENT
    verb: Annotated[Text | None | Absent, "What is done from here on."] = ABSENT
    counted: Annotated[Text | None | Absent, "What is counted from here on."] = ABSENT
    metric: Annotated[MetricInput | Absent, "How it is measured from here on."] = ABSENT
    weight: Annotated[Decimal | Absent, "How much it counts from here on."] = ABSENT
    owner_person_id: Annotated[UUID | None | Absent, "Who reports it from here on."] = ABSENT
    curve: Annotated[
        terms.Curve | None | Absent, "How it is expected to move from here on; null for evenly."
    ] = ABSENT
    due_on: Annotated[
        date | None | Absent, "Day by which it is due; null for the end of the cycle."
    ] = ABSENT
    start_confidence: Annotated[
        Decimal | None | Absent, "How sure the author was at the start; null for unknown."
    ] = ABSENT
    growth: Annotated[
        terms.Growth | None | Absent, "What of its owner grows with it; null for nothing."
    ] = ABSENT
    indicator_kind: Annotated[
        terms.IndicatorKind | None | Absent, "Whether it says how much or how good."
    ] = ABSENT
    ambition: Annotated[
        terms.Ambition | None | Absent, "How it is meant; null for as its objective is."
    ] = ABSENT
    expected_score: Annotated[
        Decimal | None | Absent, "The score that was expected at the start; null for unknown."
    ] = ABSENT
    discipline: Annotated[
        Text | None | Absent, "The function or discipline that it is of; null for none."
    ] = ABSENT
    paired_with_id: Annotated[
        UUID | None | Absent, "The key result that it balances from here on; null for none."
    ] = ABSENT


def add_key_result(standing: Standing, said: AddKeyResult) -> Decision:
    """A key result says how it is measured, or it is none."""
    objective = need(standing.objective, "objective_id")
    standing.expect(objective.version)
    objections = open_to_more(objective, "objective_id")
    objections.when(not authority.drafts(standing.actor, objective), NotAllowed(NOT_YOURS))
    mentored.agreed_together(objections, objective, "objective_id")
    fact, guards = added(standing, objective, said, objections)
    return Decision(facts=[fact], guards=guards)


def added(
    standing: Standing,
    objective: ObjectiveNow,
    said: AddKeyResult,
    objections: Objections,
    request_id: UUID | None = None,
) -> tuple[events.KeyResultAdded, list[Guard]]:
    """The key result with all that it says of itself, whoever adds or proposes it."""
    _worded(objections, said)
    checks.weighted(objections, said.weight)
    measure(objections, said.metric, objective.cycle)
    expected_of_members(objections, objective, said.metric)
    milestones = planned(objections, standing, said.metric, [])
    _owner(objections, standing, said.owner_person_id)
    _due_within(objections, objective.cycle, said.due_on)
    drawn(objections, objective.cycle, said.metric, said.curve)
    whole = component(objections, standing, objective, said.metric) if said.part_of_id else []
    pair = paired(objections, standing, objective, said.paired_with_id, said.indicator_kind)
    objections.when(
        objective.key_results >= KEY_RESULTS_OF_AN_OBJECTIVE,
        LimitReached(
            f"An objective has at most {KEY_RESULTS_OF_AN_OBJECTIVE} key results.", "objective_id"
        ),
    )
    if said.part_of_id is None:
        measured_limit(objections, objective)
    objections.settle()
    fact = events.KeyResultAdded(
        key_result_id=standing.new_id(),
        objective_id=objective.id,
        owner_person_id=said.owner_person_id,
        metric=stated(said.metric),
        milestones=milestones,
        curve=said.curve,
        part_of_id=said.part_of_id,
        paired_with_id=said.paired_with_id,
        from_request_id=request_id,
        **terms.changes(terms.KeyResult, said),
    )
    agreed = Guard(stream=standing.organization_id, kinds=(events.PolicyChanged,))
    return fact, [*objective.grounds, *whole, *pair, *_remains(standing), agreed]


def revise_key_result(standing: Standing, said: ReviseKeyResult) -> Decision:
    """Whoever steers it changes it, as often as the policy leaves that to them."""
    key_result, objections = steered(standing)
    mentored.agreed_together(objections, key_result.objective, "key_result_id")
    cycle = key_result.objective.cycle
    most = cycle.policy.revisions_before_approval
    begun = cycle.state is not CycleState.PLANNING
    objections.when(
        most is not None and begun and key_result.revised >= most,
        LimitReached(
            f"It was revised {key_result.revised} times since the cycle started; as agreed, "
            "further changes need approval: propose the revision instead.",
            "key_result_id",
        ),
    )
    fact = revised(standing, key_result, said, objections)
    agreed = [standing.organization.agreed] if standing.organization else []
    return Decision(facts=[fact], guards=[*grounds(standing, key_result), *agreed])


def revised(
    standing: Standing,
    key_result: KeyResultNow,
    said: ReviseKeyResult,
    objections: Objections,
    request_id: UUID | None = None,
) -> events.KeyResultRevised:
    """A change during the cycle always says why; contributions and sums stay possible."""
    checks.reasoned(objections, said.reason)
    _worded(objections, said)
    checks.weighted(objections, said.weight)
    objections.when(said.metric is None, Invalid("This cannot be empty.", "metric"))
    milestones: list[terms.PlannedMilestone] | Absent = ABSENT
    metric: terms.Metric | Absent = ABSENT
    if said.metric is not ABSENT and said.metric is not None:
        measure(objections, said.metric, key_result.objective.cycle)
        milestones = planned(objections, standing, said.metric, key_result.milestones)
        still_added_to(objections, key_result, said.metric)
        still_whole(objections, key_result, said.metric)
        still_following(objections, key_result, said.metric)
        still_personal(objections, key_result, said.metric)
        metric = kept_open(key_result.metric, stated(said.metric))
    if said.owner_person_id is not ABSENT:
        _owner(objections, standing, said.owner_person_id)
    _due_within(objections, key_result.objective.cycle, said.due_on)
    paired(
        objections,
        standing,
        key_result.objective,
        said.paired_with_id,
        key_result.indicator_kind if said.indicator_kind is ABSENT else said.indicator_kind,
    )
    measured = key_result.metric if metric is ABSENT else metric
    drawn(objections, key_result.objective.cycle, measured, said.curve)
    objections.settle()
    return events.KeyResultRevised(
        key_result_id=key_result.id,
        changes=terms.changes(terms.KeyResult, said),
        reason=said.reason,
        category=said.category,
        owner_person_id=said.owner_person_id,
        metric=metric,
        milestones=milestones,
        curve=said.curve,
        paired_with_id=said.paired_with_id,
        request_id=request_id,
    )


def grounds(standing: Standing, key_result: KeyResultNow) -> list[Guard]:
    """What a revision rests on: what adds to the key result, who owns it, what it waits for."""
    awaited = [opened(key_result.id)] if key_result.metric.opens_with else []
    alignments = Guard(stream=standing.alignments)
    pair = standing.paired_with.grounds if standing.paired_with else []
    return [
        *key_result.grounds,
        *pair,
        alignments,
        *awaited,
        *entered(key_result),
        *_remains(standing),
    ]


def steered(standing: Standing) -> tuple[KeyResultNow, Objections]:
    """The key result of a command that steers it, and what stands in the way so far."""
    key_result = need(standing.key_result, "key_result_id")
    standing.expect(key_result.version)
    objections = running(key_result)
    objections.when(not authority.steers(standing.actor, key_result), NotAllowed(NOT_YOURS))
    return key_result, objections


def open_to_more(objective: ObjectiveNow, path: str) -> Objections:
    objections = Objections()
    checks.goes_on(objections, objective, path)
    return objections


def running(key_result: KeyResultNow) -> Objections:
    """What stands in the way of changing a key result, whoever does it."""
    objections = open_to_more(key_result.objective, "key_result_id")
    objections.when(
        not objections and key_result.state is not KeyResultState.ACTIVE,
        WrongState(f"The key result is {key_result.state}.", "key_result_id"),
    )
    return objections


def _worded(objections: Objections, said: AddKeyResult | ReviseKeyResult) -> None:
    checks.named(objections, said.title, "title")
    for name in ("verb", "counted", "discipline"):
        checks.noted(objections, getattr(said, name), name)
    checks.share(objections, said.start_confidence, "start_confidence")
    checks.share(objections, said.expected_score, "expected_score")


def _owner(objections: Objections, standing: Standing, person_id: UUID | None) -> None:
    if person_id is None:
        return
    person = need(standing.owner_person, "owner_person_id")
    checks.present(objections, person, "owner_person_id")


def _due_within(objections: Objections, cycle: CycleNow, day: date | None | Absent) -> None:
    outside = isinstance(day, date) and not cycle.starts_on <= day <= cycle.ends_on
    objections.when(
        outside,
        Invalid(f"It is due within its cycle, {cycle.starts_on} to {cycle.ends_on}.", "due_on"),
    )


def _remains(standing: Standing) -> list[Guard]:
    return [standing.owner_person.remains] if standing.owner_person else []
