"""Rules about cycles: PLANNING, then ACTIVE, then REVIEW, then CLOSED."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import checks, events, terms
from server.okr.authority import plans
from server.okr.now import CycleNow, Guard
from server.okr.refusals import (
    AlreadyExists,
    CycleIsClosed,
    Invalid,
    NotAllowed,
    Objections,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CycleState, Demand


@dataclass(kw_only=True)
class OpenCycle(terms.Cycle):
    """Put a cycle on the calendar."""

    parent_id: Annotated[UUID | None, "The longer cycle it lies in, as a year."] = None


@dataclass(kw_only=True)
class StartCycle:
    """Begin the work of a cycle."""

    cycle_id: Annotated[UUID, "Which cycle."]


@dataclass(kw_only=True)
class ReviewCycle:
    """Begin to discuss and score the results of a cycle."""

    cycle_id: Annotated[UUID, "Which cycle."]


@dataclass(kw_only=True)
class CloseCycle:
    """End a cycle: active objectives close with it, drafts are withdrawn."""

    cycle_id: Annotated[UUID, "Which cycle."]


def open_cycle(standing: Standing, said: OpenCycle) -> Decision:
    """A cycle ends after it starts, lies in its parent, and has a key of its own."""
    objections = _planning(standing)
    checks.named(objections, said.key, "key")
    checks.named(objections, said.name, "name")
    checks.unversioned(objections, standing)
    objections.when(
        said.ends_on < said.starts_on, Invalid("A cycle does not end before it starts.", "ends_on")
    )
    objections.when(
        standing.cycle_with_key, AlreadyExists("There is a cycle with this key.", "key")
    )
    if said.parent_id is not None:
        parent = need(standing.parent_cycle, "parent_id")
        outside = said.starts_on < parent.starts_on or said.ends_on > parent.ends_on
        objections.when(outside, Invalid("A cycle lies within the one above it.", "parent_id"))
    objections.settle()
    fact = events.CycleOpened(
        cycle_id=standing.cycle_named(said.key),
        parent_id=said.parent_id,
        **terms.changes(terms.Cycle, said),
    )
    return Decision(facts=[fact], guards=[Guard(stream=fact.cycle_id)])


def start_cycle(standing: Standing, said: StartCycle) -> Decision:
    """Only what is being planned can start."""
    cycle = _moved_on(standing, CycleState.PLANNING)
    return _decision(cycle, events.CycleStarted(cycle_id=cycle.id))


def review_cycle(standing: Standing, said: ReviewCycle) -> Decision:
    """Only an active cycle can go into review."""
    cycle = _moved_on(standing, CycleState.ACTIVE)
    return _decision(cycle, events.CycleReviewed(cycle_id=cycle.id))


def close_cycle(standing: Standing, said: CloseCycle) -> Decision:
    """An active cycle or one in review can be closed, scored or not, as the policy says."""
    cycle = _moved_on(standing, CycleState.ACTIVE, CycleState.REVIEW)
    guards = [Guard(stream=standing.organization_id, kinds=(events.PolicyChanged,))]
    if cycle.policy.closing is Demand.REFUSE:
        _scored(standing).settle()
        guards.append(Guard(kinds=(events.ObjectiveActivated, events.KeyResultAdded)))
    return _decision(cycle, events.CycleClosed(cycle_id=cycle.id), *guards)


def _planning(standing: Standing) -> Objections:
    objections = Objections()
    objections.when(
        not plans(standing.actor), NotAllowed("Only people with MANAGE or ADMINISTER plan cycles.")
    )
    return objections


def _moved_on(standing: Standing, *before: CycleState) -> CycleNow:
    cycle = need(standing.cycle, "cycle_id")
    standing.expect(cycle.version)
    objections = _planning(standing)
    closed = cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, "cycle_id"))
    out_of_turn = not closed and cycle.state not in before
    objections.when(out_of_turn, WrongState(f"The cycle is in {cycle.state}.", "cycle_id"))
    objections.settle()
    return cycle


def _scored(standing: Standing) -> Objections:
    objections = Objections()
    counts = (standing.unscored_objectives, standing.unscored_key_results)
    sentence = "No score is agreed on for {} of its objectives and {} of its key results."
    objections.when(any(counts), WrongState(sentence.format(*counts), "cycle_id"))
    return objections


def _decision(cycle: CycleNow, fact: events.Fact, *guards: Guard) -> Decision:
    return Decision(facts=[fact], guards=[Guard(stream=cycle.id), *guards])
