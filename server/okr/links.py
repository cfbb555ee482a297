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
from server.okr.standing import Decision, Standing, need, stated
from server.okr.terms import CycleState, LinkKind, ObjectiveState

ENDS = {
    "to_objective_id": (LinkKind.FOLLOWS, LinkKind.CARRIED_FROM, LinkKind.INFORMED_BY),
    "to_answer_id": (LinkKind.INFORMED_BY,),
    "to_aspiration_id": (LinkKind.SERVES,),
    "to_kpi_id": (LinkKind.RECOVERS,),
    "to_hypothesis_id": (LinkKind.TESTS,),
    "to_insight_id": (LinkKind.INFORMED_BY,),
}
"""To what a link may lead, and which kinds lead there."""


@dataclass(kw_only=True)
class LinkObjectives(terms.Link):
    """Tie an objective to an earlier one, or to what it serves, tests or comes from."""

    objective_id: Annotated[UUID, "The later one."]
    to_objective_id: Annotated[UUID | None, "The earlier one; this or what it comes from."] = None
    to_answer_id: Annotated[
        UUID | None, "What a review taught that the later one rests on; for INFORMED_BY."
    ] = None
    to_aspiration_id: Annotated[
        UUID | None, "The mission, vision or theme that it serves; for SERVES."
    ] = None
    to_kpi_id: Annotated[UUID | None, "The KPI that the later one is to recover."] = None
    to_hypothesis_id: Annotated[UUID | None, "The hypothesis that the later one tests."] = None
    to_insight_id: Annotated[UUID | None, "The insight that the later one rests on."] = None


@dataclass(kw_only=True)
class UnlinkObjectives:
    """End a link; it stays in the history."""

    link_id: Annotated[UUID, "Which link."]


def link_objectives(standing: Standing, said: LinkObjectives) -> Decision:
    """A sequence does not go in a circle; the earlier one may have ended."""
    objective = need(standing.objective, "objective_id")
    ends = stated(standing, said, ENDS)
    standing.expect(objective.version)
    objections = _tied(standing, objective, "objective_id")
    _other_end(objections, said, ends)
    itself = standing.to_objective is not None and objective.id == standing.to_objective.id
    objections.when(itself, Invalid("An objective is not tied to itself.", "to_objective_id"))
    objections.when(
        not itself and said.kind is LinkKind.FOLLOWS and standing.target_follows_objective,
        Invalid("That one follows this one already: a sequence has no circle.", "to_objective_id"),
    )
    objections.when(standing.linked_already, AlreadyExists("They are tied in this way.", *ends[:1]))
    checks.noted(objections, said.note, "note")
    objections.settle()
    fact = events.ObjectivesLinked(
        link_id=standing.new_id(),
        objective_id=objective.id,
        **{name: getattr(said, name) for name in ENDS},
        **terms.changes(terms.Link, said),
    )
    return Decision(facts=[fact], guards=_guards(objective))


def unlink_objectives(standing: Standing, said: UnlinkObjectives) -> Decision:
    """Whoever may tie may untie."""
    link = need(standing.link, "link_id")
    objective = need(standing.objective, "link_id")
    [end] = [name for name in ENDS if getattr(link, name) is not None]
    need(getattr(standing, end.removesuffix("_id")), "link_id")
    standing.expect(objective.version)
    _tied(standing, objective, "link_id").settle()
    fact = events.ObjectivesUnlinked(
        link_id=link.id, objective_id=link.objective_id, to_objective_id=link.to_objective_id
    )
    return Decision(facts=[fact], guards=_guards(objective))


def _other_end(objections: Objections, said: LinkObjectives, ends: list[str]) -> None:
    objections.when(
        len(ends) != 1,
        Invalid(
            "Name one thing: an earlier objective, what it serves or what it comes from.",
            "to_objective_id",
        ),
    )
    known = ENDS[ends[0]] if len(ends) == 1 else tuple(LinkKind)
    told = f"Only {' or '.join(known)} leads there."
    objections.when(said.kind not in known, Invalid(told, "kind"))


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
