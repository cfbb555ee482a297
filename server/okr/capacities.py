"""Rules about how much work teams can take on."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID, uuid5

from server.okr import authority, checks, events, terms
from server.okr.now import Guard
from server.okr.refusals import CycleIsClosed, Invalid, NotAllowed, Objections
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CycleState


@dataclass(kw_only=True)
class RecordCapacity(terms.Capacity):
    """Say how much work a team can take on in a cycle; what was said last holds."""

    team_id: Annotated[UUID, "Which team."]
    cycle_id: Annotated[UUID, "In which cycle."]


def record_capacity(standing: Standing, said: RecordCapacity) -> Decision:
    """Whoever leads a team, or plans cycles, says what it can take on."""
    team, cycle = need(standing.team, "team_id"), need(standing.cycle, "cycle_id")
    checks.unversioned(objections := Objections(), standing)
    may = authority.introduces(standing.actor, team.id)
    objections.when(not may, NotAllowed("Only its managers and people who plan may do this."))
    closed = cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, "cycle_id"))
    objections.when(said.days < 0, Invalid("Zero or more days.", "days"))
    checks.noted(objections, said.note, "note")
    objections.settle()
    fact = events.CapacityRecorded(
        capacity_id=uuid5(team.id, str(cycle.id)),
        team_id=team.id,
        cycle_id=cycle.id,
        **terms.changes(terms.Capacity, said),
    )
    return Decision(facts=[fact], guards=[Guard(stream=cycle.id)])
