"""Rules about links between objectives: sequences, and what goes on from cycle to cycle."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import (
    AlreadyExists,
    CycleIsClosed,
    Invalid,
    NotAllowed,
    Objections,
    WrongState,
)
from server.okr.standing import Decision, Standing, need
from server.okr.terms import CycleState, LinkKind, ObjectiveState


@dataclass(kw_only=True)
class LinkObjectives(terms.Link):
    """Tie an objective to another: it follows it, goes on with it, or rests on what it taught."""

    objective_id: Annotated[UUID, "The later one."]
    to_objective_id: Annotated[UUID, "The earlier one."]


@dataclass(kw_only=True)
class UnlinkObjectives:
    """End a link; it stays in the history."""

    link_id: Annotated[UUID, "Which link."]


def link_objectives(standing: Standing, said: LinkObjectives) -> Decision:
    """A sequence does not go in a circle; the earlier one may have ended."""
    objective = need(standing.objective, "objective_id")
    earlier = need(standing.to_objective, "to_objective_id")
    standing.expect(objective.version)
    objections = _tied(standing, objective, "objective_id")
    itself = objective.id == earlier.id
    objections.when(itself, Invalid("An objective is not tied to itself.", "to_objective_id"))
    objections.when(
        not itself and said.kind is LinkKind.FOLLOWS and standing.target_follows_objective,
        Invalid("That one follows this one already: a sequence has no circle.", "to_objective_id"),
    )
    objections.when(
        standing.linked_already, AlreadyExists("They are tied in this way.", "to_objective_id")
    )
    if said.note is not None:
        checks.named(objections, said.note, "note")
    objections.settle()
    fact = events.ObjectivesLinked(
        link_id=standing.new_id(),
        objective_id=objective.id,
        to_objective_id=earlier.id,
        **terms.changes(terms.Link, said),
    )
    return Decision(facts=[fact], guards=_guards(objective))


def unlink_objectives(standing: Standing, said: UnlinkObjectives) -> Decision:
    """Whoever may tie may untie."""
    link = need(standing.link, "link_id")
    objective = need(standing.objective, "link_id")
    need(standing.to_objective, "link_id")
    standing.expect(objective.version)
    _tied(standing, objective, "link_id").settle()
    fact = events.ObjectivesUnlinked(
        link_id=link.id, objective_id=link.objective_id, to_objective_id=link.to_objective_id
    )
    return Decision(facts=[fact], guards=_guards(objective))


def _tied(standing: Standing, objective: ObjectiveNow, path: str) -> Objections:
    objections = Objections()
    objections.when(
        not authority.drafts(standing.actor, objective),
        NotAllowed("Only whoever owns or drafted the later objective may."),
    )
    closed = objective.cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, path))
    objections.when(
        not closed and objective.state is ObjectiveState.WITHDRAWN,
        WrongState("The objective is WITHDRAWN.", path),
    )
    return objections


def _guards(objective: ObjectiveNow) -> list[Guard]:
    """Links anywhere, so that no two close a circle together."""
    tied = (events.ObjectivesLinked, events.ObjectivesUnlinked)
    return [*objective.grounds, Guard(kinds=tied)]
