"""Rules about the phases of a cycle: setting, work and review, each with its days."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID, uuid5

from server.okr import authority, events, terms
from server.okr.now import Guard
from server.okr.refusals import CycleIsClosed, Invalid, NotAllowed, Objections
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CyclePhase, CycleState

IN_TURN = list(CyclePhase)


@dataclass(kw_only=True)
class PlanPhases:
    """Give the phases of a cycle their days, in place of those planned before."""

    cycle_id: Annotated[UUID, "Which cycle."]
    phases: Annotated[
        list[terms.Phase], "Setting may begin before the cycle, review end after it; none for none."
    ]


def plan_phases(standing: Standing, said: PlanPhases) -> Decision:
    """Each phase once, one after another, until the cycle is closed."""
    cycle = need(standing.cycle, "cycle_id")
    standing.expect(cycle.version)
    objections = Objections()
    objections.when(
        not authority.plans(standing.actor),
        NotAllowed("Only people with MANAGE or ADMINISTER plan cycles."),
    )
    objections.when(cycle.state is CycleState.CLOSED, CycleIsClosed(None, "cycle_id"))
    for number, each in enumerate(said.phases):
        objections.when(
            each.ends_on < each.starts_on,
            Invalid("A phase does not end before it starts.", "phases", str(number), "ends_on"),
        )
    for number, (earlier, later) in enumerate(zip(said.phases, said.phases[1:], strict=False), 1):
        objections.when(
            IN_TURN.index(earlier.phase) >= IN_TURN.index(later.phase),
            Invalid("Setting comes first, then work, then review.", "phases", str(number), "phase"),
        )
        objections.when(
            later.starts_on <= earlier.ends_on,
            Invalid("A phase begins after the one before.", "phases", str(number), "starts_on"),
        )
    objections.settle()
    planned = [
        terms.PlannedPhase(id=uuid5(cycle.id, each.phase), **terms.changes(terms.Phase, each))
        for each in said.phases
    ]
    fact = events.PhasesPlanned(cycle_id=cycle.id, phases=planned)
    return Decision(facts=[fact], guards=[Guard(stream=cycle.id)])
