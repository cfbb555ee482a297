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

ENDS = ("to_objective", "to_answer", "to_aspiration")


@dataclass(kw_only=True)
class LinkObjectives(terms.Link):
    """Tie an objective to an earlier one, to what a review taught, or to what it serves."""

    objective_id: Annotated[UUID, "The later one."]
    to_objective_id: Annotated[UUID | None, "The earlier one; this or a lesson."] = None
    to_answer_id: Annotated[
        UUID | None, "What a review taught that the later one rests on; for INFORMED_BY."
    ] = None
    to_aspiration_id: Annotated[
        UUID | None, "The mission, vision or theme that it serves; for SERVES."
    ] = None


@dataclass(kw_only=True)
class UnlinkObjectives:
    """End a link; it stays in the history."""

    link_id: Annotated[UUID, "Which link."]


def link_objectives(standing: Standing, said: LinkObjectives) -> Decision:
    """A sequence does not go in a circle; the earlier one may have ended."""
    objective = need(standing.objective, "objective_id")
    for name in ENDS:
        if getattr(said, f"{name}_id") is not None:
            need(getattr(standing, name), f"{name}_id")
    standing.expect(objective.version)
    objections = _tied(standing, objective, "objective_id")
    named = (f"{each}_id" for each in reversed(ENDS))
    place = next((each for each in named if getattr(said, each) is not None), "to_objective_id")
    _other_end(objections, said)
    itself = standing.to_objective is not None and objective.id == standing.to_objective.id
    objections.when(itself, Invalid("An objective is not tied to itself.", "to_objective_id"))
    objections.when(
        not itself and said.kind is LinkKind.FOLLOWS and standing.target_follows_objective,
        Invalid("That one follows this one already: a sequence has no circle.", "to_objective_id"),
    )
    objections.when(standing.linked_already, AlreadyExists("They are tied in this way.", place))
    if said.note is not None:
        checks.named(objections, said.note, "note")
    objections.settle()
    fact = events.ObjectivesLinked(
        link_id=standing.new_id(),
        objective_id=objective.id,
        to_objective_id=said.to_objective_id,
        to_answer_id=said.to_answer_id,
        to_aspiration_id=said.to_aspiration_id,
        **terms.changes(terms.Link, said),
    )
    return Decision(facts=[fact], guards=_guards(objective))


def unlink_objectives(standing: Standing, said: UnlinkObjectives) -> Decision:
    """Whoever may tie may untie."""
    link = need(standing.link, "link_id")
    objective = need(standing.objective, "link_id")
    for name in ENDS:
        if getattr(link, f"{name}_id") is not None:
            need(getattr(standing, name), "link_id")
    standing.expect(objective.version)
    _tied(standing, objective, "link_id").settle()
    fact = events.ObjectivesUnlinked(
        link_id=link.id, objective_id=link.objective_id, to_objective_id=link.to_objective_id
    )
    return Decision(facts=[fact], guards=_guards(objective))


def _other_end(objections: Objections, said: LinkObjectives) -> None:
    named = [each for each in ENDS if getattr(said, f"{each}_id") is not None]
    objections.when(
        len(named) != 1,
        Invalid("Name an objective, what a review taught, or what it serves.", "to_objective_id"),
    )
    serves = said.kind is LinkKind.SERVES
    objections.when(
        serves != (said.to_aspiration_id is not None),
        Invalid("SERVES leads to a mission, a vision or a theme, and nothing else does.", "kind"),
    )
    objections.when(
        said.to_answer_id is not None and not serves and said.kind is not LinkKind.INFORMED_BY,
        Invalid("Only INFORMED_BY leads to what a review taught.", "kind"),
    )


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
